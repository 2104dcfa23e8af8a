import { expect, test } from 'vitest';
import { filesOf, nameOf } from '../../../build/studio/prepare/file-kinds.ts';

const END = [
  'scorm12.codebook.csv',
  'scorm12.depot.html',
  'guide.html',
  'conducteur.html',
  'cahier.html',
  'accessibilite.html',
  'salle.html',
];

test('lists the package first, then the sheets in the order in which they are used', () => {
  const sheets = END.map((end) => `dist/pain/seance-1.${end}`);
  const files = filesOf({ path: 'dist/pain/seance-1.scorm12.zip', sheets }, false);
  expect(files.map(({ path }) => nameOf(path).replace('seance-1.', ''))).toEqual([
    'scorm12.zip',
    'scorm12.depot.html',
    'guide.html',
    'conducteur.html',
    'cahier.html',
    'salle.html',
    'accessibilite.html',
    'scorm12.codebook.csv',
  ]);
  expect(files.map(({ label }) => label.replace('prepare.file.', ''))).toEqual([
    'package',
    'depot',
    'guide',
    'conductor',
    'handout',
    'room',
    'statement',
    'codebook',
  ]);
  expect(files.map(({ receiver }) => receiver)).toEqual(['moodle', ...sheets.map(() => 'you')]);
});

test('lists each of several sheets of a kind, in their order', () => {
  const sheets = ['dist/pain/s1.guide.html', 'dist/pain/s1.depot.html', 'dist/pain/s2.guide.html'];
  expect(filesOf({ path: 'dist/pain/pain.zip', sheets }, false).map(({ path }) => nameOf(path))).toEqual([
    'pain.zip',
    's1.depot.html',
    's1.guide.html',
    's2.guide.html',
  ]);
});

test('names the pages of a site otherwise than a package', () => {
  const label = (isForWeb: boolean) => filesOf({ path: 'dist/pain/seance-1.web.zip', sheets: [] }, isForWeb)[0]?.label;
  expect([label(true), label(false)]).toEqual(['prepare.file.web', 'prepare.file.package']);
});

test('a file of another kind is not listed', () => {
  const sheets = END.flatMap((end) => [`dist/pain/s.${end}.bak`, `dist/pain/s-${end}`.replace(/-(?:scorm12\.)?/, '')]);
  expect(filesOf({ path: 'dist/pain/s.zip', sheets }, false)).toEqual([
    { path: 'dist/pain/s.zip', label: 'prepare.file.package', receiver: 'moodle' },
  ]);
});

test.each([
  ['dist/pain/s.zip', 's.zip'],
  ['s.zip', 's.zip'],
  ['/s.zip', 's.zip'],
  ['a/', ''],
])('the name of %s is “%s”', (path, name) => {
  expect(nameOf(path)).toBe(name);
});
