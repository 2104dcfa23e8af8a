import fc from 'fast-check';
import { Scorm2004API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import type { Response } from '../../../src/model/record/interaction.ts';
import { formats2004 } from '../../../src/model/standards/formats-2004.ts';
import { open, set } from '../../helpers/strict-lms/calls.ts';
import { answered, slotOf } from '../interactions.ts';

const at = 'cmi.interactions.0';

/** Checks that a value is accepted by all three models: ADL's, Moodle's and scorm-again's. */
function expectLegal(values: Record<string, string>): void {
  const strict = [open({ version: '2004' }), open({ version: '2004', asMoodle: true })];
  const again = new Scorm2004API({ logLevel: 'NONE' });
  again.Initialize('');
  for (const lms of strict) set(lms, values);
  for (const [element, value] of Object.entries(values)) {
    // Only scorm-again refuses a comma in a right answer of this type (and in `fill-in`, a comma with a space after it).
    if (values[`${at}.type`] === 'long-fill-in' && element.endsWith('pattern') && value.includes(',')) continue;
    expect(again.SetValue(element, value), `${element} = ${value}`).toBe('true');
  }
  expect(strict.flatMap(({ overlong }) => overlong)).toEqual([]);
}

test('any answer is legal', () => {
  fc.assert(
    fc.property(answered, ({ slot, response }) => {
      expectLegal({
        [`${at}.id`]: 'four.a',
        [`${at}.type`]: formats2004.typeOf(slot, response),
        ...Object.fromEntries(formats2004.patterns(slot).map((text, index) => [`${at}.correct_responses.${index}.pattern`, text])),
        [`${at}.${formats2004.response}`]: formats2004.answer(response),
      });
      expect(formats2004.answer(response)).not.toMatch(/\p{Cs}/u);
    }),
  );
});

test('any number is legal as time and duration, any text as description', () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: false }),
      fc.double({ min: -10, max: 3e12 }),
      fc.string({ unit: 'grapheme', maxLength: 400 }),
      (any, number, text) => {
        const description = formats2004.description?.(text) ?? '';
        for (const value of [any, number]) {
          expectLegal({
            [`${at}.id`]: 'four',
            [`${at}.timestamp`]: formats2004.moment(value),
            [`${at}.latency`]: formats2004.span(value),
            'cmi.session_time': formats2004.span(value),
            [`${at}.description`]: description,
          });
        }
      },
    ),
  );
});

