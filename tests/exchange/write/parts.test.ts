import { expect, test } from 'vitest';
import type { Body, Question, Remark } from '../../../build/exchange/model.ts';
import {
  afterBlocks,
  block,
  boxLine,
  checkAlike,
  checkParts,
  decimal,
  feedbackLines,
  NotWritable,
  opening,
  type WriteContext,
} from '../../../build/exchange/write/parts.ts';

function context(): WriteContext & { readonly remarks: unknown[] } {
  const remarks: unknown[] = [];
  const remark = (level: Remark['level'], key: string, values?: Remark['values']) => void remarks.push([level, key, values]);
  return { lang: 'fr', competencies: new Set(['c1', 'c2']), isDraft: false, remark, remarks };
}

/** Key and values of the reason why something isn't written. */
function reason(write: () => unknown): unknown {
  try {
    write();
    return 'written';
  } catch (error) {
    if (!(error instanceof NotWritable)) throw error;
    expect(error.message).toBe(error.key);
    return [error.key, error.values];
  }
}

const numbered = (count: number): string[] => Array.from({ length: count }, (_, at) => `n${at}`);

test.each<[string, readonly string[], number, unknown]>([
  ['as many as needed', ['a', 'b'], 2, 'written'],
  ['too few', ['a'], 2, ['few-parts', { fewest: 2 }]],
  ['two hundred', numbered(200), 1, 'written'],
  ['more', numbered(201), 1, ['many-parts', { most: 200 }]],
  ['an empty one', ['a', ' \n'], 1, ['empty-part', {}]],
  ['the same twice', ['a', 'b', 'a'], 1, ['same-parts', { text: 'a' }]],
  ['the same with capitals', ['Été', 'été'], 1, ['same-parts', { text: 'été' }]],
  ['the same without accents', ['pâte', 'pate'], 1, 'written'],
  ['the same with two escapes', ['a*b*', 'a\\*b\\*'], 1, ['same-parts', { text: 'a\\*b\\*' }]],
  ['the same with an escape', ['a*', 'a\\*'], 1, ['same-parts', { text: 'a\\*' }]],
  ['the same with other quotes', ['dit « oui »', 'dit "oui"'], 1, ['same-parts', { text: 'dit "oui"' }]],
  ['the same long text', ['x'.repeat(90), 'x'.repeat(90)], 1, ['same-parts', { text: 'x'.repeat(60) }]],
])('parts: %s', (_, texts, fewest, expected) => {
  expect(reason(() => checkParts(texts, fewest))).toEqual(expected);
});

test.each<[string, readonly string[], unknown]>([
  ['different texts', ['pain', 'sel'], 'written'],
  ['the same text', ['pain', 'pain'], 'written'],
  ['accents and capitals', ['Pâte', 'pate'], ['alike-parts', { one: 'Pâte', other: 'pate' }]],
  ['a plural', ['la brioche', 'Les brioches'], 'written'],
  ['a plural of a long word', ['brioche', 'brioches !'], ['alike-parts', { one: 'brioche', other: 'brioches !' }]],
  ['an x at the end', ['gâteau', 'gâteaux'], ['alike-parts', { one: 'gâteau', other: 'gâteaux' }]],
  ['a short word', ['pas', 'pa'], 'written'],
  ['a word of four letters', ['pain', 'pains'], ['alike-parts', { one: 'pain', other: 'pains' }]],
  ['digits', ['pain 1', 'pain 2'], 'written'],
  ['a mark', ['\\*pain\\*', 'pain'], ['alike-parts', { one: '\\*pain\\*', other: 'pain' }]],
  ['long texts', ['x'.repeat(90), `${'x'.repeat(90)}.`], ['alike-parts', { one: 'x'.repeat(60), other: 'x'.repeat(60) }]],
])('alike: %s', (_, texts, expected) => {
  expect(reason(() => checkAlike(texts))).toEqual(expected);
});

test.each<[number, number | undefined, string]>([
  [3, undefined, '3'],
  [0.1, undefined, '0.1'],
  [100, 2, '100'],
  [1e-12, undefined, '0.000000000001'],
  [1e-13, undefined, '0'],
  [-0.001, 2, '0'],
  [-1.5, 2, '-1.5'],
  [100 / 3, 2, '33.33'],
  [66.666, 1, '66.7'],
  [1e20, undefined, '100000000000000000000'],
])('%d with %s decimals is %s', (value, digits, text) => {
  expect(decimal(value, digits)).toBe(text);
});

test('a number that needs an exponent can’t be written', () => {
  expect(reason(() => decimal(1e21))).toEqual(['large-number', {}]);
});

