import { expect, test } from 'vitest';
import { untilStopped } from '../../build/cli/until-stopped.ts';

test.each(['SIGINT', 'SIGTERM'] as const)('waits for %s', async (signal) => {
  let isOver = false;
  const before = new Set(process.listeners(signal));
  const waiting = untilStopped().then(() => {
    isOver = true;
  });
  await Promise.resolve();
  expect(isOver).toBe(false);
  const [stop] = process.listeners(signal).filter((listener) => !before.has(listener));
  stop?.(signal);
  await waiting;
  expect(isOver).toBe(true);
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    for (const listener of process.listeners(name)) if (!before.has(listener)) process.off(name, listener);
});
