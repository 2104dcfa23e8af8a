import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BELOW, type PackageServer, servePackage } from '../../../build/verify/play/package-server.ts';
import { openZip } from '../../../build/verify/zip/open-zip.ts';
import { sourceOf } from '../../../build/verify/zip/source.ts';
import { zipped } from '../packages.ts';

const FILES = new Map([
  ['quai.html', '<p>Le quai'],
  ['à voir.txt', 'été'],
  ['a/index.html', '<p>Dossier'],
  ['a%zz.js', '1'],
]);

let server: PackageServer;

beforeAll(async () => {
  const program = mkdtempSync(join(tmpdir(), 'cartable-'));
  for (const name of ['preview/scorm12.js', 'preview/scorm2004.js', 'verify/player.js']) {
    mkdirSync(join(program, name, '..'), { recursive: true });
    writeFileSync(join(program, name), `// ${name}`);
  }
  const kinds = ['htm', 'HTML', 'xhtml', 'xml', 'ico', 'ttf', 'woff', 'woff2', 'wasm', 'css', 'bin', 'xyz'];
  const files = new Map([...FILES, ...kinds.map((kind) => [`kind.${kind}`, kind] as const), ['README', 'x'] as const]);
  server = await servePackage(await openZip(sourceOf(zipped(files))), program);
});
afterAll(() => {
  server.close();
});

interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks as a browser asks its proxy: with the whole address. */
function ask(path: string, origin = server.origin): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { host } = new URL(origin);
    const sent = request({ host: '127.0.0.1', port: new URL(server.origin).port, path, headers: { host } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'], text, headers: response.headers }),
      );
    });
    sent.on('error', reject).end();
  });
}

test('files of the package are below its path, with their size', async () => {
  expect(await ask(`${BELOW}quai.html`)).toMatchObject({
    status: 200,
    text: '<p>Le quai',
    headers: { 'content-length': '10', 'cache-control': 'no-store' },
  });
  expect((await ask(`${BELOW}%C3%A0%20voir.txt?x=1`)).text).toBe('été');
  for (const path of ['a/', 'a']) expect(await ask(BELOW + path)).toMatchObject({ text: '<p>Dossier', type: 'text/html' });
  expect((await ask(`${BELOW}a%zz.js`)).text).toBe('1');
  expect((await ask(`${server.origin}${BELOW}quai.html`)).text).toBe('<p>Le quai');
});

test.each([
  ['kind.htm', 'text/html'],
  ['kind.HTML', 'text/html'],
  ['kind.xhtml', 'application/xhtml+xml'],
  ['kind.xml', 'application/xml'],
  ['kind.ico', 'image/x-icon'],
  ['kind.ttf', 'font/ttf'],
  ['kind.woff', 'font/woff'],
  ['kind.woff2', 'font/woff2'],
  ['kind.wasm', 'application/wasm'],
  ['kind.css', 'text/css; charset=utf-8'],
  ['kind.bin', 'application/octet-stream'],
  ['kind.xyz', 'application/octet-stream'],
  ['README', 'application/octet-stream'],
])('%s is served as %s', async (name, type) => {
  expect((await ask(BELOW + name)).type).toBe(type);
});

test('what the package doesn’t have is missing', async () => {
  server.missing.clear();
  expect([(await ask(`${BELOW}a/rien.png`)).status, (await ask(`${BELOW}quai.html`)).status]).toEqual([404, 200]);
  expect([...server.missing]).toEqual(['a/rien.png']);
});

test('the LMS’s own page and scripts', async () => {
  const page = await ask('/-/?version=2004');
  expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8']);
  expect([page.text.includes('data-version="2004"'), [...page.text.matchAll(/src="([^"]*)"/g)].map(([, src]) => src)]).toEqual([
    true,
    ['/-/scorm2004.js', '/-/player.js'],
  ]);
  expect(page.text).toContain('<iframe id="sco" title="SCO" width="1024" height="666" allowfullscreen>');
  const other = (await ask('/-/?version=3')).text;
  expect([other.includes('data-version="1.2"'), other.includes('/-/scorm12.js'), (await ask('/-/')).text === other]).toEqual([
    true,
    true,
    true,
  ]);
  for (const [name, path] of [
    ['scorm12.js', 'preview/scorm12.js'],
    ['scorm2004.js', 'preview/scorm2004.js'],
    ['player.js', 'verify/player.js'],
  ] as const)
    expect(await ask(`/-/${name}`)).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8', text: `// ${path}` });
});

test('nothing else is there', async () => {
  const before = [...server.missing];
  for (const path of ['/', '/-/x', '/favicon.ico', '/course', '/x/course/quai.html'])
    expect([path, (await ask(path)).status]).toEqual([path, 404]);
  expect([...server.missing]).toEqual(before);
});

test('as a proxy it refuses every other host', async () => {
  const { port } = new URL(server.origin);
  for (const origin of ['http://example.org', `http://localhost:${port}`, 'http://127.0.0.1:1', `https://127.0.0.1:${port}`]) {
    expect([origin, (await ask(`${origin}${BELOW}quai.html`, origin)).status]).toEqual([origin, 403]);
  }
  expect((await ask(`${BELOW}quai.html`, 'http://example.org')).status).toBe(403);
});

/** Sends a text, and returns what comes until the connection ends. */
function talk(text: string): Promise<string> {
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1', () => socket.write(text));
    socket.setEncoding('utf8').on('data', (part) => {
      answer += part;
    });
    socket.on('error', () => undefined).on('close', () => resolve(answer));
  });
}

test('tunnels and sockets are refused', async () => {
  expect(await talk('CONNECT example.org:443 HTTP/1.1\r\nHost: example.org:443\r\n\r\n')).toBe('HTTP/1.1 403 Forbidden\r\n\r\n');
  expect(await talk('GET /x HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')).toBe('');
});

test('a file that isn’t what the zip states breaks off, and the server goes on', async () => {
  const zip = await openZip(sourceOf(zipped(FILES)));
  const [name, entry] = [...zip.files][0] ?? [];
  if (!name || !entry) throw new Error('no file');
  const broken = { ...zip, files: new Map([...zip.files, [name, { ...entry, crc: entry.crc ^ 1 }]]) };
  const program = mkdtempSync(join(tmpdir(), 'cartable-'));
  for (const folder of ['preview', 'verify']) mkdirSync(join(program, folder));
  for (const file of ['preview/scorm12.js', 'preview/scorm2004.js', 'verify/player.js']) writeFileSync(join(program, file), '');
  const own = await servePackage(broken, program);
  try {
    await expect(fetch(`${own.origin}${BELOW}${name}`).then((response) => response.text())).rejects.toThrow();
    expect((await fetch(`${own.origin}${BELOW}a/index.html`)).status).toBe(200);
  } finally {
    own.close();
  }
  await expect(fetch(`${own.origin}/-/`)).rejects.toThrow();
});
