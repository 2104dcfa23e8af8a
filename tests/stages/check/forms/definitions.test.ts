import { expect, it } from 'vitest';
import { rames } from '../../../bad-input/depot-project.ts';
import { lookAt } from '../../../helpers/look-at.ts';

const ASKED = ':::open-question{#frein}\nUn frein, c’est quoi ?\n:::\n\n:::open-question{#quai}\nUn quai, c’est quoi ?\n:::\n\n';
const BOOK = ':::recap{#bilan}\nLe chemin.\n\n## Le *frein* {of=frein}\n\nIl arrête.\n:::\n';

function read(text: string) {
  const { found, nodes } = lookAt(rames(`# Le bilan {#le-bilan}\n\n${ASKED}${text}`));
  const recap = nodes.flatMap((node) => (node.kind === 'activity' && node.activity.type === 'recap' ? [node.activity] : []))[0];
  return { found, options: recap?.options ?? {} };
}

it('reads each heading with the activity that it names', () => {
  const { found, options } = read(BOOK);
  expect([found, options.prompt, options.quotes]).toEqual([[], '<p>Le chemin.</p>', []]);
  expect(options.definitions).toMatchObject([{ title: 'Le <em>frein</em>', of: 'frein', html: '<p>Il arrête.</p>' }]);
  expect(options.words).toEqual(['frein']);
});

it('lists the other named activities before those with a definition, each once', () => {
  const { found, options } = read(BOOK.replace('{#bilan}', '{#bilan words="quai; frein"}'));
  expect([found, options.quotes, options.words]).toEqual([[], ['quai'], ['quai', 'frein']]);
  expect(read(BOOK.replace(/:::\n$/, '\n## Encore {of=frein}\n\nIl serre.\n:::\n')).options.words).toEqual(['frein']);
});

it.each([
  ['a heading that names no activity', BOOK.replace(' {of=frein}', ''), 'definition-of-nothing 19'],
  ['an id', BOOK.replace('{of=frein}', '{#frein-2 of=frein}'), 'unknown-attribute 19'],
  ['another attribute', BOOK.replace('{of=frein}', '{off=frein of=frein}'), 'unknown-attribute 19'],
  ['a heading without a text', BOOK.replace('Il arrête.\n', ''), 'empty-card 19'],
  ['a heading without a title', BOOK.replace('Le *frein* ', ''), 'card-without-title 19'],
])('reports %s', (_, text, code) => expect(read(text).found).toContain(code));
