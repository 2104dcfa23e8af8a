import { expect, test } from 'vitest';
import { Broadcast } from '../../../build/preview/server/broadcast.ts';

test('every listener is notified until it is removed', () => {
  const broadcast = new Broadcast();
  const heard: string[] = [];
  const stop = broadcast.listen(() => heard.push('a'));
  broadcast.listen(() => heard.push('b'));
  broadcast.send();
  stop();
  broadcast.send();
  expect(heard).toEqual(['a', 'b', 'b']);
});
