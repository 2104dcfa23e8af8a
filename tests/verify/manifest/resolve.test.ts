import { expect, test } from 'vitest';
import { resolveAddress } from '../../../build/verify/manifest/resolve.ts';

test.each<[string, readonly string[], string, string]>([
  ['index.html', [], 'inside', 'index.html'],
  ['  index.html ', [], 'inside', 'index.html'],
  ['page.html?a=1#b', ['cours/', 'un/'], 'inside', 'cours/un/page.html'],
  ['a.html', ['cours-', 'un/'], 'inside', 'cours-un/a.html'],
  ['./a//b/../c.html', [], 'inside', 'a/c.html'],
  ['a\\b.html', [], 'inside', 'a/b.html'],
  ['a\\b\\..\\c.html', ['un\\'], 'inside', 'un/a/c.html'],
  ['../a.html', ['cours/'], 'inside', 'a.html'],
  ['../../a.html', ['cours/'], 'outside', ''],
  ['', ['cours/'], 'empty', ''],
  ['/a.html', [], 'absolute', ''],
  ['a.html', ['/cours/'], 'absolute', ''],
  ['https://a.example/b', ['cours/'], 'elsewhere', ''],
  ['HTTP:b', [], 'elsewhere', ''],
  ['HTTPS://a.example/b', ['cours/'], 'elsewhere', ''],
  ['c:b', ['cours/'], 'elsewhere', ''],
  ['x-a.b+1:c', ['cours/'], 'elsewhere', ''],
  ['a//b', ['cours/'], 'inside', 'cours/a/b'],
  ['a.html?', [], 'inside', 'a.html'],
  ['a.html#', [], 'inside', 'a.html'],
  ['a/../../b', [], 'outside', ''],
  ['//a.example/b', ['cours/'], 'elsewhere', ''],
  ['a.html', ['https://a.example/'], 'elsewhere', ''],
  ['1a:b', [], 'inside', '1a:b'],
  ['a?b\n#c', [], 'inside', 'a'],
])('“%s” below %j is %s: “%s”', (href, bases, kind, path) => {
  expect(resolveAddress(href, bases)).toMatchObject({ href, kind, path });
});

test('a path is given as written, and decoded once', () => {
  expect(resolveAddress('a%20b%2520.html')).toMatchObject({ path: 'a%20b%2520.html', decoded: 'a b%20.html' });
  expect(resolveAddress('b%20c.html?x=%20#y', ['a%20/']).decoded).toBe('a /b c.html');
  expect(resolveAddress('100%.html').decoded).toBe('100%.html');
});

test('backslashes are reported, in its base too', () => {
  expect([resolveAddress('a\\b'), resolveAddress('b', ['a\\']), resolveAddress('a/b')].map(({ hasBackslash }) => hasBackslash)).toEqual([
    true,
    true,
    false,
  ]);
});
