import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { makeStudio } from '../../build/toolchain/studio.ts';
import { framePage, paperPage, STYLE_NONCE } from '../../build/toolchain/studio-pages.ts';
import { root } from '../helpers/examples-project.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'cartable-studio-')), 'studio');
const program = join(root, '.cartable/program');
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const filesIn = (path: string): string[] =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();

interface Settings {
  readonly program: { readonly folder: string; readonly names: readonly string[]; readonly stamp: string; readonly version: string };
  readonly samples: Readonly<Record<string, string>>;
  readonly lms: Readonly<Record<string, string>>;
  readonly [name: string]: unknown;
}
let settings: Settings;
let files: string[];

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'ancien.js'), 'x');
  await makeStudio(root, folder);
  files = filesIn(folder);
  const [, content = ''] = /<meta name="cartable" content="([^"]*)">/.exec(read('index.html')) ?? [];
  settings = JSON.parse(content.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
}, 120_000);

const digest = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 10);

test('the folder is replaced as a whole', () => {
  expect(files).not.toContain('ancien.js');
  expect(files).toEqual(
    expect.arrayContaining(['index.html', 'frame.html', 'paper.html', 'icon.svg', 'licences.txt', 'service-worker.js']),
  );
  expect(read('icon.svg')).toBe(readFileSync(join(root, 'build/studio/icon.svg'), 'utf8'));
});

test('the entry page names a script, a style, a worker and the scripts of its frames that exist', () => {
  const page = read('index.html');
  const [, script = ''] = /<script type="module" src="([^"]+)"/.exec(page) ?? [];
  const [, style = ''] = /<link rel="stylesheet" href="([^"]+)"/.exec(page) ?? [];
  const { engine, frame, frameScript, paper, paperScript, nonce } = settings;
  expect([script, style, engine]).toEqual([
    expect.stringMatching(/^studio\.\w+\.js$/),
    expect.stringMatching(/\.css$/),
    expect.stringMatching(/^engine\.\w+\.js$/),
  ]);
  expect([frame, paper, nonce]).toEqual(['frame.html', 'paper.html', STYLE_NONCE]);
  expect([read('frame.html'), read('paper.html')]).toEqual([framePage(), paperPage()]);
  expect([frameScript, paperScript]).toEqual([expect.stringMatching(/^frame\.\w+\.js$/), expect.stringMatching(/^paper-frame\.\w+\.js$/)]);
  for (const name of [script, style, engine, frameScript, paperScript]) expect(files).toContain(name);
  // Scripts of a sandbox become part of its markup: they are no modules.
  for (const name of [frameScript, paperScript]) expect(() => new Function(read(String(name)))).not.toThrow();
});

test('the program’s files lie below a folder that is named after it', () => {
  const { folder: below, names, stamp, version } = settings.program;
  expect(stamp).toBe(readFileSync(join(program, 'made'), 'utf8'));
  expect(below).toBe(`later/program.${stamp.slice(0, 10)}`);
  expect(version).toBe(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  expect([...names].sort()).toEqual(filesIn(join(folder, below)));
  for (const edition of ['scorm12', 'scorm2004-3', 'scorm2004-4'])
    expect(names.filter((name) => name.startsWith(`schemas/${edition}/`)).length).toBeGreaterThan(1);
});

test('each sample course is a zip of its folder, named after its content', () => {
  expect(Object.keys(settings.samples)).toEqual(['partenariats-reseaux', 'repair-cafe']);
  for (const [name, path] of Object.entries(settings.samples)) {
    expect(path).toBe(`later/${name}.${digest(join(folder, path))}.zip`);
    // Whenever it is made, its files are of the same day: its name would change.
    expect(readFileSync(join(folder, path)).readUInt32LE(10)).toBe(0x28210000);
    const found = unzipSync(readFileSync(join(folder, path)));
    const home = join(root, 'modules', name);
    expect(Object.keys(found)).toEqual(filesIn(home));
    expect(Buffer.from(found['course.yaml'] ?? []).equals(readFileSync(join(home, 'course.yaml')))).toBe(true);
  }
});

test('the LMS of each standard is there, named after its content', () => {
  for (const [standard, name] of [
    ['1.2', 'scorm12'],
    ['2004', 'scorm2004'],
  ] as const) {
    const path = join(program, 'preview', `${name}.js`);
    expect(settings.lms[standard]).toBe(`later/${name}.${digest(path)}.js`);
    expect(read(settings.lms[standard] ?? '')).toBe(readFileSync(path, 'utf8'));
  }
});

test('the service worker knows every file by name, those that may wait apart', () => {
  const worker = read('service-worker.js');
  for (const file of files.filter((name) => name !== 'service-worker.js')) expect(worker).toContain(`"${file}"`);
  expect(worker).not.toContain('FILES');
  const lists = [...worker.matchAll(/\[("[^\]]*")\]/g)].map(([, list = '']) => JSON.parse(`[${list}]`) as string[]);
  const later = lists.find((list) => list.some((name) => name.startsWith('later/'))) ?? [];
  expect(later).toEqual(files.filter((name) => name.startsWith('later/')));
  expect(lists).toContainEqual(files.filter((name) => !name.startsWith('later/') && name !== 'service-worker.js'));
  const contents = files.filter((name) => name !== 'service-worker.js').map((name) => name + digest(join(folder, name)));
  const version = createHash('sha256').update(contents.join('\n')).digest('hex').slice(0, 10);
  expect(/\bversion:"([^"]*)"/.exec(worker)?.[1]).toBe(version);
});

test('licences of what is in the page come with it', () => {
  const licences = read('licences.txt');
  for (const name of ['Cartable', 'preact', '@codemirror/view', 'fflate']) expect(licences).toContain(`${name} (`);
});
