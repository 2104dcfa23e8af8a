import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages, root, types } from '../helpers/examples-project.ts';
import { readZip, type ZipEntry } from '../helpers/read-zip.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';

/** The course of each language. */
const COURSES = { fr: 'galerie', en: 'gallery' } as const;
const SAYS = { fr: `${types.length} types dans dist/gallery\n`, en: `${types.length} types in dist/gallery\n` } as const;

/** Strings of a language, in pieces between the values that are filled in. */
function piecesOf(lang: 'fr' | 'en'): string[] {
  const read = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
  const tables = [read(`src/strings/${lang}.json`), ...types.map((type) => read(`templates/${type}/strings.json`)[lang])];
  return tables.flatMap((table) =>
    Object.values<string>(table)
      .flatMap((text) => text.split(/\{[a-z]+\}/))
      .map((piece) => piece.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
      .filter((piece) => piece.length > 4),
  );
}

/** Matches a piece as whole words. */
const wordsOf = (piece: string): RegExp =>
  new RegExp(`(?<!\\p{L})${piece.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\s/g, '\\s')}(?!\\p{L})`, 'u');

const project = makeProject({ 'dist/build.json': '{"packages":[],"stale":[]}' });

const packageOf = (lang: 'fr' | 'en', target: string): Promise<ZipEntry[]> =>
  readZip(join(project, `dist/gallery/${COURSES[lang]}/types.${target}.zip`));

// One after the other into the same project: neither stands in the other's way, nor in its own when it is built again.
test.each(['fr', 'en', 'fr'] as const)('it is built in %s (%#)', async (lang) => {
  const { code, out } = await runCartable(['gallery', '--lang', lang], project);
  expect([code, out]).toEqual([0, SAYS[lang]]);
});

describe.each(languages)('in %s', (lang) => {
  test.each(['web', 'scorm12'])('the gallery is one module for %s, a page a type', async (target) => {
    const entries = await packageOf(lang, target);
    const names = entries.map((entry) => entry.name);
    expect(names.includes('imsmanifest.xml')).toBe(target === 'scorm12');
    const html = entries.filter((entry) => entry.name.endsWith('.html')).map((entry) => entry.content.toString('utf8'));
    for (const type of types) expect(html.some((text) => text.includes(`id="p-page-${type}"`))).toBe(true);
    expect(html.every((text) => text.includes(`<html lang="${lang}"`))).toBe(true);
    expect(names.some((name) => name.endsWith('.webm'))).toBe(true);
  });

  test('no string of the other language stands in it', async () => {
    const own = piecesOf(lang).join('\n');
    const foreign = piecesOf(lang === 'fr' ? 'en' : 'fr').filter((piece) => !wordsOf(piece).test(own));
    expect(foreign.length).toBeGreaterThan(300);
    const entries = (await packageOf(lang, 'scorm12')).filter(({ name }) => /\.html$|^(?:content|pages)\.js$|^imsmanifest/.test(name));
    expect(entries.length).toBeGreaterThan(4);
    for (const { name, content } of entries) {
      const text = content.toString('utf8').replace(/<[^>]+>/g, ' ');
      // What a script names by one English word is no text.
      const looked = name.endsWith('.js') ? foreign.filter((piece) => /\s/.test(piece)) : foreign;
      expect([name, looked.filter((piece) => wordsOf(piece).test(text))]).toEqual([name, []]);
    }
  });
});

test('it leaves the packages and the sources of the project alone', () => {
  expect(readFileSync(join(project, 'dist/build.json'), 'utf8')).toBe('{"packages":[],"stale":[]}');
  expect(existsSync(join(project, 'modules'))).toBe(false);
});

test('what Cartable keeps beside the courses is hidden from git', () => {
  expect(readFileSync(join(project, '.cartable/.gitignore'), 'utf8')).toBe('*\n');
});
