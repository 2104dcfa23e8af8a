import { Hono } from 'hono';
import { expect, it } from 'vitest';
import type { Door } from '../../../build/preview/server/door.ts';
import { doorUrl } from '../../../build/preview/server/door.ts';
import { guard, PAPER_POLICY, SCO_POLICY } from '../../../build/preview/server/guard.ts';

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
  expect(Object.fromEntries(headers)).toEqual({
    'content-type': expect.any(String),
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  const app = new Hono();
  app.use(guard(null));
  app.get('*', (c) => c.text('ok', 200, { 'content-security-policy': SCO_POLICY, 'cache-control': 'max-age=1' }));
  const own = (await app.request('/', { headers: { host: 'localhost' } })).headers;
  expect([own.get('content-security-policy'), own.get('cache-control'), own.get('referrer-policy')]).toEqual([
    SCO_POLICY,
    'max-age=1',
    'no-referrer',
  ]);
});

it('lets a module show only itself, and sheets run only their own script', () => {
  expect(SCO_POLICY.split('; ').map((rule) => rule.split(' ')[0])).toEqual(
    ['default', 'script', 'style', 'img', 'font', 'media']
      .map((kind) => `${kind}-src`)
      .concat('form-action', 'base-uri', 'frame-ancestors'),
  );
  expect(PAPER_POLICY.split('; ').map((rule) => rule.split(' ')[0])).toEqual(
    ['default', 'style', 'script', 'img'].map((kind) => `${kind}-src`).concat('form-action', 'base-uri', 'frame-ancestors'),
  );
  expect(SCO_POLICY).toBe(
    `default-src 'none'; ${['script', 'style', 'img', 'font', 'media'].map((kind) => `${kind}-src 'self'; `).join('')}form-action 'none'; base-uri 'none'; frame-ancestors 'self'`,
  );
  expect(PAPER_POLICY).toMatch(
    /^default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-[^' ]+'; img-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'$/,
  );
});

it('admits another device by the key in the address, then by its cookie', async () => {
  const host = `${DOOR.address}:4173`;
  const from = { door: DOOR, remoteAddress: '192.168.1.9' };
  const entered = await ask('/abcdefgh', { host }, from);
  expect([entered.status, entered.headers.get('location'), entered.headers.get('set-cookie')]).toEqual([
    302,
    '/',
    'cartable-preview=abcdefgh; Path=/; HttpOnly; SameSite=Lax',
  ]);
  const cookie = 'cartable-preview=abcdefgh';
  expect([
    await status('/', { host, cookie }, from),
    await status('/', { host, cookie: `${cookie}x` }, from),
    await status('/', { host }, from),
    await status('/abcdefgi', { host }, from),
  ]).toEqual([200, 404, 404, 404]);
  expect(await status('/', { host: 'example.org', cookie }, from)).toBe(421);
  const post = { ...from, method: 'POST' };
  expect([
    await status('/abcdefgh', { host, origin: `http://${host}` }, post),
    await status('/', { host, cookie, origin: `http://${host}` }, post),
    await status('/', { host, cookie, origin: 'http://example.org' }, post),
  ]).toEqual([404, 200, 403]);
});

it('does not believe another device that calls itself this machine', async () => {
  expect(await status('/', { host: 'localhost' }, { door: DOOR, remoteAddress: '192.168.1.9' })).toBe(421);
  const from = (remoteAddress: string) => status('/', { host: 'localhost' }, { door: DOOR, remoteAddress });
  for (const own of ['::ffff:127.0.0.1', '127.8.0.1', '::1']) expect([own, await from(own)]).toEqual([own, 200]);
  for (const other of ['', '10.127.0.1', '::12', '1270.0.0.1', '::ffff:192.168.1.9'])
    expect([other, await from(other)]).toEqual([other, 421]);
});

it('shows the address with the key', () => {
  expect(doorUrl(DOOR, 4173)).toBe('http://192.168.1.5:4173/abcdefgh');
});
