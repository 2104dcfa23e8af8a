import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { newLock, writeLock } from '../../../build/stages/number/lock.ts';
import { bodySum, faultyLine, lockTextOf, readLockOf, readLockText, statedSum, sumOf } from '../../../build/stages/number/read-lock.ts';
import { engine } from '../../helpers/engine.ts';

const TEXT = writeLock({ ...newLock(), version: 2, line: 'abc12', modules: { rames: { pages: ['quai'], activities: [] } } });

function read(text: string, copy?: () => string | undefined) {
  const diagnostics = new Diagnostics();
  const found = readLockText(text, 'depot', 'course.lock.yaml', diagnostics, copy && { copy });
  return [found?.sum ?? null, ...diagnostics.list.map(({ code, at }) => `${code} ${at.line}`)];
}

it('recognises its own checksum, in spite of other line ends and a missing last one', () => {
  expect([sumOf(TEXT), sumOf(TEXT.replaceAll('\n', '\r\n')), sumOf(TEXT.trimEnd()), statedSum(TEXT) === bodySum(TEXT)]).toEqual([
    'right',
    'right',
    'right',
    true,
  ]);
  expect([TEXT.replace('# Sum:', '#Sum:'), TEXT.replace(/^(# Sum:.*)$/m, '$1 \t')].map(sumOf)).toEqual(['right', 'right']);
  expect(read(TEXT)).toEqual(['right']);
});

it('reports a lock that was edited by hand, and reads it', () => {
  expect(read(TEXT.replace('quai', 'voie'))).toEqual(['wrong', 'lock-altered 1']);
});

it('accepts a lock without a checksum', () => {
  expect(read(TEXT.replace(/^# ?Sum:.*\n/m, ''))).toEqual(['none']);
});

it('reports a lock that can’t be read, with its line and the reason', () => {
  const lines = TEXT.split('\n').length;
  expect(read(`${TEXT}<<<<<<< HEAD\n`)).toEqual([null, `lock-conflict ${lines}`]);
  expect(read(TEXT.replace('"version": 2', '"version": 3'))).toEqual([null, expect.stringMatching(/^lock-newer /)]);
  expect(read('{\n"version": 2,\n}')).toEqual([null, 'lock-broken 3']);
  expect(read('{\n"version": 2,\n}', () => 'copie.yaml')).toEqual([null, 'lock-broken-copied 3']);
  expect(read('# un\n# Sum: 0\n{\n"version": 2,\n}')).toEqual([null, 'lock-broken 5']);
  expect(faultyLine('# un\n{\n<<<<<<< HEAD\n')).toBe(3);
  expect([faultyLine('\n'), faultyLine('{}'), faultyLine('')]).toEqual([1, 1, 1]);
  expect([read('{}'), read('{\n"a": "======="\n}')]).toEqual([
    [null, 'lock-broken 1'],
    [null, 'lock-broken 1'],
  ]);
  for (const mark of ['=======', '>>>>>>> a']) expect(read(`{\n${mark}\n}`)).toEqual([null, 'lock-conflict 2']);
  const version = (n: number) => read(TEXT.replace('"version": 2', `"version": ${n}`).replace('"modules"', '"module"'));
  expect([1, 2, 3, 12, 20].map((n) => String(version(n)[1]).split(' ')[0])).toEqual([
    'lock-broken',
    'lock-broken',
    'lock-newer',
    'lock-newer',
    'lock-newer',
  ]);
});

it('names the file as it is shown, at its own place', () => {
  const reports = (text: string, names?: object) => {
    const diagnostics = new Diagnostics();
    readLockText(text, 'depot', 'dist/lock.yaml', diagnostics, names);
    return diagnostics.list.map(({ code, at, values }) => [code, at.file, values]);
  };
  const shown = 'lock.yaml';
  expect(reports('{', { shown })).toEqual([['lock-broken', 'dist/lock.yaml', { file: shown }]]);
  expect(reports('{', { shown, copy: () => 'copie.yaml' })).toEqual([
    ['lock-broken-copied', 'dist/lock.yaml', { file: shown, copy: 'copie.yaml' }],
  ]);
  expect(reports('<<<<<<< ', { shown, copy: () => 'copie.yaml' })).toEqual([['lock-conflict', 'dist/lock.yaml', { file: shown }]]);
  expect(reports(TEXT.replace('quai', 'voie'), { shown })).toEqual([['lock-altered', 'dist/lock.yaml', { file: shown }]]);
  expect(reports('{')).toEqual([['lock-broken', 'dist/lock.yaml', { file: 'dist/lock.yaml' }]]);
});

it('has no text where its path is that of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cartable-lock-'));
  expect([lockTextOf(engine.host.files, folder), lockTextOf(engine.host.files, join(folder, 'x'))]).toEqual(['', '']);
});

describe('the lock of a course', () => {
  const open = (text?: string, copy?: () => string | undefined) => {
    const path = join(mkdtempSync(join(tmpdir(), 'cartable-lock-')), 'course.lock.yaml');
    if (text !== undefined) writeFileSync(path, text);
    const diagnostics = new Diagnostics();
    const { lock, ...rest } = readLockOf(engine.host.files, path, 'depot', diagnostics, copy);
    return { lock, rest, found: diagnostics.list.map(({ code, at, values }) => [code, at.line, values.copy ?? values.file]) };
  };

  it('is new where there is none', () => {
    const { lock, rest, found } = open();
    expect([lock.modules, rest, found]).toEqual([{}, { text: '', isFirst: true }, []]);
  });

  it('of the first version without a module counts as new', () => {
    const { rest } = open('{"version":1,"line":"tests","modules":{}}\n');
    expect(rest.isFirst).toBe(true);
    expect(open(TEXT).rest).not.toHaveProperty('isFirst');
    const altered = TEXT.replace('quai', 'voie');
    expect(open(altered).rest).toEqual({ text: altered, isBroken: true });
    const old = { version: 1, modules: { rames: { pages: [], activities: [] } } };
    for (const text of [writeLock(newLock()), JSON.stringify(old)]) expect(open(text).rest).not.toHaveProperty('isFirst');
  });

  it('is as it was written', () => {
    const { lock, rest, found } = open(TEXT);
    expect([Object.keys(lock.modules), rest, found]).toEqual([['rames'], { text: TEXT }, []]);
  });

  it('is stale without a checksum, and broken with a wrong one', () => {
    const bare = TEXT.replace(/^# ?Sum:.*\n/m, '');
    expect(open(bare).rest).toEqual({ text: bare, isStale: true });
    const edited = TEXT.replace('quai', 'voie');
    expect(open(edited)).toMatchObject({ rest: { text: edited, isBroken: true }, found: [['lock-altered', 1, 'course.lock.yaml']] });
    expect(Object.keys(open(edited).lock.modules)).toEqual(['rames']);
  });

  it('that can’t be understood is kept as a text, beside a new one', () => {
    const { lock, rest, found } = open('{\n', () => 'copie.yaml');
    expect([lock.modules, rest, found.map(([code, , copy]) => [code, copy])]).toEqual([
      {},
      { text: '{\n', isBroken: true },
      [['lock-broken-copied', 'copie.yaml']],
    ]);
  });

  it('that the system doesn’t let in is reported with its reason', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'cartable-lock-')), 'course.lock.yaml');
    writeFileSync(path, TEXT);
    const head = (): never => {
      throw Object.assign(new Error('no'), { code: 'EACCES' });
    };
    const diagnostics = new Diagnostics();
    const { lock, ...rest } = readLockOf({ ...engine.host.files, head }, path, 'depot', diagnostics);
    expect([lock.modules, rest]).toEqual([{}, { text: '', isBroken: true }]);
    expect(diagnostics.list.map(({ code, values }) => [code, values])).toEqual([
      ['not-readable', { file: 'course.lock.yaml', why: 'EACCES' }],
    ]);
  });
});
