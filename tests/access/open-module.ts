import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { planOf } from '../e2e/answers.ts';
import { readContent } from '../e2e/read-content.ts';
import { root } from '../helpers/examples-project.ts';
import { readZip } from '../helpers/read-zip.ts';
import { coursePackage, galleryPackage } from '../helpers/shared-packages.ts';
import { isLong, sampled, spread } from '../helpers/sweep.ts';
import { writeFiles } from '../helpers/unzip.ts';
import type { Focusing } from './focus.ts';
import type { Forced } from './forced.ts';
import type { Hands, Plan } from './hands.ts';
import type { Printing } from './print.ts';
import type { Survey } from './survey.ts';
import type { Watching } from './watch.ts';

declare global {
  interface Window {
    /** Functions of the tests in the page itself. */
    access: Focusing & Forced & Hands & Printing & Survey & Watching;
  }
}

/** Modules under test: the page of every type, and the real sessions. */
export const ALL = ['gallery', 'seance-1', 'seance-2', 'seance-3', 'seance-3-note'] as const;
export type Name = (typeof ALL)[number];

/** The same, or some of them: for tests that `npm test` runs, too. */
export const MODULES = isLong ? spread(ALL, 3) : sampled(ALL, 1);

/** Pages of a module to look at: all, or some of them in `npm test`. */
export function somePages(pages: readonly string[]): readonly string[] {
  return isLong ? pages : sampled(pages, 10);
}

/** A package on the disk. */
export interface Unpacked {
  readonly name: Name;
  readonly folder: string;
  readonly content: ModuleContent;
  /** Ids of pages in order. */
  readonly pages: readonly string[];
}

const unpacked = new Map<Name, Promise<Unpacked>>();

function zipOf(name: Name): string {
  return name === 'gallery' ? galleryPackage('fr', 'web') : coursePackage(name, 'web');
}

/** Writes a package's files into a folder: once for each test file. */
export function unpack(name: Name): Promise<Unpacked> {
  const known = unpacked.get(name) ?? write(name);
  unpacked.set(name, known);
  return known;
}

async function write(name: Name): Promise<Unpacked> {
  const entries = await readZip(zipOf(name));
  const folder = writeFiles(entries);
  const content = readContent(entries);
  return { name, folder, content, pages: content.pages.map(({ id }) => id) };
}

/** The answers of a whole module, all right or all wrong, by activity id. */
export function answersOf(content: ModuleContent, right: boolean): Plan {
  return Object.fromEntries(planOf(content, () => right));
}

let script: string | undefined;

function inPage(): string {
  script ??= buildSync({
    stdin: {
      contents:
        "export * from './hands.ts'; export * from './focus.ts'; export * from './forced.ts'; export * from './print.ts'; export * from './survey.ts'; export * from './watch.ts';",
      resolveDir: join(root, 'tests/access'),
      loader: 'ts',
    },
    bundle: true,
    format: 'iife',
    globalName: 'access',
    write: false,
  }).outputFiles[0]?.text;
  return `${script};window.access = access;`;
}

/** Opens a module from the disk, in a profile of its own. @param first runs in the page before its own scripts */
export async function openModule(browser: Browser, name: Name, more: BrowserContextOptions = {}, first = () => {}): Promise<Page> {
  return openFolder(browser, (await unpack(name)).folder, more, first);
}

/** Opens the package that lies in a folder. */
export async function openFolder(browser: Browser, folder: string, more: BrowserContextOptions = {}, first = () => {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', ...more });
  await context.addInitScript(inPage());
  await context.addInitScript(first);
  const page = await context.newPage();
  await page.goto(pathToFileURL(join(folder, 'index.html')).href);
  await page.locator('[data-save="alone"]').waitFor();
  return page;
}

/** Shows a page of the module. */
export async function showPage(page: Page, id: string): Promise<void> {
  await page.evaluate((hash) => document.querySelector<HTMLElement>(`#c-pages a[href="${hash}"]`)?.click(), `#p-${id}`);
  await page.locator(`#p-${id}:not([hidden])`).waitFor({ state: 'attached' });
}

/** Shows a view beside the pages. */
export async function showView(page: Page, name: 'results' | 'notebook' | 'glossary'): Promise<void> {
  await page.evaluate((action) => document.querySelector<HTMLElement>(`.c-drawer-in [data-action="${action}"]`)?.click(), name);
  await page.locator(`[data-view="${name}"]:not([hidden])`).waitFor({ state: 'attached' });
}

/** Opens and answers all of the module, page after page. @param each is called on each page, before and after */
export async function answerModule(
  page: Page,
  { content, pages }: Unpacked,
  right: boolean,
  each: (id: string, answered: boolean) => Promise<void> = async () => {},
): Promise<void> {
  const plan = answersOf(content, right);
  for (const id of pages) {
    await showPage(page, id);
    await each(id, false);
    await page.evaluate((answers) => window.access.answerPage(answers), plan);
    await each(id, true);
  }
}
