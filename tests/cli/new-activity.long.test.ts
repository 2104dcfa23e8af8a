import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Diagnostic } from '../../build/diagnostics/diagnostics.ts';
import { exampleOf } from '../helpers/examples-project.ts';
import { fencesOf, guides, sectionOf } from '../helpers/guides.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, runApart } from '../helpers/run-cartable.ts';

const codesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => code);

const root = join(import.meta.dirname, '../..');

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

test('a new activity type is a folder that works: the program finds it, and its examples build', async () => {
  const program = makeProject({});
  for (const name of ['build', 'src', 'templates', 'LICENSE', 'package.json', 'package-lock.json'])
    cpSync(join(root, name), join(program, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(program, 'node_modules'));
  for (const folder of ['modules/pain', 'docs']) mkdirSync(join(program, folder), { recursive: true });
  for (const { path } of guides) cpSync(join(root, path), join(program, path));
  const made = await runApart(['new', 'activity', 'Pain perdu'], program, {}, program);
  expect([made.code, made.err]).toEqual([0, '']);
  const again = await runApart(['new', 'activity', 'Pain perdu'], program, {}, program);
  expect([again.code, again.err]).toEqual([2, expect.stringContaining('« pain-perdu » existe déjà : templates/pain-perdu')]);
  const folder = join(program, 'templates/pain-perdu');
  const skeleton = files(join(program, 'templates/_new')).map((name) => name.replace('new-type', 'pain-perdu'));
  expect(files(folder)).toEqual(skeleton.sort());
  expect(skeleton.filter((name) => !name.endsWith('.test.ts')).length).toBeLessThanOrEqual(8);
  for (const name of files(folder)) expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/new-type|New type|_new/);
  expect(JSON.parse(readFileSync(join(folder, 'strings.json'), 'utf8')).fr.label).toBe('Pain perdu');

  const [french, english] = ['example.md', 'example.en.md'].map((name) => readFileSync(join(folder, name), 'utf8'));
  for (const [guide, example] of guides.map((one) => [one, one.lang === 'fr' ? french : english] as const)) {
    const text = readFileSync(join(program, guide.path), 'utf8');
    const section = sectionOf({ ...guide, text }, 'pain-perdu');
    expect(section).toMatch(guide.lang === 'fr' ? /^### Pain perdu : / : /^### Pain perdu: /);
    expect(fencesOf(section)[0]?.text).toBe(example);
    // Nothing else has changed, and the blocks come next.
    expect(text.replace(section, '')).toBe(guide.text);
    expect(text.slice(text.indexOf(section) + section.length)).toMatch(/^## /);
  }
  writeFileSync(join(program, 'modules/pain/course.yaml'), 'id: pain\ntitle: Le pain\nmodules: [perdu]\n');
  writeFileSync(
    join(program, 'modules/pain/perdu.md'),
    `---\nid: perdu\ntitle: Perdu\n---\n\n# Page {#page}\n\n${french}\n${english}\n${exampleOf('choice')}`,
  );
  const built = await runApart(['build', '--json', '--target', 'scorm12', '--no-course'], program, {}, program);
  const { diagnostics, packages } = JSON.parse(built.out);
  expect([built.code, codesOf(diagnostics)]).toEqual([0, ['lock-first']]);
  expect(packages[0].types).toEqual(['choice', 'pain-perdu']);

  // In the English gallery a type that has no English example is better shown in French than left out.
  rmSync(join(folder, 'example.en.md'));
  expect((await runApart(['gallery', '--lang', 'en'], program, {}, program)).code).toBe(0);
  const entries = await readZip(join(program, 'dist/gallery/gallery/types.web.zip'));
  const text = entries.find(({ name }) => name === 'text.html')?.content.toString('utf8') ?? '';
  expect(/<section[^>]*id="p-page-pain-perdu"[\s\S]*?<p>(.*?)<\/p>/.exec(text)?.[1]).toMatch(/^Que faut-il pour faire du pain/);
});
