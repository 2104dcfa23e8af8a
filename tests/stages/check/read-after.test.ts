import { expect, test } from 'vitest';
import { Diagnostics, type Position } from '../../../build/diagnostics/diagnostics.ts';
import type { Attribute, Block, Directive } from '../../../build/model/source.ts';
import type { CourseContext } from '../../../build/stages/check/context.ts';
import { composed } from '../../../build/stages/check/forms/composed.ts';
import type { Opened } from '../../../build/stages/check/opened-directive.ts';
import { checkAfter, readAfter } from '../../../build/stages/check/read-after.ts';

const at = (line: number, column = 1): Position => ({ file: 'rames.md', line, column });
const attribute = (key: string, value: string | true, line = 6): Attribute => ({ key, value, at: at(line, 10) });
const text = (words: string): Block => words as unknown as Block;

function after(body: string, ...entries: readonly Attribute[]): Directive {
  return { name: 'after', attributes: { entries, at: at(5, 9) }, at: at(5), lastLine: 9, body: [text(body)] } as unknown as Directive;
}

interface Given {
  readonly points?: number;
  readonly isSound?: boolean;
  readonly type?: object;
}

function read(directives: readonly Directive[], { points = 1, isSound = true, type = {} }: Given = {}) {
  const diagnostics = new Diagnostics();
  const opened = { type: { name: 'choice', form: {}, ...type } } as unknown as Opened;
  const html = (blocks: readonly Block[]): string => blocks.join('+');
  const texts = readAfter(directives, opened, { values: { a: 1 }, points, isSound }, html, { diagnostics } as unknown as CourseContext);
  return { texts, found: diagnostics.list.map((one) => [one.code, one.at.line, one.values]) };
}
const when = (value: string | true): Attribute => attribute('when', value);

test('an activity without a text for after it has none', () => {
  expect(read([]).texts).toEqual({});
});

test('texts without a condition are one text, the others stand one by one, in order', () => {
  const { texts, found } = read([after('A'), after('B', when('right')), after('C'), after('D', when('wrong'))]);
  expect(texts).toEqual({
    after: 'A+C',
    cases: [
      { when: ['right'], after: 'B' },
      { when: ['wrong'], after: 'D' },
    ],
  });
  expect(found).toEqual([]);
  expect(read([after('B', when('right'))]).texts).toEqual({ cases: [{ when: ['right'], after: 'B' }] });
});

test.each([
  ['partly', ['partly']],
  ['wrong;partly', ['partly', 'wrong']],
  [' wrong ; right ', ['right', 'wrong']],
  ['right; right', ['right']],
])('the condition %j', (value, outcomes) => {
  expect(read([after('A', when(value))])).toEqual({ texts: { cases: [{ when: outcomes, after: 'A' }] }, found: [] });
});

test.each([
  ['juste', 'juste', []],
  ['right; Wrong', 'Wrong', ['right']],
  ['', '', []],
  [true, '', []],
  ['right;', '', ['right']],
] as const)('the condition %j is reported with its first wrong word', (value, wrong, outcomes) => {
  const { texts, found } = read([after('A', when(value))]);
  const example = 'when=right, when=partly, when=wrong';
  expect(found[0]).toEqual(['bad-attribute', 6, { key: 'when', value: wrong, example }]);
  expect(texts.cases).toEqual([{ when: outcomes, after: 'A' }]);
});

const codes = (given: Given, value = 'partly'): unknown[] => read([after('A', when(value))], given).found.map(([code]) => code);

test('a quiz has no condition of its own', () => {
  expect(read([after('A', when('partly'))], { type: { form: composed }, points: 0 }).found).toEqual([['when-of-quiz', 6, {}]]);
});

test('a condition needs something that is right or wrong', () => {
  const slots = (...rights: readonly string[][]): object => ({ scoring: { slots: () => rights.map((right) => ({ right })) } });
  expect(read([after('A', when('right'))], { points: 0 }).found).toEqual([['when-unjudged', 6, { name: 'choice' }]]);
  expect(codes({ points: 0, type: slots([], []) })).toEqual(['when-unjudged']);
  expect(codes({ points: 0, type: slots([], ['a']) })).toEqual([]);
  expect(codes({ points: 1, type: slots([]) })).toEqual([]);
});

test('an activity that is right or wrong as a whole is never partly right', () => {
  const whole = { whole: ({ a }: { a: number }) => a === 1 };
  expect([codes({ type: whole }), codes({ type: whole }, 'right; partly'), codes({ type: whole }, 'right; wrong')]).toEqual([
    ['when-never-partly'],
    ['when-never-partly'],
    [],
  ]);
  expect(codes({ type: { whole: () => false } })).toEqual([]);
  expect(read([after('A', when('partly'))], { type: whole }).found).toEqual([['when-never-partly', 6, {}]]);
});

test('conditions of an activity with mistakes aren’t checked, but their words are', () => {
  expect(codes({ isSound: false, points: 0 })).toEqual([]);
  expect(codes({ isSound: false, points: 0 }, 'juste')).toEqual(['bad-attribute']);
});

test('other attributes are reported, beside a condition too', () => {
  const diagnostics = new Diagnostics();
  const directives = [after('A', when('right')), after('B', when('wrong'), attribute('only', 'mardi')), after('C', attribute('id', true))];
  checkAfter(directives, { diagnostics, course: { variables: {} } } as unknown as CourseContext);
  expect(diagnostics.list.map(({ code, values }) => [code, values.text])).toEqual([
    ['unread-braces', '{only=…}'],
    ['unread-braces', '{id}'],
  ]);
});
