import { expect, test } from 'vitest';
import { nameRules } from '../../../build/verify/rules/names.ts';
import { apply, type PackageFacts } from '../../../build/verify/rules/rule.ts';
import { gradesOf, sourcesOf } from './facts.ts';

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
  ...['a<b', 'a>b', 'a:b', 'a"b', 'a|b', 'a*b', 'a /b', 'a '].map((name): [string, string[]] => [
    name,
    [...(name.includes(' ') ? ['note name-space'] : []), 'warning name-reserved'],
  ]),
  ...['prn.txt', 'a/nul', 'a\\com1', 'Com9.a.b', 'lpt0/b'].map((name): [string, string[]] => [
    name,
    [...(name.includes('\\') ? ['error name-backslash'] : []), 'warning name-reserved'],
  ]),
  ['com10', []],
  ['a.con', []],
  ['dossier./a.html', ['warning name-reserved']],
  ['a.', ['warning name-reserved']],
  ['a.mjs', ['warning name-module']],
  ['a.mjs.txt', []],
  ['a.PHP5', ['warning name-program']],
  ['a.php.txt', []],
  ['.htaccess', ['warning name-program']],
  ['a/.htaccess', ['warning name-program']],
  ['x.htaccess', []],
  ...'php phtml phar asp aspx jsp cgi pl py rb sh bat cmd com exe msi dll scr vbs jar'
    .split(' ')
    .map((end): [string, string[]] => [`a.${end}`, ['warning name-program']]),
  ['film.swf', ['warning name-flash']],
  ['film.FLV', ['warning name-flash']],
  ['a.MJS', ['warning name-module']],
  ['film.swf.png', []],
  ['__MACOSX/é b', ['note name-junk']],
  ['a/.DS_Store', ['note name-junk']],
  ['a.DS_Store', []],
  ['Thumbs.db', ['note name-junk']],
  ...['desktop.ini', 'a/.git/config', '.svn/b', 'a/~$b.docx', '__macosx/a'].map((name): [string, string[]] => [name, ['note name-junk']]),
  ['a.git/b', []],
  ['.DS_Store.js', []],
  ['desktop.ini.bak', []],
  ['a~$b', []],
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
  const roundedOf = (size: number): unknown => {
    const zip = { files: new Map(), isZip64: false, source: { size } };
    return apply(nameRules, { zip } as unknown as PackageFacts)[0]?.values;
  };
  expect([60.4, 60.6].map((size) => roundedOf(size * MB))).toEqual([{ n: 60 }, { n: 61 }]);
});

test('all names of a kind are one finding, in the order of the zip', () => {
  const zip = { files: new Map(['b é', 'a.html', 'é', 'A.HTML', 'a.HTML'].map((name) => [name, {}])), source: { size: 1 } };
  expect(apply(nameRules, { zip } as unknown as PackageFacts).map(({ rule, items, values }) => [rule, items, values])).toEqual([
    ['name-ascii', ['b é', 'é'], { n: 2, first: 'b é' }],
    ['name-space', ['b é'], { n: 1, first: 'b é' }],
    ['name-case', ['a.html – A.HTML', 'A.HTML – a.HTML'], { n: 2, first: 'a.html – A.HTML' }],
  ]);
});

test('what prevents a package from being used is an error, the rest a warning or a note', () => {
  expect(gradesOf(nameRules)).toEqual({
    error: ['name-backslash'],
    warning: ['name-ascii', 'name-long', 'name-reserved', 'name-case', 'name-module', 'name-program', 'name-flash', 'zip64'],
    note: ['name-space', 'name-junk', 'package-large'],
  });
});

test('each rule names its sources', () => {
  expect(sourcesOf(nameRules)).toEqual({
    'scorm.md 28': 'name-backslash',
    'moodle.md 28, scorm.md 35': 'name-ascii',
    'scorm.md 35': 'name-space',
    'scorm.md 6': 'name-long zip64',
    'scorm.md 40': 'name-reserved name-case name-program name-flash name-junk package-large',
    'moodle.md 28': 'name-module',
  });
});
