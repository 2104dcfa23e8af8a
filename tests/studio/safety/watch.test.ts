// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Watch } from '../../../build/studio/safety/watch.ts';
import { readEntries } from '../../../build/studio/storage/database.ts';
import { Versions } from '../../../build/studio/storage/versions.ts';
import { checkedAs, courseOf, sessionOf } from '../../helpers/checked-course.ts';
import { MemoryDatabases } from '../../helpers/memory-database.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks, SilentChannel } from '../../helpers/memory-locks.ts';
import { type OpenStudio, openStudio } from '../../helpers/open-studio.ts';

const TEXT = 'modules/four/1.md';
const HOUR = 3_600_000;
const START = new Date(2026, 10, 28, 9, 0).getTime();
let root: MemoryFolder;
let locks: MemoryLocks;
let open: OpenStudio;
let watch: Watch;
let visibility: DocumentVisibilityState;
const persist = vi.fn();
const closed: Watch[] = [];

beforeEach(async () => {
  vi.useFakeTimers({ now: START });
  root = new MemoryFolder();
  locks = new MemoryLocks();
  visibility = 'visible';
  persist.mockClear();
  vi.stubGlobal('navigator', {
    storage: { getDirectory: async () => root.handle, persist, estimate: async () => ({ quota: 5_900_000, usage: 2_000_000 }) },
    locks: locks.of('here'),
  });
  vi.stubGlobal('indexedDB', new MemoryDatabases().factory);
  vi.stubGlobal('BroadcastChannel', SilentChannel);
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() => visibility);
  localStorage.clear();
  open = await openStudio({ '1.md': 'old' });
  Object.assign(open.store, { kind: 'browser', name: 'four' });
});
afterEach(() => {
  for (const one of closed.splice(0)) one.close();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function begin(): Promise<void> {
  watch = new Watch(open.studio);
  closed.push(watch);
  await vi.advanceTimersByTimeAsync(1);
}
const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
const kept = async (): Promise<unknown> => (await new Versions('browser:four').list()).map(({ kind, packages }) => [kind, ...packages]);

describe('an open course', () => {
  test('is noted, has versions, and writes as its only tab', async () => {
    await begin();
    expect([watch.versions.value !== null, open.studio.readOnly.value]).toEqual([true, false]);
    await watch.keepVersion('asked');
    expect(Object.keys(root.texts())).toEqual([`versions/browser_four/${START + 1}.asked.zip`]);
    expect(await readEntries()).toMatchObject([{ id: 'browser:four', course: 'modules/four', title: 'four', sessions: 0 }]);
  });

  test('is noted with its title and the number of its sessions', async () => {
    open.studio.checked.value = checkedAs(courseOf([sessionOf('1'), sessionOf('2')]));
    await begin();
    expect(await readEntries()).toMatchObject([{ title: 'The oven', sessions: 2, opened: START }]);
  });

  test('reads where another tab writes, until that is closed: then what it has saved is read first', async () => {
    void locks.of('other').request('cartable-studio browser:four', () => new Promise(() => {}));
    await pass(0);
    await begin();
    expect(open.studio.readOnly.value).toBe(true);
    open.store.put(TEXT, 'theirs');
    locks.kill('other');
    await pass(5000);
    expect([open.studio.readOnly.value, open.studio.project.text(TEXT)]).toEqual([false, 'theirs']);
  });

  test('saves what was edited before another tab turned out to write, once this one writes', async () => {
    void locks.of('other').request('cartable-studio browser:four', () => new Promise(() => {}));
    await pass(0);
    closed.push(new Watch(open.studio));
    open.studio.edit(TEXT, 'mine');
    await pass(1000);
    expect([open.studio.readOnly.value, open.store.text(TEXT)]).toEqual([true, 'old']);
    locks.kill('other');
    await pass(5000);
    expect([open.studio.readOnly.value, open.store.text(TEXT)]).toEqual([false, 'mine']);
  });

  test('that is closed before its name is known has no versions, and takes no place', async () => {
    const early = new Watch(open.studio);
    early.close();
    await pass(1);
    expect([early.versions.value, await readEntries()]).toEqual([null, []]);
  });

  test('knows that another tab writes before its visit is noted, however long that takes', async () => {
    vi.stubGlobal('indexedDB', { open: () => ({}) });
    void locks.of('other').request('cartable-studio browser:four', () => new Promise(() => {}));
    await pass(0);
    await begin();
    expect(open.studio.readOnly.value).toBe(true);
  });

  test('takes the place of another tab when it is asked to', async () => {
    void locks
      .of('other')
      .request('cartable-studio browser:four', () => new Promise(() => {}))
      .catch(() => undefined);
    await pass(0);
    await begin();
    watch.writeHere();
    await pass(3100);
    expect(open.studio.readOnly.value).toBe(false);
  });
});

test('a tab that another one asks saves, and only reads from then on', async () => {
  const channel = new SilentChannel();
  vi.stubGlobal('BroadcastChannel', function Channel() {
    return channel;
  });
  await begin();
  open.studio.edit(TEXT, 'mine');
  const seen = async (data: string): Promise<unknown> => {
    channel.dispatchEvent(new MessageEvent('message', { data }));
    await pass(0);
    return [open.store.text(TEXT), open.studio.readOnly.value];
  };
  expect([await seen('hello'), await seen('ask')]).toEqual([
    ['old', false],
    ['mine', true],
  ]);
});

describe('every five seconds', () => {
  test('what has changed elsewhere is taken over, and what was refused is saved', async () => {
    await begin();
    open.store.put(TEXT, 'theirs');
    await pass(4998);
    expect(open.studio.project.text(TEXT)).toBe('old');
    await pass(1);
    expect(open.studio.project.text(TEXT)).toBe('theirs');
    open.store.refuses = 'forbidden';
    open.studio.edit(TEXT, 'mine');
    await pass(10_000);
    expect([open.store.text(TEXT), open.studio.saving.value.kind]).toEqual(['theirs', 'failed']);
    open.store.refuses = null;
    await pass(5000);
    expect([open.store.text(TEXT), open.studio.saving.value.kind]).toEqual(['mine', 'saved']);
  });

  test('nothing is looked at while the page is hidden, but at once when it is shown', async () => {
    await begin();
    visibility = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    open.store.put(TEXT, 'theirs');
    await pass(20_000);
    expect(open.studio.project.text(TEXT)).toBe('old');
    visibility = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await pass(1);
    expect(open.studio.project.text(TEXT)).toBe('theirs');
    open.store.put(TEXT, 'again');
    window.dispatchEvent(new Event('focus'));
    await pass(1);
    expect(open.studio.project.text(TEXT)).toBe('again');
  });

  test('one look runs at a time', async () => {
    await begin();
    let looks = 0;
    open.store.list = () => {
      looks += 1;
      return new Promise(() => {});
    };
    await pass(20_000);
    expect(looks).toBe(1);
  });

  test('a closed course is left alone', async () => {
    await begin();
    watch.close();
    open.store.put(TEXT, 'theirs');
    await pass(20_000);
    window.dispatchEvent(new Event('focus'));
    await pass(1);
    expect([open.studio.project.text(TEXT), vi.getTimerCount()]).toEqual(['old', 0]);
    open.studio.project.put(TEXT, 'mine');
    window.dispatchEvent(new Event('pagehide'));
    await pass(1);
    expect([open.store.text(TEXT), window.dispatchEvent(new Event('beforeunload', { cancelable: true }))]).toEqual(['theirs', true]);
  });
});

describe('an author who leaves', () => {
  test.each([
    ['for another page', () => window.dispatchEvent(new Event('pagehide'))],
    [
      'for another tab',
      () => {
        visibility = 'hidden';
        document.dispatchEvent(new Event('visibilitychange'));
      },
    ],
  ])('has the last words saved: %s', async (_, leave) => {
    await begin();
    open.studio.edit(TEXT, 'last');
    leave();
    await pass(1);
    expect(open.store.text(TEXT)).toBe('last');
  });

  test('is asked to wait while something is unsaved, and not otherwise', async () => {
    await begin();
    const leave = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect([leave(), watch.isLeaving.value]).toEqual([true, false]);
    open.studio.edit(TEXT, 'last');
    expect([leave(), watch.isLeaving.value]).toEqual([false, true]);
    await pass(500);
    expect([open.store.text(TEXT), watch.isLeaving.value, leave()]).toEqual(['last', false, true]);
  });
});

describe('versions', () => {
  test('are kept after an hour of writing, once', async () => {
    await begin();
    open.studio.edit(TEXT, 'one');
    await pass(500);
    expect(await kept()).toEqual([]);
    await pass(HOUR);
    open.studio.edit(TEXT, 'two');
    await pass(500);
    expect(await kept()).toEqual([['hour']]);
    open.studio.edit(TEXT, 'three');
    await pass(500);
    expect(await kept()).toEqual([['hour']]);
  });

  test.each([
    [0, []],
    [1, [['hour']]],
  ])('are kept once more than an hour has passed: %i ms more', async (more, expected) => {
    await begin();
    open.studio.savedAt.value = START + HOUR + more;
    await pass(1);
    expect(await kept()).toEqual(expected);
  });

  test('are kept with each package, without what was released', async () => {
    await begin();
    open.studio.edit('releases/four/1/release.json', '{}');
    const packages = ['dist/four/a.zip', 'dist/four/b.zip', 'dist/other/a.zip'];
    open.studio.packed.value = { problems: [], files: new Map(), packages, made: [] };
    await pass(1);
    expect(await kept()).toEqual([['packed', 'a.zip', 'b.zip']]);
    const [version] = await new Versions('browser:four').list();
    expect(version && [...(await new Versions('browser:four').read(version)).keys()]).toEqual([TEXT]);
  });

  test('that find no room are reported, until one is kept', async () => {
    await begin();
    root.disk.beforeClose = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    expect([await watch.keepVersion('asked'), watch.isVersionLost.value]).toEqual([false, true]);
    root.disk.beforeClose = () => {};
    expect([await watch.keepVersion('asked'), watch.isVersionLost.value]).toEqual([true, false]);
  });
});

describe('a course that only this browser has', () => {
  test('is asked to stay, once, when it is saved', async () => {
    await begin();
    expect(persist).not.toHaveBeenCalled();
    for (const text of ['one', 'two']) {
      open.studio.edit(TEXT, text);
      await pass(500);
    }
    expect(persist).toHaveBeenCalledOnce();
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

test('the first of several conflicts is chosen when none was', async () => {
  await begin();
  open.studio.conflicts.value = ['modules/four/2.md', 'modules/four/1.md'];
  watch.chooseNext();
  expect(watch.chosen.value).toBe('modules/four/2.md');
  open.studio.conflicts.value = [];
  watch.chooseNext();
  expect(watch.chosen.value).toBeNull();
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
  expect([persist.mock.calls.length, watch.isReminding.value, watch.room.value]).toEqual([0, false, null]);
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
    await watch.tryAgain();
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
