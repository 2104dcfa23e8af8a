import { expect, it } from 'vitest';
import { rames } from '../../../bad-input/depot-project.ts';
import { lookAt, valuesOf } from '../../../helpers/look-at.ts';

const ASKED = ':::open-question{#frein}\nUn frein, c’est quoi ?\n:::\n\n:::open-question{#quai}\nUn quai, c’est quoi ?\n:::\n\n';
const BOOK = ':::recap{#bilan}\nLe chemin.\n\n## Le *frein* {of=frein}\n\nIl arrête.\n:::\n';

function read(text: string) {
  const looked = lookAt(rames(`# Le bilan {#le-bilan}\n\n${ASKED}${text}`));
  const recap = looked.nodes.flatMap((node) => (node.kind === 'activity' && node.activity.type === 'recap' ? [node.activity] : []))[0];
  return { ...looked, options: recap?.options ?? {} };
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
  const both = read(
    BOOK.replace('{#bilan}', '{#bilan words="quai; frein"}').replace(/:::\n$/, '\n## Le quai {of=quai}\n\nIl attend.\n:::\n'),
  );
  expect([both.options.quotes, both.options.words]).toEqual([[], ['frein', 'quai']]);
  expect(read(BOOK.replace(/:::\n$/, '\n## Encore {of=frein}\n\nIl serre.\n:::\n')).options.words).toEqual(['frein']);
});

it('reports a heading without title and text once, and has no words from one that names nothing', () => {
  const { found } = read(BOOK.replace('Le *frein* ', '').replace('Il arrête.\n', ''));
  expect(found).toEqual(['card-without-title 19']);
  expect(read(BOOK.replace(' {of=frein}', '')).options).not.toHaveProperty('words');
});

it.each<[string, string, string, object]>([
  ['a heading that names no activity', BOOK.replace(' {of=frein}', ''), 'definition-of-nothing', { title: 'Le frein' }],
  ['an id', BOOK.replace('{of=frein}', '{#frein-2 of=frein}'), 'unknown-attribute', { name: '##', key: '#frein-2', near: 'of' }],
  ['another attribute', BOOK.replace('{of=frein}', '{off=frein of=frein}'), 'unknown-attribute', { name: '##', key: 'off', near: 'of' }],
  ['a name without a value', BOOK.replace('{of=frein}', '{of}'), 'unknown-attribute', { name: '##', key: 'of', near: 'of' }],
  ['a heading without a text', BOOK.replace('Il arrête.\n', ''), 'empty-card', { title: 'Le frein' }],
  ['a heading without a title', BOOK.replace('Le *frein* ', ''), 'card-without-title', { name: 'recap' }],
])('reports %s', (_, text, code, values) => {
  const looked = read(text);
  expect(looked.found).toContain(`${code} 19`);
  expect(valuesOf(looked, code)).toEqual(values);
});
