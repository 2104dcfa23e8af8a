import { expect, it } from 'vitest';
import { lookAtPage, valuesOf } from '../../../helpers/look-at.ts';

const text = (looked: ReturnType<typeof lookAtPage>): string =>
  looked.nodes.map((node) => (node.kind === 'prose' ? node.html : node.kind)).join('\n');

it('puts the text of a file in the place of the line, at any depth', () => {
  const looked = lookAtPage('Avant.\n\n::include{file="./un.md"}\n\nAprès.', {
    'un.md': 'Un.\n\n::include{file=deux.md}\n',
    'deux.md': 'Deux.\n',
  });
  expect([looked.found, text(looked)]).toEqual([[], '<p>Avant.</p>\n<p>Un.</p>\n<p>Deux.</p>\n<p>Après.</p>']);
});

it('includes a text inside a directive', () => {
  const looked = lookAtPage(':::callout\n::include{file=un.md}\n:::', { 'un.md': 'Un.\n' });
  expect([looked.found, JSON.stringify(looked.nodes)]).toEqual([[], expect.stringContaining('<p>Un.</p>')]);
});

it('reports files that include each other, with their names', () => {
  const looked = lookAtPage('Un.\n\n::include{file=un.md}', { 'un.md': '::include{file=deux.md}\n', 'deux.md': '::include{file=un.md}\n' });
  expect([looked.found, valuesOf(looked, 'include-loop')]).toEqual([['include-loop 1'], { chain: 'rames.md → un.md → deux.md → un.md' }]);
});

it('reports a missing file, a missing name, and attributes without effect', () => {
  const found = (line: string) => lookAtPage(`Un.\n\n${line}`, { 'un.md': 'Un.\n' }).found;
  expect(found('::include{file=une.md}')).toEqual(['missing-asset 10']);
  expect(found('::include')).toEqual(['missing-attribute 10']);
  expect(found('::include{file=un.md only=mardi}')).toEqual(['unread-braces 10']);
  expect(valuesOf(lookAtPage('::include{file=un.md only=mardi}', { 'un.md': 'Un.\n' }), 'unread-braces')).toEqual({ text: 'only=…' });
  expect(valuesOf(lookAtPage('::include{fil=un.md}'), 'unknown-attribute')).toEqual({ name: 'include', key: 'fil', near: 'file' });
  expect(found('::includes{file=un.md}')).toEqual(['unknown-directive 10']);
  expect(found('::include{fil=un.md}')).toEqual(['unknown-attribute 10', 'missing-attribute 10']);
});

it('follows eight files inside each other, and takes more for a loop', () => {
  const chain = (depth: number) =>
    lookAtPage(
      'Un.\n\n::include{file=f1.md}',
      Object.fromEntries(
        Array.from({ length: depth }, (_, index) => [
          `f${index + 1}.md`,
          index + 1 < depth ? `::include{file=f${index + 2}.md}\n` : 'Fin.\n',
        ]),
      ),
    ).found;
  expect([chain(8), chain(9)]).toEqual([[], ['include-loop 1']]);
});

it('shows a file to the cohorts for which no other takes its place', () => {
  const cohorts = {
    'cohorts/nord.yaml': 'title: Nord\nincludes: { un.md: nord.md }\n',
    'cohorts/sud.yaml': 'title: Sud\n',
  };
  const files = { 'un.md': 'Un.\n', 'nord.md': 'Le nord.\n', ...cohorts };
  const looked = lookAtPage('Avant.\n\n::include{file=un.md}', files);
  expect(looked.found).toEqual([]);
  expect(looked.nodes.map((node) => (node.kind === 'prose' ? [node.html, node.cohorts] : []))).toEqual([
    ['<p>Avant.</p>', undefined],
    ['<p>Un.</p>', ['', 'sud']],
    ['<p>Le nord.</p>', ['nord']],
  ]);
  const inside = lookAtPage(':::callout\n::include{file=un.md}\n:::', files);
  expect([inside.found, valuesOf(inside, 'replaced-inside')]).toEqual([['replaced-inside 9'], { file: 'un.md' }]);
  const shown = JSON.stringify(inside.nodes);
  expect([shown.includes('Un.'), shown.includes('Le nord.')]).toEqual([true, false]);
});

it('follows a thousand files in one text, and reports more once', () => {
  const times = (count: number, file: string): string => `::include{file=${file}}\n\n`.repeat(count);
  const looked = (count: number) =>
    lookAtPage(`Un.\n\n::include{file=a.md}`, { 'a.md': times(count, 'b.md'), 'b.md': times(9, 'c.md'), 'c.md': 'Rame.\n' });
  // One, then ten for each.
  expect(looked(99).found).toEqual([]);
  const thousand = { 'a.md': times(99, 'b.md') + times(9, 'c.md'), 'b.md': times(9, 'c.md'), 'c.md': 'Rame.\n' };
  const all = lookAtPage('::include{file=a.md}', thousand);
  expect([all.found, text(all).split('<p>Rame.</p>').length - 1]).toEqual([[], 900]);
  const much = looked(100);
  expect(much.found.map((one) => one.split(' ')[0])).toEqual(['include-too-much']);
  expect(valuesOf(much, 'include-too-much')).toEqual({ limit: 1000 });
  expect(looked(101).found.map((one) => one.split(' ')[0])).toEqual(['include-too-much']);
});

it('has an example in each language for a missing name', () => {
  expect(valuesOf(lookAtPage('::include'), 'missing-attribute')).toEqual({
    name: 'include',
    key: 'file',
    example: 'file="commun/contact.md"',
    english: 'file="shared/contact.md"',
  });
  expect(lookAtPage('::include{file=""}').found).toEqual(['missing-attribute 8']);
  expect(lookAtPage('::include{file}').found).toEqual(['missing-attribute 8']);
});

it('keeps to its cohorts what a file includes that takes the place of another', () => {
  const files = {
    'cohorts/nord.yaml': 'title: Nord\nincludes: { un.md: nord.md }\n',
    'cohorts/sud.yaml': 'title: Sud\nincludes: { deux.md: sud.md }\n',
    'un.md': 'Un.\n\n::include{file=deux.md}\n',
    'nord.md': '::include{file=deux.md}\n',
    'deux.md': 'Deux.\n',
    'sud.md': 'Le sud.\n',
  };
  const looked = lookAtPage('::include{file=un.md}', files);
  expect(looked.nodes.map((node) => (node.kind === 'prose' ? [node.html, node.cohorts] : []))).toEqual([
    ['<p>Un.</p>', ['', 'sud']],
    ['<p>Deux.</p>', ['']],
    ['<p>Le sud.</p>', ['sud']],
    ['<p>Deux.</p>', ['nord']],
    // For nobody.
    ['<p>Le sud.</p>', []],
  ]);
});
