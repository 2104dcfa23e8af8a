import { expect, test } from 'vitest';
import { firstWordsOf, questionsIn, usesOfBank, usesOfCompetency, usesOfPerson, wordsIn } from '../../../build/studio/course/usage.ts';
import { TEXTS } from '../../helpers/course-text.ts';

test('uses are found with their line and page, and only of the whole word', () => {
  expect(usesOfCompetency(TEXTS, 'c1')).toEqual([
    { path: 'modules/x/one.md', line: 5, page: '' },
    { path: 'modules/x/one.md', line: 19, page: 'Begin' },
  ]);
  expect(usesOfCompetency(TEXTS, 'c2').map(({ line }) => line)).toEqual([19]);
  expect(usesOfCompetency(TEXTS, 'c')).toEqual([]);
  expect(usesOfPerson(TEXTS, 'ada').map(({ line, page }) => [line, page])).toEqual([
    [6, ''],
    [12, 'Begin'],
  ]);
  expect(usesOfBank(TEXTS, 'banks/two.md').map(({ page }) => page)).toEqual(['Then']);
  expect(firstWordsOf(TEXTS, 'ada')).toBe('Good morning.');
  expect(firstWordsOf(TEXTS, 'lea')).toBe('');
});

test('questions of a bank are counted', () => {
  expect(questionsIn('---\ntitle: B\n---\n\n:::choice{#a}\n- [x] a\n:::\n\n:::short-text{#b answer="x"}\nWhich?\n:::\n')).toBe(2);
});

test('people are found by any spelling of their id, in attributes too, and files in their order', () => {
  const texts = new Map([
    ['b.md', '# P\n\n:::scene\n## ADA\nOui.\n### ada-lou\n:::\n\n:::quote{by=ada}\nx\n:::\n'],
    ['a.md', '::figure{who="lou; ada"}\n'],
  ]);
  expect(usesOfPerson(texts, 'ada')).toEqual([
    { path: 'a.md', line: 1, page: '' },
    { path: 'b.md', line: 4, page: 'P' },
    { path: 'b.md', line: 9, page: 'P' },
  ]);
});

test('an id may have signs by mistake: only itself is found', () => {
  const texts = new Map([['a.md', '# P\n\n:::scene\n## c++ (\nOui.\n## cc\nNon.\n:::\n']]);
  expect([usesOfPerson(texts, 'c++ (').map(({ line }) => line), firstWordsOf(texts, 'c++ (')]).toEqual([[4], 'Oui.']);
  expect([usesOfPerson(texts, 'c.'), firstWordsOf(texts, 'c.')]).toEqual([[], '']);
});

test('an attribute lists words between semicolons; a bare one has none', () => {
  expect([wordsIn('a; b ;c d'), wordsIn(true), wordsIn('')]).toEqual([['a', 'b', 'c d'], [], ['']]);
});

test('front matter whose key is not at the start of a line counts as its first line', () => {
  expect(usesOfCompetency(new Map([['a.md', '---\n{ id: a, competencies: [c1] }\n---\n']]), 'c1')).toEqual([
    { path: 'a.md', line: 1, page: '' },
  ]);
});

test('a text with other line breaks has the same uses, and a key is its whole name', () => {
  const text =
    '---\ncompetencies_old: [c1]\ncompetencies: [c1]\n---\n\n# P {#p}\n\n:::choice{#a competency=c1}\n- [x] a\n:::\n\n# Q {#q}\n## ada\nOui.\n';
  for (const raw of [text, text.replaceAll('\n', '\r\n')]) {
    const texts = new Map([['a.md', raw]]);
    expect(usesOfCompetency(texts, 'c1').map(({ line, page }) => [line, page])).toEqual([
      [3, ''],
      [8, 'P'],
    ]);
    expect(usesOfPerson(texts, 'ada').map(({ line, page }) => [line, page])).toEqual([[13, 'Q']]);
    expect(questionsIn(raw.slice(raw.indexOf(':::'), raw.indexOf('# Q')).repeat(2))).toBe(2);
  }
});

