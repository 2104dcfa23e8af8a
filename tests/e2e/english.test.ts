import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { types } from '../helpers/examples-project.ts';
import { fencesOf, guides, sectionOf, writeNamed } from '../helpers/guides.ts';
import { readZip } from '../helpers/read-zip.ts';
import { makeProject, runCartable } from '../helpers/run-cartable.ts';

const ENGLISH = { LANG: 'en_GB.UTF-8' };

/** Words that English lacks, and what French print puts before a colon. */
const FRENCH = /[«»àâçéèêëîïôùûœ]|\b(?:une|les|des|dans|pour|avec|est|sont|vous|votre|avis|erreur|bilan|seance|cours)\b|[ \u00a0]:(?=\s)/iu;

function frenchIn(text: string): string | undefined {
  const shown = text
    .replace(/Défenseur des droits|cafés?/gi, '')
    // Names of files are the same in each language.
    .replace(/\.(?:depot|conducteur|cahier|accessibilite)\b/g, '')
    .replace(/<(style|svg|script)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<\/?(?:strong|code|a|em|b|span)\b[^>]*>/g, '')
    .replace(/<[^>]+>/g, ' ');
  const at = shown.search(FRENCH);
  return at < 0 ? undefined : shown.slice(Math.max(0, at - 60), at + 60);
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

test('an author who writes in English meets English from the first command to the sheets', async () => {
  const project = makeProject({});
  const run = async (...args: readonly string[]): Promise<number | null> => {
    const { code, out, err } = await runCartable(args, project, ENGLISH);
    expect(frenchIn(out.replaceAll(project, '') + err), args.join(' ')).toBeUndefined();
    return code;
  };
  const session = join(project, 'modules/the-village-hall/session-1.md');
  expect(await run('new', 'course', 'The village hall')).toBe(0);
  expect(await run('new', 'module', 'Session 2: who does what?')).toBe(0);
  const yaml = join(project, 'modules/the-village-hall/course.yaml');
  const both = '[scorm12, scorm2004-4]';
  writeFileSync(yaml, readFileSync(yaml, 'utf8').replace('targets: [scorm12]', `targets: ${both}\ncourse-targets: ${both}`));
  for (const path of filesIn(join(project, 'modules'))) expect([path, frenchIn(readFileSync(path, 'utf8'))]).toEqual([path, undefined]);

  writeFileSync(
    session,
    `${readFileSync(session, 'utf8')}\n# The keys\n\n:::choice\nWho has the keys?\n\n- [x] The warden\n- [ ] The vicar\n:::\n`,
  );
  expect(await run('validate')).toBe(1);
  expect(await run('ids')).toBe(1);
  expect(await run('ids', '--write')).toBe(0);
  expect(readFileSync(session, 'utf8')).toContain(':::choice{#who-has-the-keys}');
  expect(await run('validate')).toBe(0);
  expect(await run('build', '--sheets', '--target', 'scorm12', '--target', 'scorm2004-4')).toBe(0);

  const dist = filesIn(join(project, 'dist'));
  const sheets = dist.filter((path) => /\.(html|csv)$/.test(path));
  expect(sheets.length).toBe(52);
  for (const path of sheets) expect([path, frenchIn(readFileSync(path, 'utf8'))]).toEqual([path, undefined]);
  const zip = dist.find((path) => path.endsWith('session-1.scorm12.zip')) ?? '';
  const texts = (await readZip(zip)).filter(({ name }) => /\.(html|json)$|^imsmanifest/.test(name));
  expect(texts.length).toBeGreaterThan(1);
  for (const { name, content } of texts) expect([name, frenchIn(content.toString())]).toEqual([name, undefined]);
});

test('a course of every example of the English guide has no French around its texts', async () => {
  const guide = guides.find(({ lang }) => lang === 'en');
  if (!guide) throw new Error('no English guide');
  const project = makeProject({ 'modules/depot/course.yaml': `${guide.course}modules: [types]\n` });
  const folder = join(project, 'modules/depot');
  writeNamed(folder, guide);
  const pages = types.map((type) => `# ${type} {#page-${type}}\n\n${fencesOf(sectionOf(guide, type))[0]?.text}`);
  writeFileSync(join(folder, 'types.md'), `---\nid: types\ntitle: All types\npass: 60\n---\n\n${pages.join('\n')}\n`);
  const { code, out, err } = await runCartable(['build', '--sheets', '--target', 'scorm12', '--no-course'], project, ENGLISH);
  expect([code, frenchIn(out + err)]).toEqual([0, undefined]);
  const dist = filesIn(join(project, 'dist'));
  const sheets = dist.filter((path) => /\.(html|csv)$/.test(path));
  expect(sheets).toHaveLength(7);
  for (const path of sheets) expect([path, frenchIn(readFileSync(path, 'utf8'))]).toEqual([path, undefined]);
  for (const { name, content } of await readZip(dist.find((path) => path.endsWith('.zip')) ?? '')) {
    if (/\.html$|^imsmanifest/.test(name)) expect([name, frenchIn(content.toString())]).toEqual([name, undefined]);
  }
});

test.each(['build', 'validate', 'ids', 'new', 'gallery', 'preview', 'schemas'])('the help of %s is all English', async (command) => {
  const { out } = await runCartable([command, '--help'], makeProject({}), ENGLISH);
  expect(frenchIn(out)).toBeUndefined();
  expect(out).toContain(command === 'validate' ? 'what is checked (default: everything)' : 'Usage:');
});
