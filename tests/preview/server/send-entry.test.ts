import { expect, it } from 'vitest';
import { sendEntry } from '../../../build/preview/server/send-entry.ts';

const film = { name: 'assets/film.mp4', data: Buffer.from('0123456789') };

async function send(range?: string, entry: Parameters<typeof sendEntry>[0] = film) {
  const response = sendEntry(entry, range);
  return [response.status, await response.text(), response.headers.get('content-range'), response.headers.get('content-length')];
}

it('sends a whole file with its type', async () => {
  expect(await send()).toEqual([200, '0123456789', null, '10']);
  const typeOf = (name: string) => sendEntry({ name, data: 'é' }, undefined).headers.get('content-type');
  expect([typeOf('a.mp4'), typeOf('a.b.html'), typeOf('a.zzz')]).toEqual([
    'video/mp4',
    'text/html; charset=utf-8',
    'application/octet-stream',
  ]);
  expect(await send(undefined, { name: 'a.txt', data: 'é' })).toEqual([200, 'é', null, '2']);
  expect(await send(undefined, { name: 'a.txt', data: '' })).toEqual([200, '', null, '0']);
});

it('lets players ask for parts, and allows a module nothing but what Moodle would', () => {
  const { headers } = sendEntry(film, undefined);
  expect([headers.get('accept-ranges'), headers.get('content-security-policy')]).toEqual(['bytes', expect.stringContaining('default-src')]);
});

it('sends the part that a player asks for', async () => {
  expect(await send('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10', '3']);
  expect(await send('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10', '3']);
  expect(await send('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10', '2']);
  expect(await send('bytes=8-99')).toEqual([206, '89', 'bytes 8-9/10', '2']);
  expect(await send('bytes=-99')).toEqual([206, '0123456789', 'bytes 0-9/10', '10']);
});

it('refuses a part behind the end, and ignores what it doesn’t understand', async () => {
  expect(await send('bytes=10-')).toEqual([416, '', 'bytes */10', null]);
  expect((await send('bytes=-'))[0]).toBe(200);
  expect((await send('lines=1-2'))[0]).toBe(200);
});
