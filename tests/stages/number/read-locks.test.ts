import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../../build/pipeline.ts';
import { writeLock } from '../../../build/stages/number/lock.ts';
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
