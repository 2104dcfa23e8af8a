import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { Door } from '../../../build/preview/server/door.ts';
import { doorUrl } from '../../../build/preview/server/door.ts';
import { guard } from '../../../build/preview/server/guard.ts';

const DOOR: Door = { address: '192.168.1.5', key: 'abcdefgh' };

/** Sends a request, from this machine unless `remoteAddress` is another. */
async function ask(
  path: string,
  headers: Record<string, string>,
  { method = 'GET', door = null as Door | null, remoteAddress = '127.0.0.1' } = {},
) {
  const app = new Hono();
  app.use(guard(door));
  app.all('*', (c) => c.text('ok'));
  return app.request(path, { method, headers }, { incoming: { socket: { remoteAddress } } });
}
const status = async (...request: Parameters<typeof ask>): Promise<number> => (await ask(...request)).status;

it('answers requests that name this machine, whatever the port', async () => {
  for (const host of ['127.0.0.1:4173', 'localhost', '[::1]:80']) expect([host, await status('/', { host })]).toEqual([host, 200]);
  for (const host of ['example.org', '127.0.0.1.example.org', '']) expect([host, await status('/', { host })]).toEqual([host, 421]);
});

it('lets only its own pages change anything', async () => {
  const host = '127.0.0.1:4173';
  const post = (headers: Record<string, string>) => status('/', { host, ...headers }, { method: 'POST' });
  expect([
    await post({ origin: `http://${host}` }),
    await post({ origin: 'http://example.org' }),
    await post({}),
    await post({ origin: 'http://127.0.0.1:99' }),
  ]).toEqual([200, 403, 403, 403]);
  expect(await status('/', { host }, { method: 'HEAD' })).toBe(200);
});

it('sends its policies with each answer', async () => {
  const { headers } = await ask('/', { host: 'localhost' });
  expect([headers.get('cache-control'), headers.get('x-content-type-options'), headers.get('content-security-policy')]).toEqual([
    'no-store',
    'nosniff',
    expect.stringContaining("default-src 'none'"),
  ]);
});

it('admits another device by the key in the address, then by its cookie', async () => {
  const host = `${DOOR.address}:4173`;
  const from = { door: DOOR, remoteAddress: '192.168.1.9' };
  const entered = await ask('/abcdefgh', { host }, from);
  expect([entered.status, entered.headers.get('location'), entered.headers.get('set-cookie')]).toEqual([
    302,
    '/',
    expect.stringMatching(/^cartable-preview=abcdefgh;.*HttpOnly/),
  ]);
  const cookie = 'cartable-preview=abcdefgh';
  expect([
    await status('/', { host, cookie }, from),
    await status('/', { host, cookie: `${cookie}x` }, from),
    await status('/', { host }, from),
    await status('/abcdefgi', { host }, from),
  ]).toEqual([200, 404, 404, 404]);
  expect(await status('/', { host: 'example.org', cookie }, from)).toBe(421);
});

it('does not believe another device that calls itself this machine', async () => {
  expect(await status('/', { host: 'localhost' }, { door: DOOR, remoteAddress: '192.168.1.9' })).toBe(421);
  expect(await status('/', { host: 'localhost' }, { door: DOOR, remoteAddress: '::ffff:127.0.0.1' })).toBe(200);
});

it('shows the address with the key', () => {
  expect(doorUrl(DOOR, 4173)).toBe('http://192.168.1.5:4173/abcdefgh');
});
