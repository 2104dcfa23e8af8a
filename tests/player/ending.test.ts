// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { createEnding } from '../../src/player/ending.ts';
import type { SaveStatus, Tracker } from '../../src/visit/tracker.ts';

afterEach(() => {
  delete document.body.dataset.left;
});

function open(status: SaveStatus, without: readonly number[] = []) {
  const tracker = { status, leave: vi.fn(), saveStatus: () => tracker.status, without: () => without };
  const view = vi.fn();
  const ending = createEnding(tracker as unknown as Tracker, view);
  return { tracker, ending, views: () => view.mock.calls.map(([name]) => name) };
}

it.each([
  ['saved', [], 'end-saved'],
  ['saved', [3], 'end-short'],
  ['failed', [3], 'end-failed'],
  ['saving', [], 'end-saving'],
  ['alone', [], 'end-alone'],
  ['elsewhere', [], 'end-alone'],
] as const)('a visit that is %s, without %j, ends with the view %s', (status, without, name) => {
  const { ending, tracker, views } = open(status, without);
  ending.leave();
  expect([views(), tracker.leave.mock.calls, document.body.dataset.left]).toEqual([[name], [[true]], '']);
});

it('shows later that the end was saved, and the same view only once', () => {
  const { ending, tracker, views } = open('saving');
  ending.update();
  expect(views()).toEqual([]);
  ending.leave();
  ending.update();
  tracker.status = 'saved';
  ending.update();
  expect(views()).toEqual(['end-saving', 'end-saved']);
});
