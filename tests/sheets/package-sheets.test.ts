import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { nodeFiles } from '../../build/host/node/files.ts';
import { build } from '../../build/pipeline.ts';
import { reportNotWritable } from '../../build/stages/pack/not-writable.ts';
import { readReport } from '../../build/stages/pack/report.ts';
import { depot, type Files, rames, requestFor } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';

const ASK = '# Le quai {#quai}\n\n:::choice{#feu}\nQuel feu ?\n\n- [x] Vert\n- [ ] Rouge\n:::\n';
const OTHER = ASK.replace('Quel feu', 'Quelle couleur');

function setting(files: Files = {}) {
  const project = depot({ ...rames(ASK), ...files });
  const request = requestFor(project, { targets: ['scorm12', 'web'], coursePackages: false });
  const at = (name: string): string => join(project, 'dist/depot', name);
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(project, 'modules/depot', name)), { recursive: true });
    writeFileSync(join(project, 'modules/depot', name), text);
  };
  // The copy of the lock is of no package.
  const names = () =>
    readdirSync(join(project, 'dist/depot'))
      .filter((name) => name !== 'course.lock.yaml')
      .sort();
  return { project, request, at, write, names };
}

const ALL = ['rames.scorm12.codebook.csv', 'rames.scorm12.depot.html', 'rames.scorm12.zip', 'rames.web.depot.html', 'rames.web.zip'];

test('they lie beside the zip, and the report lists them with their sizes', async () => {
  const { request, at, names } = setting();
  const { packages } = await build(request, engine);
  expect(names()).toEqual(ALL);
  expect(packages.map(({ sheets }) => sheets)).toEqual([
    ['depot/rames.scorm12.codebook.csv', 'depot/rames.scorm12.depot.html'].map((file) => ({
      file,
      bytes: statSync(at(file.slice(6))).size,
    })),
    [{ file: 'depot/rames.web.depot.html', bytes: statSync(at('rames.web.depot.html')).size }],
  ]);
  expect(readReport(nodeFiles, join(request.out, 'build.json')).packages).toEqual(packages);
});

test.each([
  ['is gone', (path: string) => rmSync(path)],
  ['was changed by another hand', (path: string) => writeFileSync(path, 'identifiant;…')],
])('one that %s is made again, and the zip stays', async (_name, spoil) => {
  const { request, at } = setting();
  await build(request, engine);
  const [book, sheet] = [readFileSync(at('rames.scorm12.codebook.csv')), readFileSync(at('rames.web.depot.html'))];
  const inode = statSync(at('rames.scorm12.zip')).ino;
  spoil(at('rames.scorm12.codebook.csv'));
  spoil(at('rames.web.depot.html'));
  await build(request, engine);
  expect(readFileSync(at('rames.scorm12.codebook.csv')).equals(book)).toBe(true);
  expect(readFileSync(at('rames.web.depot.html')).equals(sheet)).toBe(true);
  expect(statSync(at('rames.scorm12.zip')).ino).toBe(inode);
});

test('a build that is refused leaves them as they were', async () => {
  const { request, at, write, names } = setting();
  await build(request, engine);
  const before = ALL.map((name) => readFileSync(at(name)).toString('base64'));
  write('rames.md', OTHER.replace('---\n', ''));
  expect((await build(request, engine)).diagnostics.failed).toBe(true);
  expect(names().map((name) => readFileSync(at(name)).toString('base64'))).toEqual(before);
});

test('where one of them can not be replaced, nothing is', async () => {
  const { request, at, write, names } = setting();
  await build(request, engine);
  const zip = readFileSync(at('rames.scorm12.zip'));
  rmSync(at('rames.scorm12.depot.html'));
  mkdirSync(at('rames.scorm12.depot.html'));
  write('rames.md', rames(OTHER)['rames.md'] as string);
  const { diagnostics } = await build({ ...request, targets: ['scorm12'] }, engine);
  expect(diagnostics.list.map(({ code, values }) => `${code} ${values.file}`)).toEqual(['not-writable rames.scorm12.depot.html']);
  expect(readFileSync(at('rames.scorm12.zip')).equals(zip)).toBe(true);
  expect(names().filter((name) => name.startsWith('.'))).toEqual([]);
});

test('one that a spreadsheet program has open is reported by its name', () => {
  const diagnostics = new Diagnostics();
  const dest = '/projet/dist/depot/rames.scorm12.codebook.csv';
  const error = Object.assign(new Error(), { code: 'EBUSY', path: '/projet/dist/depot/.rames.scorm12.codebook.csv.1-1.part', dest });
  expect(reportNotWritable(error, '/projet/dist', diagnostics)).toBe(true);
  expect(diagnostics.list.map(({ code, values }) => `${code} ${values.file}`)).toEqual(['not-writable rames.scorm12.codebook.csv']);
});

test('a change that only the sheets show makes them again', async () => {
  const cohort = { 'cohorts/soir.yaml': 'title: Le soir\n' };
  const { request, at, write } = setting(cohort);
  await build(request, engine);
  const zip = readFileSync(at('soir/rames.scorm12.zip'));
  write('cohorts/soir.yaml', 'title: La nuit\n');
  await build(request, engine);
  expect(readFileSync(at('soir/rames.scorm12.depot.html'), 'utf8')).toContain('La nuit');
  expect(readFileSync(at('soir/rames.scorm12.zip')).equals(zip)).toBe(true);
});

