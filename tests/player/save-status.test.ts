// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSaveStatus, showBanner } from '../../src/player/save-status.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { words } from './stage.ts';

beforeEach(() => {
  vi.useFakeTimers();
  useStrings(words);
  document.body.removeAttribute('data-left');
  document.body.innerHTML = `<p data-save="saving"></p><p id="c-live"></p>
    <section class="c-page" hidden><h1 tabindex="-1">Ailleurs</h1></section><section class="c-page"><h1 tabindex="-1">Ici</h1></section>
    ${['failed', 'alone'].map((kind) => `<div class="c-banner" data-when="${kind}" hidden><button>${kind}</button></div>`).join('')}`;
});
afterEach(() => vi.useRealTimers());

const shown = () =>
  [...document.querySelectorAll<HTMLElement>('.c-banner')].filter(({ hidden }) => !hidden).map(({ dataset }) => dataset.when);
const line = () => document.querySelector<HTMLElement>('[data-save]');

test('one banner at a time; its focused button gives the focus to the title on screen', () => {
  showBanner('alone');
  expect(shown()).toEqual(['alone']);
  document.querySelector<HTMLElement>('[data-when=alone] button')?.focus();
  showBanner('alone');
  expect(document.activeElement?.textContent).toBe('alone');
  showBanner('failed');
  expect([shown(), document.activeElement?.textContent]).toEqual([['failed'], 'Ici']);
  showBanner(undefined);
  expect(shown()).toEqual([]);
});

describe('the status in the bar', () => {
  test.each([
    ['saved', 'check'],
    ['saving', 'refresh-cw'],
    ['failed', 'cloud-off'],
    ['alone', 'info'],
    ['review', 'lock'],
    ['browse', 'eye'],
    ['elsewhere', 'triangle-alert'],
  ] as const)('%s has its icon and its words', (status, icon) => {
    createSaveStatus(() => {})(status);
    expect([line()?.dataset.save, line()?.querySelector('use')?.getAttribute('href'), line()?.textContent]).toEqual([
      status,
      `#i-${icon}`,
      words[`save.${status}`],
    ]);
  });

  test('calls for the banner at each change, not for the same again', () => {
    const show = vi.fn();
    const report = createSaveStatus(show);
    for (const status of ['saving', 'saving', 'saved', 'saved'] as const) report(status);
    expect(show).toHaveBeenCalledTimes(2);
  });

  test('a failure that lasts asks to keep a copy after ten seconds; a retry is no recovery', () => {
    const show = vi.fn();
    const report = createSaveStatus(show);
    report('failed');
    report('saving');
    expect([line()?.dataset.save, show.mock.calls.length]).toEqual(['failed', 0]);
    vi.advanceTimersByTime(9_999);
    expect(shown()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(shown()).toEqual(['failed']);
  });

  test('a failure that passes does not; both are announced, unless the visit is over', () => {
    const output = () => document.getElementById('c-live')?.textContent;
    const report = createSaveStatus(() => {});
    report('failed');
    expect(output()).toBe(words['save.failed']);
    vi.advanceTimersByTime(3000);
    report('saved');
    expect([output(), line()?.textContent]).toEqual([words['save.back'], words['save.saved']]);
    vi.advanceTimersByTime(20_000);
    expect([shown(), output()]).toEqual([[], '']);
    report('saving');
    expect(output()).toBe('');
    document.body.setAttribute('data-left', '');
    report('failed');
    expect(output()).toBe('');
    vi.advanceTimersByTime(10_000);
    expect(shown()).toEqual(['failed']);
  });
});
