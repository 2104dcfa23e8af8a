import { expect, test } from 'vitest';
import type { Body, Piece, Question } from '../../../build/exchange/model.ts';
import { MANY, plainTitle, writeBanks, writeQuizSession, writeSession } from '../../../build/exchange/write/documents.ts';
import { Ids } from '../../../build/exchange/write/ids.ts';
import { QuestionWriter } from '../../../build/exchange/write/questions.ts';

const writer = (): QuestionWriter =>
  new QuestionWriter({
    lang: 'fr',
    ids: new Ids([]),
    competencies: new Set(),
    remarks: [{ level: 'review', key: 'r', line: 9, values: {} }],
    format: ({ key }) => key,
  });
const truth: Body = { kind: 'true-false', isTrue: true };
const ask = (name: string, body: Body = truth, category: readonly string[] = [], text = 'Quoi ?'): Piece => ({
  kind: 'question',
  question: { name, text, points: 1, category, tags: [], line: 1, ...body } as Question,
});
const heading = (level: number, text: string): Piece => ({ kind: 'heading', level, text, line: 2 });
const prose = (text: string, line = 3): Piece => ({ kind: 'prose', text, line });
const written = (id: string, text = 'Quoi ?'): string => `:::true-false{#${id}}\n- [x] ${text}\n:::`;

test.each([
  ['un **pain** `chaud`', 'un pain chaud'],
  ['![Un four](a.png) ouvert ![Un pain](b.png)', 'ouvert'],
  ['le [site](a) \\*ici\\*', 'le site *ici*'],
  ['  a \n b ', 'a b'],
])('the words of “%s” are “%s”', (markdown, words) => {
  expect(plainTitle(markdown)).toBe(words);
});

test('a bank for each category, in the order of the file', () => {
  const pieces = [
    ask('a', truth, ['Pain', 'Levain']),
    prose('x'),
    ask('b'),
    heading(1, 'x'),
    ask('c', truth, ['Pain', 'Levain']),
    ask('d', { kind: 'essay' }),
    ask('e', { kind: 'order', steps: [] }),
  ];
  const { banks, others } = writeBanks(pieces, 'Le "fournil"', (category) => `banks/${category}.md`, writer());
  expect(banks).toEqual([
    { path: 'banks/Levain.md', text: `---\ntitle: "Pain › Levain"\n---\n\n${written('a')}\n\n${written('c')}\n` },
    { path: 'banks/.md', text: `---\ntitle: "Le \\"fournil\\""\n---\n\n${written('b')}\n` },
  ]);
  expect(others.map(({ id }) => id)).toEqual(['d']);
});

test('a bank is named after the innermost category', () => {
  const categories = [['Sel'], ['Pain', 'Seigle', 'Noir']];
  const { banks } = writeBanks(
    categories.map((names, n) => ask(`q${n}`, truth, names)),
    'T',
    (category) => category,
    writer(),
  );
  expect(banks.map(({ path, text }) => [path, text.split('\n')[1]])).toEqual([
    ['Sel', 'title: "Sel"'],
    ['Noir', 'title: "Pain › Seigle › Noir"'],
  ]);
});

