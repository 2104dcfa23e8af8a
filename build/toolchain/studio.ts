import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { zipSync } from 'fflate';
import { packageFolders, programNotices } from './libraries.ts';
import { registryPlugin } from './make.ts';
import { framePage, paperPage, STYLE_NONCE, studioPage } from './studio-pages.ts';
import { studioProgram } from './studio-program.ts';
import { noNode } from './worker.ts';

/** Parts of the page that are compiled separately: each is a document or a worker of its own. */
const ENTRIES = {
  studio: 'build/studio/main.tsx',
  engine: 'build/studio/engine/main.ts',
  style: 'build/studio/styles/studio.css',
} as const;

type Entry = keyof typeof ENTRIES;

/** Courses that the page offers as samples, by the folder in `modules/`. */
const SAMPLES = ['partenariats-reseaux', 'repair-cafe'];

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex').slice(0, 10);
}

function optionsFor(root: string, folder: string): BuildOptions & { metafile: true } {
  return {
    absWorkingDir: root,
    entryPoints: Object.entries(ENTRIES).map(([out, path]) => ({ in: path, out })),
    outdir: folder,
    entryNames: '[name].[hash]',
    chunkNames: 'later/[name].[hash]',
    assetNames: '[name].[hash]',
    loader: { '.woff2': 'file' },
    bundle: true,
    splitting: true,
    platform: 'browser',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    metafile: true,
    plugins: [noNode, registryPlugin(root)],
  };
}

/** Finds the file that an entry was compiled to, relative to the folder. */
function outputOf({ outputs }: Metafile, entry: Entry): string {
  const [path] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === ENTRIES[entry]) ?? [];
  if (path === undefined) throw new Error(`${ENTRIES[entry]} was not compiled.`);
  return path.replace(/^.*\//, '');
}

/** Writes the program's files that packages are assembled from, and returns their folder and names. */
function writeProgram(
  root: string,
  folder: string,
): { readonly folder: string; readonly names: readonly string[]; readonly stamp: string } {
  const stamp = readFileSync(join(root, '.cartable/program/made'), 'utf8');
  const files = studioProgram(root);
  const below = `later/program.${stamp.slice(0, 10)}`;
  for (const [name, data] of files) writeWithFolder(join(folder, below, name), data);
  return { folder: below, names: [...files.keys()], stamp };
}

function writeWithFolder(path: string, data: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, data);
}

/** Writes each sample course as one zip. @returns its address by name */
function writeSamples(root: string, folder: string): Record<string, string> {
  const address = (name: string): [string, string] => {
    const home = join(root, 'modules', name);
    const paths = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const files = paths.map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1)).sort();
    const zip = zipSync(Object.fromEntries(files.map((path) => [path, new Uint8Array(readFileSync(join(home, path)))])), {
      mtime: new Date(2000, 0, 1),
    });
    const file = `later/${name}.${digest(zip)}.zip`;
    writeWithFolder(join(folder, file), zip);
    return [name, file];
  };
  return Object.fromEntries(SAMPLES.map(address));
}

/** Lists all files below a folder, relative to it. */
function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
}

/** Compiles the script of a sandbox, which becomes part of its markup. @returns its name */
async function writeFrameScript(root: string, folder: string, entry: string): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: folder,
    entryNames: '[name].[hash]',
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    charset: 'utf8',
    logLevel: 'error',
    write: false,
  });
  const [{ path, contents } = { path: '', contents: '' }] = outputFiles;
  writeFileSync(path, contents);
  return basename(path);
}

/** Compiles the service worker, which knows all files by name. */
async function writeServiceWorker(root: string, folder: string): Promise<void> {
  const files = filesIn(folder);
  const version = digest(files.map((name) => name + digest(readFileSync(join(folder, name)))).join('\n'));
  const [first, later] = [files.filter((name) => !name.startsWith('later/')), files.filter((name) => name.startsWith('later/'))];
  await build({
    absWorkingDir: root,
    entryPoints: ['build/studio/service-worker.ts'],
    outfile: join(folder, 'service-worker.js'),
    bundle: true,
    format: 'iife',
    target: 'es2022',
    minify: true,
    logLevel: 'error',
    define: { FILES: JSON.stringify({ version, first, later }) },
  });
}

/**
 * Builds the studio: a folder of static files for any web space with https. Names contain digests, but for the entry page.
 * @param folder is replaced as a whole
 */
export async function makeStudio(root: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build(optionsFor(root, folder));
  const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const program = { ...writeProgram(root, folder), version };
  const samples = writeSamples(root, folder);
  for (const standard of ['scorm12', 'scorm2004']) {
    const from = join(root, '.cartable/program/preview', `${standard}.js`);
    mkdirSync(join(folder, 'later'), { recursive: true });
    copyFileSync(from, join(folder, `later/${standard}.${digest(readFileSync(from))}.js`));
  }
  const settings = {
    program,
    samples,
    engine: outputOf(metafile, 'engine'),
    frame: 'frame.html',
    frameScript: await writeFrameScript(root, folder, 'build/studio/play/frame.ts'),
    paper: 'paper.html',
    paperScript: await writeFrameScript(root, folder, 'build/studio/results/paper-frame.ts'),
    lms: lmsFiles(folder),
    nonce: STYLE_NONCE,
  };
  copyFileSync(join(root, 'build/studio/icon.svg'), join(folder, 'icon.svg'));
  writeFileSync(join(folder, 'frame.html'), framePage());
  writeFileSync(join(folder, 'paper.html'), paperPage());
  writeFileSync(join(folder, 'index.html'), studioPage(outputOf(metafile, 'studio'), outputOf(metafile, 'style'), settings));
  writeFileSync(join(folder, 'licences.txt'), programNotices(root, packageFolders(metafile)));
  await writeServiceWorker(root, folder);
}

function lmsFiles(folder: string): Record<string, string> {
  const names = readdirSync(join(folder, 'later'));
  const find = (standard: string): string => `later/${names.find((name) => name.startsWith(`${standard}.`))}`;
  return { '1.2': find('scorm12'), '2004': find('scorm2004') };
}
