import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { Lock, LockActivity, LockCourse } from '../../../build/model/lock.ts';
import { builtLockPath, findBuiltLock, knownLock } from '../../../build/stages/number/built-lock.ts';
import { writeLock } from '../../../build/stages/number/lock.ts';
import { statedSum } from '../../../build/stages/number/read-lock.ts';
import { engine } from '../../helpers/engine.ts';

const { files } = engine.host;
const frein = (...texts: readonly string[]): LockActivity => ({ id: 'frein', type: 'choice', parts: texts.map((text) => ({ text })) });
const lock = (pages: readonly string[], activities: readonly LockActivity[] = [], more: Partial<Lock> = {}): Lock => ({
  ...{ version: 2, line: 'tests', modules: { rames: { pages, activities } } },
  ...more,
});

interface Given {
  readonly own?: Lock;
  readonly built?: Lock;
  readonly writes?: boolean;
  /** Name of the project in messages. */
  readonly shown?: string;
}

/** Reads a lock beside that of the last build. @returns what was reported, with its values, and what is known then */
function open({ own, built, writes = true, shown = 'mon projet' }: Given) {
  const project = mkdtempSync(join(tmpdir(), 'depot-'));
  const path = join(project, 'modules/depot/course.lock.yaml');
  const write = (name: string, text: string): void => {
    mkdirSync(join(name, '..'), { recursive: true });
    writeFileSync(name, text);
  };
  if (own) write(path, writeLock(own));
  if (built) write(builtLockPath(join(project, 'dist'), 'depot'), writeLock(built));
  const diagnostics = new Diagnostics();
  const copy = findBuiltLock(files, join(project, 'dist'), 'depot');
  const request = { course: 'depot', writes, show: (one: string) => one.replace(project, shown) };
  const { lock: known, text: _, ...more } = knownLock(files, path, copy, request, { local: new Diagnostics(), diagnostics });
  const found = diagnostics.list.map(({ severity, code, at, values }) => [severity, code, at.file.replace(project, ''), values]);
  return { found, known, more, copy: copy?.path.replace(project, '') };
}

const AT = '/modules/depot/course.lock.yaml';
const COPY = '"mon projet/dist/depot/course.lock.yaml"';

test('a lost lock is restored from the last build, which is named, in quotation marks if its path has a space', () => {
  const built = lock(['quai']);
  const restored = { known: built, more: { isStale: true }, copy: '/dist/depot/course.lock.yaml' };
  expect(open({ built })).toEqual({ found: [['warning', 'lock-restored', AT, { file: COPY }]], ...restored });
  const file = 'projet/dist/depot/course.lock.yaml';
  expect(open({ built, writes: false, shown: 'projet' })).toEqual({ found: [['warning', 'lock-to-restore', AT, { file }]], ...restored });
});

test('an older lock is completed with what the last build has besides', () => {
  const given = { own: lock(['quai'], [frein('un')]), built: lock(['quai', 'voie'], [frein('un', 'deux')]) };
  const { found, known, more } = open(given);
  expect([found, known, more]).toEqual([[['warning', 'lock-completed', AT, { file: COPY }]], given.built, { isStale: true }]);
  expect(open({ ...given, writes: false }).found.map(([, code]) => code)).toEqual(['lock-to-complete']);
});

test.each<[string, Lock, Lock]>([
  ['that is the same', lock(['quai']), lock(['quai'])],
  ['that has less', lock(['quai', 'voie']), lock(['quai'])],
  ['that was merged already', lock(['voie'], [], { merged: ['0', statedSum(writeLock(lock(['quai'])))] }), lock(['quai'])],
])('a last build %s changes nothing', (_, own, built) => {
  expect(open({ own, built })).toEqual({ found: [], known: own, more: {}, copy: '/dist/depot/course.lock.yaml' });
});

test('without a last build a lock is as it is written', () => {
  expect(open({ own: lock(['quai']) })).toEqual({ found: [], known: lock(['quai']), more: {}, copy: undefined });
});

test('a lock of another line is refused', () => {
  const own = lock(['quai'], [], { line: 'autre' });
  const { found, known, more } = open({ own, built: lock(['quai']) });
  expect([found, known, more]).toEqual([[['error', 'lock-other-line', AT, { file: COPY }]], own, { isBroken: true }]);
});

const course = (...pages: readonly string[]): { course: LockCourse } => ({ course: { modules: ['rames'], pages, activities: [] } });

test.each<[string, Lock, Lock, object]>([
  ['a number', lock(['quai']), lock(['voie']), { module: 'rames', position: '1', here: '#quai', there: '#voie' }],
  ['a letter', lock([], [frein('un')]), lock([], [frein('deux')]), { module: 'rames', position: '#frein a', here: 'un', there: 'deux' }],
  [
    'a number of the course',
    lock([], [], course('quai')),
    lock([], [], course('voie')),
    { module: 'depot', position: '1', here: '#quai', there: '#voie' },
  ],
])('%s that means two things is refused, with both and the paths of both files', (_, own, built, values) => {
  const { found, known, more } = open({ own, built });
  const paths = { own: '"mon projet/modules/depot/course.lock.yaml"', built: COPY };
  expect([found, known, more]).toEqual([[['error', 'lock-diverged', AT, { ...values, ...paths }]], own, { isBroken: true }]);
});
