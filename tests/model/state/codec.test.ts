import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../src/model/course/activity.ts';
import { tokenAt } from '../../../src/model/course/token.ts';
import { fromBase64url, toBase64url } from '../../../src/model/state/base64url.ts';
import { decodeState, encodeState, readState } from '../../../src/model/state/codec.ts';
import { sealOf } from '../../../src/model/state/seal.ts';
import { type LearnerState, newState, type Place } from '../../../src/model/state/state.ts';
import { putValue, takeValue } from '../../../src/model/state/values.ts';
import { owner } from '../../helpers/saved-state.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom('a', 'é', '’', ' ', '🥖', '\ud83e', '\udd56', '\u0000', '\n'), maxLength: 40 }),
  fc.stringMatching(/^[a-z]{1,4}$/),
);

const anyNumber = fc.oneof(
  fc.nat({ max: 300 }),
  fc.double({ noNaN: true }).map((number) => number + 0),
  fc.integer(),
  fc.maxSafeInteger(),
  fc.constantFrom(0, 0.1, 12.5, 66.67, 1 / 3, 2 / 3, 1e300, 2 ** 49, 2 ** 53, Number.POSITIVE_INFINITY),
);

const { answer: anyAnswer } = fc.letrec<{ answer: Answer }>((tie) => ({
  answer: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    anyNumber,
    anyText,
    fc.array(tie('answer'), { maxLength: 5 }),
    fc.dictionary(fc.oneof(anyText, fc.constant('__proto__')), tie('answer'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

const anyActivity = fc.record(
  {
    tries: fc.nat({ max: 40 }),
    answer: anyAnswer,
    draft: anyAnswer,
    best: fc.double({ min: 0, max: 1, noNaN: true }),
    check: fc.integer({ min: 1, max: 2 ** 14 - 1 }),
  },
  { requiredKeys: ['tries'], noNullPrototype: true },
);

const anyStatus = fc.constantFrom('incomplete', 'completed', 'passed', 'failed');
const anyScore = fc.nat({ max: 10_000 }).map((hundredths) => hundredths / 100);
const anyChapter = fc.record({ score: anyScore, status: anyStatus }, { requiredKeys: ['status'], noNullPrototype: true });

const anyCount = fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 100_000 }));

const anyState: fc.Arbitrary<LearnerState> = fc.record(
  {
    attempt: fc.string({ minLength: 1, maxLength: 12 }),
    counter: fc.nat(),
    page: anyCount,
    seen: fc.uniqueArray(anyCount, { maxLength: 20 }).map((numbers) => numbers.sort((one, other) => one - other)),
    activities: fc.dictionary(anyCount.map(String), anyActivity, { maxKeys: 12, noNullPrototype: true }),
    score: anyScore,
    status: anyStatus,
    places: fc.array(fc.tuple(anyCount, anyCount, fc.integer({ min: 1, max: 12 })) as fc.Arbitrary<Place>, { maxLength: 20 }),
    time: anyCount,
    active: anyCount,
    revision: fc.string({ maxLength: 5 }),
    chapters: fc.dictionary(anyCount.map(String), anyChapter, { maxKeys: 8, noNullPrototype: true }),
  },
  {
    requiredKeys: ['attempt', 'revision', 'counter', 'page', 'seen', 'activities', 'status', 'places', 'time', 'active'],
    noNullPrototype: true,
  },
) as fc.Arbitrary<LearnerState>;

/** As a learner goes through it, question by question. */
function answered(count: number, answer: (n: number) => Answer): LearnerState {
  const numbers = Array.from({ length: count }, (_, n) => n);
  return {
    ...newState('k3x9q0zt'),
    counter: 412,
    seen: [0, 1, 2, 3],
    activities: Object.fromEntries(numbers.map((n) => [n, { answer: answer(n), tries: 1 + (n % 3 === 0 ? 1 : 0) }])),
    score: 71.29,
    places: numbers.map((n): Place => [n, 0, 1]),
    time: 5400,
    active: 4100,
  };
}

function randomly(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

describe('values', () => {
  test('every answer is read back unchanged', () => {
    fc.assert(
      fc.property(anyAnswer, (answer) => {
        const bytes: number[] = [];
        putValue(bytes, answer);
        expect(takeValue(Uint8Array.from(bytes))).toStrictEqual(answer);
      }),
      { numRuns: 400 },
    );
  });

  test('an undefined member counts as absent', () => {
    const bytes: number[] = [];
    putValue(bytes, { a: undefined, b: 1 });
    expect(takeValue(Uint8Array.from(bytes))).toStrictEqual({ b: 1 });
  });

  test('tokens and small numbers are short', () => {
    const size = (answer: Answer): number => {
      const bytes: number[] = [];
      putValue(bytes, answer);
      return bytes.length;
    };
    expect([size('a'), size(3), size(null), size('zz'), size(300), size('é’')]).toEqual([1, 1, 1, 2, 2, 5]);
  });

  test('bytes that we never write are refused', () => {
    const take =
      (...bytes: number[]) =>
      () =>
        takeValue(Uint8Array.from(bytes));
    expect(take()).toThrow(RangeError);
    expect(take(0, 0)).toThrow(RangeError);
    expect(take(3 * 8 + 5)).toThrow(RangeError);
    expect(take(...Array(12).fill(255))).toThrow(RangeError);
    expect(take(3 + 2 * 8, 0)).toThrow(RangeError);
  });
});

describe('base64url', () => {
  test('is the one of the standard, without padding', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        const text = toBase64url(bytes);
        expect(text).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64url(text)).toEqual(bytes);
      }),
    );
  });

  test('other characters are refused', () => {
    expect(() => fromBase64url('ab=c')).toThrow();
    expect(() => fromBase64url('é')).toThrow();
  });
});

