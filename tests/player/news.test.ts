// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createNews } from '../../src/player/news.ts';
import type { Tracker } from '../../src/visit/tracker.ts';

beforeEach(() => {
  document.body.innerHTML = ['refused', 'lost', 'unkept', 'alone', 'failed', 'short', 'another', 'unreadable', 'stale']
    .map((when) => `<div class="c-banner" data-when="${when}" hidden></div>`)
    .join('');
});
const shown = (): string | undefined => document.querySelector<HTMLElement>('.c-banner:not([hidden])')?.dataset.when;

function news({
  status = 'saved',
  found,
  held = false,
  others = 0,
  without = 0,
  launch = {},
}: {
  status?: string;
  found?: string;
  held?: boolean;
  others?: number;
  without?: number;
  launch?: object;
} = {}) {
  const world = { held, asleep: false };
  const tracker = {
    found,
    launch,
    saveStatus: () => status,
    isHeld: () => world.held,
    others: () => new Array(others),
    without: () => new Array(without),
    isAsleep: () => world.asleep,
    eraseOthers: vi.fn(),
  };
  const made = createNews(tracker as unknown as Tracker);
  made.show();
  return { made, world, tracker };
}

it.each([
  [{}, undefined],
  [{ status: 'saving' }, undefined],
  [{ status: 'failed' }, 'failed'],
  [{ status: 'alone' }, 'alone'],
  [{ status: 'alone', launch: { unkept: true } }, 'unkept'],
  [{ status: 'alone', launch: { refused: true, unkept: true } }, 'refused'],
  [{ held: true, others: 1, found: 'unreadable' }, 'lost'],
  [{ held: true, found: 'unreadable' }, 'unreadable'],
  [{ found: 'unreadable' }, undefined],
  [{ found: 'another' }, 'another'],
  [{ found: 'another', without: 1 }, 'short'],
])('with %j shows the banner %s', (world, banner) => {
  news(world);
  expect(shown()).toBe(banner);
});

it('removes the banner about an unreadable text once the learner starts afresh', () => {
  const { made, world } = news({ held: true, found: 'unreadable' });
  made.update();
  expect(shown()).toBe('unreadable');
  world.held = false;
  made.update();
  expect(shown()).toBeUndefined();
});

it('erases the work of other attempts with its banner', () => {
  const { made, tracker } = news({ found: 'another' });
  made.dropOthers();
  expect([tracker.eraseOthers.mock.calls.length, shown()]).toEqual([1, undefined]);
});

it('shows on return that the visit was asleep', () => {
  const { world } = news();
  document.dispatchEvent(new Event('visibilitychange'));
  expect(shown()).toBeUndefined();
  world.asleep = true;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(shown()).toBe('stale');
});
