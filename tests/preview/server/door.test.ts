import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { doorUrl, openDoor } from '../../../build/preview/server/door.ts';

test('the address that another device opens', () => {
  expect(doorUrl({ address: '192.168.1.7', key: 'abc' }, 4173)).toBe('http://192.168.1.7:4173/abc');
});

test('each door has a key of its own, on an address of the network', () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
  const [one, other] = [openDoor(), openDoor()];
  expect([one === null, outside.length === 0]).toEqual([outside.length === 0, one === null]);
  if (!one || !other) return;
  expect(outside).toContain(one.address);
  expect(one.key).toMatch(/^[\w-]{16}$/);
  expect(one.key).not.toBe(other.key);
});
