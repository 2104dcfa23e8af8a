import { expect, test } from 'vitest';
import { Broadcast } from '../../../build/preview/server/broadcast.ts';

test('every listener is notified until it is removed', () => {
  const broadcast = new Broadcast();
  const received: string[] = [];
  const stop = broadcast.listen(() => received.push('a'));
  broadcast.listen(() => received.push('b'));
  broadcast.send();
  stop();
  broadcast.send();
  expect(received).toEqual(['a', 'b', 'b']);
});