test('a bank that would be too large is split', () => {
  const long = 'x'.repeat(249_900);
  let n = 0;
  const { banks } = writeBanks(
    ['a', 'b', 'c'].map((name) => ask(name, truth, [], long)),
    'T',
    () => `${n++}`,
    writer(),
  );
  expect(banks.map(({ text }) => [...text.matchAll(/\{#(\w)/g)].map(([, id]) => id))).toEqual([['a', 'b'], ['c']]);
  const whole = writeBanks([ask('a', truth, [], 'x'.repeat(500_000)), ask('b')], 'T', () => '', writer()).banks;
  expect(whole).toHaveLength(2);
});

test('a bank has 500,000 characters at most', () => {
  const bare = written('a', '').length;
  const count = (first: number): number =>
    writeBanks([ask('a', truth, [], 'x'.repeat(first - bare)), ask('b', truth, [], 'y'.repeat(250_000 - bare))], 'T', () => '', writer())
      .banks.length;
  expect([count(250_000), count(250_001)]).toEqual([1, 2]);
});

test('a title is one line of 200 characters', () => {
  const { banks } = writeBanks([ask('a')], ` a\n  b${'c'.repeat(300)}`, () => '', writer());
  expect(banks[0]?.text.split('\n')[1]).toBe(`title: "a b${'c'.repeat(197)}"`);
});

const titles = { quiz: 'Le quiz', open: 'À rédiger', page: 'La page' };
const bank = { path: 'banks/a.md', text: '' };

const quiz = (count: number, banks: readonly { path: string; text: string }[], ...others: readonly Piece[]): readonly string[] => {
  const own = writer();
  const made = others.flatMap((piece) => (piece.kind === 'question' ? (own.write(piece.question) ?? []) : []));
  const { path, text } = writeQuizSession({ id: 's', title: 'S', count }, banks, made, titles, new Ids([]));
  expect(path).toBe('s.md');
  return text.split('\n\n');
};

test('a session asks its banks, and shows what no bank contains', () => {
  const front = '---\nid: s\ntitle: "S"\ncompletion: activities\n---\n';
  const [essay, text] = [ask('e', { kind: 'essay' }), ask('t', { kind: 'description' })];
  expect(quiz(MANY, [bank])).toEqual([front.trimEnd(), '# Le quiz {#s-page}', '::quiz{#s-quiz bank="banks/a.md"}\n']);
  expect(quiz(MANY + 1, [bank, { ...bank, path: 'b.md' }])[2]).toBe('::quiz{#s-quiz bank="banks/a.md; b.md" draw=20}\n');
  expect(quiz(1, [bank], essay, text)).toEqual([
    front.trimEnd(),
    '# Le quiz {#s-page}',
    'Quoi ?',
    '::quiz{#s-quiz bank="banks/a.md"}',
    '# À rédiger {#s-questions}',
    ':::open-question{#e}\nQuoi ?\n:::\n',
  ]);
  expect(quiz(0, [], text)).toEqual(['---\nid: s\ntitle: "S"\ncompletion: visited\n---', '# À rédiger {#s-questions}', 'Quoi ?\n']);
  expect(quiz(0, [], essay)[0]).toBe(front.trimEnd());
});

function session(...pieces: readonly Piece[]): readonly string[] {
  const { path, text } = writeSession(pieces, { id: 's', title: 'S' }, titles, new Ids([]), writer());
  expect(path).toBe('s.md');
  return text.trimEnd().split('\n\n');
}
const front = (title: string, completion = 'visited'): string => `---\nid: s\ntitle: "${title}"\ncompletion: ${completion}\n---`;

test('text without headings is one page', () => {
  expect(session(prose('Un'), ask('a'), prose(''), prose('Deux', 9))).toEqual([
    front('S', 'activities'),
    '# La page {#la-page}',
    'Un',
    written('a'),
    '<!-- À revoir\u00a0: r -->\nDeux',
  ]);
  expect(session()).toEqual([`${front('S')}`]);
  expect(session(ask('t', { kind: 'description' }))[0]).toBe(front('S'));
});

test('headings of the first level are pages, others stand in them without a gap', () => {
  expect(session(heading(2, 'Un'), heading(5, 'a'), heading(6, 'b'), heading(3, 'c'), heading(2, 'Deux'), prose('x'))).toEqual([
    front('S'),
    '# Un {#un}',
    '## a',
    '### b',
    '## c',
    '# Deux {#deux}',
    'x',
  ]);
  const deep = [heading(1, 'Un'), heading(2, 'a'), heading(3, 'b'), heading(4, 'c'), heading(3, 'd'), heading(1, 'Deux')];
  expect(session(...deep).slice(1)).toEqual(['# Un {#un}', '## a', '### b', '#### c', '### d', '# Deux {#deux}']);
  const all = [1, 2, 3, 4, 5, 6, 1].map((level) => heading(level, `n${level}`));
  expect(session(...all).map((text) => text.split(' ')[0])).toEqual([
    front('S').split(' ')[0],
    '#',
    '##',
    '###',
    '####',
    '#####',
    '######',
    '#',
  ]);
  expect(session(prose('avant'), heading(1, 'Un'), heading(1, 'Deux')).slice(1)).toEqual([
    '# La page {#la-page}',
    'avant',
    '# Un {#un}',
    '# Deux {#deux}',
  ]);
});

test('a first heading above all others is the title; text below it is a page', () => {
  expect(session(heading(1, 'Le **four**'), heading(2, 'Un'), heading(3, 'a'))).toEqual([front('Le four'), '# Un {#un}', '## a']);
  expect(session(heading(0, 'Le **four**'), prose('x'), heading(1, 'Un'))).toEqual([
    front('Le four'),
    '# Le **four** {#le-four}',
    'x',
    '# Un {#un}',
  ]);
  expect(session(heading(1, 'Le four'), heading(3, 'a'), heading(2, 'Un'), heading(3, 'b'))).toEqual([
    front('Le four'),
    '# Le four {#le-four}',
    '## a',
    '# Un {#un}',
    '## b',
  ]);
  expect(session(heading(1, 'Un'), prose('x'))).toEqual([front('S'), '# Un {#un}', 'x']);
  expect(session(heading(1, '![a](b)'), heading(2, 'Un'))[0]).toBe(front('S'));
  expect(session(heading(2, 'Un'), heading(1, 'Deux'))[0]).toBe(front('S'));
  expect(session(prose('x'), heading(1, 'Un'), heading(2, 'Deux'))[0]).toBe(front('S'));
});

test('categories become pages, where they change', () => {
  expect(
    session(ask('a'), ask('b', truth, ['Pain', 'Sel']), ask('c', truth, ['Pain', 'Sel']), ask('d'), ask('e', truth, ['Four'])),
  ).toEqual([
    front('S', 'activities'),
    '# La page {#la-page}',
    written('a'),
    '# Pain › Sel {#pain-sel}',
    written('b'),
    written('c'),
    written('d'),
    '# Four {#four}',
    written('e'),
  ]);
});

test('a category that comes back after questions without one is a page again', () => {
  const pieces = [ask('a', truth, ['Pain']), ask('b'), ask('c', truth, ['Pain'])];
  expect(session(...pieces).filter((text) => text.startsWith('#'))).toEqual(['# Pain {#pain}', '# Pain {#pain-2}']);
});

test('a question that can’t be written leaves nothing', () => {
  expect(session(prose('x'), ask('a', { kind: 'order', steps: [] }))).toEqual([front('S'), '# La page {#la-page}', 'x']);
});
