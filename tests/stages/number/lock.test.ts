import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LockModule } from '../../../build/model/lock.ts';
import type { PartText } from '../../../build/model/source.ts';
import { goneIds, isSameModule, lockModule, newLock, readLock, writeLock } from '../../../build/stages/number/lock.ts';
import { sumOf } from '../../../build/stages/number/read-lock.ts';
import { lockable as activity, rames } from '../../helpers/lockable.ts';

const right = (text: string): PartText => ({ text, key: 'x' });
const wrong = (text: string): PartText => ({ text });

/** Tokens of the one activity's parts, over several builds of its text. */
function tokensOver(...builds: readonly (readonly PartText[])[]): { tokens: (readonly string[])[]; lock: LockModule } {
  let lock: LockModule | undefined;
  const tokens = builds.map((parts) => {
    const update = lockModule(lock, rames(activity('frein', parts)));
    lock = update.lock;
    return update.numbers.tokens.get('frein') ?? [];
  });
  return { tokens, lock: lock as LockModule };
}

test('an entry of a module is the same only with equal pages, gone pages and activities', () => {
  const { lock } = tokensOver([right('Le patin'), wrong('La cloche')]);
  const [one] = lock.activities as [LockModule['activities'][number]];
  expect(isSameModule(lock, structuredClone(lock))).toBe(true);
  const others: (LockModule | undefined)[] = [
    undefined,
    { ...lock, pages: [...lock.pages, 'quai'] },
    { ...lock, gonePages: ['quai'] },
    { ...lock, activities: [] },
    { ...lock, pages: [] },
    { ...lock, pages: lock.pages.map((id) => `${id}-2`) },
    ...[
      { type: 'order' },
      { id: 'gong' },
      { was: ['order'] },
      { gone: true as const },
      { parts: one.parts.toReversed() },
      { parts: one.parts.slice(0, 1) },
      ...[{ text: 'Le gong' }, { key: 'y' }, { from: 'ab' }, { gone: true as const }].map((part) => ({
        parts: one.parts.map((other, at) => (at > 0 ? { ...other, ...part } : other)),
      })),
    ].map((part) => ({ ...lock, activities: [{ ...one, ...part }] })),
  ];
  const two = { ...lock, activities: [one, { ...one, id: 'gong' }] };
  expect(isSameModule({ ...two, activities: [one, { ...one, id: 'sel' }] }, two)).toBe(false);
  expect(others.map((other) => isSameModule(other, lock))).toEqual(others.map(() => false));
});

describe('parts keep their tokens', () => {
  const first = [right('Le patin de frein électromagnétique'), wrong('La cloche'), wrong('Le sablier')];

  test.each<[string, readonly PartText[], string[]]>([
    ['where nothing changed', first, ['a', 'b', 'c']],
    ['where they moved', [first[2], first[0], first[1]] as PartText[], ['c', 'a', 'b']],
    ['where only spaces, quotes or case changed', [right(' le  patin de frein ÉLECTROMAGNÉTIQUE'), ...first.slice(1)], ['a', 'b', 'c']],
    ['where a typo was mended', [right('Le patin de frein électro-magnétique'), ...first.slice(1)], ['a', 'b', 'c']],
    ['where one was added before', [wrong('Le klaxon'), ...first], ['d', 'a', 'b', 'c']],
    ['where one was removed', first.slice(1), ['b', 'c']],
  ])('%s', (_name, parts, expected) => {
    expect(tokensOver(first, parts).tokens[1]).toEqual(expected);
  });

  test.each<[string, readonly PartText[], string[]]>([
    ['another text at the same place is another part', [right('Un tout autre texte, sans rapport'), ...first.slice(1)], ['d', 'b', 'c']],
    [
      'the same words with another tick at the same place are another part',
      [wrong('Le patin de frein électrique'), ...first.slice(1)],
      ['d', 'b', 'c'],
    ],
  ])('%s', (_name, parts, expected) => {
    expect(tokensOver(first, parts).tokens[1]).toEqual(expected);
  });

  test('a token that is gone is never given to another part, and comes back with its text', () => {
    const { tokens, lock } = tokensOver(first, first.slice(0, 2), [...first.slice(0, 2), wrong('Le gyrophare')], first);
    expect(tokens).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b'],
      ['a', 'b', 'd'],
      ['a', 'b', 'c'],
    ]);
    expect(lock.activities[0]?.parts.map((part) => part.gone ?? false)).toEqual([false, false, false, true]);
  });
});

