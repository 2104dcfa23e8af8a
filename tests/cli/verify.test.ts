import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { verdictSchema } from '../../build/verify/result-schema.ts';
import { verifyStrings } from '../../build/verify/strings.ts';
import { makeProject, type Run, runCartable } from '../helpers/run-cartable.ts';
import { coursePackage } from '../helpers/shared-packages.ts';
import { change, depot, zipped } from '../verify/packages.ts';
import { rawZip } from '../verify/zip/raw-zip.ts';

/** Runs the command without a browser. */
function verify(folder: string, ...args: readonly string[]): Promise<Run> {
  return runCartable(['verify', ...args], folder, { CARTABLE_BROWSER: join(folder, 'nowhere') });
}

/** A folder with a zip of this content. */
function folderWith(bytes: Uint8Array): string {
  const folder = makeProject({});
  writeFileSync(join(folder, 'depot.zip'), bytes);
  return folder;
}

describe('without a browser', () => {
  test('a good package gives 0, and a sentence about the browser', async () => {
    const { code, out, err } = await verify(folderWith(zipped(depot())), 'depot.zip');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('depot.zip (SCORM 1.2, ');
    expect(out).toContain('Rien à redire.');
    expect(out).toContain('Le paquet n’a pas été joué');
    expect(out).toContain('CARTABLE_BROWSER');
  });

  test('warnings give 0, each with its rule and what to do', async () => {
    const files = depot();
    files.set('rails.png', 'x');
    const { code, out } = await verify(folderWith(zipped(files)), 'depot.zip', '--lang', 'en');
    expect(code).toBe(0);
    expect(out).toMatch(/warning A file of the zip is in no resource: rails\.png\.\n {2}To do: .*\n {2}Rule: scorm\.md 3, scorm\.md 33\n/);
  });

  test('what an LMS refuses gives 1, with the line', async () => {
    const files = depot();
    change(files, '"style.css"', '"style2.css"');
    change(files, '<metadata>', '<metadata><!-- voie -->\n');
    const { code, out } = await verify(folderWith(zipped(files)), 'depot.zip');
    expect([code, out.includes('Un fichier annoncé n’est pas dans le zip : style2.css'.replace(' :', '\u00a0:'))]).toEqual([1, true]);
    expect(out).toContain('imsmanifest.xml, ligne 22');
  });

  test('schemas are checked by the installed validator', async () => {
    const files = depot('scorm2004-4');
    change(files, '<organizations', '<organisations/><organizations');
    const { code, out } = await verify(folderWith(zipped(files)), 'depot.zip', '--json');
    const result = verdictSchema.parse(JSON.parse(out));
    expect([code, result.verdict, result.package?.schemas]).toEqual([1, 'refused', 'invalid']);
    expect(result.findings.find(({ rule }) => rule === 'schema-invalid')?.items[0]).toMatch(/^\d+: .*organisations/);
  });

  test('a hostile zip gives 1, and nothing is written', async () => {
    const folder = folderWith(rawZip([{ name: '../evil.html' }]));
    const { code, out, err } = await verify(folder, 'depot.zip');
    expect([code, err, existsSync(join(folder, '../evil.html')), readdirSync(folder)]).toEqual([1, '', false, ['depot.zip']]);
    expect(out).toContain('../evil.html');
    expect(out).not.toMatch(/^ +at /m);
  });

  test('--html writes a page, --json prints data', async () => {
    const folder = folderWith(zipped(depot()));
    const { code, out } = await verify(folder, 'depot.zip', '--html', 'sous/page.html', '--json');
    expect([code, verdictSchema.parse(JSON.parse(out)).verdict]).toEqual([0, 'fine']);
    expect(readFileSync(join(folder, 'sous/page.html'), 'utf8')).toContain('<h1>depot.zip</h1>');
  });

  test('in an npm script the package may be in the folder that npm was called in; the page is named at the end', async () => {
    const start = folderWith(zipped(depot()));
    const [folder, other] = [makeProject({ 'depot.zip/x': '' }), makeProject({})];
    const script = { INIT_CWD: start, npm_lifecycle_event: 'verify', CARTABLE_BROWSER: join(folder, 'nowhere') };
    const { code, out } = await runCartable(['verify', 'depot.zip', '--html', 'page.HTM'], folder, script);
    expect([code, existsSync(join(folder, 'page.HTM'))]).toEqual([0, true]);
    expect(out.trimEnd().split('\n').at(-1)).toBe(verifyStrings('fr').format('written', { file: 'page.HTM' }));
    const none = await runCartable(['verify', 'depot.zip', '--json'], other, { ...script, INIT_CWD: folder });
    expect([none.code, none.err, JSON.parse(none.out).errors]).toEqual([1, '', ['Le fichier depot.zip n’est pas lisible.']]);
  });

  test.each([
    ['a file that isn’t there', ['rien.zip'], 'erreur Le fichier rien.zip n’existe pas.\n'],
    ['a folder', ['.'], 'erreur Le fichier . n’est pas lisible.\n'],
    [
      'a page that can’t be written',
      ['depot.zip', '--html', 'depot.zip/page.html'],
      'erreur La page ne peut pas être écrite dans depot.zip/page.html.\n',
    ],
  ])('%s gives 1 and a sentence', async (_, args, message) => {
    const { code, out, err } = await verify(folderWith(zipped(depot())), ...args);
    expect([code, out, err]).toEqual([1, '', message]);
  });

  test('a page never replaces the package', async () => {
    const bytes = zipped(depot());
    const folder = folderWith(bytes);
    const { code, out, err } = await verify(folder, 'depot.zip', '--html', 'depot.zip');
    const message = 'erreur depot.zip ne finit pas par .html\u00a0: donnez un autre nom à la page, par exemple verification.html.\n';
    expect([code, out, err]).toEqual([1, '', message]);
    expect(readFileSync(join(folder, 'depot.zip')).equals(bytes)).toBe(true);
  });

  test('a name is required', async () => {
    expect((await verify(makeProject({}))).code).toBe(2);
  });
});

