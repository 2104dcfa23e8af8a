// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DropZone } from '../../../build/studio/ui/drop-zone.tsx';
import { button, drag, draw, icons, undraw, wordsOf } from '../../helpers/drawn.ts';

const onFiles = vi.fn();
const zone = (): Element | null => document.querySelector('.s-drop');
const isOver = (): boolean => zone()?.hasAttribute('data-over') ?? false;
const FILES = [new File(['a'], 'a.xml'), new File(['b'], 'b.xml')];

beforeEach(async () => {
  onFiles.mockClear();
  const part = { title: 'Drop it', icon: 'download', about: h('p', null, 'About'), onFiles } as const;
  await draw(h(DropZone, { ...part, children: h('button', { type: 'button' }, 'Choose') }));
});
afterEach(undraw);

test('shows its words, and a button for those who don’t drag', () => {
  expect([wordsOf(document.querySelector('strong')), wordsOf(document.querySelector('p')), button('Choose').tagName, icons()]).toEqual([
    'Drop it',
    'About',
    'BUTTON',
    ['download'],
  ]);
});

test('shows that something is above it, until it leaves', async () => {
  expect(isOver()).toBe(false);
  expect([await drag('dragover', zone()), isOver()]).toEqual([true, true]);
  await drag('dragleave', zone());
  expect(isOver()).toBe(false);
});

test('takes all files that are dropped, and the browser doesn’t open them', async () => {
  await drag('dragover', zone());
  expect(await drag('drop', zone(), FILES)).toBe(true);
  await drag('drop', zone(), FILES.slice(1));
  expect([onFiles.mock.calls, isOver()]).toEqual([[[FILES], [FILES.slice(1)]], false]);
});

test('something else than files is ignored, and opened by nobody', async () => {
  expect([await drag('drop', zone(), []), await drag('drop', zone()), onFiles.mock.calls]).toEqual([true, true, []]);
});
