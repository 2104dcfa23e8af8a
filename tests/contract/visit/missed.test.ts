import { expect, test } from 'vitest';
import { encodeState } from '../../../src/model/state/codec.ts';
import { sealOf } from '../../../src/model/state/seal.ts';
import { isMissed, newState } from '../../../src/model/state/state.ts';
import { bakery } from '../../helpers/bakery.ts';
import { memoryStorage } from '../../helpers/memory-storage.ts';
import { openTracker } from '../../helpers/open-tracker.ts';

test.each([
  ['minutes', {}, false],
  ['the first page', { seen: [0] }, false],
  ['several pages', { seen: [0, 1] }, true],
  ['a final status', { status: 'passed' as const }, true],
  ['an answer', { activities: { 0: { answer: ['a'], tries: 1 } } }, true],
])('%s: missed by somebody or not', (_, more, missed) => {
  expect(isMissed({ ...newState('attempt1'), ...more })).toBe(missed);
});

test('the copy of another attempt that read all pages is offered, not erased', async () => {
  const store = memoryStorage();
  const content = bakery();
  const state = { ...newState('another1'), seen: [0, 1], status: 'completed' as const };
  store.setItem(
    `cartable-copy:boulangerie/nuit:${sealOf('l-7')}:another1`,
    JSON.stringify({ text: encodeState(state, content), heard: true, at: 0 }),
  );
  const { tracker } = await openTracker({ content, storage: () => store });
  expect(tracker.others().map(({ attempt }) => attempt)).toContain('another1');
});
