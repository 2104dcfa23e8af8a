import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { RecordStore } from '../../../build/preview/server/record-store.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'essais-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const KEY = { course: 'depot', cohort: 'base', module: 'rames', version: '1.2', learner: 'camille' };

it('keeps a record of each learner, version and cohort', () => {
  const store = new RecordStore(folder);
  store.write(KEY, '{"a":1}');
  store.write({ ...KEY, cohort: 'mardi' }, '{"a":2}');
  store.write({ ...KEY, learner: 'sacha' }, '{"a":3}');
  const of = (more: object): unknown => JSON.parse(new RecordStore(folder).read({ ...KEY, ...more }));
  expect([of({}), of({ cohort: 'mardi' }), of({ learner: 'sacha' }), of({ version: '2004' })]).toEqual([
    { a: 1 },
    { a: 2 },
    { a: 3 },
    null,
  ]);
  expect([of({ course: 'port' }), of({ module: 'quais' })]).toEqual([null, null]);
  expect(readFileSync(join(folder, 'depot/rames/1.2/mardi/camille.json'), 'utf8')).toBe('{\n  "a": 2\n}\n');
});

it('forgets one record only', () => {
  const store = new RecordStore(folder);
  store.write(KEY, '1');
  store.write({ ...KEY, learner: 'sacha' }, '2');
  store.remove(KEY);
  store.remove(KEY);
  expect([store.read(KEY), store.read({ ...KEY, learner: 'sacha' }).trim()]).toEqual(['null', '2']);
});

it('refuses what isn’t JSON, and begins afresh if a file is broken', () => {
  const store = new RecordStore(folder);
  store.write(KEY, '{"a":1}');
  expect(() => store.write(KEY, '{')).toThrow(SyntaxError);
  const path = join(folder, 'depot/rames/1.2/camille.json');
  expect(readFileSync(path, 'utf8')).toContain('"a": 1');
  writeFileSync(path, '{');
  expect(store.read(KEY)).toBe('null');
});
