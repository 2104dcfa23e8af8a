import { describe, expect, test, vi } from 'vitest';
import type { Choice, QuestionOf } from '../../../build/exchange/model.ts';
import { asChoice, multipleBoxes, singleBoxes, statementOf } from '../../../build/exchange/write/choices.ts';
import { NotWritable, type WriteContext } from '../../../build/exchange/write/parts.ts';

const remark = vi.fn();
const context = { remark, isDraft: false } as unknown as WriteContext;
const choices = (...weights: readonly number[]): readonly Choice[] =>
  weights.map((weight, index) => ({ text: 'ABCDEFG'[index] ?? '', weight }));
const single = (list: readonly Choice[], shuffle = false) =>
  ({ kind: 'single', choices: list, shuffle }) as unknown as QuestionOf<'single'>;
const multiple = (list: readonly Choice[], shuffle = false) =>
  ({ kind: 'multiple', choices: list, shuffle }) as unknown as QuestionOf<'multiple'>;

describe('one right choice', () => {
  test('has plain boxes if the others are worth nothing', () => {
    expect(singleBoxes(single(choices(0, 100)), context)).toEqual({ attributes: [], list: '- [ ] A\n- [x] B' });
    expect(singleBoxes(single(choices(100, 0), true), context)).toEqual({ attributes: ['shuffle'], list: '- [x] A\n- [ ] B' });
  });

  test('has weights otherwise, and only the first full one is ticked', () => {
    expect(singleBoxes(single(choices(100, 50)), context).list).toBe('- [x] A {weight=100}\n- [ ] B {weight=50}');
    expect(singleBoxes(single(choices(100, 100)), context).list).toBe('- [x] A {weight=100}\n- [ ] B {weight=100}');
  });

  test('is missing only in a draft', () => {
    expect(() => singleBoxes(single(choices(0, 50)), context)).toThrow(NotWritable);
    expect(singleBoxes(single(choices(0, 0)), { isDraft: true }).list).toMatch(/- \[ \] A/);
  });

  test('is one of at least two', () => {
    expect(() => singleBoxes(single(choices(100)), context)).toThrow(NotWritable);
    expect(() => multipleBoxes(multiple(choices(100)), context)).toThrow(NotWritable);
  });
});

describe('several right choices', () => {
  test('have plain boxes if all are worth the same', () => {
    expect(multipleBoxes(multiple(choices(50, 50, -50)), context)).toEqual({ attributes: [], list: '- [x] A\n- [x] B\n- [ ] C' });
    expect(multipleBoxes(multiple(choices(33.3, 33.3, 33.4)), context).list).toBe('- [x] A\n- [x] B\n- [x] C');
    expect(remark).not.toHaveBeenCalled();
  });

  test('have weights if they differ, or if wrong ones cost nothing', () => {
    expect(multipleBoxes(multiple(choices(60, 40, -100)), context).list).toMatch(
      /A.*weight=60.*\n.*B.*weight=40.*\n- \[ \] C.*weight=-100/,
    );
    expect(multipleBoxes(multiple(choices(50, 50, 0)), context).list).toBe('- [x] A {weight=50}\n- [x] B {weight=50}\n- [ ] C {weight=0}');
    expect(multipleBoxes(multiple(choices(50.4, 49.6)), context).list).toBe('- [x] A\n- [x] B');
    expect(multipleBoxes(multiple(choices(50.5, 49.5)), context).list).toBe('- [x] A {weight=50.5}\n- [x] B {weight=49.5}');
    expect(multipleBoxes(multiple(choices(99.5, 0.5)), context)).toEqual({
      attributes: [],
      list: '- [x] A {weight=99.5}\n- [x] B {weight=0.5}',
    });
  });

  test('of which one is right is reported', () => {
    expect(multipleBoxes(multiple(choices(100, -100), true), context).attributes).toEqual(['multiple', 'shuffle']);
  });

  test('are scaled to 100, which is reported', () => {
    remark.mockClear();
    const { list } = multipleBoxes(multiple(choices(100, 100, -30)), context);
    expect(remark).toHaveBeenCalledWith('note', 'scaled', { sum: 200 });
    expect(list).toBe('- [x] A {weight=50}\n- [x] B {weight=50}\n- [ ] C {weight=-30}');
    remark.mockClear();
    multipleBoxes(multiple(choices(50, 51)), context);
    multipleBoxes(multiple(choices(50, 49)), context);
    expect(remark).not.toHaveBeenCalled();
    multipleBoxes(multiple(choices(50, 51.1)), context);
    expect(remark).toHaveBeenCalledTimes(1);
    multipleBoxes(multiple(choices(50, 48.9)), context);
    expect(remark).toHaveBeenCalledTimes(2);
  });

  test('are missing', () => {
    expect(() => multipleBoxes(multiple(choices(0, -50)), context)).toThrow(NotWritable);
  });
});

test.each<[string, ReturnType<typeof statementOf>]>([
  ['Le pain lève.', { before: '', statement: 'Le pain lève.' }],
  ['Un soir.\n\nDeux.\n\nLe pain\\\nlève\\\nbien.', { before: 'Un soir.\n\nDeux.', statement: 'Le pain lève bien.' }],
  ['Un\ndeux', undefined],
  ['Un.\n\n- deux', undefined],
  ['* deux', undefined],
  ['1. deux', undefined],
  ['| a |', undefined],
  ['```', undefined],
  ['Le - pain', { before: '', statement: 'Le - pain' }],
  ['Voir ![a](b.png)', { before: '', statement: 'Voir ![a](b.png)' }],
  ['a | b ::: c', { before: '', statement: 'a | b ::: c' }],
  [':::a', undefined],
  ['![a](b.png)', undefined],
  ['![a](b.png) Vrai.', { before: '', statement: '![a](b.png) Vrai.' }],
  ['', undefined],
])('the statement of “%s”', (text, expected) => {
  expect(statementOf(text)).toEqual(expected);
});

test('true or false is a choice of two words', () => {
  const question = { kind: 'true-false', isTrue: true, name: 'q' } as unknown as QuestionOf<'true-false'>;
  expect(asChoice(question, 'fr')).toEqual({
    kind: 'single',
    isTrue: true,
    name: 'q',
    shuffle: false,
    choices: [
      { text: 'Vrai', weight: 100 },
      { text: 'Faux', weight: 0 },
    ],
  });
  expect(asChoice({ ...question, isTrue: false }, 'en').choices).toEqual([
    { text: 'True', weight: 0 },
    { text: 'False', weight: 100 },
  ]);
});
