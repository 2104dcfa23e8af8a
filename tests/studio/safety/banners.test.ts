// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { OWN_TYPE } from '../../../build/studio/problem-texts.ts';
import { Banners } from '../../../build/studio/safety/banners.tsx';
import type { Watch } from '../../../build/studio/safety/watch.ts';
import type { StoreReason } from '../../../build/studio/storage/store.ts';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { checkedAs, problemOf } from '../../helpers/checked-course.ts';
import { button, buttons, draw, icons, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { openStudio } from '../../helpers/open-studio.ts';

let studio: Studio;
let watch: Watch;
const calls = { tryAgain: vi.fn(), writeHere: vi.fn(), remindLater: vi.fn() };
const download = vi.fn();

beforeEach(async () => {
  language.value = 'en';
  ({ studio } = await openStudio({ 'course.yaml': 'id: four' }));
  watch = {
    ...calls,
    chosen: signal(null),
    room: signal(null),
    isLeaving: signal(false),
    isVersionLost: signal(false),
    isReminding: signal(false),
  } as unknown as Watch;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    download(this.download);
  });
  await draw(h(Banners, { studio, watch }));
});
afterEach(async () => {
  await undraw();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

function fail(kind: 'folder' | 'browser' | 'server', ...reasons: readonly StoreReason[]): Promise<void> {
  Object.assign(studio.project.store, { kind });
  studio.saving.value = { kind: 'failed', unsaved: reasons.map((reason, at) => ({ path: `modules/four/${at}.md`, reason })) };
  return settled();
}

/** Words of the banners with a role, without their buttons. */
function lines(role: 'alert' | 'status'): readonly string[] {
  return [...document.querySelectorAll(`[role=${role}] p`)].map(wordsOf);
}

test('all is well without a line', () => {
  expect([lines('alert'), lines('status'), buttons()]).toEqual([[], [], []]);
});

describe('a course that can’t be saved', () => {
  test.each([
    ['folder', 'gone', 'storage.gone.folder', 'alert'],
    ['browser', 'gone', 'storage.gone.browser', 'alert'],
    ['server', 'gone', 'storage.gone.server', 'alert'],
    ['folder', 'forbidden', 'storage.forbidden.folder', 'status'],
    ['server', 'forbidden', 'storage.forbidden.folder', 'status'],
    ['browser', 'forbidden', 'storage.forbidden.browser', 'status'],
    ['browser', 'full', 'storage.full', 'alert'],
  ] as const)('in a %s that is %s is explained', async (kind, reason, key, role) => {
    await fail(kind, reason);
    expect(lines(role)).toEqual([`${t(key)} ${t(`${key}.more`, { n: 1 })}`]);
    expect(buttons()).toEqual([t('storage.download'), t('storage.retry')]);
  });

  test('counts its files, and is explained by the first that isn’t a conflict', async () => {
    await fail('browser', 'changed', 'full', 'gone');
    expect(lines('alert')).toEqual([`${t('storage.full')} ${t('storage.full.more', { n: 3 })}`]);
    await fail('browser', 'changed');
    expect([lines('alert'), lines('status')]).toEqual([[], []]);
  });

  test('shows how much room is left, where that is known', async () => {
    watch.room.value = 0;
    await fail('browser', 'full');
    expect(lines('alert')[0]).toContain(t('storage.full.room', { left: 0 }));
    await fail('browser', 'gone');
    expect(lines('alert')[0]).not.toContain('MB');
  });

  test('can be tried again, and downloaded with what is unsaved', async () => {
    await fail('browser', 'gone');
    await press(t('storage.retry'));
    expect(calls.tryAgain).toHaveBeenCalledOnce();
    await press(t('storage.download'));
    expect(download).toHaveBeenCalledWith(expect.stringMatching(/^four-\d{4}-\d\d-\d\d-\d{4}\.zip$/));
    expect(studio.copiedAt.value).toBeGreaterThan(0);
  });

  test('offers first what helps: a copy without room, else another try', async () => {
    const main = (): unknown => document.querySelector('.s-primary')?.textContent;
    await fail('browser', 'full');
    expect(main()).toBe(t('storage.download'));
    await fail('browser', 'gone');
    expect(main()).toBe(t('storage.retry'));
  });

  test('asks for a folder again that was closed', async () => {
    Object.assign(studio.project.store, { handle: {} });
    await fail('folder', 'forbidden');
    expect(buttons()).toEqual([t('storage.download'), t('storage.reopen')]);
    for (const [kind, reason] of [
      ['folder', 'gone'],
      ['browser', 'forbidden'],
    ] as const) {
      await fail(kind, reason);
      expect(buttons()).toEqual([t('storage.download'), t('storage.retry')]);
    }
  });
});

test('an engine that has failed can be asked again', async () => {
  studio.steady.hasFailed.value = true;
  await settled();
  expect(lines('status')).toEqual([`${t('storage.engine')} ${t('storage.engine.more')}`]);
  expect(buttons()).toEqual([t('storage.download'), t('storage.retry')]);
  const again = vi.spyOn(studio, 'checkAgain');
  await press(t('storage.retry'));
  expect([again.mock.calls.length, lines('status')]).toEqual([1, []]);
});

describe('a conflict', () => {
  test('is counted, and decided one file after the other', async () => {
    studio.conflicts.value = ['modules/four/1.md', 'modules/four/2.md'];
    await settled();
    expect(lines('status')).toEqual([`${t('storage.conflict', { n: 2 })} ${t('storage.conflict.more')}`]);
    await press(t('storage.conflict.choose'));
    expect(watch.chosen.value).toBe('modules/four/1.md');
  });

  test('about the lock has one way out: the other version', async () => {
    studio.conflicts.value = ['modules/four/1.yaml', 'modules/four/course.lock.yaml'];
    await settled();
    expect(lines('alert')).toEqual([`${t('storage.lock')} ${t('storage.lock.more')}`]);
    expect(lines('status')).toEqual([`${t('storage.conflict', { n: 1 })} ${t('storage.conflict.more')}`]);
    const decide = vi.spyOn(studio, 'decide').mockResolvedValue();
    await press(t('storage.lock.take'));
    expect(decide.mock.calls).toEqual([['modules/four/course.lock.yaml', null]]);
    await press(t('storage.conflict.choose'));
    expect(watch.chosen.value).toBe('modules/four/1.yaml');
  });
});

describe('news', () => {
  test('of another tab, which can be replaced', async () => {
    studio.readOnly.value = true;
    await settled();
    expect(lines('status')).toEqual([`${t('storage.tabs')} ${t('storage.tabs.more')}`]);
    await press(t('storage.tabs.here'));
    expect(calls.writeHere).toHaveBeenCalledOnce();
  });

  test('of files from elsewhere, until they are read', async () => {
    studio.taken.value = ['modules/four/1.md', 'modules/four/assets/a.png'];
    await settled();
    expect(lines('status')).toEqual([`${t('storage.taken', { n: 2, files: '1.md, a.png' })} ${t('storage.taken.more')}`]);
    await press(t('storage.close'));
    expect([studio.taken.value, lines('status')]).toEqual([[], []]);
  });

  test('of leaving, and of a version that is lost', async () => {
    watch.isLeaving.value = true;
    watch.isVersionLost.value = true;
    await settled();
    expect(lines('status')).toEqual([`${t('storage.leaving')} ${t('storage.leaving.more')}`, t('storage.versions.failed')]);
    expect(buttons()).toEqual([]);
  });

  test('that a copy is due: now, or later', async () => {
    watch.isReminding.value = true;
    await settled();
    expect(lines('status')).toEqual([`${t('storage.remind')} ${t('storage.remind.more')}`]);
    await press(t('storage.remind.later'));
    expect([calls.remindLater.mock.calls.length, download.mock.calls.length]).toEqual([1, 0]);
    expect(button(t('storage.download')).className).toContain('s-primary');
    await press(t('storage.download'));
    expect(download).toHaveBeenCalledOnce();
  });
});

test('types of the project are named, each once and in order', async () => {
  const own = (name: string) => problemOf({ code: OWN_TYPE, values: { name } });
  studio.checked.value = checkedAs(null, [own('tram'), problemOf({ values: { name: 'other' } }), own('four'), own('tram')]);
  await settled();
  expect(lines('status')).toEqual([`${t('problems.ownTypes')} ${t('problems.ownTypes.more', { names: 'four, tram' })}`]);
});

test('each line has an icon and a tone, the most urgent ones first', async () => {
  const looks = (): readonly unknown[] =>
    [...document.querySelectorAll('.s-banner')].map((one) => [one.className.replace('s-banner s-', ''), icons(one)[0]]);
  const failure = async (reason: StoreReason): Promise<unknown> => {
    await fail('folder', reason);
    return looks()[0];
  };
  studio.readOnly.value = true;
  studio.steady.hasFailed.value = true;
  studio.checked.value = checkedAs(null, [problemOf({ code: OWN_TYPE, values: { name: 'tram' } })]);
  studio.conflicts.value = ['modules/four/course.lock.yaml', 'modules/four/1.md'];
  studio.taken.value = ['modules/four/1.md'];
  for (const one of [watch.isLeaving, watch.isVersionLost, watch.isReminding]) one.value = true;
  expect([await failure('full'), await failure('forbidden'), await failure('gone')]).toEqual([
    ['wrong', 'circle-alert'],
    ['warm', 'folder'],
    ['wrong', 'circle-alert'],
  ]);
  expect(looks().slice(1)).toEqual([
    ['warm', 'circle-alert'],
    ['warm', 'circle-alert'],
    ['wrong', 'lock'],
    ['warm', 'copy'],
    ['info', 'copy'],
    ['warm', 'clock'],
    ['info', 'refresh-cw'],
    ['warm', 'history'],
    ['info', 'hard-drive'],
  ]);
});