describe('saved state', () => {
  test('every state is read back unchanged, by its own module only', () => {
    fc.assert(
      fc.property(anyState, (state) => {
        const text = encodeState(state, owner());
        expect(text).toMatch(/^2.{5}tests[\w-]+$/);
        expect(decodeState(text, owner())).toStrictEqual(state);
        expect(readState(text, owner('jour'))).toEqual({ problem: 'unreadable' });
      }),
      { numRuns: 400 },
    );
  });

  test('the same state gives the same text', () => {
    fc.assert(fc.property(anyState, (state) => encodeState(state, owner()) === encodeState(structuredClone(state), owner())));
  });

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.base64String({ maxLength: 300 })), (text) => {
        expect(readState(text, owner())).toEqual({ problem: 'unreadable' });
      }),
    );
    expect(decodeState('', owner())).toBeNull();
  });

  test('a text that was cut or altered is refused', () => {
    fc.assert(
      fc.property(anyState, fc.nat(), fc.constantFrom(...'AZaz09-_'), (state, where, sign) => {
        const text = encodeState(state, owner());
        const at = where % text.length;
        expect(decodeState(text.slice(0, at), owner())).toBeNull();
        const altered = text.slice(0, at) + sign + text.slice(at + 1);
        if (altered !== text) expect(decodeState(altered, owner())).toBeNull();
      }),
    );
  });

  test('a text of a later version is recognised if it is complete', () => {
    const later = `3${sealOf('3nuitAbC')}AbC`;
    expect(readState(later, owner())).toEqual({ problem: 'newer' });
    expect(readState(`${later}D`, owner())).toEqual({ problem: 'unreadable' });
    expect(readState(`0${sealOf('0nuitAbC')}AbC`, owner())).toEqual({ problem: 'unreadable' });
  });

  test('deflated data that is not a state is refused', () => {
    const forge = (plain: Answer): string => {
      const bytes: number[] = [];
      putValue(bytes, plain);
      const body = toBase64url(deflateSync(Uint8Array.from(bytes)));
      return `1${sealOf(`1nuit${body}`)}${body}`;
    };
    const first = { ...owner(), old: true as const };
    const good: Answer[] = ['ab', '', 1, 0, 0, null, 1, 1, [0], [0], [9], ['a'], [0], [0], [2]];
    expect(decodeState(forge(good), first)).toEqual({
      ...newState('ab'),
      counter: 1,
      time: 1,
      active: 1,
      seen: [0],
      activities: { 0: { answer: 'a', tries: 1 } },
      places: [[0, 0, 1]],
    });
    for (let member = 0; member < good.length; member++) {
      for (const wrong of [-1, 'zzzz', { a: 1 }, [-1], ['a', 'a', 'a'], true]) {
        // A name may be any text, and an answer any value.
        if ((member < 2 && wrong === 'zzzz') || (member === 11 && Array.isArray(wrong) && wrong.length === 1)) continue;
        const state = decodeState(forge(good.map((value, index) => (index === member ? wrong : value))), first);
        expect(state, `${member}: ${JSON.stringify(wrong)}`).toBeNull();
      }
    }
    for (const member of [2, 3, 4])
      expect(decodeState(forge(good.map((value, index) => (index === member ? 0.5 : value))), first), `${member}`).toBeNull();
    for (const plain of [null, [], 'ab', {}, good.slice(0, 14)]) expect(decodeState(forge(plain), first)).toBeNull();
  });

  test('a score over 100, a ratio over 1 and places without end are refused, though the seal is right', () => {
    const state = newState('abc');
    const forged: LearnerState[] = [
      { ...state, score: 1e14 },
      { ...state, score: 100.01 },
      { ...state, activities: { 3: { tries: 1, answer: ['a'], best: 1.01 } } },
      { ...state, places: Array.from({ length: 10_001 }, () => [1, 0, 1] as const) },
    ];
    const most = { ...state, score: 100, places: Array.from({ length: 10_000 }, () => [1, 0, 1] as const) };
    expect(decodeState(encodeState(most, owner()), owner())).toEqual(most);
    for (const one of forged) expect(decodeState(encodeState(one, owner()), owner())).toBeNull();
  });

  test('a small text that claims to be huge costs no memory and is refused', () => {
    const text = encodeState({ ...newState('bomb'), activities: { 0: { tries: 1, answer: 'a'.repeat(3_000_000) } } }, owner());
    expect(text.length).toBeLessThan(10_000);
    expect(decodeState(text, owner())).toBeNull();
  });

  test('an answer that is nested without end is refused', () => {
    let nested: Answer = null;
    for (let depth = 0; depth < 2000; depth++) nested = [nested];
    const text = encodeState({ ...newState('deep'), activities: { 0: { tries: 1, answer: nested } } }, owner());
    const body = toBase64url(deflateSync(new Uint8Array(900_000).fill(11)));
    expect(decodeState(text, owner())).not.toBeNull();
    expect(decodeState(`2${sealOf(`2nuittests${body}`)}tests${body}`, owner())).toBeNull();
  });
});

