import { expect, test } from 'vitest';
import { nameRules } from '../../../build/verify/rules/names.ts';
import { apply, type PackageFacts } from '../../../build/verify/rules/rule.ts';

const MB = 1024 * 1024;

function found(names: readonly string[], { isZip64 = false, size = 1000 } = {}): string[] {
  const zip = { files: new Map(names.map((name) => [name, {}])), isZip64, source: { size } };
  return apply(nameRules, { zip } as unknown as PackageFacts).map(({ severity, rule }) => `${severity} ${rule}`);
}

test.each<[string, readonly string[]]>([
  ['cours/page-1.html', []],
  ['a\\b.html', ['error name-backslash']],
  ['été.html', ['warning name-ascii']],
  ['a b.html', ['note name-space']],
  ['a~.html', []],
  ['a\x7f.html', ['warning name-ascii']],
  ['a'.repeat(200), []],
  ['a'.repeat(201), ['warning name-long']],
  ['cours/con.html', ['warning name-reserved']],
  ['LPT1', ['warning name-reserved']],
  ['aux/a.html', ['warning name-reserved']],
  ['icon.html', []],
  ['console.js', []],
  ['a?.html', ['warning name-reserved']],
  ['dossier./a.html', ['warning name-reserved']],
  ['a.', ['warning name-reserved']],
  ['a.mjs', ['warning name-module']],
  ['a.mjs.txt', []],
  ['a.PHP5', ['warning name-program']],
  ['a.php.txt', []],
  ['.htaccess', ['warning name-program']],
  ['a/.htaccess', ['warning name-program']],
  ['x.htaccess', []],
  ['film.swf', ['warning name-flash']],
  ['film.swf.png', []],
  ['__MACOSX/é b', ['note name-junk']],
  ['a/.DS_Store', ['note name-junk']],
  ['a.DS_Store', []],
  ['Thumbs.db', ['note name-junk']],
  ['Thumbs.dbx', []],
])('“%s”: %j', (name, expected) => {
  expect(found([name])).toEqual(expected);
});

test('names that differ in case, or in how an accent is written, clash on some systems', () => {
  expect(found(['a.html', 'A.HTML', 'b.html'])).toEqual(['warning name-case']);
  expect(found(['\u00e9', 'e\u0301'])).toContain('warning name-case');
  const zip = { files: new Map(['a.html', 'A.html'].map((name) => [name, {}])), source: { size: 1 } };
  const [clash] = apply(nameRules, { zip } as unknown as PackageFacts);
  expect(clash?.items).toEqual(['a.html – A.html']);
});

test('size and format matter to some sites', () => {
  expect(found([], { isZip64: true })).toEqual(['warning zip64']);
  expect([found([], { size: 50 * MB }), found([], { size: 50 * MB + 1 })]).toEqual([[], ['note package-large']]);
  const zip = { files: new Map(), isZip64: false, source: { size: 60.4 * MB } };
  expect(apply(nameRules, { zip } as unknown as PackageFacts)[0]?.values).toEqual({ n: 60 });
});
