import { networkInterfaces } from 'node:os';
import { beforeEach, expect, test, vi } from 'vitest';
import { doorUrl, openDoor } from '../../../build/preview/server/door.ts';

vi.mock('node:os', () => ({ networkInterfaces: vi.fn() }));

type Networks = ReturnType<typeof networkInterfaces>;

const address = (text: string, family = 'IPv4', internal = false) =>
  ({ address: text, family, internal }) as NonNullable<Networks[string]>[number];
const LOOP = [address('127.0.0.1', 'IPv4', true), address('::1', 'IPv6', true)];

beforeEach(() => vi.mocked(networkInterfaces).mockReset());

test('the address that another device opens', () => {
  expect(doorUrl({ address: '192.168.1.7', key: 'abc' }, 4173)).toBe('http://192.168.1.7:4173/abc');
});

test('a door is on the first address of a network that other devices can write, with a key of its own', () => {
  const networks = { lo: LOOP, none: undefined, eth0: [address('fe80::1', 'IPv6'), address('192.168.1.7')], wifi: [address('10.0.0.4')] };
  vi.mocked(networkInterfaces).mockReturnValue(networks as Networks);
  const [one, other] = [openDoor(), openDoor()];
  expect([one?.address, other?.address]).toEqual(['192.168.1.7', '192.168.1.7']);
  expect(one?.key).toMatch(/^[\w-]{16}$/);
  expect(one?.key).not.toBe(other?.key);
});

test('a machine without a network has no door', () => {
  vi.mocked(networkInterfaces).mockReturnValue({ lo: LOOP, eth0: [address('fe80::1', 'IPv6')] } as Networks);
  expect(openDoor()).toBeNull();
});
