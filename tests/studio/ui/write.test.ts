// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
// What is drawn later is loaded before, so that no test waits for it.
import '../../../build/studio/add/add-dialog.tsx';
import '../../../build/studio/forms/front-form.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { WriteView } from '../../../build/studio/ui/write.tsx';
import { checkedAs, courseOf, problemOf, sessionOf } from '../../helpers/checked-course.ts';
import { draw, field, press, settled, undraw, wordsOf } from '../../helpers/drawn.ts';
import { type OpenStudio, openStudio } from '../../helpers/open-studio.ts';

const SETTINGS = { nonce: 'n', frame: 'frame.html', frameScript: 'play.js', lms: { '1.2': '12.js', '2004': '2004.js' } } as never;
let studio: Studio;
let asked: OpenStudio['asked'];

beforeEach(async () => {
  language.value = 'en';
  localStorage.setItem('cartable-studio-text', 'plain');
  // This page loads no frames, and says so.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  vi.stubGlobal('fetch', async () => new Response(''));
  ({ studio, asked } = await openStudio({ '1.md': '# One {#one}\n', '2.md': '# Two {#two}\n' }, { types: () => [], play: () => null }));
});
afterEach(async () => {
  await undraw();
  localStorage.clear();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function shown(...problems: readonly ReturnType<typeof problemOf>[]): Promise<void> {
  studio.checked.value = checkedAs(courseOf([sessionOf('1'), sessionOf('2')]), problems);
  await draw(h(WriteView, { studio, settings: SETTINGS, onImport: () => {} }));
}
const view = (): Element | null => document.querySelector('.s-write');
const text = (): string => field<HTMLTextAreaElement>(t('editor.text')).value;

test('shows the plan, the text, its line and the preview of the first session, in this order', async () => {
  await shown();
  expect([wordsOf(document.querySelector('h1')), text()]).toEqual(['Session 1', '# One {#one}\n']);
  expect(document.querySelector('h1')?.className).toBe('s-hidden');
  const parts = [...(view()?.children ?? [])].map((one) => one.getAttribute('aria-label') ?? one.tagName);
  expect(parts).toEqual(['H1', t('plan.of'), t('write.textOf'), t('write.preview'), t('write.panes')]);
  expect([document.querySelector('.s-status') === null, document.querySelector('.s-problems')]).toEqual([false, null]);
});

test('shows another session with its own text', async () => {
  await shown();
  studio.chosen.value = 'modules/four/2.md';
  await settled();
  expect([wordsOf(document.querySelector('h1')), text()]).toEqual(['Session 2', '# Two {#two}\n']);
  const played = asked.filter(({ name }) => name === 'play').map(({ args }) => args);
  expect(played).toMatchObject([[{ session: 'id-1' }], [{ session: 'id-2' }]]);
});

test('shows another file of the course, beside the first session', async () => {
  ({ studio } = await openStudio({ '1.md': '# One {#one}\n', 'course.yaml': 'id: four\n' }, { types: () => [], play: () => null }));
  studio.chosen.value = 'modules/four/course.yaml';
  await shown();
  expect([wordsOf(document.querySelector('h1')), text()]).toEqual(['Session 1', 'id: four\n']);
});

test('shows a form instead of the text, and the dialog with all types above it', async () => {
  await shown();
  studio.form.value = { path: 'modules/four/1.md', line: 0 };
  await settled();
  expect(wordsOf(document.querySelector('.s-text-pane h2'))).toBe(t('front.heading'));
  expect(document.querySelector<HTMLElement>('.s-write-text')?.hidden).toBe(true);
  expect(document.querySelector('dialog')).toBeNull();
  studio.adding.value = { path: 'modules/four/1.md', line: 1 };
  await settled();
  expect(document.querySelector('.s-text-pane dialog')?.className).toBe('s-add');
});

test('shows one pane where there is room for one only', async () => {
  await shown();
  expect(view()?.getAttribute('data-pane')).toBe('text');
  await press(t('write.pane.plan'));
  expect(view()?.getAttribute('data-pane')).toBe('plan');
});

test('the problems open below the text, and close', async () => {
  await shown(problemOf());
  await press(/error/);
  expect(document.querySelector('.s-problems')).not.toBeNull();
  await press(t('close'));
  expect(document.querySelector('.s-problems')).toBeNull();
});

test('a course without a session has nothing to write in yet', async () => {
  ({ studio } = await openStudio({ 'course.yaml': 'id: four\n' }));
  await draw(h(WriteView, { studio, settings: SETTINGS, onImport: () => {} }));
  expect([wordsOf(document.querySelector('.s-note')), view()]).toEqual([t('write.empty'), null]);
});

test('another file of a course without sessions has nothing either', async () => {
  ({ studio } = await openStudio({ 'course.yaml': 'id: four\n' }));
  studio.chosen.value = 'modules/four/course.yaml';
  await draw(h(WriteView, { studio, settings: SETTINGS, onImport: () => {} }));
  expect([wordsOf(document.querySelector('.s-note')), view()]).toEqual([t('write.empty'), null]);
});
