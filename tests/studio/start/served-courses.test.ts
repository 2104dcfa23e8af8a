// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ServedCourses } from '../../../build/studio/start/served-courses.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { buttons, draw, icons, press, undraw, wordsOf } from '../../helpers/drawn.ts';

const onOpen = vi.fn();
let files: readonly string[];
let asked: string[];

beforeEach(() => {
  language.value = 'en';
  asked = [];
  sessionStorage.clear();
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    return address === '-/project' ? Response.json({ name: 'Quai' }) : Response.json(Object.fromEntries(files.map((path) => [path, 'x'])));
  });
});
afterEach(async () => {
  await undraw();
  vi.unstubAllGlobals();
  vi.clearAllMocks();
});

async function served(...paths: readonly string[]): Promise<void> {
  files = paths;
  sessionStorage.setItem('cartable-studio-key', 'secret');
  await draw(h(ServedCourses, { onOpen }));
}

test('without a key nobody is asked', async () => {
  await draw(h(ServedCourses, { onOpen }));
  expect([asked, document.querySelector('section'), onOpen.mock.calls]).toEqual([[], null, []]);
});

test('the only course opens by itself', async () => {
  await served('modules/four/course.yaml', 'modules/four/1.md');
  expect([onOpen.mock.calls.length, onOpen.mock.calls[0]?.[0].kind, onOpen.mock.calls[0]?.[1]]).toEqual([1, 'server', 'modules/four']);
  expect(buttons()).toEqual(['four']);
});

test('of several, one is chosen', async () => {
  await served('modules/four/course.yaml', 'modules/tram/course.yaml');
  expect([onOpen.mock.calls, wordsOf(document.querySelector('h2')), buttons()]).toEqual([
    [],
    t('start.served', { name: 'Quai' }),
    ['four', 'tram'],
  ]);
  expect([icons(), [...document.querySelectorAll('button')].map(({ type }) => type)]).toEqual([
    ['folder-open', 'folder-open'],
    ['button', 'button'],
  ]);
  expect([...document.querySelectorAll('.s-tile-picture')].map((one) => [one.className, one.getAttribute('aria-hidden')])).toEqual([
    ['s-tile-picture s-on-sky', 'true'],
    ['s-tile-picture s-on-sky', 'true'],
  ]);
  await press('tram');
  expect(onOpen.mock.calls[0]?.[1]).toBe('modules/tram');
});

test('a project without a course shows nothing', async () => {
  await served('modules/four/1.md');
  expect([document.querySelector('section'), onOpen.mock.calls]).toEqual([null, []]);
});
