import { describe, expect, test } from 'vitest';
import { composed } from '../../build/stages/check/forms/composed.ts';
import { uselessExamples } from '../../tests/helpers/attribute-examples.ts';
import { definition } from './type.ts';

test('the type is what authors and learners are promised', () => {
  expect(definition).toMatchObject({
    kind: 'activity',
    form: composed,
    scored: true,
    button: false,
    contains: ['choice', 'true-false', 'short-text', 'numeric', 'cloze', 'matching', 'order', 'categorize'],
  });
});

test('each example can be copied, in both languages', () => {
  expect(uselessExamples(definition)).toEqual([]);
});

const read = (attributes: object): unknown => definition.attributes.safeParse(attributes).data;

test.each<[object, object]>([
  [{}, { shuffle: false, review: 'end', 'second-chance': false }],
  [
    { bank: 'banks/a.md; banks/b.md', draw: ' 12 ', review: 'end' },
    { bank: ['banks/a.md', 'banks/b.md'], draw: { total: 12 }, shuffle: false, review: 'end', 'second-chance': false },
  ],
  [
    { draw: '8', review: 'now' },
    { draw: { total: 8 }, shuffle: false, review: 'now', 'second-chance': false },
  ],
  [
    { draw: 'c4-5 : 3; c4-6:12', shuffle: true, 'second-chance': true },
    {
      draw: {
        shares: [
          ['c4-5', 3],
          ['c4-6', 12],
        ],
      },
      shuffle: true,
      review: 'end',
      'second-chance': true,
    },
  ],
])('attributes %j are read', (given, options) => {
  expect(read(given)).toEqual(options);
});

test.each([1, 999])('a draw of %d questions is read', (total) => {
  expect(read({ draw: String(total) })).toMatchObject({ draw: { total } });
});

test.each<[object]>([
  [{ draw: '0' }],
  [{ draw: 'c4-5: 0' }],
  [{ draw: 'c4-5: 3; x' }],
  [{ draw: '1000' }],
  [{ draw: 'a 8' }],
  [{ draw: '1c: 2' }],
  [{ draw: 'c: 2x' }],
  [{ draw: 'C4: 2' }],
  [{ draw: 'c4_5: 2' }],
  [{ draw: 'c4-5: 1000' }],
  [{ draw: 'c4-5: 3;' }],
  [{ draw: 'c4-5: 3; c4-6: 0' }],
  [{ review: 'later' }],
])('attributes %j are refused', (given) => {
  expect(read(given)).toBeUndefined();
});

describe('what an author is warned of', () => {
  const question = (...competencies: readonly string[]) => ({ kind: 'activity', activity: { competencies } });
  function found(options: object): unknown[] {
    const errors: unknown[] = [];
    const context = { error: (...args: unknown[]) => errors.push(args) };
    definition.check?.({ review: 'end', secondChance: false, questions: [], ...options } as never, context as never);
    return errors;
  }

  test('a quiz without questions', () => {
    expect([found({}), found({ questions: [{ kind: 'prose' }], draw: { total: 2 } })]).toEqual([[['empty-quiz']], [['empty-quiz']]]);
    expect(found({ questions: [question()] })).toEqual([]);
  });

  test('a second chance that would come after the answers', () => {
    const questions = [question()];
    expect(found({ questions, secondChance: true, review: 'now' })).toEqual([['second-chance-too-late']]);
    expect([found({ questions, secondChance: true }), found({ questions, review: 'now' })]).toEqual([[], []]);
    expect(found({ questions, secondChance: true, review: 'now', draw: { total: 2 } })).toEqual([
      ['second-chance-too-late'],
      ['draw-too-large', { draw: 2, has: 1, of: '' }],
    ]);
    expect(found({ secondChance: true, review: 'now' })).toEqual([['empty-quiz'], ['second-chance-too-late']]);
  });

  test('more questions drawn than there are, in total or for a competency', () => {
    const questions = [question('c1'), question('c1', 'c2'), { kind: 'prose' }];
    expect([found({ questions, draw: { total: 2 } }), found({ questions, draw: { total: 3 } })]).toEqual([
      [],
      [['draw-too-large', { draw: 3, has: 2, of: '' }]],
    ]);
    const shares = [
      ['c1', 2],
      ['c2', 2],
    ];
    expect(found({ questions, draw: { shares } })).toEqual([['draw-too-large', { draw: 2, has: 1, of: ' (c2)' }]]);
    expect(found({ questions, draw: { shares: [['c', 1], ...shares, ['c1', 3]] } }).map((one) => (one as unknown[])[1])).toEqual([
      { draw: 1, has: 0, of: ' (c)' },
      { draw: 2, has: 1, of: ' (c2)' },
      { draw: 3, has: 2, of: ' (c1)' },
    ]);
  });
});