test('feedback stands under its item, each line with a sign', () => {
  expect([feedbackLines(undefined), feedbackLines(''), feedbackLines('Un\n\ndeux')]).toEqual(['', '', '\n> Un\n>\n> deux']);
  expect(feedbackLines('a\n\nb\n\nc')).toBe('\n> a\n>\n> b\n>\n> c');
  expect(boxLine('pain', true, undefined)).toBe('- [x] pain');
  expect(boxLine('sel', false, 33.333, 'Non')).toBe('- [ ] sel {weight=33.33}\n> Non');
  expect(boxLine('sel', false, 0)).toBe('- [ ] sel {weight=0}');
});

function ask(body: Body): Question {
  return { name: '', text: '', points: 1, category: [], tags: [], line: 1, ...body } as Question;
}

const results = { right: 'R', partly: 'P', wrong: 'W' };
const choices = (...weights: readonly number[]) => weights.map((weight) => ({ text: 'a', weight }));
const after = (text: string, when = ''): string => `:::after${when}\n${text}\n:::`;
const [R, P, W] = [after('R', '{when=right}'), after('P', '{when=partly}'), after('W', '{when=wrong}')];

test.each<[string, Body, readonly string[], boolean]>([
  ['a choice of one', { kind: 'single', shuffle: true, choices: choices(100, 0) }, [R, W], true],
  ['one with shares', { kind: 'single', shuffle: true, choices: choices(100, 50) }, [R, P, W], false],
  ['several', { kind: 'multiple', shuffle: true, choices: choices(100) }, [R, P, W], false],
  ['typed answers', { kind: 'short', answers: choices(100, 0) }, [R, W], true],
  ['typed answers with shares', { kind: 'short', answers: choices(100, 20) }, [R, P, W], false],
  ['numbers', { kind: 'numeric', answers: [{ low: 1, high: 1, weight: 100 }] }, [R, W], true],
  ['numbers with shares', { kind: 'numeric', answers: [{ low: 1, high: 1, weight: -5 }] }, [R, P, W], false],
  ['a statement', { kind: 'true-false', isTrue: true }, [R, W], true],
  ['pairs', { kind: 'matching', pairs: [], lures: [] }, [R, P, W], false],
  ['blanks', { kind: 'cloze', isList: false, distractors: [] }, [R, P, W], false],
  ['steps', { kind: 'order', steps: [] }, [R, P, W], false],
  ['an essay', { kind: 'essay' }, [], true],
  ['a text', { kind: 'description' }, [], true],
])('feedback by result of %s', (_, body, blocks, isLost) => {
  const own = context();
  expect(afterBlocks(ask({ ...body, results }), own)).toEqual(blocks);
  expect(own.remarks).toEqual(isLost ? [['lost', 'partly', { text: 'P' }]] : []);
});

test('the same feedback for partly and wrong is one', () => {
  const own = context();
  const order: Body = { kind: 'order', steps: [] };
  expect(afterBlocks(ask({ ...order, results: { partly: 'W', wrong: 'W' }, after: 'G' }), own)).toEqual([
    after('W', '{when="partly; wrong"}'),
    after('G'),
  ]);
  expect(afterBlocks(ask({ ...order, results: { partly: 'P' } }), own)).toEqual([P]);
  expect(afterBlocks(ask({ kind: 'essay', after: 'G' }), own)).toEqual([after('G')]);
  expect(own.remarks).toEqual([]);
});

test('feedback for partly is lost only if it says something else, with its first 200 characters', () => {
  const lost = (partly: string): unknown => {
    const own = context();
    afterBlocks(ask({ kind: 'true-false', isTrue: true, results: { ...results, partly } }), own);
    return own.remarks;
  };
  expect([lost('R'), lost('W'), lost('x'.repeat(300))]).toEqual([[], [], [['lost', 'partly', { text: 'x'.repeat(200) }]]]);
});

test('the first line has id, attributes, points and known competencies', () => {
  const line = (more: Partial<Question>, type = 'choice', attributes: readonly string[] = []): string =>
    opening(type, 'four', { ...ask({ kind: 'essay' }), ...more } as Question, attributes, context());
  expect(line({})).toBe(':::choice{#four}');
  expect(line({ points: 2.555, tags: ['c2', 'x', 'c1'] }, 'choice', ['shuffle'])).toBe(
    ':::choice{#four shuffle points=2.56 competency="c2; c1"}',
  );
  expect([line({ points: 0 }), line({ points: -3 }), line({ points: 100 }), line({ points: 101 })]).toEqual(
    [0, 0, 100, 100].map((points) => `:::choice{#four points=${points}}`),
  );
  expect(line({ points: 3 }, 'open-question')).toBe(':::open-question{#four}');
});

test('a question is closed; empty parts are left out', () => {
  expect(block(':::a{#b}', ['Un', '', 'deux'])).toBe(':::a{#b}\nUn\n\ndeux\n:::');
});
