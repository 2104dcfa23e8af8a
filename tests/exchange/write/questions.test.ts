import { expect, test } from 'vitest';
import type { Body, Question, Remark } from '../../../build/exchange/model.ts';
import { Ids } from '../../../build/exchange/write/ids.ts';
import { QuestionWriter } from '../../../build/exchange/write/questions.ts';

const ask = (body: Body, line = 3): Question =>
  ({ name: 'Four', text: 'Quoi ?', points: 1, category: [], tags: [], line, ...body }) as Question;
const review = (key: string, line: number, level: Remark['level'] = 'review'): Remark => ({ level, key, line, values: {} });

function writer(remarks: readonly Remark[] = [], lang: 'fr' | 'en' = 'fr'): QuestionWriter {
  return new QuestionWriter({
    lang,
    ids: new Ids([]),
    competencies: new Set(['c1']),
    remarks,
    format: ({ key }) => `dit ${key} --> a --- b`,
  });
}

const truth: Body = { kind: 'true-false', isTrue: true };

test('a question has an id of its own; a text has none', () => {
  const own = writer();
  expect(own.write(ask(truth))).toEqual({ id: 'four', question: ask(truth), text: ':::true-false{#four}\n- [x] Quoi ?\n:::' });
  expect(own.write(ask(truth))?.id).toBe('four-2');
  expect(own.write(ask({ kind: 'description' }))).toMatchObject({ id: '', text: 'Quoi ?' });
  expect([own.written.map(({ id }) => id), own.remarks]).toEqual([['four', 'four-2', ''], []]);
});

test('a question that can’t be written is refused with its text, and takes no id', () => {
  const own = writer();
  expect(own.write(ask({ kind: 'order', steps: ['a'] }))).toBeUndefined();
  expect([own.written, own.remarks]).toEqual([
    [],
    [{ level: 'refused', key: 'write.few-parts', values: { fewest: 2 }, line: 3, text: 'Quoi ?\n1. a' }],
  ]);
  expect(own.write(ask(truth))?.id).toBe('four');
  own.write(ask({ kind: 'order', steps: ['b'] }, 9));
  own.write(ask({ ...truth, tags: ['x'] }, 12));
  own.write(ask({ ...truth, tags: ['x'] }, 15));
  expect(own.remarks.map(({ line }) => line)).toEqual([3, 9, 12, 15]);
});

test('words of the program in a question are those of its language', () => {
  const first = (lang: 'fr' | 'en') =>
    writer([], lang).write(
      ask({
        ...truth,
        tags: [],
        results: {},
        kind: 'matching',
        pairs: [
          ['a', 'b'],
          ['c', 'd'],
        ],
        lures: [],
      } as Body),
    )?.text;
  expect(first('fr')).not.toBe(first('en'));
});

test('remarks are kept once, with their line', () => {
  const own = writer();
  own.write(ask({ ...truth, tags: ['x', 'c1'] }, 8));
  expect(own.remarks).toEqual([{ level: 'note', key: 'write.tags', line: 8, values: { tags: 'x' } }]);
});

test('remarks on one question keep their order', () => {
  const own = writer();
  own.write(ask({ kind: 'cloze', isList: true, distractors: ['a;b', 'c', 'd;e'], text: '[[x]] [[y]]', tags: ['t'] } as Body));
  expect(own.remarks.map(({ key, values }) => [key, ...Object.values(values)])).toEqual([
    ['write.distractor', 'a;b'],
    ['write.distractor', 'd;e'],
    ['write.tags', 't'],
  ]);
});

test('what is to be reviewed stands above its question, as comments', () => {
  const own = writer([review('a', 3), review('b', 3), review('c', 4), review('d', 3, 'note')]);
  expect(own.write(ask(truth))?.text).toBe(
    '<!-- À revoir\u00a0: dit a – a – b -->\n<!-- À revoir\u00a0: dit b – a – b -->\n:::true-false{#four}\n- [x] Quoi ?\n:::',
  );
  expect([own.reviewsAt(4), own.reviewsAt(5)]).toEqual(['<!-- À revoir\u00a0: dit c – a – b -->\n', '']);
  expect(writer([review('a', 3)], 'en').reviewsAt(3)).toBe('<!-- To review: dit a – a – b -->\n');
});

test('a choice without a right answer is written only where the author has to mark it', () => {
  const single: Body = { kind: 'single', shuffle: false, choices: ['a', 'b'].map((text) => ({ text, weight: 0 })) };
  expect(writer([review('no-right', 3)]).write(ask(single))?.text).toContain('- [ ] a\n- [ ] b');
  for (const own of [writer(), writer([review('no-right', 4)]), writer([review('alt', 3)])]) expect(own.write(ask(single))).toBeUndefined();
});

test('any other error isn’t hidden', () => {
  const own = writer();
  expect(() => own.write(ask({ ...truth, tags: undefined as never }))).toThrow(TypeError);
  expect(own.remarks).toEqual([]);
});
