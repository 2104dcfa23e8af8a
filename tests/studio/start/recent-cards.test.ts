// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { RecentCards, whenWords } from '../../../build/studio/start/recent-cards.tsx';
import { newBrowserProject } from '../../../build/studio/storage/browser-storage.ts';
import { writeEntry } from '../../../build/studio/storage/database.ts';
import { noteVisit } from '../../../build/studio/storage/recent.ts';
import { language, t } from '../../../build/studio/strings.ts';
import { buttons, draw, icons, press, undraw, wordsOf } from '../../helpers/drawn.ts';
import { MemoryDatabases } from '../../helpers/memory-database.ts';
import { MemoryFolder } from '../../helpers/memory-folder.ts';
import { MemoryLocks } from '../../helpers/memory-locks.ts';

const onOpen = vi.fn();
const NOON = new Date(2026, 10, 28, 12, 0).getTime();

beforeEach(() => {
  const root = new MemoryFolder();
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root.handle }, locks: new MemoryLocks().of('one') });
  vi.stubGlobal('indexedDB', new MemoryDatabases().factory);
  vi.useFakeTimers({ toFake: ['Date'], now: NOON });
  language.value = 'en';
});
afterEach(async () => {
  await undraw();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

/** Makes courses, the first one opened last. */
async function courses(count: number): Promise<void> {
  for (let at = count; at > 0; at--) {
    const store = await newBrowserProject(`four-${at}`, new Map([['modules/four/course.yaml', new TextEncoder().encode('id: x')]]));
    vi.setSystemTime(NOON - at * 1000);
    await noteVisit(store, { course: 'modules/four', title: `Four ${at}`, sessions: at === 1 ? 0 : at });
  }
  vi.setSystemTime(NOON);
  await draw(h(RecentCards, { onOpen }));
}
const titles = (): readonly string[] => [...document.querySelectorAll('li strong')].map(wordsOf);

test('without a course there is nothing', async () => {
  await courses(0);
  expect(document.querySelector('section')).toBeNull();
});

test('courses are shown with their sessions, place and time, and open', async () => {
  await courses(2);
  expect(titles()).toEqual(['Four 1', 'Four 2']);
  expect(wordsOf(document.querySelector('section h2'))).toBe(t('start.resume'));
  const [one, other] = [...document.querySelectorAll('.s-recent-card')].map(wordsOf);
  expect(one).toBe(`FFour 1${t('start.inBrowser')} · ${t('start.today', { time: '11:59 AM' })}`.replace(/[\s\u202f]+/g, ' '));
  expect(other).toContain(t('start.sessions', { n: 2 }));
  expect([...document.querySelectorAll('button')].filter(({ type }) => type !== 'button')).toEqual([]);
  expect([...document.querySelectorAll('.s-tile-picture')].map((drawing) => drawing.getAttribute('aria-hidden'))).toEqual(['true', 'true']);
  await press(/Four 2.*11:59/);
  expect(onOpen.mock.calls[0]?.[0]).toMatchObject({ id: 'browser:four-2', title: 'Four 2' });
});

test.each([
  [6, 6, false],
  [7, 6, true],
])('of %i courses %i are shown at first', async (count, few, hasMore) => {
  await courses(count);
  const all = t('start.all', { n: count });
  expect([titles().length, buttons().includes(all)]).toEqual([few, hasMore]);
  if (!hasMore) return;
  await press(all);
  expect([titles().length, buttons().includes(all)]).toEqual([7, false]);
});

test('a folder of the disk is distinguished from this browser', async () => {
  await writeEntry({
    id: 'folder:1',
    kind: 'folder',
    name: 'quai',
    course: 'modules/tram',
    title: '𝒯ram',
    sessions: 1,
    opened: NOON,
  } as never);
  await courses(1);
  const cards = [...document.querySelectorAll('.s-recent-card')];
  expect(
    cards.map((one) => [
      wordsOf(one.querySelector('.s-initial')),
      ...icons(one),
      wordsOf(one.querySelector('.s-recent-where')).split(' · ')[0],
    ]),
  ).toEqual([
    ['𝒯', 'folder', t('start.inFolder')],
    ['F', 'hard-drive', t('start.inBrowser')],
  ]);
  expect(icons(document.querySelector('.s-recent-leave'))).toEqual(['x']);
  expect(cards.map((one) => one.querySelector('.s-tile-picture')?.className.replace('s-tile-picture s-on-', ''))).toEqual(['blue', 'sky']);
});

test('a course that was never noted has no time', async () => {
  await writeEntry({
    id: 'folder:1',
    kind: 'folder',
    name: 'quai',
    course: 'modules/tram',
    title: 'tram',
    sessions: 1,
    opened: 0,
  } as never);
  await courses(0);
  expect(wordsOf(document.querySelector('.s-recent-where'))).toBe(t('start.inFolder'));
});

test('a course leaves the list after a question', async () => {
  await courses(2);
  await press(t('storage.remove', { title: 'Four 2' }));
  await press(t('cancel'));
  expect([titles(), document.querySelector('dialog')]).toEqual([['Four 1', 'Four 2'], null]);
  await press(t('storage.remove', { title: 'Four 2' }));
  await press(t('storage.remove.yes'));
  expect([titles(), document.querySelector('dialog')]).toEqual([['Four 1'], null]);
});

describe('a time in words', () => {
  const at = (...parts: [number, number, number, number?]): number => new Date(...parts).getTime();

  test.each([
    [0, ''],
    [at(2026, 10, 28, 0), 'today, 12:00 AM'],
    [at(2026, 10, 27, 23), 'November 27'],
    [at(2025, 10, 28), 'November 28, 2025'],
    [at(2025, 11, 31), 'December 31, 2025'],
  ])('%i', (time, words) => {
    expect(
      whenWords(time, NOON)
        .replace(/\u202f/g, ' ')
        .toLowerCase(),
    ).toBe(words.toLowerCase().replace('today, 12:00 am', t('start.today', { time: '12:00 AM' }).toLowerCase()));
  });
});
