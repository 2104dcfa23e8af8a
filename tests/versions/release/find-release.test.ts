import { expect, test } from 'vitest';
import {
  byTime,
  findByDigest,
  freeName,
  type KeptRelease,
  latestWith,
  releaseDigest,
  SHORTEST,
} from '../../../build/versions/release/find-release.ts';

const kept = (folder: string, moment: string, digest: string, files: readonly string[] = ['a.zip']): KeptRelease =>
  ({
    folder,
    release: {
      moment,
      digest,
      packages: files.map((file) => ({ file, content: `c0${digest}`, sha256: `d0${digest}`, sha1: `e0${digest}` })),
    },
  }) as unknown as KeptRelease;

const [one, two, three] = [
  kept('un', '2026-01-01T00:00', 'aaaa1111'),
  kept('deux', '2026-01-02T00:00', 'bbbb2222', ['a.zip', 'b.zip']),
  kept('trois', '2026-01-03T00:00', 'aaaa3333', ['c.zip']),
];

test('the digest of a version is over its packages in any order', () => {
  const sha256 = (lines: readonly unknown[]): string => lines.join('|');
  const packages = [
    { file: 'b', content: '2' },
    { file: 'a', content: '1' },
  ];
  expect(releaseDigest(packages, sha256 as never)).toBe('a\x001\0|b\x002\0');
  expect(releaseDigest([...packages].reverse(), sha256 as never)).toBe('a\x001\0|b\x002\0');
});

test('versions are sorted by time, in a list of their own', () => {
  const list = [two, three, one];
  expect(byTime(list).map(({ folder }) => folder)).toEqual(['un', 'deux', 'trois']);
  expect(list[0]).toBe(two);
  const twin = kept('quatre', '2026-01-02T00:00', 'cccc4444');
  expect([byTime([two, twin, one]), byTime([twin, two, one])]).toEqual([
    [one, two, twin],
    [one, twin, two],
  ]);
});

test('the newest version that has a package', () => {
  const list = [one, two, three];
  const latest = ['a.zip', 'b.zip', 'c.zip', 'd.zip'].map((file) => latestWith(list, file)?.folder);
  expect(latest).toEqual(['deux', 'deux', 'trois', undefined]);
});

test('a folder is named by day and digest, then numbered from 2', () => {
  const release = { date: '2026-11-28', digest: '0123456789abcdef' };
  const free = (...taken: readonly string[]): string => freeName(release, (name) => taken.includes(name));
  expect(free()).toBe('2026-11-28-01234567');
  expect(free('2026-11-28-01234567')).toBe('2026-11-28-01234567-2');
  expect(free('2026-11-28-01234567', '2026-11-28-01234567-2')).toBe('2026-11-28-01234567-3');
});

test('a version is found by its own digest, or by those of its packages', () => {
  const list = [one, two, three];
  const found = (wanted: string): readonly string[] =>
    findByDigest(list, wanted).map(({ release, folder, found: own }) => `${folder} ${own?.file ?? '-'} ${release.digest}`);
  expect(found('aaaa')).toEqual(['un - aaaa1111', 'trois - aaaa3333']);
  expect(found('AAAA1111')).toEqual(['un - aaaa1111']);
  for (const kind of ['c0', 'D0', 'e0']) expect(found(`${kind}bbbb2222`)).toEqual(['deux a.zip bbbb2222', 'deux b.zip bbbb2222']);
  expect(found('aaa11111')).toEqual([]);
  expect(found('1111')).toEqual([]);
  expect(SHORTEST).toBe(8);
});
