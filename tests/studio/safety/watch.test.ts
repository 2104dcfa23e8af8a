// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Watch } from '../../../build/studio/safety/watch.ts';
import { readEntries } from '../../../build/studio/storage/database.ts';
import { checkedAs, courseOf, sessionOf } from '../../helpers/checked-course.ts';
import type { MemoryFolder } from '../../helpers/memory-folder.ts';
import { type MemoryLocks, SilentChannel } from '../../helpers/memory-locks.ts';
import type { OpenStudio } from '../../helpers/open-studio.ts';
import { HOUR, pass, START, TEXT, WatchedCourse } from '../../helpers/watched-course.ts';

let course: WatchedCourse;
let open: OpenStudio;
let root: MemoryFolder;
let locks: MemoryLocks;
let watch: Watch;

beforeEach(async () => {
  course = await WatchedCourse.make();
  ({ open, root, locks } = course);
});
afterEach(() => course.end());

async function begin(): Promise<void> {
  watch = await course.begin();
}

describe('an open course', () => {
  test('is noted, has versions, and writes as its only tab without reading its files again', async () => {
    const refresh = vi.spyOn(open.studio, 'refresh');
    await begin();
    expect([watch.versions.value !== null, open.studio.readOnly.value, refresh.mock.calls]).toEqual([true, false, []]);
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
    course.watch();
    open.studio.edit(TEXT, 'mine');
    await pass(1000);
    expect([open.studio.readOnly.value, open.store.text(TEXT)]).toEqual([true, 'old']);
    locks.kill('other');
    await pass(5000);
    expect([open.studio.readOnly.value, open.store.text(TEXT)]).toEqual([false, 'mine']);
  });

  test('that is closed before its name is known has no versions, and takes no place', async () => {
    const early = course.watch();
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

  test('a failure that is over is no longer shown, and what is saved is not saved again', async () => {
    await begin();
    const save = vi.spyOn(open.studio, 'save');
    window.dispatchEvent(new Event('pagehide'));
    await pass(5000);
    expect(save).not.toHaveBeenCalled();
    open.studio.saving.value = { kind: 'failed', unsaved: [] };
    await pass(5000);
    expect([save.mock.calls.length, open.studio.saving.value.kind]).toEqual([1, 'saved']);
  });

  test('nothing is looked at while the page is hidden, but at once when it is shown', async () => {
    await begin();
    course.visibility = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    open.store.put(TEXT, 'theirs');
    await pass(20_000);
    expect(open.studio.project.text(TEXT)).toBe('old');
    course.visibility = 'visible';
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

  test('a closed course notices nothing more, and leaves its place to another tab', async () => {
    await begin();
    watch.close();
    watch.isReminding.value = true;
    open.studio.packed.value = { problems: [], files: new Map(), packages: ['a.zip'], made: [] };
    open.studio.savedAt.value = START + 2 * HOUR;
    open.studio.copiedAt.value = START + 2 * HOUR;
    open.studio.saving.value = { kind: 'failed', unsaved: [{ path: TEXT, reason: 'full' }] };
    await pass(1);
    expect([await course.kept(), course.persist.mock.calls, watch.isReminding.value, watch.room.value]).toEqual([[], [], true, null]);
    const other = locks.of('other').request('cartable-studio browser:four', { ifAvailable: true }, (lock) => lock !== null);
    expect(await other).toBe(true);
  });
});

describe('an author who leaves', () => {
  test.each([
    ['for another page', () => window.dispatchEvent(new Event('pagehide'))],
    [
      'for another tab',
      () => {
        course.visibility = 'hidden';
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

test('the first of several conflicts is chosen when none was', async () => {
  await begin();
  open.studio.conflicts.value = ['modules/four/2.md', 'modules/four/1.md'];
  watch.chooseNext();
  expect(watch.chosen.value).toBe('modules/four/2.md');
  open.studio.conflicts.value = [];
  watch.chooseNext();
  expect(watch.chosen.value).toBeNull();
});
