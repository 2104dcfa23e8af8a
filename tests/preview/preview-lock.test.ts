import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { nodeFiles } from '../../build/host/node/files.ts';
import type { Lock, LockModule } from '../../build/model/lock.ts';
import { previewLock } from '../../build/preview/preview-lock.ts';
import { readLock, writeLock } from '../../build/stages/number/lock.ts';

const rames = (...ids: readonly string[]): LockModule => ({
  pages: ['quai'],
  activities: ids.map((id) => ({ id, type: 'choice', parts: [] })),
});
const lockOf = (line: string, ...ids: readonly string[]): Lock => ({ version: 2, line, modules: { rames: rames(...ids) } });

/** A course's folder, and the preview's, with the locks that they have. */
function folders(own?: Lock, grown?: Lock): { course: string; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-preview-'));
  const course = mkdtempSync(join(tmpdir(), 'cartable-course-'));
  if (own) writeFileSync(join(course, 'course.lock.yaml'), writeLock(own));
  if (grown) writeFileSync(join(folder, 'course.lock.yaml'), writeLock(grown));
  return { course, folder };
}

function shown(own?: Lock, grown?: Lock): Lock | null {
  const { course, folder } = folders(own, grown);
  return readLock(readFileSync(previewLock(course, folder, nodeFiles), 'utf8'), 'depot');
}

test('a course without a lock has a line that is the same on every day', () => {
  const lines = [shown()?.line, shown()?.line];
  expect(lines).toEqual([expect.stringMatching(/^[a-z0-9]{5}$/), lines[0]]);
  expect(existsSync(join(folders().course, 'course.lock.yaml'))).toBe(false);
});

test('the course’s line goes before the preview’s, whose numbers stay', () => {
  expect(shown(lockOf('depot', 'frein'))).toEqual(lockOf('depot', 'frein'));
  expect(shown(undefined, lockOf('essai', 'frein', 'porte'))).toEqual(lockOf('essai', 'frein', 'porte'));
  expect(shown(lockOf('depot', 'frein'), lockOf('essai', 'frein', 'porte'))).toEqual(lockOf('depot', 'frein', 'porte'));
  expect(shown({ ...lockOf('depot', 'frein'), old: true }, lockOf('essai', 'frein'))?.old).toBe(true);
  expect(shown(lockOf('depot', 'frein'), { ...lockOf('essai', 'frein'), old: true })).not.toHaveProperty('old');
});

test('if the course’s lock contradicts it, the preview starts over', () => {
  expect(shown(lockOf('depot', 'porte', 'frein'), lockOf('depot', 'frein'))).toEqual(lockOf('depot', 'porte', 'frein'));
  expect(shown(lockOf('depot', 'porte'), lockOf('depot', 'frein', 'quai'))).toEqual(lockOf('depot', 'porte'));
});

test('a lock that can not be read, or that 0.1 wrote, is taken over where the preview has none, and left alone where it has one', () => {
  const written = (text: string, grown?: Lock): unknown[] => {
    const { course, folder } = folders(undefined, grown);
    writeFileSync(join(course, 'course.lock.yaml'), text);
    const files = { ...nodeFiles, write: vi.fn() };
    previewLock(course, folder, files);
    return files.write.mock.calls.map(([, made]) => made);
  };
  const first = JSON.stringify({ version: 1, modules: { rames: rames('frein') } });
  for (const text of ['version: [\n', first]) expect([written(text), written(text, lockOf('depot', 'frein'))]).toEqual([[text], []]);
});

test('a lock is written only when it changes, below the preview’s folder', () => {
  const written = (own?: Lock, grown?: Lock): unknown[] => {
    const { course, folder } = folders(own, grown);
    const files = { ...nodeFiles, write: vi.fn() };
    expect(previewLock(course, folder, files)).toBe(join(folder, 'course.lock.yaml'));
    return files.write.mock.calls.map(([path, text]) => [path === join(folder, 'course.lock.yaml'), text]);
  };
  const [own, grown] = [lockOf('depot', 'frein'), lockOf('depot', 'frein', 'porte')];
  expect(written()).toEqual([[true, writeLock({ version: 2, line: 'essai', modules: {} })]]);
  expect(written(own)).toEqual([[true, writeLock(own)]]);
  expect([written(own, own), written(own, grown), written(undefined, grown)]).toEqual([[], [], []]);
});
