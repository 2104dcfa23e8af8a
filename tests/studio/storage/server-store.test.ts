import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ServerStore, servedStore, takeKey } from '../../../build/studio/storage/server-store.ts';
import { memoryStorage } from '../../helpers/memory-storage.ts';

const STAMP = 'a'.repeat(64);
/** Requests, as `METHOD address` with their headers. */
let asked: { readonly what: string; readonly headers: unknown; readonly cache: unknown; readonly body: unknown }[];
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  asked = [];
  answer = () => new Response('');
  vi.stubGlobal('fetch', async (address: string, { method = 'GET', headers, cache, body }: RequestInit) => {
    asked.push({ what: `${method} ${address}`, headers, cache, body });
    return answer();
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const store = new ServerStore('quai', '0a1b', 'secret');
const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('a served project', () => {
  test('opens with the name that the server gives', async () => {
    answer = () => Response.json({ name: 'Le quai', id: '0a1b' });
    const opened = await ServerStore.open('secret');
    expect([opened?.name, opened?.id, opened?.kind]).toEqual(['Le quai', '0a1b', 'server']);
    expect(asked).toEqual([{ what: 'GET -/project', headers: { 'x-cartable-key': 'secret' }, cache: 'no-store', body: undefined }]);
  });

  test('is none if the key is refused, the answer is a page, or nobody answers', async () => {
    for (const other of [() => new Response('', { status: 404 }), () => new Response('<html>'), () => Promise.reject(new TypeError())]) {
      answer = other;
      expect(await ServerStore.open('secret')).toBeNull();
    }
  });
});

describe('files', () => {
  test('are listed with their stamps', async () => {
    answer = () => Response.json({ 'modules/quai/1.md': STAMP });
    expect([...(await store.list())]).toEqual([['modules/quai/1.md', STAMP]]);
    expect(asked[0]).toMatchObject({ what: 'GET -/files', headers: { 'x-cartable-key': 'secret' }, cache: 'no-store' });
  });

  test('are read byte by byte, at an address in which each name is encoded', async () => {
    answer = () => new Response(bytes('\uFEFFun\r\n'), { headers: { etag: `"${STAMP}"` } });
    const { bytes: read, stamp } = await store.read('modules/quai/à #1?.md');
    expect([[...read], stamp]).toEqual([[...bytes('\uFEFFun\r\n')], STAMP]);
    expect(asked[0]?.what).toBe('GET -/files/modules/quai/%C3%A0%20%231%3F.md');
  });

  test('are written over the expected version only', async () => {
    answer = () => new Response(null, { status: 204, headers: { etag: `"${STAMP}"` } });
    expect(await store.write('modules/quai/1.md', bytes('un'), 'old')).toBe(STAMP);
    await store.write('modules/quai/2.md', bytes('deux'), null);
    expect(asked).toEqual([
      {
        what: 'PUT -/files/modules/quai/1.md',
        headers: { 'if-match': '"old"', 'x-cartable-key': 'secret' },
        cache: 'no-store',
        body: bytes('un'),
      },
      { what: 'PUT -/files/modules/quai/2.md', headers: { 'x-cartable-key': 'secret' }, cache: 'no-store', body: bytes('deux') },
    ]);
  });

  test('are removed if they are the expected version', async () => {
    await store.remove('modules/quai/1.md', 'old');
    expect(asked[0]).toMatchObject({
      what: 'DELETE -/files/modules/quai/1.md',
      headers: { 'if-match': '"old"', 'x-cartable-key': 'secret' },
    });
  });

  test.each([
    [409, 'changed'],
    [403, 'forbidden'],
    [413, 'full'],
    [507, 'full'],
    [404, 'gone'],
    [410, 'gone'],
    [500, 'gone'],
  ])('are refused with a reason: %i', async (status, reason) => {
    answer = () => new Response('', { status });
    const tasks = [() => store.list(), () => store.read('a'), () => store.write('a', bytes('x'), null), () => store.remove('a', 'b')];
    for (const task of tasks) await expect(task()).rejects.toMatchObject({ reason });
  });

  test('are gone if the server doesn’t answer', async () => {
    const cause = new TypeError('Failed to fetch');
    answer = () => Promise.reject(cause);
    await expect(store.write('a', bytes('x'), null)).rejects.toMatchObject({ reason: 'gone', path: 'a', cause });
  });
});

describe('the key', () => {
  let shown: string;

  function visit(hash: string): void {
    vi.stubGlobal('location', { hash, pathname: '/studio/', search: '?a' });
    vi.stubGlobal('history', { replaceState: (_: unknown, __: string, address: string) => (shown = address) });
  }
  beforeEach(() => {
    shown = '';
    vi.stubGlobal('sessionStorage', memoryStorage());
  });

  test('is taken from the address, hidden, and known to this tab later', () => {
    visit('#key=a-B_9');
    expect([takeKey(), shown]).toEqual(['a-B_9', '/studio/?a']);
    visit('');
    shown = '';
    expect([takeKey(), shown]).toEqual(['a-B_9', '']);
    visit('#key=new');
    expect([takeKey(), sessionStorage.getItem('cartable-studio-key')]).toEqual(['new', 'new']);
  });

  test.each(['', '#key=', '#key=a b', '#other=a', '#x#key=a', '#key=a&b'])('is none without a command: %s', (hash) => {
    visit(hash);
    expect([takeKey(), shown]).toEqual([null, '']);
  });

  test('is needed to ask for the folder', async () => {
    answer = () => Response.json({ name: 'Quai', id: 'q' });
    visit('');
    expect([await servedStore(), asked]).toEqual([null, []]);
    visit('#key=a');
    expect([(await servedStore())?.name, asked.length]).toEqual(['Quai', 1]);
  });
});
