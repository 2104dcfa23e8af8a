// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { absolute, readSettings } from '../../build/studio/settings.ts';

afterEach(() => document.head.replaceChildren());

test('settings are those of the page; without them it can’t begin', () => {
  document.head.innerHTML = '<meta name="other" content="{}"><meta name="cartable" content=\'{"engine":"engine.js"}\'>';
  expect(readSettings()).toEqual({ engine: 'engine.js' });
  document.head.replaceChildren();
  expect(() => readSettings()).toThrow();
});

test('addresses are relative to the page', () => {
  document.head.innerHTML = '<base href="https://quai.example/studio/">';
  expect([absolute('engine.js'), absolute('later/a.js')]).toEqual([
    'https://quai.example/studio/engine.js',
    'https://quai.example/studio/later/a.js',
  ]);
});
