import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { openCourse } from '../../build/open-course.ts';
import { engine } from '../helpers/engine.ts';
import { type Language, languages, root, types } from '../helpers/examples-project.ts';
import { fencesOf, withoutFences } from '../helpers/guides.ts';
import { GUIDES, STEPS, studioWords } from '../pictures/docs/guide-walk.ts';
import { ending } from '../pictures/docs/sources.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Words that are quoted, but are neither a name in the studio nor one in Moodle. */
const OTHER: Readonly<Record<Language, readonly string[]>> = {
  // The course that is made, the menu of a page, the first page of a new course.
  fr: ['Un premier accueil', '…', 'Première page', 'Faux'],
  en: ['A first welcome', '…', 'First page', 'Wrong'],
};

/** Returns a text without what differs from place to place: apostrophes, spaces, values. */
const plain = (text: string): string =>
  text
    .replaceAll("'", '’')
    .replace(/\s+/g, ' ')
    .replace(/^[«“] ?| ?[»”]$/g, '')
    .trim();

/** Lists what a trainer can read in the studio, in a type's label, or on the upload sheet about Moodle. */
function knownNames(lang: Language): Set<string> {
  const labels = types.map((type) => JSON.parse(read(`templates/${type}/strings.json`))[lang].label);
  const sheet: Readonly<Record<string, string>> = JSON.parse(read(`build/sheets/strings/${lang}.json`));
  const quoted = Object.values(sheet).flatMap((text) => text.match(/«[^«»]+»|“[^“”]+”/g) ?? []);
  return new Set([...Object.values(studioWords(lang)), ...labels, ...Object.values(sheet), ...quoted, ...OTHER[lang]].map(plain));
}

describe.each(languages)('the guide of the first session, %s', (lang) => {
  const text = read(GUIDES[lang]);

  test('every name that it quotes is one in the studio or in Moodle', () => {
    const known = knownNames(lang);
    const quoted = withoutFences(text).match(/«[^«»]+»|“[^“”]+”/g) ?? [];
    expect(quoted.length).toBeGreaterThan(50);
    expect(quoted.filter((name) => !known.has(plain(name)))).toEqual([]);
  });

  test('what it shows is a course without error or advice, before and after its last change', () => {
    const fences = fencesOf(text);
    const [course = '', change = ''] = fences.filter(({ language }) => language === 'yaml').map((fence) => fence.text);
    const session = fences.filter(({ language }) => language === 'markdown').map((fence) => fence.text);
    const [key] = change.split(':');
    const changed = session.join('\n').replace(new RegExp(`^${key}: .*\n`, 'm'), change);
    expect(changed).not.toBe(session.join('\n'));
    for (const whole of [session.join('\n'), changed]) {
      const folder = join(mkdtempSync(join(tmpdir(), 'cartable-first-')), /^id: (\S+)/.exec(course)?.[1] ?? '');
      mkdirSync(folder);
      writeFileSync(join(folder, 'course.yaml'), course);
      writeFileSync(join(folder, `${/modules: \[(\S+)\]/.exec(course)?.[1]}.md`), whole);
      const diagnostics = new Diagnostics();
      expect(openCourse(folder, { provisional: false }, engine, diagnostics)).not.toBeNull();
      expect(diagnostics.list).toEqual([]);
    }
  });

  test('it shows each of its pictures once, in their order', () => {
    const shown = [...text.matchAll(/\]\((images\/[^)]+)\)/g)].map(([, path]) => path);
    expect(shown).toEqual(STEPS.map((step) => `images/guide/${step}${ending(lang)}.webp`));
  });

  test('it names the file that the package has', () => {
    const session = /modules: \[(\S+)\]/.exec(text)?.[1];
    expect(text).toContain(`\`${session}.scorm12.zip\``);
  });
});

test('both languages have the same steps', () => {
  const shape = (lang: Language): string[] =>
    [...read(GUIDES[lang]).matchAll(/^(?:## (\d+)?|```(\w+)|(!)\[|(\d)\. |(- ))/gm)].map(
      ([, ...parts]) => parts.find(Boolean) ?? 'heading',
    );
  expect(shape('en')).toEqual(shape('fr'));
});

test('the folder of pictures has no others', () => {
  const names = languages.flatMap((lang) => STEPS.map((step) => `${step}${ending(lang)}.webp`));
  expect(readdirSync(join(root, 'docs/images/guide')).sort()).toEqual(names.sort());
});
