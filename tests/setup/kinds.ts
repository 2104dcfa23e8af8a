import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Projects of the tests, in the order in which they run. */
export const kinds = ['unit', 'dom', 'build', 'browser'] as const;
export type Kind = (typeof kinds)[number];

const isTest = (name: string): boolean => name.endsWith('.test.ts');

/** Lists the test files below the root, with slashes. */
function testFiles(root: string): string[] {
  const list = (folder: string): string[] =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name.replaceAll('\\', '/')}`);
  const types = list('templates').filter((path) => path.split('/').length === 3);
  return [...list('tests'), ...types].filter(isTest).sort();
}

/**
 * Collects a test file and everything of `tests/` that it imports, directly or not.
 * @returns the texts by path
 */
function reached(root: string, file: string, texts: Map<string, string>): Set<string> {
  const found = new Set<string>();
  const visit = (path: string): void => {
    if (found.has(path) || !existsSync(join(root, path))) return;
    found.add(path);
    const text = texts.get(path) ?? readFileSync(join(root, path), 'utf8');
    texts.set(path, text);
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const next = join(dirname(path), name).replaceAll('\\', '/');
      if (next.startsWith('tests/')) visit(next);
    }
  };
  visit(file);
  return found;
}

const STARTS = /from '(?:node:child_process|esbuild)'/;

function kindOf(file: string, files: ReadonlySet<string>, texts: ReadonlyMap<string, string>): Kind {
  if (files.has('tests/helpers/browser.ts')) return 'browser';
  const text = texts.get(file) ?? '';
  if ([...files].some((path) => STARTS.test(texts.get(path) ?? ''))) return 'build';
  return /^\/\/ @vitest-environment happy-dom/m.test(text) ? 'dom' : 'unit';
}

/** Tests whether a file uses a sweep, itself or in what it imports; of the modules to look at, only their sample is one. */
function sweeps(file: string, files: ReadonlySet<string>, texts: ReadonlyMap<string, string>): boolean {
  if (/\bMODULES\b.*open-module/.test(texts.get(file) ?? '')) return true;
  return [...files].some(
    (path) => path !== 'tests/access/open-module.ts' && /helpers\/sweep\.ts'|'\.\/sweep\.ts'/.test(texts.get(path) ?? ''),
  );
}

export interface TestFiles {
  readonly byKind: Readonly<Record<Kind, readonly string[]>>;
  /** Files of the long runs: those named `*.long.test.ts`, and those with sweeps, of which `npm test` takes samples. */
  readonly long: readonly string[];
}

/**
 * Sorts the test files by what they need: nothing, a document, other processes, or a browser.
 * The imports decide, so that no list has to be kept.
 */
export function sortTests(root: string): TestFiles {
  const texts = new Map<string, string>();
  const byKind: Record<Kind, string[]> = { unit: [], dom: [], build: [], browser: [] };
  const long: string[] = [];
  for (const file of testFiles(root)) {
    const files = reached(root, file, texts);
    const isLong = file.endsWith('.long.test.ts');
    if (!isLong) byKind[kindOf(file, files, texts)].push(file);
    if (isLong || sweeps(file, files, texts)) long.push(file);
  }
  return { byKind, long };
}