test('those of a package that belongs to nothing any more are listed with it, and no longer once it is back', async () => {
  const { request, at, write } = setting({ 'cohorts/soir.yaml': 'title: Le soir\n' });
  await build(request, engine);
  rmSync(join(request.modules, 'depot/cohorts/soir.yaml'));
  const stale = ALL.map((name) => `depot/soir/${name}`);
  expect((await build(request, engine)).stale).toEqual(stale);
  expect((await build(request, { ...engine, stamp: 'two' })).stale).toEqual(stale);
  write('cohorts/soir.yaml', 'title: Le soir\n');
  expect((await build(request, engine)).stale).toEqual([]);
  expect(existsSync(at('soir/rames.web.depot.html'))).toBe(true);
});

test('the report of a program that made no sheets is read, and they are made', async () => {
  const { request, names } = setting();
  await build(request, engine);
  const path = join(request.out, 'build.json');
  const { packages, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify({ ...rest, packages: packages.map(({ sheets: _, ...report }: { sheets: unknown }) => report) }));
  expect(readReport(nodeFiles, path).packages.map(({ sheets }) => sheets)).toEqual([[], []]);
  for (const name of names().filter((one) => !one.endsWith('.zip'))) rmSync(join(request.out, 'depot', name));
  await build(request, engine);
  expect(names()).toEqual(ALL);
});

describe('guide, handout and statement', () => {
  const PAPERS = ['rames.accessibilite.html', 'rames.cahier.html', 'rames.conducteur.html', 'rames.guide.html', 'rames.salle.html'];
  const NOTED = `${ASK}\n:::trainer\nRegardez le feu.\n:::\n`;

  test('they are made if requested, once for all targets, and each package lists them', async () => {
    const { request, at, names } = setting();
    const { packages } = await build({ ...request, sheets: true }, engine);
    expect(names()).toEqual([...ALL, ...PAPERS].sort());
    for (const { sheets } of packages) {
      const listed = sheets.map(({ file, bytes }) => [file.slice(6), bytes] as const).filter(([name]) => PAPERS.includes(name));
      expect(listed.map(([name]) => name).sort()).toEqual(PAPERS);
      for (const [name, bytes] of listed) expect(statSync(at(name)).size).toBe(bytes);
    }
    expect(readReport(nodeFiles, join(request.out, 'build.json')).packages).toEqual(packages);
  });

  test('requested later, they are made and the zips stay; then they are updated without a request', async () => {
    const { request, at, write } = setting();
    await build(request, engine);
    const inode = statSync(at('rames.scorm12.zip')).ino;
    await build({ ...request, sheets: true }, engine);
    expect(statSync(at('rames.scorm12.zip')).ino).toBe(inode);
    expect(readFileSync(at('rames.guide.html'), 'utf8')).toContain('Quel feu');
    write('rames.md', rames(OTHER)['rames.md'] as string);
    await build(request, engine);
    for (const name of ['rames.guide.html', 'rames.cahier.html']) expect(readFileSync(at(name), 'utf8')).toContain('Quelle couleur');
  });

  test('nothing is written if nothing changed; a changed note makes the guide again and leaves the zip', async () => {
    const { request, at, write } = setting();
    await build({ ...request, sheets: true }, engine);
    const seen = (name: string): number => statSync(at(name)).ino;
    const [zip, guide] = [seen('rames.scorm12.zip'), seen('rames.guide.html')];
    await build({ ...request, sheets: true }, engine);
    await build({ ...request, names: ['rames'] }, engine);
    expect(seen('rames.guide.html')).toBe(guide);
    write('rames.md', rames(NOTED)['rames.md'] as string);
    await build(request, engine);
    expect(readFileSync(at('rames.guide.html'), 'utf8')).toContain('Regardez le feu.');
    expect(readFileSync(at('rames.cahier.html'), 'utf8')).not.toContain('Regardez le feu.');
    expect(seen('rames.scorm12.zip')).toBe(zip);
  });

  test('one that is gone or was changed is made again', async () => {
    const { request, at } = setting();
    await build({ ...request, sheets: true }, engine);
    const before = PAPERS.map((name) => readFileSync(at(name), 'utf8'));
    rmSync(at('rames.guide.html'));
    writeFileSync(at('rames.cahier.html'), '…');
    await build(request, engine);
    expect(PAPERS.map((name) => readFileSync(at(name), 'utf8'))).toEqual(before);
  });

  test('those of a cohort that is gone are listed with its packages, once', async () => {
    const { request } = setting({ 'cohorts/soir.yaml': 'title: Le soir\n' });
    await build({ ...request, sheets: true }, engine);
    rmSync(join(request.modules, 'depot/cohorts/soir.yaml'));
    const { stale } = await build(request, engine);
    expect(stale).toEqual([...ALL, ...PAPERS].map((name) => `depot/soir/${name}`).sort());
  });
});
