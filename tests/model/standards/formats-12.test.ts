import fc from 'fast-check';
import { Scorm12API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import { formats12 } from '../../../src/model/standards/formats-12.ts';
import { open, set } from '../../helpers/strict-lms/calls.ts';
import { answered, slotOf } from '../interactions.ts';

const at = 'cmi.interactions.0';

/** Checks that a value is accepted by all three models: ADL's, Moodle's and scorm-again's. */
function expectLegal(values: Record<string, string>): void {
  const strict = [open({ version: '1.2' }), open({ version: '1.2', asMoodle: true })];
  const again = new Scorm12API({ logLevel: 'NONE' });
  again.LMSInitialize('');
  for (const lms of strict) set(lms, values);
  for (const [element, value] of Object.entries(values)) expect(again.LMSSetValue(element, value), `${element} = ${value}`).toBe('true');
  expect(strict.flatMap(({ overlong }) => overlong)).toEqual([]);
}

test('any answer is legal', () => {
  fc.assert(
    fc.property(answered, ({ slot, response }) => {
      expectLegal({
        [`${at}.id`]: 'four.a',
        [`${at}.type`]: formats12.typeOf(slot, response),
        ...Object.fromEntries(formats12.patterns(slot).map((text, index) => [`${at}.correct_responses.${index}.pattern`, text])),
        [`${at}.${formats12.response}`]: formats12.answer(response),
      });
      expect(formats12.answer(response)).not.toMatch(/\p{Cs}/u);
    }),
  );
});

test('any number is legal as weight, time and duration', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: false }), fc.double({ min: -10, max: 1e7 }), (any, number) => {
      for (const value of [any, number]) {
        expectLegal({
          [`${at}.id`]: 'four',
          [`${at}.weighting`]: formats12.weight(Math.abs(value)),
          [`${at}.latency`]: formats12.span(value),
          'cmi.core.session_time': formats12.span(value),
        });
      }
    }),
  );
});

describe('the texts', () => {
  test.each([
    [{ type: 'true-false', value: true }, 't'],
    [{ type: 'true-false', value: false }, 'f'],
    [{ type: 'choice', tokens: ['a', 'c', 'a'] }, 'a,c'],
    [{ type: 'choice', tokens: [] }, ''],
    [{ type: 'sequencing', tokens: ['b', 'a', 'c'] }, 'b,a,c'],
    [{ type: 'fill-in', text: 'une pâte,\nlevée' }, 'une pâte, ¶ levée'],
    [{ type: 'long-fill-in', text: 'a\r\nb\u2028c\td' }, 'a ¶ b ¶ c d'],
    [
      {
        type: 'matching',
        pairs: [
          ['a', 'c'],
          ['b', 'd'],
        ],
      },
      'a.c,b.d',
    ],
    [{ type: 'performance', steps: [['a', 'pétrir']] }, 'a.pétrir'],
    [{ type: 'numeric', value: 0.1 + 0.2 }, '0.3'],
    [{ type: 'numeric', value: -2 }, '-2'],
    [{ type: 'numeric', value: 1e-9 }, '0'],
    [{ type: 'likert', token: 'd' }, 'd'],
  ] as const)('%j → %s', (response, text) => {
    expect(formats12.answer(response)).toBe(text);
  });

  test('a text is cut at 255, never in a surrogate pair', () => {
    expect([254, 255, 256, 300].map((length) => formats12.answer({ type: 'fill-in', text: 'x'.repeat(length) }).length)).toEqual([
      254, 255, 255, 255,
    ]);
    const [pattern] = formats12.patterns(slotOf('fill-in', [{ type: 'fill-in', text: 'x'.repeat(256) }]));
    expect(pattern).toHaveLength(255);
    expect(formats12.answer({ type: 'fill-in', text: `${'x'.repeat(254)}🥖` })).toBe('x'.repeat(254));
  });

  test('types, results, patterns', () => {
    expect([formats12.typeOf(slotOf('long-fill-in')), formats12.typeOf(slotOf('fill-in')), formats12.typeOf(slotOf('choice'))]).toEqual([
      'fill-in',
      'fill-in',
      'choice',
    ]);
    expect([formats12.result('correct'), formats12.result('incorrect'), formats12.result('neutral')]).toEqual([
      'correct',
      'wrong',
      'neutral',
    ]);
    const range = slotOf('numeric', [
      { type: 'numeric', min: 3, max: 3 },
      { type: 'numeric', min: 3, max: 4.5 },
    ]);
    expect(formats12.patterns(range)).toEqual(['3', '3:4.5']);
    expect(formats12.patterns(slotOf('choice', [{ type: 'choice', tokens: [] }]))).toEqual([]);
  });

  test('a weight is 100 at most', () => {
    expect([0, 99.5, 100, 100.5].map(formats12.weight)).toEqual(['0', '99.5', '100', '100']);
  });

  test('times', () => {
    expect([0, 12.34, 61.25, 3600, 86_400.06, -5, Number.NaN, Number.POSITIVE_INFINITY].map(formats12.span)).toEqual([
      '0000:00:00.0',
      '0000:00:12.3',
      '0000:01:01.3',
      '0001:00:00.0',
      '0024:00:00.1',
      '0000:00:00.0',
      '0000:00:00.0',
      '9999:59:59.9',
    ]);
    expect(formats12.moment(new Date(2026, 0, 31, 7, 5, 9).getTime())).toBe('07:05:09');
    expect(formats12.moment(Number.NaN)).toMatch(/^\d\d:\d\d:\d\d$/);
  });
});
