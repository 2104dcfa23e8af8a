import { expect, it } from 'vitest';
import { createStopwatch } from '../../src/visit/stopwatch.ts';
import { activity } from '../helpers/bakery.ts';

it('measures an answer from when its page was shown, and the next one from the answer before', () => {
  let session = 0;
  const watch = createStopwatch(
    () => 1_000_000 + session,
    () => session,
  );
  const question = activity(3, 'levain', 'pick');
  session = 4000;
  watch.show('fournil');
  session = 9000;
  watch.answer(question);
  expect(watch.answered.get(3)).toEqual({ time: 1_009_000, latency: 5 });
  session = 11_000;
  watch.answer(question);
  expect(watch.answered.get(3)).toEqual({ time: 1_011_000, latency: 2 });
  session = 20_000;
  watch.show('fournil');
  session = 21_000;
  watch.answer(question);
  expect(watch.answered.get(3)?.latency).toBe(1);
  watch.answer(activity(4, 'gestes', 'pick'));
  watch.forget(3);
  expect([...watch.answered.keys()]).toEqual([4]);
});

it('measures an answer on a page that was never shown from the start of the visit', () => {
  const watch = createStopwatch(
    () => 0,
    () => 7500,
  );
  watch.answer(activity(3, 'levain', 'pick'));
  expect(watch.answered.get(3)?.latency).toBe(7.5);
});
