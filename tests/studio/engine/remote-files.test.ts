import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RemoteFiles } from '../../../build/studio/engine/remote-files.ts';

const asked: string[] = [];

/** Answers requests that wait, as a server does. */
class FakeRequest {
  status = 0;
  response: ArrayBuffer | undefined;
  responseType = '';
  private address = '';
  private type = '';

  getResponseHeader(name: string): string | null {
    return name.toLowerCase() === 'content-type' && this.type !== '' ? this.type : null;
  }

  open(method: string, address: string, isLater: boolean): void {
    asked.push(`${method} ${address} ${isLater}`);
    this.address = address;
  }

  send(): void {
    this.status = this.address.endsWith('missing.css') ? 404 : this.address.endsWith('offline.css') ? 0 : 200;
    this.type = this.address.endsWith('typeless.js') ? '' : /page|html/.test(this.address) ? 'text/html; charset=utf-8' : 'text/plain';
    this.response = this.responseType === 'arraybuffer' ? new Uint8Array([1, 2]).buffer : undefined;
  }
}

beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const files = (): RemoteFiles => new RemoteFiles({ folder: 'https://quai.example/p', names: ['pieces/a.js', 'pieces/missing.css'] });

test('a file is loaded when it is first read, without leaving the call, and once', () => {
  const remote = files();
  expect([[...remote.keys()], asked]).toEqual([['pieces/a.js', 'pieces/missing.css'], []]);
  expect([[...(remote.get('pieces/a.js') ?? [])], remote.get('pieces/a.js')?.length]).toEqual([[1, 2], 2]);
  expect(asked).toEqual(['GET https://quai.example/p/pieces/a.js false']);
});

test('a name that isn’t listed is asked of nobody', () => {
  expect([files().get('../secret'), files().get('pieces/a.js.map'), files().get('pieces'), asked]).toEqual([
    undefined,
    undefined,
    undefined,
    [],
  ]);
});

test('a file that can’t be loaded is an error, and is asked for again', () => {
  const remote = files();
  expect(() => remote.get('pieces/missing.css')).toThrow('pieces/missing.css: 404');
  expect(() => remote.get('pieces/missing.css')).toThrow();
  expect(asked.length).toBe(2);
  const offline = new RemoteFiles({ folder: '/p', names: ['offline.css'] });
  expect(() => offline.get('offline.css')).toThrow('offline.css: 0');
});

test('a page that a server gives instead of a file is an error', () => {
  const remote = new RemoteFiles({ folder: 'https://quai.example/p', names: ['pieces/page.js', 'pieces/shell.html'] });
  expect(() => remote.get('pieces/page.js')).toThrow('pieces/page.js: text/html');
  expect(remote.get('pieces/shell.html')?.length).toBe(2);
});

test('a server may leave out what a file is', () => {
  const remote = new RemoteFiles({ folder: 'https://quai.example/p', names: ['pieces/typeless.js'] });
  expect(remote.get('pieces/typeless.js')?.length).toBe(2);
});
