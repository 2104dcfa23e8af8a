import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { listen } from '../../../build/preview/server/listen.ts';

const open: Server[] = [];
const server = (): Server => {
  const one = createServer();
  open.push(one);
  return one;
};
afterEach(async () => {
  for (const one of open.splice(0)) await new Promise((done) => one.close(done));
});

/** A port that is in use. */
async function taken(): Promise<number> {
  const port = await listen(server(), 0, false);
  if (port === null) throw new Error('no port');
  return port;
}

test('listens on this machine, and gives the port', async () => {
  const one = server();
  const port = await listen(one, 0, true);
  expect(one.address()).toMatchObject({ port, address: '127.0.0.1' });
});

test('takes the next free port, unless only one will do', async () => {
  const port = await taken();
  const next = await listen(server(), port, false);
  expect(next).toBeGreaterThan(port);
  expect(next).toBeLessThanOrEqual(port + 40);
  expect(await listen(server(), port, true)).toBeNull();
});

test('never tries a port above the last', async () => {
  expect(await listen(server(), 65_536, false)).toBeNull();
});

test('another failure is thrown', async () => {
  await expect(listen(server(), 0, true, '192.0.2.1')).rejects.toThrow(/EADDRNOTAVAIL/);
});

test('tries 40 more ports, and the last one there is', async () => {
  const host = '127.0.0.77';
  expect(await listen(server(), 65_535, true, host)).toBe(65_535);
  const ports = Array.from({ length: 40 }, (_, index) => 64_000 + index);
  for (const port of ports) expect(await listen(server(), port, true, host)).toBe(port);
  const last = server();
  const listeners = (): number[] => ['error', 'listening'].map((event) => last.listenerCount(event));
  const before = listeners();
  expect(await listen(server(), 64_000, false, host)).toBe(64_040);
  expect(await listen(last, 64_000, false, host)).toBeNull();
  expect(listeners()).toEqual(before);
});
