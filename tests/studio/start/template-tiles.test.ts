// @vitest-environment happy-dom
import { h } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { TemplateTiles } from '../../../build/studio/start/template-tiles.tsx';
import { language, t } from '../../../build/studio/words.ts';
import { draw, fill, press, undraw, wordsOf } from '../../helpers/drawn.ts';

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
