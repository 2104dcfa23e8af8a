import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SCO_POLICY } from '../../../build/preview/server/guard.ts';
import { contentType, sendEntry } from '../../../build/preview/server/send-entry.ts';

const film = { name: 'assets/film.mp4', data: Buffer.from('0123456789') };

async function send(range?: string, entry: Parameters<typeof sendEntry>[0] = film) {
  const response = sendEntry(entry, range);
  return [response.status, await response.text(), response.headers.get('content-range'), response.headers.get('content-length')];
}

it('sends a whole file with its type', async () => {
  expect(await send()).toEqual([200, '0123456789', null, '10']);
  const typeOf = (name: string) => sendEntry({ name, data: 'é' }, undefined).headers.get('content-type');
  expect([typeOf('a.MP4'), typeOf('a.b.html'), typeOf('a.zzz'), typeOf('')]).toEqual([
    'video/mp4',
    'text/html; charset=utf-8',
    'application/octet-stream',
    'application/octet-stream',
  ]);
  expect(await send(undefined, { name: 'a.txt', data: 'é' })).toEqual([200, 'é', null, '2']);
  expect(await send(undefined, { name: 'a.txt', data: '' })).toEqual([200, '', null, '0']);
});

it.each([
  ['image', 'avif gif jpeg jpg png svg webp'],
  ['audio', 'm4a mp3 ogg wav'],
  ['video', 'mp4 webm'],
  ['text', 'css csv html js txt vtt'],
  ['application', 'json pdf'],
])('sends as %s: %s', (kind, extensions) => {
  const kinds = extensions.split(' ').map((extension) => contentType(`a.${extension}`)?.split('/')[0]);
  expect([...new Set(kinds)]).toEqual([kind]);
  if (kind === 'text')
    expect(extensions.split(' ').every((extension) => contentType(`a.${extension}`)?.endsWith('; charset=utf-8'))).toBe(true);
});

it('sends drawings, sounds and scripts as what they are', () => {
  expect(['avif', 'gif', 'png', 'webp', 'mp4', 'webm', 'ogg', 'wav', 'pdf'].map((extension) => contentType(`a.${extension}`))).toEqual([
    ...['avif', 'gif', 'png', 'webp'].map((kind) => `image/${kind}`),
    ...['video/mp4', 'video/webm', 'audio/ogg', 'audio/wav', 'application/pdf'],
  ]);
  expect(['css', 'csv', 'html', 'vtt', 'txt', 'jpeg'].map((extension) => contentType(`a.${extension}`)?.split(';')[0])).toEqual([
    'text/css',
    'text/csv',
    'text/html',
    'text/vtt',
    'text/plain',
    'image/jpeg',
  ]);
  expect(['a.svg', 'a.mp3', 'a.m4a', 'a.JPG', 'a.js', 'a.json', 'js'].map(contentType)).toEqual([
    'image/svg+xml',
    'audio/mpeg',
    'audio/mp4',
    'image/jpeg',
    'text/javascript; charset=utf-8',
    'application/json',
    'text/javascript; charset=utf-8',
  ]);
});

it('lets players ask for parts, and allows a module nothing but what Moodle would', () => {
  for (const range of [undefined, 'bytes=2-4', 'bytes=10-']) {
    const { headers } = sendEntry(film, range);
    expect([headers.get('accept-ranges'), headers.get('content-security-policy'), headers.get('content-type')]).toEqual([
      'bytes',
      SCO_POLICY,
      'video/mp4',
    ]);
  }
});

it('sends the part that a player asks for', async () => {
  expect(await send('bytes=2-4')).toEqual([206, '234', 'bytes 2-4/10', '3']);
  expect(await send('bytes=0-0')).toEqual([206, '0', 'bytes 0-0/10', '1']);
  expect(await send('bytes=9-')).toEqual([206, '9', 'bytes 9-9/10', '1']);
  expect(await send('bytes=7-')).toEqual([206, '789', 'bytes 7-9/10', '3']);
  expect(await send('bytes=-2')).toEqual([206, '89', 'bytes 8-9/10', '2']);
  expect(await send('bytes=8-99')).toEqual([206, '89', 'bytes 8-9/10', '2']);
  expect(await send('bytes=-99')).toEqual([206, '0123456789', 'bytes 0-9/10', '10']);
});

it('refuses a part behind the end, and ignores what it doesn’t understand', async () => {
  expect(await send('bytes=10-')).toEqual([416, '', 'bytes */10', null]);
  expect(await send('bytes=5-4')).toEqual([416, '', 'bytes */10', null]);
  expect(await send('bytes=-0')).toEqual([416, '', 'bytes */10', null]);
  expect(await send('bytes=0-', { name: 'a.mp4', data: '' })).toEqual([416, '', 'bytes */0', null]);
  expect((await send('bytes=-'))[0]).toBe(200);
  expect((await send('lines=1-2'))[0]).toBe(200);
});

it('sends a file of the disk, or a part of it, by the size that was measured', async () => {
  const path = join(mkdtempSync(join(tmpdir(), 'cartable-entry-')), 'film.mp4');
  writeFileSync(path, '0123456789');
  const file = { name: 'assets/film.mp4', path, bytes: 10 };
  expect(await send(undefined, file)).toEqual([200, '0123456789', null, '10']);
  expect(await send('bytes=2-4', file)).toEqual([206, '234', 'bytes 2-4/10', '3']);
  expect(await send('bytes=9-9', file)).toEqual([206, '9', 'bytes 9-9/10', '1']);
  writeFileSync(path, '');
  expect(await send(undefined, { ...file, bytes: 0 })).toEqual([200, '', null, '0']);
  expect(await send(undefined, { name: 'a.bin', data: new Uint8Array([65, 66]) })).toEqual([200, 'AB', null, '2']);
});
