// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { Activity } from '../../../src/model/course/activity.ts';
import type { Verdict } from '../../../src/model/judging/verdict.ts';
import { verdictText } from '../../../src/player/frame/verdict-text.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';
import type { Standing } from '../../../src/visit/standing.ts';

beforeEach(() => {
  document.documentElement.lang = 'fr';
  useStrings({
    'verdict.done': 'Fait.',
    'verdict.right': 'Juste.',
    'praise.first': 'Bien vu.',
    'praise.again': 'Bien corrigé.',
    'verdict.wrong': 'Faux.',
    'verdict.partly': 'En partie.',
    'verdict.partly.count': '{right} sur {total}.',
    'tries.none': 'Plus d’essai.',
    'tries.left.one': 'Reste {n} essai.',
    'tries.left.other': 'Restent {n} essais.',
    'tries.again': 'Réessayez.',
  });
});

const text = (
  verdict: Partial<Verdict> | null,
  {
    attempts = 0,
    quiz,
    locked = false,
    left = 0,
    tries = 1,
    strings = {},
    options = {},
  }: { attempts?: number; quiz?: string; locked?: boolean; left?: number; tries?: number; strings?: object; options?: object } = {},
) =>
  verdictText(
    verdict && ({ ratio: 0, parts: {}, final: false, outcome: 'wrong', ...verdict } as Verdict),
    { locked, left, tries } as Standing,
    { attempts, options, ...(quiz && { quiz }) } as Activity,
    strings as never,
  );

it('says only that a withheld answer was sent', () => {
  expect(text(null)).toEqual(['Fait.', '']);
});

it('offers another try unless the answer is right, and counts those that are left', () => {
  expect([text({ outcome: 'right', ratio: 1 }), text({}), text({}, { attempts: 3, left: 2 }), text({}, { attempts: 3, left: 1 })]).toEqual([
    ['Juste.', ' Bien vu.'],
    ['Faux.', ' Réessayez.'],
    ['Faux.', ' Restent 2 essais.'],
    ['Faux.', ' Reste 1 essai.'],
  ]);
});

it('has a friendly word for a right answer, another after several tries; none in a quiz or after own words', () => {
  const right = { outcome: 'right', ratio: 1, final: true } as const;
  expect([
    text(right, { locked: true }),
    text(right, { tries: 2 }),
    text(right, { quiz: 'tour' }),
    text(right, { strings: { 'verdict.right': 'Fin.' } }),
  ]).toEqual([
    ['Juste.', ' Bien vu.'],
    ['Juste.', ' Bien corrigé.'],
    ['Juste.', ''],
    ['Fin.', ''],
  ]);
});

it('says that no try is left, but not in a quiz, which has its own', () => {
  expect([
    text({ final: true }, { attempts: 1, locked: true }),
    text({ final: true }, { attempts: 1, quiz: 'tour', locked: true }),
    text({}, { attempts: 2, left: 1, quiz: 'tour' }),
  ]).toEqual([
    ['Faux.', ' Plus d’essai.'],
    ['Faux.', ''],
    ['Faux.', ' Réessayez.'],
  ]);
});

it('offers nothing after something noted, whatever tries are left', () => {
  expect([text({ outcome: 'done' }), text({ outcome: 'done' }, { attempts: 3, left: 2 }), text({ outcome: 'done', final: true })]).toEqual([
    ['Fait.', ''],
    ['Fait.', ''],
    ['Fait.', ''],
  ]);
});

it('offers nothing where the answer is locked, as in a review', () => {
  expect(text({}, { attempts: 3, left: 2, locked: true })).toEqual(['Faux.', '']);
});

it('counts right parts where the ratio is just that', () => {
  expect(text({ outcome: 'partly', ratio: 0.5, final: true, parts: { a: 'right', b: 'missed' } })[0]).toBe('1 sur 2.');
  expect(text({ outcome: 'partly', ratio: 1 / 3, parts: { a: 'right' } })[0]).toBe('1 sur 3.');
  const nine = Object.fromEntries([...'abcdefghi'].map((token) => [token, 'right' as const]));
  expect(text({ outcome: 'partly', ratio: 9 / 14, parts: nine })[0]).toBe('9 sur 14.');
  const eleven = { ...nine, j: 'right', k: 'right' } as const;
  expect(text({ outcome: 'partly', ratio: 11 / 15, parts: eleven })[0]).toBe('11 sur 15.');
  for (const ratio of [0.25, 0.5, 0.66])
    expect(text({ outcome: 'partly', ratio, parts: { a: 'right', b: 'right', c: 'wrong' } })[0]).toBe('En partie.');
  expect(text({ outcome: 'partly', ratio: 0, final: true, parts: { a: 'wrong', b: 'missed' } })[0]).toBe('En partie.');
});

it('counts nothing once all parts are marked, if the ratio is not theirs', () => {
  expect(text({ outcome: 'partly', ratio: 0.25, final: true, parts: { a: 'right', b: 'missed' } })[0]).toBe('En partie.');
});

it('counts nothing in an answer that is wrong', () => {
  expect(text({ ratio: 0.5, final: true, parts: { a: 'right', b: 'wrong' } })[0]).toBe('Faux.');
});

it('prefers the words of the type', () => {
  expect(text({}, { strings: { 'verdict.wrong': 'Pas ce frein.' } })[0]).toBe('Pas ce frein.');
});

it('counts no parts that have weights', () => {
  const half: Partial<Verdict> = { outcome: 'partly', ratio: 0.5, parts: { a: 'right' } };
  expect(text(half)[0]).toBe('1 sur 2.');
  expect(text(half, { options: { choices: [{ weight: 50 }, { weight: 25 }, { weight: 25 }] } })[0]).toBe('En partie.');
  expect(text(half, { options: { choices: [{}, { weight: 25 }] } })[0]).toBe('En partie.');
  expect(text(half, { options: { choices: [{ weight: 0 }, {}] } })[0]).toBe('En partie.');
  expect(text(half, { options: { choices: [{}, {}] } })[0]).toBe('1 sur 2.');
});