test('activities and pages keep their numbers, removed ones stay', () => {
  const one = lockModule(undefined, rames(activity('frein', []), activity('porte', [])));
  const two = lockModule(one.lock, rames(activity('cloche', []), activity('porte', [])));
  expect(two.numbers.activities).toEqual(
    new Map([
      ['cloche', 2],
      ['porte', 1],
    ]),
  );
  expect([...two.numbers.pages]).toEqual([['quai', 0]]);
  const later = lockModule({ pages: ['voie', 'quai'], activities: [] }, rames());
  expect(lockModule(later.lock, rames()).lock.gonePages).toEqual(['voie']);
  expect(two.lock).not.toHaveProperty('gonePages');
  expect(lockModule(undefined, rames(activity('frein', []), activity('frein', []))).lock.activities).toHaveLength(1);
  expect([...later.numbers.pages, later.lock.gonePages]).toEqual([['voie', 0], ['quai', 1], ['voie']]);
  expect(two.lock.activities.map(({ id, gone }) => [id, gone])).toEqual([
    ['frein', true],
    ['porte', undefined],
    ['cloche', undefined],
  ]);
});

test('whatever the changes, two parts never share a token and the lock only grows', () => {
  const words = fc.array(
    fc.record({
      text: fc.constantFrom('rame', 'Rame', 'bogie neuf', 'bogie usé', 'frein', 'le frein à main', 'le frein à pied'),
      key: fc.option(fc.constant('x'), { nil: undefined }),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 5 }), (builds) => {
      let before = 0;
      let lock: LockModule | undefined;
      for (const parts of builds) {
        const clean = parts.map(({ text, key }): PartText => (key === undefined ? { text } : { text, key }));
        const update = lockModule(lock, rames(activity('frein', clean)));
        const tokens = update.numbers.tokens.get('frein') ?? [];
        expect(new Set(tokens).size).toBe(parts.length);
        const size = update.lock.activities[0]?.parts.length ?? 0;
        expect(size).toBeGreaterThanOrEqual(before);
        before = size;
        lock = update.lock;
      }
    }),
  );
});

test('the file reads back as it was written, and anything else is no lock', () => {
  const { lock } = tokensOver([right('« Oui »'), wrong("L'autre")]);
  const whole = { version: 2 as const, line: 'tests', modules: { rames: lock } };
  expect(readLock(writeLock(whole), 'depot')).toEqual(whole);
  const first = newLock();
  expect(readLock(writeLock(first), 'depot')).toEqual(first);
  for (const text of [
    '',
    '{',
    '[]',
    '{"version":3,"line":"tests","modules":{}}',
    '{"version":2,"modules":{}}',
    '{"version":2,"line":"TESTS","modules":{}}',
    '{"version":2,"line":"tests","merged":[1],"modules":{}}',
    '{"version":2,"line":"tests","modules":{"a":{"pages":[],"gonePages":"a","activities":[]}}}',
    '{"version":2,"line":"tests","modules":{"a":{"pages":[],"activities":[{"id":"q","was":"x","parts":[]}]}}}',
    '{"version":2,"line":"tests","modules":{"a":{"pages":[],"activities":[{"id":"q","parts":[{"text":"x","from":"long"}]}]}}}',
    '{"version":1,"modules":{"a":{}}}',
    '{"version":1,"modules":{"a":{"pages":[],"activities":[{"id":1}]}}}',
  ]) {
    expect(readLock(text, 'depot')).toBeNull();
  }
});