describe('the texts', () => {
  test.each([
    [{ type: 'true-false', value: true }, 'true'],
    [{ type: 'true-false', value: false }, 'false'],
    [{ type: 'choice', tokens: ['a', 'c', 'a'] }, 'a[,]c'],
    [{ type: 'choice', tokens: [] }, '_'],
    [{ type: 'sequencing', tokens: ['b', 'a', 'c'] }, 'b[,]a[,]c'],
    [{ type: 'fill-in', text: '' }, ''],
    [{ type: 'fill-in', text: 'a[,]b\nc' }, 'a[,]b ¶ c'],
    [{ type: 'long-fill-in', text: '{lang=fr} ?' }, '\u200b{lang=fr} ?'],
    [{ type: 'long-fill-in', text: 'Un {lang=fr} ?' }, 'Un {lang=fr} ?'],
    [
      {
        type: 'matching',
        pairs: [
          ['a', 'c'],
          ['b', 'd'],
        ],
      },
      'a[.]c[,]b[.]d',
    ],
    [{ type: 'matching', pairs: [] }, '_[.]_'],
    [{ type: 'sequencing', tokens: [] }, '_'],
    [{ type: 'performance', steps: [] }, '_[.]_'],
    [{ type: 'performance', steps: [['a', 'pétrir, [.] lever-tôt']] }, 'a[.]p_trir_._lever_t_t'],
    [{ type: 'numeric', value: 0.1 + 0.2 }, '0.3'],
    [{ type: 'likert', token: 'd' }, 'd'],
  ] as const)('%j → %s', (response, text) => {
    expect(formats2004.answer(response)).toBe(text);
  });

  test('a long text keeps its words', () => {
    const text = formats2004.answer({ type: 'long-fill-in', text: `${'mot '.repeat(2000)}` });
    expect(text.length).toBeLessThanOrEqual(3999);
    expect(text).toMatch(/mot…$/);
    const spaced = `${'x'.repeat(3990)}  ${'y'.repeat(300)}`;
    expect(formats2004.answer({ type: 'long-fill-in', text: spaced })).toBe(`${'x'.repeat(3990)}…`);
  });

  test('a text of exactly the limit is sent whole, a longer one is cut', () => {
    const answer = (length: number) => formats2004.answer({ type: 'long-fill-in', text: 'x'.repeat(length) });
    expect(answer(3999)).toBe('x'.repeat(3999));
    expect(answer(4000)).toBe(`${'x'.repeat(3998)}…`);
  });

  test('a step has 250 signs at most, and one at least', () => {
    const step = (text: string) => formats2004.answer({ type: 'performance', steps: [['a', text]] });
    expect([249, 250, 251].map((length) => step('x'.repeat(length)).length - 'a[.]'.length)).toEqual([249, 250, 250]);
    expect(step('')).toBe('a[.]_');
  });

  test('one right number is a range, and only one pattern', () => {
    const slot = slotOf('numeric', [
      { type: 'numeric', min: 3, max: 3 },
      { type: 'numeric', min: 5, max: 6 },
    ]);
    expect(formats2004.patterns(slot)).toEqual(['3[:]3']);
    expect(formats2004.patterns(slotOf('likert', []))).toEqual([]);
    const likert = ['a', 'b'].map((token) => ({ type: 'likert', token }) as const);
    expect(formats2004.patterns(slotOf('likert', likert))).toEqual(['a']);
    const either = [true, false].map((value) => ({ type: 'true-false', value }) as const);
    expect(formats2004.patterns(slotOf('true-false', either))).toEqual(['true']);
    const choices = [...'abcdef'].map((token) => ({ type: 'choice', tokens: [token] }) as const);
    expect(formats2004.patterns(slotOf('choice', choices))).toEqual([...'abcde']);
  });

  test('at most five right answers, the first that have no comma', () => {
    const texts = ['a,b', 'égalité', 'l’égalité', 'principe', 'le principe', 'parité', 'la parité', 'l’équité'];
    const slot = slotOf(
      'fill-in',
      texts.map((text) => ({ type: 'fill-in', text })),
    );
    const patterns = formats2004.patterns(slot);
    expect(patterns).toEqual(texts.slice(1, 6));
    expectLegal({
      [`${at}.id`]: 'four.a',
      [`${at}.type`]: formats2004.typeOf(slot),
      ...Object.fromEntries(patterns.map((text, index) => [`${at}.correct_responses.${index}.pattern`, text])),
    });
  });

  test('right answers with a comma come last', () => {
    const texts = ['3,5', '3.5', ' ', ' {3.5}', '3.5 '].map((text) => ({ type: 'fill-in', text }) as const);
    expect(formats2004.patterns(slotOf('fill-in', texts))).toEqual(['3.5', '\u200b {3.5}', '3,5']);
  });

  test('a number that Moodle would refuse is sent as a text', () => {
    const response: Response = { type: 'numeric', value: 150_000 };
    expect(formats2004.typeOf(slotOf('numeric'), { type: 'numeric', value: 15 })).toBe('numeric');
    expect(formats2004.typeOf(slotOf('numeric'), response)).toBe('long-fill-in');
    expect(formats2004.typeOf(slotOf('numeric', [{ type: 'numeric', min: 100_000, max: 200_000 }]))).toBe('long-fill-in');
    for (const range of [
      { min: -100_000, max: 5 },
      { min: 5, max: 99_999.5 },
    ])
      expect(formats2004.typeOf(slotOf('numeric', [{ type: 'numeric', ...range }]))).toBe('long-fill-in');
    expect(formats2004.typeOf(slotOf('numeric', [{ type: 'numeric', min: -99_999, max: 99_999 }]))).toBe('numeric');
    const either = [1, 100_000].map((value) => ({ type: 'numeric', min: value, max: value }) as const);
    expect(formats2004.typeOf(slotOf('numeric', either))).toBe('long-fill-in');
    expect(formats2004.answer(response)).toBe('150000');
    const typeOf = (value: number) => formats2004.typeOf(slotOf('numeric'), { type: 'numeric', value });
    expect([99_999.49, 99_999.5, -99_999.49, -99_999.5].map(typeOf)).toEqual(['numeric', 'long-fill-in', 'numeric', 'long-fill-in']);
  });

  test('types and results', () => {
    expect(formats2004.typeOf(slotOf('fill-in'))).toBe('long-fill-in');
    expect(formats2004.typeOf(slotOf('sequencing'))).toBe('sequencing');
    expect(formats2004.result('incorrect')).toBe('incorrect');
    expect(formats2004.weight(150.5)).toBe('150.5');
  });

  test('times', () => {
    expect([0, 12.34, 61.25, 7322, -5, Number.NaN, Number.POSITIVE_INFINITY].map(formats2004.span)).toEqual([
      'PT0H0M0S',
      'PT0H0M12.3S',
      'PT0H1M1.3S',
      'PT2H2M2S',
      'PT0H0M0S',
      'PT0H0M0S',
      'PT9999H59M59.9S',
    ]);
    expect(formats2004.moment(Date.UTC(2026, 0, 31, 10, 20, 30, 129))).toBe('2026-01-31T10:20:30.12Z');
    expect(formats2004.moment(Date.UTC(2050, 0))).toBe('2037-12-31T23:59:59.99Z');
    expect([Number.NaN, -1, 0].map(formats2004.moment)).toEqual(Array(3).fill('1970-01-01T00:00:00.00Z'));
    expect(formats2004.moment(Date.UTC(2037, 11, 31, 23, 59, 59, 980))).toBe('2037-12-31T23:59:59.98Z');
  });

  test('a description is one line of at most 250, cut after a word', () => {
    const describe = (text: string) => formats2004.description?.(text);
    expect(describe(' Le pain\n  est-il\u00a0cuit ? ')).toBe('Le pain est-il\u00a0cuit ?');
    expect(describe('{a} et {b}')).toBe('\u200b{a} et {b}');
    expect(describe('a et {b}')).toBe('a et {b}');
    expect(describe('a\ud83d\u0007b\u2028\u2029c')).toBe('a b c');
    expect(describe('mot '.repeat(100))).toMatch(/^(mot )+mot…$/);
    expect(describe('x'.repeat(300))).toBe(`${'x'.repeat(248)}…`);
    expect(describe('x'.repeat(249))).toBe('x'.repeat(249));
    expect(describe('x'.repeat(250))).toBe(`${'x'.repeat(248)}…`);
  });

  test('a description is cut after a word only in its second half', () => {
    const afterWord = (length: number) => formats2004.description?.(`${'x'.repeat(length)} ${'y'.repeat(300)}`)?.length;
    expect([124, 125].map(afterWord)).toEqual([249, 126]);
    expect(formats2004.description?.(`${'x'.repeat(247)}🥖🥖`)).toBe(`${'x'.repeat(247)}…`);
  });
});
