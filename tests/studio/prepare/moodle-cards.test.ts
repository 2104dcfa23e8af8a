import { beforeEach, expect, test } from 'vitest';
import { moodleCards } from '../../../build/studio/prepare/moodle-cards.ts';
import { language } from '../../../build/studio/words.ts';

const GROUPS = [
  {
    title: 'Note',
    settings: [
      { name: 'Méthode', value: '« Note la plus haute »', why: '' },
      { name: 'Maximum', value: '100', why: 'Le score va de 0 à 100.' },
    ],
  },
];

beforeEach(() => {
  language.value = 'fr';
});

test('the first time an activity is added; later the same one is opened', () => {
  const ids = (isFirst: boolean) => moodleCards(GROUPS, 's1.zip', 'Séance 1', isFirst).map(({ id }) => id);
  expect(ids(true)).toEqual(['add', 'put', 'group-0', 'try']);
  expect(ids(false)).toEqual(['open', 'replace', 'group-0', 'try']);
});

test('values lose the quotation marks around them, and reasons are those that are given', () => {
  const card = moodleCards(GROUPS, 's1.zip', 'Séance 1', true)[2];
  expect(card?.lines).toEqual([
    { name: 'Méthode', value: 'Note la plus haute' },
    { name: 'Maximum', value: '100' },
  ]);
  expect(card?.reasons).toEqual(['Le score va de 0 à 100.']);
});

test('a replacement shows the title of the activity and the name of the file', () => {
  const [open, replace] = moodleCards(GROUPS, 's1.zip', 'Séance 1', false);
  expect([open?.form, replace?.lines]).toEqual(['Séance 1', [{ name: 's1.zip', value: '' }]]);
});
