// @vitest-environment happy-dom
import { type ComponentProps, h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Paper } from '../../../build/studio/results/paper.tsx';
import { settled, undraw } from '../../helpers/drawn.ts';
import { PaperPage } from '../../helpers/paper-page.ts';

let page: PaperPage;
const onLink = vi.fn();

beforeEach(() => {
  page = new PaperPage();
  document.body.innerHTML = '<main></main>';
});
afterEach(async () => {
  await undraw();
  page.close();
  onLink.mockClear();
});

/** Draws the paper, or changes what it shows. */
async function shown(more: Partial<ComponentProps<typeof Paper>> = {}): Promise<HTMLElement | null> {
  const part = h(Paper, { settings: page.settings, html: '<p>Four</p>', title: 'The oven', onLink, ...more });
  await act(() => render(part, document.querySelector('main') as Element));
  await settled();
  return page.frame;
}

test('a document is shown in a frame with its title, which may run its script and print, no more', async () => {
  const frame = await shown();
  expect([frame?.title, frame?.getAttribute('src'), frame?.className]).toEqual([
    'The oven',
    'http://four.test/studio/paper.html',
    's-paper',
  ]);
  await page.begin();
  expect([page.loaded, page.allowed, page.sent]).toEqual([
    ['http://four.test/studio/paper.js'],
    ['allow-scripts allow-modals'],
    [{ kind: 'show', html: '<p>Four</p>' }],
  ]);
});

test('another document gets a frame of its own, the same one keeps its frame', async () => {
  const frame = await shown();
  expect(await shown({ title: 'The tram' })).toBe(frame);
  expect(page.loaded.length).toBe(1);
  const other = await shown({ html: '<p>Tram</p>' });
  const third = await shown({ html: '<p>Quay</p>' });
  expect(new Set([frame, other, third]).size).toBe(3);
  expect(await shown({ html: '<p>Quay</p>', title: 'The quay' })).toBe(third);
  await page.begin();
  expect(page.sent).toEqual([{ kind: 'show', html: '<p>Quay</p>' }]);
});

test('links are followed by the page, with its newest answer', async () => {
  await shown();
  await page.begin();
  const other = vi.fn();
  await shown({ onLink: other });
  await page.send({ kind: 'link', href: 'mailto:a@b.fr' });
  expect([onLink.mock.calls, other.mock.calls, page.sent.length]).toEqual([[], [['mailto:a@b.fr']], 1]);
});

test('a link leads nowhere if nobody follows it', async () => {
  await shown({ onLink: undefined as never });
  await page.begin();
  await page.send({ kind: 'link', href: 'a.html' });
  expect(page.sent.length).toBe(1);
});

test('no other window gets the document or is listened to', async () => {
  await shown();
  await page.send({ kind: 'ready' }, null);
  await page.load();
  await page.send({ kind: 'ready' }, window);
  await page.send({ kind: 'link', href: 'a.html' }, window);
  expect([page.sent, onLink.mock.calls]).toEqual([[], []]);
});

test('prints only when it is asked to, each time', async () => {
  await shown();
  await page.begin();
  await shown({ print: 0 });
  expect(page.sent.length).toBe(1);
  await shown({ print: 1 });
  await shown({ print: 1 });
  await shown({ print: 2 });
  expect(page.sent.slice(1)).toEqual([{ kind: 'print' }, { kind: 'print' }]);
});

test('once it is gone nothing listens', async () => {
  await shown();
  await page.begin();
  await undraw();
  await page.send({ kind: 'ready' });
  await page.send({ kind: 'link', href: 'a.html' });
  expect([page.sent.length, onLink.mock.calls]).toEqual([1, []]);
});
