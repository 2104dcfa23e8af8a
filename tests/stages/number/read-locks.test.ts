import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { CourseSource } from '../../../build/model/course.ts';
import type { LockOptions } from '../../../build/model/run.ts';
import { check } from '../../../build/pipeline.ts';
import { newLock, writeLock } from '../../../build/stages/number/lock.ts';
import { readLocks } from '../../../build/stages/number/read-locks.ts';
import { depot, type Files, rames, requestFor } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';
import { engine } from '../../helpers/engine.ts';

const course = (...modules: string[]): Files => ({
  'course.yaml': `id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [${modules.join(', ')}]\npace: page\n`,
});
const RAMES = rames('# Le quai {#quai}\n\nUn tram.\n');
const QUAIS = { 'quais.md': String(RAMES['rames.md']).replace('id: rames', 'id: quais').replace('{#quai}', '{#autre}') };

function lockOf(files: Files): string {
  const { lock } = checkDepot(files).course ?? {};
  return lock ? writeLock(lock) : '';
}

/** Codes for a course of two sessions with a lock. @param built sessions in the report of the last build */
function found(lock: string | undefined, built: readonly { course: string; module: string }[] = []): string[] {
  const project = depot({ ...course('rames', 'quais'), ...RAMES, ...QUAIS, ...(lock !== undefined && { 'course.lock.yaml': lock }) });
  mkdirSync(join(project, 'dist'));
  const packages = built.map((one) => ({
    ...one,
    target: 'scorm12',
    file: `depot/${one.module}.scorm12.zip`,
    bytes: 1,
    sheets: [],
    key: 'k',
    types: [],
    warnings: [],
    state: {},
  }));
  writeFileSync(join(project, 'dist/build.json'), JSON.stringify({ packages, stale: [] }));
  const { diagnostics } = check(requestFor(project), engine);
  return diagnostics.list.map(({ code, at, values }) => [code, at.file.split('/').at(-1), values.id].join(' ').trim());
}

const whole = lockOf({ ...course('rames', 'quais'), ...RAMES, ...QUAIS });
const half = lockOf({ ...course('quais'), ...QUAIS });
const BUILT = [{ course: 'depot', module: 'rames' }];
const MISSING = 'lock-missing-module course.lock.yaml rames';

test('the lock of the course', () => {
  expect([found(whole), found(half), found(undefined)]).toEqual([[], [], []]);
  expect(found(whole, BUILT)).not.toContain(MISSING);
});

test('one of another course is reported', () => {
  const foreign = lockOf({ ...course('soir'), 'soir.md': QUAIS['quais.md'].replace('id: quais', 'id: soir') });
  expect(found(foreign)).toEqual(['lock-foreign course.lock.yaml']);
});

test('one that lacks a session that was built is reported', () => {
  expect(found(half, BUILT)).toContain(MISSING);
  expect(found(half, [{ course: 'autre', module: 'rames' }])).not.toContain(MISSING);
  expect(found(half, [{ course: 'depot', module: 'quais' }])).not.toContain(MISSING);
});

/** Reads the locks of the course `depot` in a project with these files. @returns what was reported, with its file and the last lock's text */
function open(files: Files, options: LockOptions & { readonly out?: string } = {}, course: object = {}) {
  const project = depot({});
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(project, name, '..'), { recursive: true });
    writeFileSync(join(project, name), text);
  }
  const root = join(project, 'modules/depot');
  const value = { id: 'depot', modules: ['rames', 'quais'] };
  const source = { folder: { root }, shown: root, course: { value, ...course }, cohorts: [] } as unknown as CourseSource;
  const diagnostics = new Diagnostics();
  const { out, lockFile, ...more } = options;
  const below = {
    ...(out !== undefined && { out: join(project, out) }),
    ...(lockFile !== undefined && { lockFile: join(project, lockFile) }),
  };
  const { known, built } = readLocks(source, { ...more, ...below }, engine.host, diagnostics);
  const found = diagnostics.list.map(({ severity, code, at }) => `${severity} ${code} ${at.file.replace(`${project}/`, '')}`);
  return { found, known: Object.keys(known.lock.modules), built: built?.text };
}

const LOCK = 'modules/depot/course.lock.yaml';
const lockFor = (...ids: string[]): string =>
  writeLock({ ...newLock(), line: 'abc12', modules: Object.fromEntries(ids.map((id) => [id, { pages: [id], activities: [] }])) });
const FOREIGN = `error lock-foreign ${LOCK}`;

test.each<[string, Files, LockOptions, object, string[]]>([
  ['for a build', { [LOCK]: lockFor('soir') }, { out: 'dist' }, {}, [FOREIGN]],
  ['but not for a preview', { [LOCK]: lockFor('soir') }, {}, {}, []],
  ['but not where a session is the course’s', { [LOCK]: lockFor('soir', 'quais') }, { out: 'dist' }, {}, []],
  ['but not where it has no sessions', { [LOCK]: lockFor() }, { out: 'dist' }, {}, []],
  ['but not where the course file is broken', { [LOCK]: lockFor('soir') }, { out: 'dist' }, { isBroken: true }, []],
  [
    'but not where it was edited',
    { [LOCK]: lockFor('soir').replace('"soir"', '"nuit"') },
    { out: 'dist' },
    {},
    [`error lock-altered ${LOCK}`],
  ],
  [
    'but not where packages were built with it',
    { [LOCK]: lockFor('soir'), 'dist/depot/course.lock.yaml': lockFor('soir') },
    { out: 'dist' },
    {},
    [],
  ],
])('a lock of other sessions is reported %s', (_, files, options, course, reported) => {
  expect(open(files, options, course).found).toEqual(reported);
});

test('the lock of the last build completes that of the course, and is handed on as it is', () => {
  const built = lockFor('rames', 'quais');
  const files = { [LOCK]: lockFor('rames'), 'dist/depot/course.lock.yaml': built };
  const completed = { known: ['rames', 'quais'], built };
  expect(open(files, { out: 'dist' })).toEqual({ found: [`warning lock-completed ${LOCK}`], ...completed });
  expect(open(files, { out: 'dist', writes: false })).toEqual({ found: [`warning lock-to-complete ${LOCK}`], ...completed });
  expect(open(files)).toEqual({ found: [], known: ['rames'], built: undefined });
});

test('another file may be the lock', () => {
  expect(open({ [LOCK]: lockFor('rames'), 'autre.yaml': lockFor('quais') }, { lockFile: 'autre.yaml' }).known).toEqual(['quais']);
});

test('a session that was built is missing only while its file is there, and the lock can be trusted', () => {
  const reports = ['rames', 'quais'].map((module) => ({ course: 'depot', module })) as unknown as LockOptions['reports'] & object;
  const missing = (files: Files) => open(files, { reports }).found;
  expect(missing({ [LOCK]: lockFor('rames'), 'modules/depot/rames.md': 'x' })).toEqual([]);
  expect(missing({ [LOCK]: lockFor('rames'), 'modules/depot/quais.md': 'x' })).toEqual([`error lock-missing-module ${LOCK}`]);
  expect(missing({ [LOCK]: '{', 'modules/depot/quais.md': 'x' })).toEqual([`error lock-broken ${LOCK}`]);
});
