import { expect, test } from 'vitest';
import type { Comparison } from '../../build/versions/comparison-schema.ts';
import { groupsOf, verdictOf } from '../../build/versions/grouped.ts';
import type { VersionStrings } from '../../build/versions/strings.ts';

const strings = {
  format: (key: string, values: object = {}) => [key, ...Object.values(values)].join(' '),
  risk: (risk: string) => `risk.${risk}`,
  where: (place: object) =>
    Object.entries(place)
      .map(([key, { id }]) => `${key} ${id}`)
      .join(', '),
} as unknown as VersionStrings;

const named = (id: string) => ({ id, title: id });
const comparison = (changes: readonly object[], sessions = 2, more: object = {}): Comparison =>
  ({ same: false, risk: 'hidden', changes, new: { sessions: Array(sessions).fill({}) }, ...more }) as unknown as Comparison;

test.each([
  [comparison([], 1, { same: true }), 'verdict.same'],
  [comparison([]), 'verdict.none'],
  [comparison([{}]), 'verdict.hidden'],
])('the verdict', (given, sentence) => {
  expect(verdictOf(given, strings)).toBe(sentence);
});

test('changes are grouped by risk, the gravest first, and a reason stands once in its group', () => {
  const change = (kind: string, risk: string, more = {}): object => ({ kind, risk, what: `${kind}!`, why: `${kind}?`, ...more });
  const groups = groupsOf(
    comparison([change('a', 'safe'), change('b', 'redo', { at: 'x.md:3' }), change('a', 'safe'), change('c', 'safe')]),
    strings,
  );
  expect(groups.map(({ risk, title, label }) => [risk, title, label])).toEqual([
    ['redo', 'group risk.redo 1', 'risk.redo'],
    ['safe', 'group risk.safe 3', 'risk.safe'],
  ]);
  expect(groups[0]?.changes).toEqual([{ where: '', at: 'x.md:3', what: 'b!', why: 'b?' }]);
  expect(groups[1]?.changes.map(({ why }) => why)).toEqual(['a?', '', 'c?']);
  expect(groups[1]?.changes[0]?.at).toBe('');
});

test('the only session is not named with what is inside it', () => {
  const change = { kind: 'a', risk: 'safe', session: named('s'), page: named('p'), activity: named('q') };
  const where = (sessions: number, given: object): string | undefined =>
    groupsOf(comparison([given], sessions), strings)[0]?.changes[0]?.where;
  expect(where(1, change)).toBe('page p, activity q');
  expect([0, 2].map((sessions) => where(sessions, change))).toEqual(Array(2).fill('session s, page p, activity q'));
  expect(where(1, { kind: 'a', risk: 'safe', session: named('s'), page: named('p') })).toBe('page p');
  expect(where(1, { kind: 'a', risk: 'safe', session: named('s') })).toBe('session s');
  expect(where(1, { kind: 'a', risk: 'safe', session: named('s'), activity: named('q') })).toBe('activity q');
});
