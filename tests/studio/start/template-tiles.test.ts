// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TemplateTiles } from '../../../build/studio/start/template-tiles.tsx';
import { language, t } from '../../../build/studio/strings.ts';
import { draw, fill, icons, press, undraw, wordsOf } from '../../helpers/drawn.ts';

const openers = { create: vi.fn(async () => {}), sample: vi.fn(async () => {}) };

beforeEach(async () => {
  language.value = 'en';
  await draw(h(TemplateTiles, { openers }));
});
afterEach(async () => {
  await undraw();
  vi.clearAllMocks();
});

test.each(['blank', 'quarter', 'training'] as const)('a template asks for a title, and is made with it: %s', async (name) => {
  await press(new RegExp(t(`template.${name}`)));
  expect(wordsOf(document.querySelector('h2'))).toBe(t(`template.${name}`));
  await fill(t('new.title'), 'Four');
  await press(t('new.create'));
  expect(openers.create.mock.calls).toEqual([[name, { id: 'four', title: 'Four', lang: 'en' }, 'browser']]);
  expect(document.querySelector('dialog')).toBeNull();
});

test.each(['repair-cafe', 'partenariats-reseaux'] as const)('a sample opens at once: %s', async (name) => {
  await press(new RegExp(t(`sample.${name}`)));
  expect([openers.sample.mock.calls, openers.create.mock.calls, document.querySelector('dialog')]).toEqual([[[name]], [], null]);
});

test('closing the question makes nothing', async () => {
  await press(new RegExp(t('template.blank')));
  await press(t('close'));
  expect([openers.create.mock.calls, document.querySelector('dialog')]).toEqual([[], null]);
});

test('each way has its words and a drawing of its own', () => {
  const tiles = [...document.querySelectorAll('li > button')];
  const names = (
    ['template.blank', 'template.quarter', 'template.training', 'sample.repair-cafe', 'sample.partenariats-reseaux'] as const
  ).map((key) => [t(key), t(`${key}.about`)]);
  expect(tiles.map((one) => [wordsOf(one.querySelector('strong')), wordsOf(one.querySelector('strong + span'))])).toEqual(names);
  expect(tiles.map((one) => one.querySelector('.s-tile-picture')?.className.replace('s-tile-picture s-on-', ''))).toEqual([
    'sunk',
    'warm',
    'blue',
    'green',
    'sky',
  ]);
  expect(tiles.map((one) => [one.querySelectorAll('.s-small-drawing').length, ...icons(one)])).toEqual([
    [1],
    [2],
    [2],
    [2],
    [0, 'book-open'],
  ]);
  const [, quarter, training, sample] = tiles.map((one) => one.querySelector('.s-tile-picture')?.innerHTML);
  expect(new Set([quarter, training, sample]).size).toBe(3);
  expect(tiles.map(({ className }) => className)).toEqual([...Array(4).fill('s-tile'), 's-tile s-recent-card']);
  expect(tiles.map((one) => [one.getAttribute('type'), one.parentElement?.className])).toEqual([
    ...Array.from({ length: 4 }, () => ['button', '']),
    ['button', 's-tile-more'],
  ]);
});