describe('packages of ours', () => {
  test.each(['scorm12', 'scorm2004-3', 'scorm2004-4'])('%s is fine', async (target) => {
    const { code, out } = await verify(makeProject({}), coursePackage('seance-2', target), '--json');
    const { verdict, findings, file } = verdictSchema.parse(JSON.parse(out));
    expect([code, verdict, findings.map(({ rule }) => rule)], out).toEqual([0, 'fine', target === 'scorm12' ? [] : ['standard-2004']]);
    expect(file).toBe(`seance-2.${target}.zip`);
  });

  test('the package for the web is no SCORM package', async () => {
    const { code, out } = await verify(makeProject({}), coursePackage('seance-2', 'web'));
    expect([code, out.includes('ce n’est pas un paquet SCORM')]).toEqual([1, true]);
  });
});

/** Makes a package with `simple-scorm-packager`. @returns its zip */
async function packagedByOthers(version: string): Promise<string> {
  const source = makeProject({ 'index.html': '<!DOCTYPE html><title>Dépôt</title><p>Quai' });
  const out = mkdtempSync(join(tmpdir(), 'cartable-scorm-'));
  mkdirSync(join(out, 'zip'));
  const pack = createRequire(import.meta.url)('simple-scorm-packager') as (options: object, done: (message: string) => void) => void;
  const settings = {
    version,
    organization: 'Depot',
    title: 'Depot',
    identifier: '00',
    source,
    package: { zip: true, outputFolder: join(out, 'zip') },
  };
  // It prints each file that it writes.
  const log = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  await new Promise<void>((done) => pack(settings, () => done()));
  log.mockRestore();
  const [name = ''] = readdirSync(join(out, 'zip')).filter((one) => one.endsWith('.zip'));
  return join(out, 'zip', name);
}

test.each([
  ['1.2', ['id-form', 'schema-invalid', 'mastery']],
  ['2004 4th Edition', ['id-form', 'schema-invalid']],
] as const)('packages of simple-scorm-packager, %s', async (version, rules) => {
  const { code, out } = await verify(makeProject({}), await packagedByOthers(version), '--json');
  const { findings } = verdictSchema.parse(JSON.parse(out));
  expect([code, findings.map(({ rule }) => rule)]).toEqual([1, expect.arrayContaining([...rules])]);
});
