// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Watch } from '../../../build/studio/safety/watch.ts';
import { Versions } from '../../../build/studio/storage/versions.ts';
import type { OpenStudio } from '../../helpers/open-studio.ts';
import { HOUR, pass, START, TEXT, WatchedCourse } from '../../helpers/watched-course.ts';

let course: WatchedCourse;
let open: OpenStudio;
let watch: Watch;

beforeEach(async () => {
  course = await WatchedCourse.make();
  ({ open } = course);
});
afterEach(() => course.end());

async function begin(): Promise<void> {
  watch = await course.begin();
}

describe('versions', () => {
  test('are kept after an hour of writing, once', async () => {
    await begin();
    open.studio.edit(TEXT, 'one');
    await pass(500);
    expect(await course.kept()).toEqual([]);
    await pass(HOUR);
    open.studio.edit(TEXT, 'two');
    await pass(500);
    expect(await course.kept()).toEqual([['hour']]);
    open.studio.edit(TEXT, 'three');
    await pass(500);
    expect(await course.kept()).toEqual([['hour']]);
  });

  test.each([
    [0, []],
    [1, [['hour']]],
  ])('are kept once more than an hour has passed: %i ms more', async (more, expected) => {
    await begin();
    open.studio.savedAt.value = START + HOUR + more;
    await pass(1);
    expect(await course.kept()).toEqual(expected);
  });

  test('are kept with each package, without what was released', async () => {
    await begin();
    open.studio.edit('releases/four/1/release.json', '{}');
    const packages = ['dist/four/a.zip', 'dist/four/b.zip', 'dist/other/a.zip'];
    open.studio.packed.value = { problems: [], files: new Map(), packages, made: [] };
    await pass(1);
    expect(await course.kept()).toEqual([['packed', 'a.zip', 'b.zip']]);
    const [version] = await new Versions('browser:four').list();
    expect(version && [...(await new Versions('browser:four').read(version)).keys()]).toEqual([TEXT]);
  });

  test('that find no room are reported, until one is kept', async () => {
    await begin();
    course.root.disk.beforeClose = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    expect([await watch.keepVersion('asked'), watch.isVersionLost.value]).toEqual([false, true]);
    course.root.disk.beforeClose = () => {};
    expect([await watch.keepVersion('asked'), watch.isVersionLost.value]).toEqual([true, false]);
  });
});

describe('a course that only this browser has', () => {
  test('is asked to stay, once, when it is saved', async () => {
    await begin();
    expect(course.persist).not.toHaveBeenCalled();
    for (const text of ['one', 'two']) {
      open.studio.edit(TEXT, text);
      await pass(500);
    }
    expect(course.persist).toHaveBeenCalledOnce();
  });

  test('needs a copy after three days: it is asked for until one is taken, or put off', async () => {
    await begin();
    const write = async (text: string): Promise<boolean> => {
      open.studio.edit(TEXT, text);
      await pass(500);
      return watch.isReminding.value;
    };
    expect(await write('one')).toBe(false);
    vi.setSystemTime(START + 80 * HOUR);
    expect(await write('two')).toBe(true);
    expect(localStorage.getItem('cartable-studio-copied browser:four')).not.toBeNull();
    watch.remindLater();
    expect([watch.isReminding.value, await write('three')]).toEqual([false, false]);
    vi.setSystemTime(START + 160 * HOUR);
    expect(await write('four')).toBe(true);
    open.studio.copiedAt.value = Date.now();
    expect([watch.isReminding.value, await write('five')]).toEqual([false, false]);
  });

  test('shows how much room the browser has, when there is too little', async () => {
    await begin();
    open.store.room = 3;
    open.studio.edit(TEXT, 'long');
    await pass(500);
    expect(watch.room.value).toBe(3);
  });
});

test.each([
  [{ quota: 5_000_000, usage: 4_000_001 }, 0],
  [{ quota: 5_000_000, usage: 4_000_000 }, 1],
  [{ quota: 1_000_000, usage: 2_000_000 }, 0],
  [{ quota: 2_000_000 }, 2],
  [{}, 0],
])('whole megabytes of room are counted, never less than none: %j', async (estimate, room) => {
  Object.assign(navigator.storage, { estimate: async () => estimate });
  await begin();
  open.store.room = 3;
  open.studio.edit(TEXT, 'long');
  await pass(500);
  expect(watch.room.value).toBe(room);
});

test('room is only counted where something found none', async () => {
  await begin();
  const failed = async (...reasons: readonly ('gone' | 'full')[]): Promise<number | null> => {
    open.studio.saving.value = { kind: 'failed', unsaved: reasons.map((reason) => ({ path: TEXT, reason })) };
    await pass(1);
    return watch.room.value;
  };
  expect([await failed('gone'), await failed('gone', 'full')]).toEqual([null, 3]);
});

test('a folder on the disk is neither asked to stay nor copied, and its room is unknown', async () => {
  Object.assign(open.store, { kind: 'folder', handle: { isSameEntry: async () => true } });
  await begin();
  open.studio.edit(TEXT, 'one');
  await pass(500);
  vi.setSystemTime(START + 100 * HOUR);
  open.store.room = 3;
  open.studio.edit(TEXT, 'long');
  await pass(500);
  expect([course.persist.mock.calls.length, watch.isReminding.value, watch.room.value]).toEqual([0, false, null]);
});

describe('trying again', () => {
  test('asks for the folder first, then saves and looks', async () => {
    const asked: unknown[] = [];
    const handle = {
      isSameEntry: async () => true,
      requestPermission: async (options: unknown) => void asked.push(options, open.store.text(TEXT)),
    };
    Object.assign(open.store, { kind: 'folder', handle });
    await begin();
    open.studio.edit(TEXT, 'mine');
    open.store.put('modules/four/2.md', 'theirs');
    const order: string[] = [];
    for (const name of ['save', 'refresh'] as const) {
      const own = open.studio[name].bind(open.studio) as () => Promise<never>;
      vi.spyOn(open.studio, name).mockImplementation(() => {
        order.push(name);
        return own();
      });
    }
    await watch.tryAgain();
    expect(order).toEqual(['save', 'refresh']);
    expect([asked, open.store.text(TEXT), open.studio.project.text('modules/four/2.md')]).toEqual([
      [{ mode: 'readwrite' }, 'old'],
      'mine',
      'theirs',
    ]);
  });

  test('asks for nothing where the browser keeps the course', async () => {
    const requestPermission = vi.fn();
    Object.assign(open.store, { handle: { requestPermission } });
    await begin();
    await watch.tryAgain();
    expect(requestPermission).not.toHaveBeenCalled();
  });
});

test('conflicts are decided one after the other, without the lock', async () => {
  await begin();
  const { conflicts } = open.studio;
  conflicts.value = ['modules/four/course.lock.yaml', 'modules/four/1.md', 'modules/four/2.md'];
  watch.chosen.value = 'modules/four/1.md';
  conflicts.value = conflicts.value.filter((path) => path !== 'modules/four/1.md');
  watch.chooseNext();
  expect(watch.chosen.value).toBe('modules/four/2.md');
  // Closed without a decision: the banner stays.
  watch.chooseNext();
  expect(watch.chosen.value).toBeNull();
  watch.chosen.value = 'modules/four/2.md';
  conflicts.value = ['modules/four/course.lock.yaml'];
  watch.chooseNext();
  expect(watch.chosen.value).toBeNull();
});