test('a text that is included is no bank, and a heading below a name is no speech', () => {
  expect(usesOfBank(new Map([['a.md', '::include{file=banks/un.md}\n']]), 'banks/un.md')).toEqual([]);
  expect(firstWordsOf(new Map([['a.md', '## ada\n### Un titre\n\n## ada\n# Un autre\n']]), 'ada')).toBe('');
});

test('uses of a text are in the order of its lines', () => {
  const text = '# P {competency=c1}\n\n:::choice{#a competency=c1 who=c1}\n:::\n\n:::quiz{#b}\n:::choice{#c competency="c1"}\n:::\n:::\n';
  expect(usesOfCompetency(new Map([['a.md', text]]), 'c1').map(({ line, page }) => [line, page])).toEqual([
    [1, 'P'],
    [3, 'P'],
    [7, 'P'],
  ]);
  const pages = ':::choice{#a competency=c1}\n:::\n\n# Q {#q}\n\n:::choice{#b competency=c1}\n:::\n\n# R {competency=c1}\n';
  expect(usesOfCompetency(new Map([['a.md', pages]]), 'c1').map(({ line, page }) => [line, page])).toEqual([
    [1, ''],
    [6, 'Q'],
    [9, 'R'],
  ]);
});

test('people speak under headings of the second to the sixth level', () => {
  const heads = ['# ada', '## ada', '###### ada, de loin', '####### ada', '##ada', '##\tada', ' ## ada', '## ada-lou', '## adam'];
  const found = usesOfPerson(new Map([['a.md', `${heads.join('\n')}\n`]]), 'ada');
  expect(found.map(({ line }) => line)).toEqual([2, 3, 6]);
  expect(found.map(({ page }) => page)).toEqual(['ada', 'ada', 'ada']);
});

test.each(['who', 'person', 'by'])('a person is named by %s', (key) => {
  const text = `:::text\nx\n:::\n\n:::quote{${key}=ada competency=ada}\nx\n:::\n`;
  expect(usesOfPerson(new Map([['a.md', text]]), 'ada')).toEqual([{ path: 'a.md', line: 5, page: '' }]);
});

test('the same place in two texts is sorted by path, and an empty text has no use', () => {
  const one = '::quiz{#a bank=x}';
  const texts = new Map([
    ['c.md', one],
    ['b.md', ''],
    ['a.md', one],
  ]);
  expect(usesOfBank(texts, 'x')).toEqual(['a.md', 'c.md'].map((path) => ({ path, line: 1, page: '' })));
  expect([usesOfBank(new Map(), 'x'), questionsIn(''), firstWordsOf(new Map(), 'ada')]).toEqual([[], 0, '']);
});

test('a bank is used by its whole path', () => {
  const texts = new Map([['a.md', '::quiz{#a bank=banks/un.md}\n\n::quiz{#b bank="x/banks/un.md"}\n']]);
  expect(usesOfBank(texts, 'banks/un.md')).toEqual([{ path: 'a.md', line: 1, page: '' }]);
});

test('the first words are those of the first text in which someone says any', () => {
  const texts = new Map([
    ['a.md', '# Ada\n\nNon.\n\n## ada\n\n::figure{src=a.png}\n\n## lou\nNon.\n'],
    ['b.md', '### ada\nNon.\n\n## ADA {mood=calm}\r\n\r\n  Bonjour !  \r\nSuite.\n\n## ada\nEnsuite.\n'],
    ['c.md', '## ada\nTrop tard.\n'],
  ]);
  expect([firstWordsOf(texts, 'ada'), firstWordsOf(texts, 'da')]).toEqual(['Bonjour !', '']);
});

test('uses are sorted by text before line', () => {
  const text = (before: string): string => `${before}::quiz{#a bank=x}\n`;
  const texts = new Map([
    ['b.md', text('')],
    ['a.md', text('\n\n')],
  ]);
  expect(usesOfBank(texts, 'x').map(({ path, line }) => [path, line])).toEqual([
    ['a.md', 3],
    ['b.md', 1],
  ]);
});
