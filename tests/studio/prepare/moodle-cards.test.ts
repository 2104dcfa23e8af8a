import { beforeEach, expect, test } from 'vitest';
import { moodleCards } from '../../../build/studio/prepare/moodle-cards.ts';
import { language, t } from '../../../build/studio/strings.ts';

const GROUPS = [
  {
    title: 'Note',
    settings: [
      { name: 'Méthode', value: '« Note la plus haute »', why: '' },
      { name: 'Maximum', value: '100', why: 'Le score va de 0 à 100.' },
      { name: 'Tentatives', value: '3', why: 'Trois suffisent.' },
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
    { name: 'Tentatives', value: '3' },
  ]);
  expect(card?.reasons).toEqual(['Le score va de 0 à 100.', 'Trois suffisent.']);
});

test('an activity is added with a button, then with the file, and tried as a student', () => {
  const [add, put, , tried] = moodleCards(GROUPS, 's1.zip', 'Séance 1', true);
  expect([add, put, tried]).toEqual([
    {
      id: 'add',
      title: t('prepare.add'),
      reasons: [t('prepare.add.why')],
      form: t('prepare.add.form'),
      lines: [{ name: t('prepare.add.button'), value: '' }],
    },
    {
      id: 'put',
      title: t('prepare.put'),
      reasons: [t('prepare.put.why')],
      form: t('prepare.put.form'),
      lines: [{ name: 's1.zip', value: '' }],
    },
    {
      id: 'try',
      title: t('prepare.try'),
      reasons: [t('prepare.try.why')],
      form: t('prepare.try.form'),
      lines: [{ name: t('prepare.try.button'), value: '' }],
    },
  ]);
});

test('a replacement shows the title of the activity, the way to its settings, and the name of the file', () => {
  const [open, replace, group] = moodleCards(GROUPS, 's1.zip', 'Séance 1', false);
  expect([open, replace]).toEqual([
    {
      id: 'open',
      title: t('prepare.open'),
      reasons: [t('prepare.open.why')],
      form: 'Séance 1',
      lines: [{ name: t('prepare.open.button'), value: '' }],
    },
    {
      id: 'replace',
      title: t('prepare.replace'),
      reasons: [t('prepare.replace.why')],
      form: t('prepare.put.form'),
      lines: [{ name: 's1.zip', value: '' }],
    },
  ]);
  expect([group?.title, group?.form]).toEqual([t('prepare.already', { title: 'Note' }), 'Note']);
});

test.each([
  ['«oui»', 'oui'],
  ['«»', ''],
  ['«  oui  »', 'oui'],
  ['« oui » ou « non »', '« oui » ou « non »'],
  ['dit « oui »', 'dit « oui »'],
  ['« oui », dit-il', '« oui », dit-il'],
  ['“yes”', 'yes'],
  ['“yes” or “no”', '“yes” or “no”'],
  ['say “yes”', 'say “yes”'],
])('the value %s is drawn as %s', (value, drawn) => {
  const [, , group] = moodleCards([{ title: '', settings: [{ name: '', value, why: '' }] }], '', '', true);
  expect(group?.lines[0]?.value).toBe(drawn);
});
