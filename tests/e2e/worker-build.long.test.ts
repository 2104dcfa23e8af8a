import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { targets } from '../../build/model/course-file.ts';
import type { BuildReport } from '../../build/model/report.ts';
import { makeWorker } from '../../build/toolchain/worker.ts';
import type { BuildMessage } from '../../build/worker/messages.ts';
import { openBrowser } from '../helpers/browser.ts';
import { root } from '../helpers/examples-project.ts';
import { programFiles } from '../helpers/program-files.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';
import { type Answer, openWorkerPage, type WorkerPage } from '../helpers/worker-page.ts';

type Request = BuildMessage['request'];
type Files = ReadonlyMap<string, Buffer>;

const project = makeProject({});
const program = programFiles();
let browser: Browser;
let page: WorkerPage;

beforeAll(async () => {
  cpSync(join(root, 'modules'), join(project, 'modules'), { recursive: true });
  const script = join(project, 'worker.js');
  [browser] = await Promise.all([openBrowser(), makeWorker(root, script)]);
  page = await openWorkerPage(browser, readFileSync(script, 'utf8'));
});
afterAll(async () => {
  await page?.close();
  await browser?.close();
  rmSync(project, { recursive: true });
});

/** All files below a folder, by path. */
function filesIn(folder: string): Files {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path, readFileSync(path)]));
}

function requestOf(modules: string, out: string, more: Partial<Request> = {}): Request {
  const names = { modules: join(project, modules), out: join(project, out), names: [], targets, cohorts: [] };
  return { ...names, frozen: false, coursePackages: true, sheets: false, ...more };
}

/** An upload sheet without the size and the digest of its zip. */
function withoutZip(sheet: string): string {
  const size = /[\d\p{Zs}.,]+(?:Ko|kB)(?=, \d+ (?:fichiers|files))/u;
  const digest = /(?<=<footer.*<code>)[\da-f]{64}(?=<\/code>)/s;
  expect(sheet.match(size) && sheet.match(digest), 'size and digest of the zip').not.toBeNull();
  return sheet.replace(size, 'size').replace(digest, 'digest');
}

/** Everything that a build wrote, by path, files inside a zip too; without what depends on who compressed a zip. */
async function contentOf(files: Files): Promise<Files> {
  const content = new Map<string, Buffer>();
  const copy = join(project, 'read.zip');
  for (const [path, bytes] of [...files].sort(([one], [other]) => (one < other ? -1 : 1))) {
    if (path.endsWith('.depot.html')) content.set(path, Buffer.from(withoutZip(String(bytes))));
    else if (basename(path) !== 'build.json' && !path.endsWith('.zip')) content.set(path, bytes);
    if (!path.endsWith('.zip')) continue;
    writeFileSync(copy, bytes);
    for (const { name, content: inner, stored } of await readZip(copy)) content.set(`${path}!${name}${stored ? ' (stored)' : ''}`, inner);
  }
  return content;
}

/** The report without what depends on who compressed a zip. The digests of the content stay. */
function reportOf(files: Files) {
  const [report] = [...files].flatMap(([path, content]) => (basename(path) === 'build.json' ? [String(content)] : []));
  const { packages, stale }: BuildReport = JSON.parse(report ?? '');
  const same = packages.map(({ bytes: _, sha256: __, sheets, ...rest }) => ({
    ...rest,
    sheets: sheets.map(({ file, bytes }) => (file.endsWith('.depot.html') ? { file } : { file, bytes })),
  }));
  return { packages: same, stale };
}

async function expectSame(node: Files, worker: Files): Promise<void> {
  const [expected, found] = [await contentOf(node), await contentOf(worker)];
  expect([...found.keys()]).toEqual([...expected.keys()]);
  expect([...expected].filter(([name, content]) => !found.get(name)?.equals(content)).map(([name]) => name)).toEqual([]);
  expect(reportOf(worker)).toEqual(reportOf(node));
}

/** Files that a command left which were not there, or not the same, before. */
function writtenBeside(sources: Files, out: string): Files {
  const now = [...filesIn(join(project, 'modules'))].filter(([path, content]) => !sources.get(path)?.equals(content));
  return new Map([...now, ...filesIn(join(project, out))]);
}

/** Runs the program. @returns what it prints */
async function run(code: number, ...args: string[]): Promise<string> {
  const { code: found, out, err } = await runCartable(args, project);
  expect(found, out + err).toBe(code);
  return out;
}

function builtIn(answer: Answer) {
  if (answer.kind === 'built') return answer;
  throw new Error(answer.why);
}

test('the course has the same packages, sheets and reports', { timeout: 180_000 }, async () => {
  const sources = filesIn(join(project, 'modules'));
  const worker = await page.open();
  const [answer] = await Promise.all([
    worker.answer({ program, files: sources, request: requestOf('modules', 'dist', { sheets: true }) }),
    run(0, 'build', '--sheets'),
  ]);
  const { announced, packages } = builtIn(answer);
  expect([...announced].sort()).toEqual(packages.map(({ file }) => file));
  await expectSame(writtenBeside(sources, 'dist'), answer.files);
});

test.each(['fr', 'en'])('the gallery in %s has the same packages', async (lang) => {
  rmSync(join(project, 'dist/gallery'), { recursive: true, force: true });
  await run(0, 'gallery', '--lang', lang);
  const sources = filesIn(join(project, '.cartable/gallery/modules'));
  const request = requestOf('.cartable/gallery/modules', 'dist/gallery', { targets: ['scorm12', 'web'], coursePackages: false });
  const { files } = await (await page.open()).answer({ program, files: sources, request });
  await expectSame(filesIn(join(project, 'dist/gallery')), files);
});

test('a mistake in a text is reported in the same way, and what is built after its correction is the same', async () => {
  const sources = filesIn(join(project, 'modules'));
  const session = join(project, 'modules/partenariats-reseaux/seance-1.md');
  const text = readFileSync(session, 'utf8');
  const request = requestOf('modules', 'edited', { names: ['seance-1'], targets: ['scorm12'], cohorts: ['base'] });
  const build = ['build', 'seance-1', '--target', 'scorm12', '--cohort', 'base', '--out', request.out, '--json'];
  const worker = await page.open();
  const first = await worker.answer({ program, files: sources, request });

  const question = (attribute: string) =>
    `${text}\n:::choice{#s1-ajout ${attribute}}\nQui ?\n\n- [x] Le bailleur\n- [ ] Le traiteur\n:::\n`;
  writeFileSync(session, question('mutliple'));
  const wrong = builtIn(await worker.answer({ files: new Map([[session, question('mutliple')]]), request }));
  expect(wrong.diagnostics.map(({ code }) => code)).toContain('unknown-attribute');
  expect(wrong.diagnostics).toEqual(JSON.parse(await run(1, ...build)).diagnostics);
  expect(wrong.files.size).toBe(0);

  writeFileSync(session, question('points=2'));
  const right = await worker.answer({ files: new Map([[session, question('points=2')]]), request });
  await run(0, ...build);
  const node = new Map([...writtenBeside(sources, 'edited')].filter(([path]) => path !== session));
  expect([...node.keys()]).toContain(join(project, 'modules/partenariats-reseaux/course.lock.yaml'));
  await expectSame(node, new Map([...first.files, ...right.files]));
});
