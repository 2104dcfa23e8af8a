import { describe, expect, test } from 'vitest';
import { openStudio } from '../helpers/open-studio.ts';

const PATH = 'modules/four/1.md';
const OTHER = 'modules/four/2.md';

describe('what the views show', () => {
  test('before anything is done', async () => {
    const { studio } = await openStudio({ '1.md': 'un' });
    expect([studio.saving.value, studio.savedAt.value, studio.copiedAt.value, studio.conflicts.value]).toEqual([
      { kind: 'saved' },
      0,
      0,
      [],
    ]);
  });

  test('an edit waits until it is saved; one of the editor draws no text again, another one does', async () => {
    const { studio, store } = await openStudio({ '1.md': 'un', '2.md': 'deux' });
    const before = studio.outside.value;
    studio.edit(PATH, 'Un', true);
    expect([studio.saving.value, studio.outside.value - before]).toEqual([{ kind: 'waiting' }, 0]);
    studio.edit(PATH, 'Une');
    studio.remove(OTHER);
    expect(studio.outside.value - before).toBe(2);
    await studio.save();
    expect([studio.saving.value, studio.savedAt.value > 0]).toEqual([{ kind: 'saved' }, true]);
    expect([...store.files.keys()]).toEqual([PATH]);
    await studio.close();
  });

  test('what is not saved is named, and stays so while more is typed', async () => {
    const { studio, store } = await openStudio({ '1.md': 'un', '2.md': 'deux' });
    store.refuses = 'full';
    studio.edit(PATH, 'Un');
    await studio.save();
    const failed = { kind: 'failed', unsaved: [{ path: PATH, reason: 'full' }] };
    expect([studio.saving.value, studio.savedAt.value]).toEqual([failed, 0]);
    studio.edit(OTHER, 'Deux');
    expect(studio.saving.value).toEqual(failed);
    store.refuses = null;
    expect(await studio.close()).toBe(true);
  });
});

describe('a change of another program', () => {
  test('is named once, in the order in which it came, and not where this tab only reads', async () => {
    const { studio, store } = await openStudio({ '1.md': 'un', '2.md': 'deux' });
    for (const [path, text] of [
      [OTHER, 'b'],
      [PATH, 'a'],
      [OTHER, 'c'],
    ] as const) {
      store.put(path, text);
      await studio.refresh();
    }
    await studio.refresh();
    expect(studio.taken.value).toEqual([OTHER, PATH]);
    studio.taken.value = [];
    studio.readOnly.value = true;
    store.put(PATH, 'd');
    expect(await studio.refresh()).toBe(true);
    expect([studio.taken.value, studio.project.text(PATH)]).toEqual([[], 'd']);
    await studio.close();
  });

  test('a failure that is none of the store is thrown', async () => {
    const { studio, store } = await openStudio({ '1.md': 'un' });
    store.list = () => Promise.reject(new TypeError('Odd.'));
    await expect(studio.refresh()).rejects.toThrow('Odd.');
  });
});

test('a tab that only reads is closed, whatever it holds', async () => {
  const { studio, store } = await openStudio({ '1.md': 'un' });
  studio.edit(PATH, 'deux');
  studio.readOnly.value = true;
  expect([await studio.close(), store.text(PATH)]).toEqual([true, 'un']);
});

test('packages that a build did not make leave the last ones to download', async () => {
  const made = { problems: [], files: new Map(), packages: ['dist/a.zip'] };
  let isGood = true;
  const { studio } = await openStudio({ '1.md': 'un' }, { pack: () => (isGood ? made : { ...made, packages: [] }) });
  const request = { names: ['1'], targets: ['scorm12'], cohorts: [''], sheets: false } as const;
  await studio.pack(request);
  isGood = false;
  expect([(await studio.pack(request)).packages, studio.packed.value?.packages]).toEqual([[], ['dist/a.zip']]);
  await studio.close();
});
