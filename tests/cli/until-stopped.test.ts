import { expect, test } from 'vitest';
import { untilStopped } from '../../build/cli/until-stopped.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

test.each(SIGNALS)('waits for %s, and holds no second one back', async (signal) => {
  let isOver = false;
  const before = new Set(SIGNALS.flatMap((name) => process.rawListeners(name)));
  const added = (name: NodeJS.Signals) => process.rawListeners(name).filter((listener) => !before.has(listener));
  const waiting = untilStopped().then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect([isOver, SIGNALS.map((name) => added(name).length)]).toEqual([false, [1, 1]]);
  added(signal)[0]?.(signal);
  await waiting;
  expect([isOver, added(signal)]).toEqual([true, []]);
  for (const name of SIGNALS) for (const listener of added(name)) process.off(name, listener as () => void);
});
