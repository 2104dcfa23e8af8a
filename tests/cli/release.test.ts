import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { beforeEach, expect, test } from 'vitest';
import { releaseSchema } from '../../build/versions/release/release-schema.ts';
import { versionStrings } from '../../build/versions/strings.ts';
import { bakeryProject, makeProject, runCartable } from '../helpers/run-cartable.ts';

let project: string;

const release = (...args: string[]) => runCartable(['release', ...args], project);
const kept = (): string[] => readdirSync(join(project, 'releases/boulangerie')).sort();

function edit(from: string, to: string): void {
  const path = join(project, 'modules/boulangerie/petrissage.md');
  const before = readFileSync(path, 'utf8');
  if (!before.includes(from)) throw new Error(`no ${from}`);
  writeFileSync(path, before.replace(from, to));
}

beforeEach(() => {
  project = bakeryProject();
  const course = join(project, 'modules/boulangerie/course.yaml');
  writeFileSync(course, `${readFileSync(course, 'utf8')}targets: [scorm12, web]\n`);
});

test('keeps zips, codebooks, upload sheets, lock, changes and a description, and says once what is kept', async () => {
  const { code, out } = await release('--note', 'Avant la rentrée');
  const [folder = ''] = kept();
  expect([code, out.split('\n')[0]]).toEqual([0, `Version gardée\u00a0: releases/boulangerie/${folder}`]);
  expect(folder).toMatch(/^\d{4}-\d\d-\d\d-[0-9a-f]{8}$/);
  const path = join(project, 'releases/boulangerie', folder);
  expect(readdirSync(path).sort()).toEqual([
    'changements.html',
    'course.lock.yaml',
    'petrissage.scorm12.codebook.csv',
    'petrissage.scorm12.depot.html',
    'petrissage.scorm12.zip',
    'petrissage.web.depot.html',
    'petrissage.web.zip',
    'release.json',
  ]);
  const described = releaseSchema.parse(JSON.parse(readFileSync(join(path, 'release.json'), 'utf8')));
  expect(described).toMatchObject({ course: 'boulangerie', note: 'Avant la rentrée' });
  for (const { file, sha256 } of described.packages) {
    const bytes = readFileSync(join(path, file));
    expect([file, sha256]).toEqual([file, createHash('sha256').update(bytes).digest('hex')]);
    expect(bytes.equals(readFileSync(join(project, 'dist/boulangerie', file)))).toBe(true);
  }
  expect(readFileSync(join(path, 'course.lock.yaml'), 'utf8')).toBe(
    readFileSync(join(project, 'modules/boulangerie/course.lock.yaml'), 'utf8'),
  );
  expect((await release()).out).toBe(`Cette version est déjà gardée\u00a0: releases/boulangerie/${folder}\n`);
  const again = JSON.parse((await release('--json')).out);
  expect(again).toEqual({ folder: `releases/boulangerie/${folder}`, already: true, digest: described.digest, packages: again.packages });
  expect(kept()).toEqual([folder]);
});

test('lists what has changed since the last version, and never replaces one', async () => {
  await release();
  const [first = ''] = kept();
  edit('- [ ] Une semaine', '- [ ] Le temps d’un café & plus');
  const { out } = await release();
  expect(out.trimEnd().split('\n').slice(1)).toEqual([
    expect.stringMatching(/^Depuis la version du \d+ \S+ \d{4}/),
    expect.stringMatching(/^ {2}Le pétrissage {2}Si vous remplacez le paquet/),
    expect.stringMatching(/^releases\/boulangerie\/[\w-]+\/changements\.html$/),
  ]);
  const second = kept().find((name) => name !== first) ?? '';
  const page = readFileSync(join(project, 'releases/boulangerie', second, 'changements.html'), 'utf8');
  expect(page).toContain('«\u00a0Une semaine\u00a0» est remplacé par «\u00a0Le temps d’un café &amp; plus\u00a0».');
  expect(page).toContain('petrissage.scorm12.zip, petrissage.web.zip');
  // The first text comes back: its version is online again, and has an entry of its own.
  edit('- [ ] Le temps d’un café & plus', '- [ ] Une semaine');
  const json = await release('--json');
  expect(json.err).toBe('');
  expect(JSON.parse(json.out)).toMatchObject({
    already: false,
    packages: [
      { file: 'petrissage.scorm12.zip', change: 'hidden' },
      { file: 'petrissage.web.zip', change: 'hidden' },
    ],
  });
  expect(kept()).toHaveLength(3);
});

