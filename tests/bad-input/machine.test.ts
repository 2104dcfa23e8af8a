import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { frameOf } from '../../build/cli/frames.ts';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { nearestFile, openFolder } from '../../build/files/folder.ts';
import { nodeFiles } from '../../build/host/node/files.ts';
import { check } from '../../build/pipeline.ts';
import { writeLock } from '../../build/stages/number/lock.ts';
import { reportNotWritable } from '../../build/stages/pack/not-writable.ts';
import { AssetCollector } from '../../build/stages/render/assets.ts';
import { engine } from '../helpers/engine.ts';
import { root } from '../helpers/examples-project.ts';
import { FIRST_LOCK } from '../helpers/first-lock.ts';
import { depot, type Files, rames, requestFor } from './depot-project.ts';

const page = (body: string): Files => rames(`# Le quai {#quai}\n\n${body}\n`);

function lookAt(project: string): string[] {
  const { diagnostics } = check(requestFor(project), engine);
  return diagnostics.list.map(
    ({ code, at, values }) => `${code} ${at.file.replace(/^.*modules\/(?:depot\/)?/, '')}:${at.line}:${at.column} ${values.sign ?? ''}`,
  );
}

function cartable(project: string, ...args: string[]) {
  return spawnSync(process.execPath, [join(root, 'build/cartable.cjs'), '--lang', 'fr', ...args], {
    cwd: project,
    encoding: 'utf8',
  });
}