describe('the line of a text', () => {
  const state = { ...newState('brioche1'), activities: { 3: { answer: ['b'], tries: 1 } } };
  // As version 0.1 wrote it: no line, no checks.
  const plain: Answer[] = ['brioche1', '', 0, 0, 0, null, 0, 0, [], [6], [9], [['b']], [], [], []];
  const bytes: number[] = [];
  putValue(bytes, plain);
  const body = toBase64url(deflateSync(Uint8Array.from(bytes), { level: 9 }));
  const first = `1${sealOf(`1nuit${body}`)}${body}`;

  test('a text of another line is recognised', () => {
    const text = encodeState(state, { id: 'nuit', line: 'autre' });
    expect(readState(text, owner())).toEqual({ problem: 'other-line' });
    expect(readState(text.slice(0, -1), owner())).toEqual({ problem: 'unreadable' });
    expect(readState(text, { ...owner(), old: true })).toEqual({ problem: 'other-line' });
  });

  test('a text of version 1 has no line: it is read only where the lock is as old', () => {
    expect(readState(first, owner())).toEqual({ problem: 'other-line' });
    expect(readState(first, { ...owner(), old: true })).toEqual({ state });
  });

  test('checks cost two bytes an entry, and none where there are none', () => {
    const many = answered(100, (n) => [tokenAt(n % 4)]);
    const checked = Object.entries(many.activities).map(([n, one]) => [
      n,
      { ...one, check: 1 + (Math.imul(Number(n) + 1, 40_503) & 8191) },
    ]);
    const plainly = encodeState(many, owner()).length;
    expect(encodeState({ ...many, activities: Object.fromEntries(checked) }, owner()).length - plainly).toBeLessThan(
      100 * 2 * (4 / 3) + 20,
    );
  });
});

describe('size', () => {
  test('310 single-choice answers, each with its place, fit the 4096 characters of 1.2', () => {
    const random = randomly(7);
    const text = encodeState(
      answered(310, () => [tokenAt(Math.floor(random() * 4))]),
      owner(),
    );
    expect(text.length).toBeLessThan(700);
  });

  test('310 questions with several right answers and places in random order fit as well', () => {
    const random = randomly(11);
    const state = answered(310, () => ['a', 'b', 'c', 'd', 'e'].filter(() => random() < 0.5));
    const places = [...state.places].sort(() => random() - 0.5);
    expect(encodeState({ ...state, places }, owner()).length).toBeLessThan(2400);
  });

  test('4000 characters of French prose come back whole and cost little more than half', () => {
    const words =
      'l’équipe a reçu une demande d’où naît le partenariat ; chacun s’engage à écouter, à décider « ensemble » et à évaluer ça'.split(' ');
    const random = randomly(5);
    let prose = '';
    while (prose.length < 4000) prose += `${words[Math.floor(random() * words.length)]} `;
    const state = answered(20, (n) => prose.slice(n * 200, n * 200 + 200));
    const text = encodeState(state, owner());
    expect(decodeState(text, owner())).toStrictEqual(state);
    expect(text.length).toBeLessThan(4000 * 0.56);
  });
});