test('--which names a version by a digest, a zip, or a zip that was packed again', async () => {
  await release('--note', 'Promotion de mars');
  const [folder = ''] = kept();
  const zip = join(project, 'releases/boulangerie', folder, 'petrissage.scorm12.zip');
  const { packages, digest } = releaseSchema.parse(
    JSON.parse(readFileSync(join(project, 'releases/boulangerie', folder, 'release.json'), 'utf8')),
  );
  const [one] = packages;
  copyFileSync(zip, join(project, 'en-ligne.zip'));
  writeFileSync(join(project, 'autrement.zip'), zipSync(unzipSync(readFileSync(zip)), { level: 0 }));
  for (const wanted of [one?.content, one?.sha256.slice(0, 8), one?.sha1.toUpperCase().slice(0, 12), 'en-ligne.zip', 'autrement.zip']) {
    const { code, out } = await release('--which', wanted ?? '');
    expect([wanted, code, out.split('\n')[0]]).toEqual([
      wanted,
      0,
      expect.stringMatching(/^Le pain au levain, petrissage, SCORM 1\.2, gardé le \d+/),
    ]);
    expect(out).toContain('Note\u00a0: Promotion de mars');
  }
  expect((await release('--which', digest.slice(0, 10), '--json')).out).toContain(folder);
});

test('what is not kept, or can’t be, is a sentence and exit code 1', async () => {
  expect(await release('--which', '0123456789')).toMatchObject({ code: 1, out: '', err: 'erreur Aucune version gardée n’a 0123456789.\n' });
  expect((await release('--which', '0123')).err).toContain('donnez au moins 8 caractères');
  expect((await release('nulle-part')).code).toBe(1);
  edit('competency=petrir}', 'competency=petri}');
  const { code, err } = await release();
  expect([code, err]).toEqual([1, expect.stringMatching(/petrissage\.md:14/)]);
  const json = await release('--json');
  expect([json.code, json.err, JSON.parse(json.out).diagnostics]).toEqual([1, '', [expect.objectContaining({ severity: 'error' })]]);
  expect(readdirSync(project)).toEqual(['modules']);
  project = makeProject({ 'modules/pain/course.yaml': 'id: [\n' });
  expect(await release()).toMatchObject({ code: 1, err: expect.stringMatching(/^modules\/pain\/course\.yaml:/) });
  project = makeProject({});
  expect((await release()).err).toBe(`erreur ${versionStrings('fr').format('release.noCourse')}\n`);
});

test('a folder that can’t be written to leaves nothing half-written', async () => {
  writeFileSync(join(project, 'releases'), 'un fichier');
  const { code, err } = await release();
  expect([code, err.split('\n').at(-2)]).toEqual([1, 'erreur La version ne peut pas être gardée dans releases/boulangerie.']);
  expect(readFileSync(join(project, 'releases'), 'utf8')).toBe('un fichier');
});

test('a version whose description is damaged is reported and left out', async () => {
  await release();
  const [folder = ''] = kept();
  // No process has this number: it was killed in the middle.
  mkdirSync(join(project, 'releases/boulangerie/.2026-01-01-0badf00d.4194305.part'));
  const living = `.2026-01-01-0badf00d.${process.pid}.part`;
  mkdirSync(join(project, 'releases/boulangerie', living));
  const path = join(project, 'releases/boulangerie', folder, 'release.json');
  chmodSync(path, 0o644);
  writeFileSync(path, '{ "packages": [{ "file": "../../x" }] }');
  expect((await release('--which', '0123456789')).err).toContain('release.json n’est pas lisible');
  rmSync(path);
  expect((await release()).code).toBe(0);
  expect(kept()).toEqual([living, folder, `${folder}-2`]);
});

test('the first version of a course is not compared with that of another', async () => {
  // A session that is named stands for its course.
  const soir = '---\nid: soir\ntitle: Le soir\ncompletion: visited\n---\n\n# Le four {#four}\n\nIl chauffe.\n';
  const [own, other] = ['boulangerie', 'fournil'].map((name) => join(project, 'modules', name)) as [string, string];
  const text = readFileSync(join(own, 'course.yaml'), 'utf8');
  writeFileSync(join(own, 'course.yaml'), text.replace('[petrissage]', '[petrissage, soir]'));
  writeFileSync(join(own, 'soir.md'), soir);
  await release('boulangerie/petrissage');
  const [folder = ''] = kept();
  expect(readdirSync(join(project, 'releases/boulangerie', folder))).toContain('soir.web.zip');
  mkdirSync(other);
  writeFileSync(join(other, 'course.yaml'), 'id: four\ntitle: Le fournil\nlang: fr\ntargets: [web]\nmodules: [soir]\n');
  writeFileSync(join(other, 'soir.md'), soir);
  const names = 'boulangerie, four';
  expect((await release()).err).toBe(`erreur ${versionStrings('fr').format('release.whichCourse', { names })}\n`);
  const { code, out, err } = await release('fournil');
  expect([code, out]).toEqual([0, expect.stringContaining('Première version gardée de ce cours')]);
  expect([out, err]).toEqual([expect.stringContaining(' releases/four/'), expect.stringContaining('note Premier verrou')]);
});