/** Runs as somebody who may read only what all may: to root, no file is closed. */
function asAnother(task: () => void): void {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    task();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

// Each of these once ended with « Cartable est en panne ».
test('files beside the courses are none of their business', () => {
  const project = depot({ 'course.lock.yaml': FIRST_LOCK });
  writeFileSync(join(project, 'modules/LISEZMOI.txt'), 'Nos cours.');
  const { status, stderr } = cartable(project, 'build', '--target', 'web', '--no-course');
  expect(`${status} ${stderr}`).toBe('0 1/1 depot/rames.web.zip\n');
});

test('a course behind a link is reported, not ignored', () => {
  const project = depot({});
  symlinkSync(join(depot({}), 'modules/depot'), join(project, 'modules/voisin'));
  expect(lookAt(project)).toEqual(['course-behind-link voisin:1:1 ']);
});

test('a file below what is no folder, or with a name too long for any, is one that is not there', () => {
  const project = depot({ ...page(`![x](plan.png/a/b.png) ![y](${'a'.repeat(300)}/b.png)`), 'plan.png': 'x' });
  expect(lookAt(project)).toEqual(['missing-asset rames.md:8:6 ', 'missing-asset rames.md:8:29 ']);
});

// A preview lost its breath: of a course that is moved while it is read, no folder is the nearest.
test('where the course has gone, nothing is near', () => {
  expect(nearestFile({ root: join(root, 'gone'), files: nodeFiles }, 'rames.md')).toBe('');
});

test('an unreadable file is reported where it is named', () => {
  const project = depot({
    ...page('![Le plan](plan.png)\n\n::include{file="suite.md"}'),
    'plan.png': 'x',
    'suite.md': 'Plus loin.',
    'cohorts/soir.yaml': 'title: Soir\n',
  });
  const course = join(project, 'modules/depot');
  writeFileSync(join(course, 'course.lock.yaml'), writeLock({ version: 2, line: 'tests', modules: {} }));
  chmodSync(project, 0o755);
  for (const name of ['plan.png', 'suite.md', 'cohorts', 'course.lock.yaml']) chmodSync(join(course, name), 0o000);
  asAnother(() =>
    expect(lookAt(project).sort()).toEqual([
      'not-readable cohorts:1:1 ',
      'not-readable course.lock.yaml:1:1 ',
      'not-readable rames.md:10:1 ',
      'not-readable rames.md:8:12 ',
    ]),
  );
});

test('an impossible output folder is reported', () => {
  const project = depot({});
  const first = (...args: string[]): string => {
    const { status, stderr } = cartable(project, 'build', '--target', 'web', ...args);
    return `${status} ${stderr.split('\n')[0]}`;
  };
  symlinkSync(join(project, 'nowhere'), join(project, 'lost'));
  expect(first('--out', 'lost')).toBe('1 lost:1:1 erreur not-writable');
  expect(first('--out', '')).toBe('2 erreur L’option « --out » ne peut pas valoir «  ». Écrivez le nom d’un dossier.');
  expect(first('--no-course')).toBe('0 1/1 depot/rames.web.zip');
  const old = readFileSync(join(project, 'dist/build.json'), 'utf8');
  mkdirSync(join(project, 'other'));
  writeFileSync(join(project, 'other/build.json'), old);
  writeFileSync(join(project, 'other/depot'), 'no folder');
  expect(first('--out', 'other')).toBe('1 other/depot:1:1 erreur not-writable');
});

// On Windows what stood open in another program ended as a failure of Cartable, where the folder was named in short.
test('a file that can not be written is reported, though the error has the absolute path', () => {
  const found = (path: string): boolean =>
    reportNotWritable(Object.assign(new Error('held'), { code: 'EPERM', dest: path }), 'autre', new Diagnostics());
  expect([
    found(join(process.cwd(), 'autre/depot/rames.web.zip')),
    found('autre/depot'),
    found(join(root, 'ailleurs/rames.web.zip')),
  ]).toEqual([true, true, false]);
});

// A mark stands in parsed text for a file of the course: one that was smuggled in put any file of the machine into the package.
test('no author can insert a marker', () => {
  const away = '..%2F..%2F..%2Fetc%2Fhosts';
  const signs = `Un &#xE004;${away}&#57349; et <https://x.org/%EE%80%84${away}%ee%80%85>`;
  expect(lookAt(depot(page(signs)))).toEqual([
    'forbidden-sign rames.md:8:4 U+E004',
    'forbidden-sign rames.md:8:38 U+E005',
    'forbidden-sign rames.md:8:65 U+E004',
    'forbidden-sign rames.md:8:100 U+E005',
  ]);
  const yaml = `id: depot\ntitle: Dépôt\nmodules: [rames]\nvariables:\n  chef: "\\uE004${away}\\uE005"\n  plan: "l\\u2019a\\xe9"\n`;
  expect(lookAt(depot({ 'course.yaml': yaml }))).toEqual(['forbidden-sign course.yaml:5:9 U+E004']);
  expect(lookAt(depot(rames('# Le quai {#quai}\n\nR&#233;seau &amp; 100%EE &#x1F600; &nbsp;\n')))).toEqual([]);
  // And were there a way that nobody knows of:
  expect(() => new AssetCollector(openFolder(depot({}), nodeFiles), engine.kit).place('\uE004..%2Fx.png\uE005')).toThrow(
    'no file of the course',
  );
});

test('invisible characters are reported one by one, and hide nothing', () => {
  const project = depot(page('Un\u000b mot\u0092 et <b>\r\n\u001b[2J'));
  expect(lookAt(project)).toEqual([
    'forbidden-sign rames.md:8:3 U+000B',
    'forbidden-sign rames.md:8:8 U+0092',
    'forbidden-sign rames.md:9:1 U+001B',
    'raw-html rames.md:8:13 ',
  ]);
  expect(lookAt(depot(page('\u0001 '.repeat(5000))))).toHaveLength(100);
  expect(lookAt(depot({ 'rames.md': Buffer.from('# Rames\n', 'utf16le') }))).toEqual(['not-text rames.md:1:2 ']);
  expect(lookAt(depot({ 'rames.md': Buffer.from('# Rames\nétat\n', 'latin1') }))).toEqual(['not-text rames.md:2:1 ']);
});

test('a terminal shows control characters of a text, and does not execute them', () => {
  const project = depot(page('Un\u001b]0;titre\u0007 mot\u202e'));
  const { diagnostics } = check(requestFor(project), engine);
  const [first] = diagnostics.list;
  if (!first) throw new Error('nothing was told');
  expect(frameOf(first, 'fr').split('\n')[2]).toContain('Un␛]0;titre␇ mot·');
  const at = { ...first.at, file: join(project, 'modules/depot/\u001b[31m\n.yaml') };
  expect(frameOf({ ...first, at }, 'fr')).toContain('/␛[31m␊.yaml:8:3');
  const zip = join(project, 'a.zip');
  writeFileSync(zip, Buffer.from('PK\u0003\u0004\0\0'));
  expect(frameOf({ ...first, at: { file: zip, line: 1, column: 1 } }, 'fr')).not.toContain('PK');
});

test('a key that is a map is reported, without a warning of Node', () => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
  expect(lookAt(depot({ 'course.yaml': 'id: depot\ntitle: Dépôt\nmodules: [rames]\n? { chef: Jo }\n: un\n' }))).toEqual([
    'unknown-key course.yaml:1:1 ',
  ]);
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

test.each([
  ['a name with a prefix', '<svg:script>alert(1)</svg:script>'],
  ['what a type declares', '<!ATTLIST svg onload CDATA "alert(1)">'],
  ['styles of another site', '<style>@import "styles.css";</style>'],
  ['a fill of another site', '<rect style="fill:url( //exemple.org/a.svg#b)"/>'],
])('a drawing that holds a way out: %s', (_name, inside) => {
  const plan = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg">${inside}</svg>`;
  expect(lookAt(depot({ ...page('![Le plan](plan.svg)'), 'plan.svg': plan }))).toEqual(['active-picture rames.md:8:12 ']);
  const sound = '<svg xmlns="http://www.w3.org/2000/svg"><rect fill="url(#a)" style="filter:url(#b)"/></svg>';
  expect(lookAt(depot({ ...page('![Le plan](plan.svg)'), 'plan.svg': sound }))).toEqual([]);
});

test('a place in YAML lies in its file, whatever is not closed in it', () => {
  const text = 'id: depot\ntitle: [ {a: b\nmodules: [rames]\nlang: fr\n- x: {\n\n  y: "z"\n';
  const lines = text.split('\n');
  const found = lookAt(depot({ 'course.yaml': text })).map((one) => /:(\d+):(\d+) /.exec(one)?.slice(1).map(Number));
  expect(found.length).toBeGreaterThan(0);
  for (const [line = 0, column = 0] of found.map((place) => place ?? []))
    expect(column, `${line}:${column}`).toBeLessThanOrEqual((lines[line - 1]?.length ?? -1) + 1);
});
