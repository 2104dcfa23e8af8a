// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from 'vitest';
import { createNews } from '../../src/player/news.ts';
import type { Tracker } from '../../src/visit/tracker.ts';

beforeEach(() => {
  document.body.innerHTML = [
    'refused',
    'lost',
    'unkept',
    'alone',
    'failed',
    'short',
    'another',
    'unreadable',
    'newer',
    'stale',
    'review',
    'elsewhere',
  ]
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
  [{ status: 'review' }, 'review'],
  [{ status: 'elsewhere', without: 1, found: 'another' }, 'elsewhere'],
  [{ status: 'saving', without: 1 }, 'short'],
  [{ status: 'saved', launch: { refused: true, unkept: true } }, undefined],
  [{ status: 'alone', held: true, found: 'unreadable' }, 'unreadable'],
  [{ status: 'alone', held: true, others: 1 }, 'lost'],
  [{ held: true, without: 1, found: 'newer' }, 'short'],
  [{ held: true, found: 'newer' }, 'newer'],
  [{ found: 'newer' }, undefined],
  [{ others: 1 }, undefined],
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
  // Later changes are none of its own.
  document.querySelector<HTMLElement>('[data-when=failed]')?.removeAttribute('hidden');
  made.update();
  expect(shown()).toBe('failed');
});

it('erases the work of other attempts with its banner', () => {
  const { made, tracker } = news({ found: 'another' });
  made.dropOthers();
  expect([tracker.eraseOthers.mock.calls.length, shown()]).toEqual([1, undefined]);
  const other = news({ found: 'stale' });
  other.made.dropOthers();
  expect([other.tracker.eraseOthers.mock.calls.length, shown()]).toEqual([1, 'stale']);
});

it('shows on return that the visit was asleep', () => {
  const { world } = news();
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  world.asleep = true;
  document.dispatchEvent(new Event('visibilitychange'));
  hidden.mockRestore();
  world.asleep = false;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(shown()).toBeUndefined();
  world.asleep = true;
  document.dispatchEvent(new Event('visibilitychange'));
  expect(shown()).toBe('stale');
  // Later tests send the same event to this page.
  world.asleep = false;
});
