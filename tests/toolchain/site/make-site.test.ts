import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, expect, test, vi } from 'vitest';
import { makePages } from '../../../build/toolchain/site/make-pages.ts';
import { makeSite } from '../../../build/toolchain/site/make-site.ts';
import { makeStudio } from '../../../build/toolchain/studio.ts';

/** Calls of the command, with the folder that each was made in. */
const calls = vi.hoisted((): { words: readonly string[]; cwd: string }[] => []);
const COURSES: Readonly<Record<string, string>> = { fr: 'galerie', en: 'gallery' };

vi.mock('../../../build/toolchain/site/make-pages.ts', () => ({ makePages: vi.fn() }));
vi.mock('../../../build/toolchain/studio.ts', () => ({ makeStudio: vi.fn() }));
vi.mock('node:child_process', async (original) => ({
  ...(await original<typeof import('node:child_process')>()),
  execFileSync: (program: string, words: readonly string[], { cwd }: { cwd: string }) => {
    calls.push({ words: [program, ...words], cwd });
    const language = words.at(-1) ?? '';
    const folder = join(cwd, 'dist/gallery', COURSES[language] ?? '');
    mkdirSync(folder, { recursive: true });
    const files = { 'index.html': strToU8(language), 'media/': new Uint8Array(), 'media/deep/son.mp3': strToU8('mp3') };
    writeFileSync(join(folder, 'types.web.zip'), zipSync(files));
  },
}));

afterEach(() => vi.restoreAllMocks());

test('the site has its pages, the studio, and a gallery in each language', async () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'cartable-whole-site-')), 'site');
  await makeSite('/depot', folder);
  expect(vi.mocked(makePages).mock.calls).toEqual([['/depot', folder]]);
  expect(vi.mocked(makeStudio).mock.calls).toEqual([['/depot', join(folder, 'studio')]]);
  expect(vi.mocked(makePages).mock.invocationCallOrder[0]).toBeLessThan(vi.mocked(makeStudio).mock.invocationCallOrder[0] ?? 0);
  const command = [process.execPath, '/depot/build/cartable.cjs', 'gallery', '--lang'];
  expect(calls.map(({ words }) => words)).toEqual([
    [...command, 'fr'],
    [...command, 'en'],
  ]);
  for (const [language, name] of Object.entries(COURSES)) {
    expect(readFileSync(join(folder, name, 'index.html'), 'utf8')).toBe(language);
    expect(readFileSync(join(folder, name, 'media/deep/son.mp3'), 'utf8')).toBe('mp3');
  }
  // Folders of the work are gone.
  expect(calls.map(({ cwd }) => existsSync(cwd))).toEqual([false, false]);
});
