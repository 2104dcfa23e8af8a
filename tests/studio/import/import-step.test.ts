import { expect, test, vi } from 'vitest';
import { ImportStep } from '../../../build/studio/import/import-step.ts';
import { openStudio } from '../../helpers/open-studio.ts';

const COURSE = 'modules/four/course.yaml';
const SESSION = 'modules/four/pain.md';
const BANK = 'modules/four/banks/pain.md';
const PICTURE = 'modules/four/assets/pain/a.png';
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const files = new Map<string, string | Uint8Array<ArrayBuffer>>([
  [BANK, 'bank'],
  [SESSION, 'session'],
  [PICTURE, Uint8Array.of(1, 2)],
  [COURSE, 'modules: [pain]'],
]);

test('an import is written at once, and saved', async () => {
  const { studio, store, asked } = await openStudio({ 'course.yaml': 'modules: []' });
  const before = asked.length;
  const step = new ImportStep(studio, files);
  await studio.save();
  await vi.waitFor(() => expect(asked.length).toBe(before + 1));
  expect([...((asked.at(-1)?.args[0] as Map<string, unknown> | undefined) ?? new Map()).keys()]).toEqual([...files.keys()]);
  expect([store.text(BANK), store.text(SESSION), store.text(COURSE), [...(store.files.get(PICTURE) ?? [])]]).toEqual([
    'bank',
    'session',
    'modules: [pain]',
    [1, 2],
  ]);
  expect(step.banks).toEqual([BANK]);
});

test('banks are listed in the order of the import', async () => {
  const { studio } = await openStudio({ 'course.yaml': 'modules: []' });
  const paths = ['modules/four/banks/sel.md', SESSION, BANK, 'modules/four-2/banks/a.md', 'modules/four/banks.md'];
  expect(new ImportStep(studio, new Map(paths.map((path) => [path, '']))).banks).toEqual(['modules/four/banks/sel.md', BANK]);
});

test('undoing it makes the course as it was, in one step', async () => {
  const { studio, store, asked } = await openStudio({ 'course.yaml': 'modules: []', 'levain.md': 'levain' });
  const step = new ImportStep(studio, files);
  await studio.save();
  await vi.waitFor(() => expect(asked.length).toBe(2));
  expect(step.undo()).toBe(true);
  await studio.save();
  expect([...store.files.keys()].sort()).toEqual([COURSE, 'modules/four/levain.md']);
  expect(store.text(COURSE)).toBe('modules: []');
  await vi.waitFor(() => expect(asked.length).toBe(3));
  expect([studio.project.isDirty, step.undo()]).toEqual([false, false]);
});

test.each([
  ['edited', (project: { put(path: string, text: string): void }) => project.put(SESSION, 'sessioN')],
  ['made longer', (project: { put(path: string, text: string): void }) => project.put(SESSION, 'session!')],
  ['emptied', (project: { put(path: string, text: string): void }) => project.put(PICTURE, '')],
  ['removed', (project: { remove(path: string): void }) => project.remove(BANK)],
])('nothing is undone if a file was %s since', async (_, change) => {
  const { studio } = await openStudio({ 'course.yaml': 'modules: []' });
  const step = new ImportStep(studio, files);
  change(studio.project);
  expect(step.undo()).toBe(false);
  expect(studio.project.text(COURSE)).toBe('modules: [pain]');
});

test('a file that was there comes back with its bytes', async () => {
  const { studio } = await openStudio({ 'course.yaml': '\uFEFFid: four\r\n' });
  const step = new ImportStep(studio, new Map([[COURSE, 'id: pain']]));
  step.undo();
  expect(studio.project.bytes(COURSE)).toEqual(bytes('\uFEFFid: four\r\n'));
});

test('where another tab writes, nothing is written or undone', async () => {
  const { studio } = await openStudio({ 'course.yaml': 'modules: []' });
  studio.readOnly.value = true;
  const step = new ImportStep(studio, files);
  expect([studio.project.paths, step.undo()]).toEqual([[COURSE], false]);
  studio.readOnly.value = false;
  const other = new ImportStep(studio, files);
  studio.readOnly.value = true;
  expect([other.undo(), studio.project.text(SESSION)]).toEqual([false, 'session']);
});

test('a change that was taken back does not prevent undoing', async () => {
  const { studio } = await openStudio({ 'course.yaml': 'modules: []' });
  const step = new ImportStep(studio, files);
  studio.project.put(SESSION, 'sessioN');
  studio.project.put(SESSION, 'session');
  expect([step.undo(), studio.project.paths]).toEqual([true, [COURSE]]);
});
