import { afterEach, expect, test, vi } from 'vitest';
import { doorUrl } from '../../../build/preview/server/door.ts';

const address = (text: string, family = 'IPv4', internal = false) => ({ address: text, family, internal });
const LOOP = [address('127.0.0.1', 'IPv4', true), address('::1', 'IPv6', true)];

/** The function that opens a door, on a machine with these networks. */
async function on(networks: Readonly<Record<string, readonly object[] | undefined>>) {
  vi.resetModules();
  vi.doMock('node:os', () => ({ networkInterfaces: () => networks }));
  return (await import('../../../build/preview/server/door.ts')).openDoor;
}

afterEach(() => {
  vi.doUnmock('node:os');
  vi.resetModules();
});

test('the address that another device opens', () => {
  expect(doorUrl({ address: '192.168.1.7', key: 'abc' }, 4173)).toBe('http://192.168.1.7:4173/abc');
});

test('a door is on the first address of a network that other devices can write, with a key of its own', async () => {
  const local = [address('fe80::1', 'IPv6'), address('192.168.1.7')];
  const openDoor = await on({ lo: LOOP, none: undefined, eth0: local, wifi: [address('10.0.0.4')] });
  const [one, other] = [openDoor(), openDoor()];
  expect([one?.address, other?.address]).toEqual(['192.168.1.7', '192.168.1.7']);
  expect(one?.key).toMatch(/^[\w-]{16}$/);
  expect(one?.key).not.toBe(other?.key);
});

test('a machine without a network has no door', async () => {
  const openDoor = await on({ lo: LOOP, eth0: [address('fe80::1', 'IPv6')] });
  expect(openDoor()).toBeNull();
});
