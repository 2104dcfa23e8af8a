import fs, { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { holds, writeTogether, writeWhole } from '../../../build/host/node/write-whole.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'comptoir-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

test('a file keeps its permissions', () => {
  writeFileSync(at('prix.csv'), 'ancien');
  chmodSync(at('prix.csv'), 0o600);
  writeWhole(at('prix.csv'), 'nouveau');
  expect(readFileSync(at('prix.csv'), 'utf8')).toBe('nouveau');
  expect(statSync(at('prix.csv')).mode & 0o777).toBe(0o600);
});

test('of several files none is replaced where one can’t be written', () => {
  writeFileSync(at('prix.csv'), 'ancien');
  const files = ['prix.csv', 'absent/stock.csv'].map((name) => ({ path: at(name), data: Buffer.from('nouveau') }));
  expect(() => writeTogether(files)).toThrow('ENOENT');
  expect(readFileSync(at('prix.csv'), 'utf8')).toBe('ancien');
  expect(readdirSync(folder)).toEqual(['prix.csv']);
});

test('no part is left where one can’t take its place', () => {
  mkdirSync(at('stock.csv/inner'), { recursive: true });
  const files = ['prix.csv', 'stock.csv'].map((name) => ({ path: at(name), data: Buffer.from('nouveau') }));
  expect(() => writeTogether(files)).toThrow();
  expect(readdirSync(folder)).toEqual(['prix.csv', 'stock.csv']);
});

test('a file that has its content already is left alone', () => {
  writeFileSync(at('prix.csv'), 'pareil');
  const { ino } = statSync(at('prix.csv'));
  writeTogether(['prix.csv', 'stock.csv', 'taux.csv'].map((name) => ({ path: at(name), data: Buffer.from('pareil') })));
  expect(statSync(at('prix.csv')).ino).toBe(ino);
  expect(readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8')])).toEqual([
    ['prix.csv', 'pareil'],
    ['stock.csv', 'pareil'],
    ['taux.csv', 'pareil'],
  ]);
});

test('a file holds bytes where it has all of them and no others', () => {
  writeFileSync(at('prix.csv'), 'pain');
  mkdirSync(at('stock'));
  const held = ['pain', 'miel', 'pai', 'pains'].map((text) => holds(at('prix.csv'), Buffer.from(text)));
  expect(held).toEqual([true, false, false, false]);
  expect([holds(at('absent.csv'), Buffer.from('')), holds(at('stock'), new Uint8Array(statSync(at('stock')).size))]).toEqual([
    false,
    false,
  ]);
});

test('a file that can’t be read holds nothing', () => {
  writeFileSync(at('prix.csv'), 'pain');
  const read = vi.spyOn(fs, 'readFileSync').mockImplementation(() => {
    throw new Error('EACCES');
  });
  syncBuiltinESMExports();
  const held = holds(at('prix.csv'), Buffer.from('pain'));
  read.mockRestore();
  syncBuiltinESMExports();
  expect([held, holds(at('prix.csv'), Buffer.from('pain'))]).toEqual([false, true]);
});
