// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Pictures } from '../../../build/studio/editor/pictures.ts';
import type { Project } from '../../../build/studio/project.ts';
import { openStudio } from '../../helpers/open-studio.ts';

let project: Project;
let pictures: Pictures;
let made: Blob[];
let revoked: string[];

beforeEach(async () => {
  made = [];
  revoked = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => `blob:${made.push(blob as Blob)}`);
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((address) => void revoked.push(address));
  const { studio } = await openStudio({
    'course.yaml': 'id: four',
    'pain.md': '# Pain',
    'assets/four.png': 'one',
    'assets/Plan.SVG': '<svg/>',
    'assets/notes.txt': 'x',
  });
  project = studio.project;
  pictures = new Pictures(project, 'modules/four');
});
afterEach(() => vi.restoreAllMocks());

test('a picture has an address, and keeps it', async () => {
  expect([pictures.address('assets/four.png'), pictures.address('assets/four.png')]).toEqual(['blob:1', 'blob:1']);
  expect([made.length, made[0]?.type, await made[0]?.text(), revoked]).toEqual([1, 'image/png', 'one', []]);
});

test('a picture that has changed has another address; the old one is given back', () => {
  pictures.address('assets/four.png');
  project.put('modules/four/assets/four.png', 'two');
  expect([pictures.address('assets/four.png'), pictures.address('assets/four.png'), revoked]).toEqual(['blob:2', 'blob:2', ['blob:1']]);
});

test('a picture that was removed has none', () => {
  pictures.address('assets/four.png');
  project.remove('modules/four/assets/four.png');
  expect([pictures.address('assets/four.png'), pictures.address('assets/four.png'), pictures.key]).toEqual([undefined, undefined, '']);
  expect(revoked).toEqual(['blob:1']);
});

test('what is no picture, or is not in the course, has none', () => {
  for (const path of ['assets/notes.txt', 'assets/none.png', 'modules/four/assets/four.png', 'png'])
    expect(pictures.address(path)).toBeUndefined();
  expect(made).toEqual([]);
});

test.each([
  ['avif', 'image/avif'],
  ['gif', 'image/gif'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['svg', 'image/svg+xml'],
  ['webp', 'image/webp'],
  ['PNG', 'image/png'],
])('a picture .%s is shown as %s', (end, type) => {
  project.put(`modules/four/assets/the.oven.${end}`, 'x');
  pictures.address(`assets/the.oven.${end}`);
  expect(made.map((blob) => blob.type)).toEqual([type]);
});

test('the key changes with each picture that was asked for', () => {
  expect(pictures.key).toBe('');
  pictures.address('assets/four.png');
  pictures.address('assets/Plan.SVG');
  expect(pictures.key).toBe('blob:1 blob:2');
  project.put('modules/four/assets/four.png', 'two');
  expect(pictures.key.split(' ').sort()).toEqual(['blob:2', 'blob:3']);
});

test('files are those that a text can name, without the course’s folder', () => {
  for (const path of [
    'banks/fours.md',
    'assets/data.yaml',
    'assets/data.yml',
    'assets/yaml.png',
    'assets/a.yaml.png',
    'cohorts/soir/a.md',
    'assets/sources/a.psd',
  ])
    project.put(`modules/four/${path}`, 'x');
  project.put('modules/fours/assets/other.png', 'x');
  expect([...pictures.files].sort()).toEqual([
    'assets/Plan.SVG',
    'assets/a.yaml.png',
    'assets/four.png',
    'assets/notes.txt',
    'assets/yaml.png',
    'banks/fours.md',
  ]);
});

test('closing gives all addresses back, once', () => {
  pictures.address('assets/four.png');
  pictures.address('assets/Plan.SVG');
  pictures.close();
  pictures.close();
  expect([revoked, pictures.key]).toEqual([['blob:1', 'blob:2'], '']);
});