test('a lock of version 0.1 keeps its numbers and gets a line, which the course and its numbers decide', () => {
  const old = (modules: object) => JSON.stringify({ version: 1, modules });
  const modules = { rames: { pages: ['quai'], activities: [{ id: 'q', parts: [{ text: 'oui' }] }] } };
  const lock = readLock(old(modules), 'depot');
  expect(lock).toEqual({ version: 1, modules, line: expect.stringMatching(/^[a-z0-9]+$/), old: true });
  expect(readLock(old(modules), 'depot')?.line).toBe(lock?.line);
  expect(readLock(old(modules), 'fournil')?.line).not.toBe(lock?.line);
  expect(readLock(old({}), 'depot')).toEqual({ version: 1, modules: {}, line: expect.any(String) });
});

test('its checksum shows manual edits, with any line ends', () => {
  const module = { pages: ['a', 'b'], activities: [{ id: 'q', parts: [{ text: 'oui' }] }] };
  const text = writeLock({ version: 2, line: 'tests', modules: { rames: module } });
  expect(sumOf(text)).toBe('right');
  expect(sumOf(text.replaceAll('\n', '\r\n'))).toBe('right');
  expect(sumOf(text.trimEnd())).toBe('right');
  expect(sumOf(`${text}\n# Fin`)).toBe('right');
  const altered = text.replace('"a","b"', '"b","a"');
  expect(sumOf(altered)).toBe('wrong');
  // Blanks behind the sum are no way around it.
  expect(sumOf(altered.replace(/^(# Sum.*)$/m, '$1  '))).toBe('wrong');
  expect(sumOf(altered.replace(/^# Sum.*$/m, '#Sum:'))).toBe('wrong');
  expect(sumOf(text.replace('"pages"', '"pages": [],\n      "pages"'))).toBe('wrong');
  expect(sumOf(text.replace(/^# Sum.*\n/m, ''))).toBe('none');
});

test('the file has a line for each activity, and its checksum stands in front', () => {
  const parts = [{ text: 'oui', key: 'x' }];
  const activities = [
    { id: 'q', type: 'choice', parts },
    { id: 'r', parts: [], gone: true as const },
  ];
  const course = { modules: ['rames', 'voies'], pages: ['quai'], activities: ['q', 'r'].map((id) => ({ id, in: ['rames'] })) };
  const modules = { rames: { pages: ['quai', 'pont'], gonePages: ['pont'], activities }, voies: { pages: [], activities: [] } };
  const [, , sum, ...lines] = writeLock({ version: 2, line: 'tests', old: true, merged: ['0123abcd'], modules, course }).split('\n');
  expect(sum).toMatch(/^# Sum: [0-9a-f]{8}$/);
  expect(lines.join('\n')).toBe(`{
  "version": 2,
  "line": "tests",
  "old": true,
  "merged": ["0123abcd"],
  "modules": {
    "rames": {
      "pages": ["quai","pont"],
      "gonePages": ["pont"],
      "activities": [
        {"id":"q","type":"choice","parts":[{"text":"oui","key":"x"}]},
        {"id":"r","parts":[],"gone":true}
      ]
    },
    "voies": {
      "pages": [],
      "activities": [

      ]
    }
  },
  "course": {
    "modules": ["rames","voies"],
    "pages": ["quai"],
    "activities": [
      {"id":"q","in":["rames"]},
      {"id":"r","in":["rames"]}
    ]
  }
}
`);
});

test('activities that are gone are known in every module', () => {
  const of = (...ids: string[]): LockModule => ({
    pages: [],
    activities: ids.map((id) => ({ id, parts: [], ...(id.startsWith('x') && { gone: true as const }) })),
  });
  expect(goneIds({ ...newLock(), modules: { rames: of('a', 'x-1', 'x-2'), voies: of('x-3', 'b') } })).toEqual(
    new Set(['x-1', 'x-2', 'x-3']),
  );
});
