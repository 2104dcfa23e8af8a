import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { KEY_HEADER, studioApp } from '../../../build/studio/server/app.ts';
import { ProjectFolder } from '../../../build/studio/server/project-folder.ts';

const root = mkdtempSync(join(tmpdir(), 'cartable-server-'));
const project = join(root, 'project');
const HOST = '127.0.0.1:4373';
const KEY = 'secret';
let app: ReturnType<typeof studioApp>;

beforeEach(() => {
  rmSync(project, { recursive: true, force: true });
  for (const folder of ['project/modules/quai/assets', 'project/dist/quai', 'studio/pieces', 'outside'])
    mkdirSync(join(root, folder), { recursive: true });
  writeFileSync(join(project, 'modules/quai/course.yaml'), 'id: quai\r\n');
  writeFileSync(join(root, 'studio/index.html'), '<!doctype html>');
  for (const name of ['frame', 'paper']) writeFileSync(join(root, `studio/${name}.html`), '<!doctype html>');
  writeFileSync(join(root, 'outside/secret.md'), 'secret');
  app = studioApp({ studio: join(root, 'studio'), project: new ProjectFolder(project), name: 'project', key: KEY });
});
afterAll(() => rmSync(root, { recursive: true }));

const FILES = '/-/files';

async function ask(path: string, { method = 'GET', headers = {}, body }: RequestInit = {}): Promise<Response> {
  const all = { host: HOST, origin: `http://${HOST}`, [KEY_HEADER]: KEY, ...(headers as Record<string, string>) };
  return app.request(`http://${HOST}${path}`, { method, headers: all, ...(body != null && { body }) });
}

const put = (path: string, text: string, expected = ''): Promise<Response> =>
  ask(`${FILES}/${path}`, { method: 'PUT', body: text, headers: expected && { 'if-match': expected } } as RequestInit);
const textOf = (path: string): string => readFileSync(join(project, path), 'utf8');

describe('who may ask', () => {
  test.each([
    ['another host', { host: 'example.org' }, 421],
    ['no key', { [KEY_HEADER]: '' }, 404],
    ['another key', { [KEY_HEADER]: 'secreT' }, 404],
    ['another origin', { origin: 'http://example.org' }, 403],
    ['an origin of its own, as a sandboxed frame', { origin: 'null' }, 403],
  ])('%s may not write', async (_, headers, status) => {
    const path = 'modules/quai/a.md';
    expect((await ask(`${FILES}/${path}`, { method: 'PUT', body: 'x', headers })).status).toBe(status);
    expect(() => textOf(path)).toThrow();
  });

  test('without the key, nothing of the project can be read', async () => {
    for (const path of ['/-/project', FILES, `${FILES}/modules/quai/course.yaml`])
      expect((await ask(path, { headers: { [KEY_HEADER]: 'x' } })).status).toBe(404);
    expect((await app.request(`http://${HOST}/-/project`, { headers: { host: HOST } })).status).toBe(404);
  });
});

describe('files', () => {
  test('are listed, read, written, and removed by their stamps', async () => {
    const listed = await (await ask(FILES)).json();
    expect(Object.keys(listed)).toEqual(['modules/quai/course.yaml']);
    const read = await ask(`${FILES}/modules/quai/course.yaml`);
    expect([read.status, await read.text(), read.headers.get('etag')]).toEqual([
      200,
      'id: quai\r\n',
      `"${listed['modules/quai/course.yaml']}"`,
    ]);

    const path = 'modules/quai/assets/%C3%A0%20c%C3%B4t%C3%A9.md';
    const made = await put(path, 'un');
    expect([made.status, textOf('modules/quai/assets/à côté.md')]).toEqual([204, 'un']);
    expect((await put(path, 'deux', made.headers.get('etag') ?? '')).status).toBe(204);
    expect((await ask(`${FILES}/${path}`, { method: 'DELETE', headers: { 'if-match': made.headers.get('etag') ?? '' } })).status).toBe(409);
    const now = (await ask(`${FILES}/${path}`)).headers.get('etag') ?? '';
    expect((await ask(`${FILES}/${path}`, { method: 'DELETE', headers: { 'if-match': now } })).status).toBe(204);
    expect((await ask(`${FILES}/${path}`)).status).toBe(404);
  });

  test('are those of a project with a name and an id', async () => {
    expect(await (await ask('/-/project')).json()).toEqual({ name: 'project', id: new ProjectFolder(project).id });
  });

  test('that changed meanwhile are not overwritten', async () => {
    const path = 'modules/quai/course.yaml';
    const before = (await ask(`${FILES}/${path}`)).headers.get('etag') ?? '';
    writeFileSync(join(project, path), 'id: gare\n');
    expect((await put(path, 'id: port\n', before)).status).toBe(409);
    expect((await put(path, 'id: port\n')).status).toBe(409);
    const now = (await ask(`${FILES}/${path}`)).headers.get('etag') ?? '';
    expect((await put(path, 'id: port\n', `W/${now}`)).status).toBe(409);
    expect(textOf(path)).toBe('id: gare\n');
  });

  test('of other folders are neither shown nor written', async () => {
    for (const folder of ['.git', 'node_modules/x', 'dist/quai', 'modules/quai/.cartable'])
      mkdirSync(join(project, folder), { recursive: true });
    for (const path of ['.git/config', 'node_modules/x/a.js', 'dist/quai/a.zip', 'package.json', 'modules/quai/.cartable/a.md'])
      writeFileSync(join(project, path), 'x');
    writeFileSync(join(project, 'dist/quai/course.lock.yaml'), '{}');
    expect(Object.keys(await (await ask(FILES)).json()).sort()).toEqual(['dist/quai/course.lock.yaml', 'modules/quai/course.yaml']);
    for (const path of ['.git/hooks/a', 'package.json', 'node_modules/x/a.js', 'dist/quai/a.zip', 'modules/quai/.git/a'])
      expect([path, (await put(path, 'x')).status]).toEqual([path, 422]);
  });

  test('of versions that were kept are shown and written', async () => {
    const path = 'releases/quai/2026-11-28/release.json';
    expect((await put(path, '{}')).status).toBe(204);
    expect(Object.keys(await (await ask(FILES)).json()).sort()).toEqual(['modules/quai/course.yaml', path]);
  });

  test.each([
    'modules/quai/..%2F..%2F..%2Foutside%2Fsecret.md',
    'modules/quai/%2e%2e/%2e%2e/%2e%2e/outside/secret.md',
    'modules%2Fquai%2F..%2F..%2F..%2Foutside%2Fsecret.md',
    'modules/quai/..%5C..%5Ca.md',
    'modules/quai/a.md:stream',
    'modules/C:/a.md',
    'modules/quai//a.md',
    'modules/quai/a%00.md',
    'modules/quai/%ff.md',
    'modules/quai',
  ])('%s is refused', async (path) => {
    // A browser leaves out such parts of an address itself.
    const refused = path.includes('%2e') ? [404, '404 Not Found'] : [422, 'path'];
    const answers = [await put(path, 'x'), await ask(`${FILES}/${path}`)];
    expect(await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]))).toEqual(Array(2).fill(refused));
    expect(readFileSync(join(root, 'outside/secret.md'), 'utf8')).toBe('secret');
  });

  test.each([
    [512 * 1024 * 1024, 204, ''],
    [512 * 1024 * 1024 + 1, 413, 'full'],
  ])('of %i bytes: the answer to writing is %i', async (length, status, text) => {
    const headers = { 'content-length': String(length) };
    const answer = await ask(`${FILES}/modules/quai/film.mp4`, { method: 'PUT', body: 'x', headers });
    expect([answer.status, await answer.text()]).toEqual([status, text]);
  });

  test('links are neither followed nor replaced', async () => {
    symlinkSync(join(root, 'outside'), join(project, 'modules/quai/link'));
    symlinkSync(join(root, 'outside/secret.md'), join(project, 'modules/quai/secret.md'));
    expect(Object.keys(await (await ask(FILES)).json())).toEqual(['modules/quai/course.yaml']);
    for (const path of ['modules/quai/link/secret.md', 'modules/quai/secret.md', 'modules/quai/link/new.md']) {
      expect([path, (await ask(`${FILES}/${path}`)).status, (await put(path, 'x')).status]).toEqual([path, expect.any(Number), 422]);
      expect((await ask(`${FILES}/${path}`)).status).not.toBe(200);
    }
    expect(readFileSync(join(root, 'outside/secret.md'), 'utf8')).toBe('secret');
  });

  test.each([
    ['EACCES', 403],
    ['EPERM', 403],
    ['EROFS', 403],
    ['ENOSPC', 507],
    ['EDQUOT', 507],
    ['EFBIG', 507],
    ['EIO', 410],
  ])('a folder that refuses a file with %s is reported with status %i', async (code, status) => {
    const refusing = new ProjectFolder(project);
    refusing.write = () => {
      throw Object.assign(new Error(code), { code });
    };
    app = studioApp({ studio: join(root, 'studio'), project: refusing, name: 'project', key: KEY });
    const answer = await put('modules/quai/a.md', 'x');
    expect([answer.status, await answer.text()]).toEqual([status, code]);
  });

  test('a project that is gone is reported', async () => {
    renameSync(project, `${project}.moved`);
    expect((await ask(FILES)).status).toBe(410);
    rmSync(`${project}.moved`, { recursive: true });
  });
});

describe('the studio', () => {
  test('is served with headers that let its sandboxed frame load', async () => {
    const page = await ask('/');
    expect([page.status, page.headers.get('content-security-policy')]).toEqual([200, "frame-ancestors 'none'"]);
    for (const path of ['/frame.html', '/paper.html']) {
      const frame = await ask(path);
      expect([path, frame.headers.get('content-security-policy')]).toEqual([path, "frame-ancestors 'self'"]);
      expect(frame.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
  });

  test.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['a.css', 'text/css; charset=utf-8'],
    ['a.js', 'text/javascript; charset=utf-8'],
    ['a.json', 'application/json'],
    ['a.svg', 'image/svg+xml'],
    ['a.txt', 'text/plain; charset=utf-8'],
    ['a.webmanifest', 'application/manifest+json'],
    ['a.woff2', 'font/woff2'],
    ['a.xsd', 'application/xml'],
    ['a.bin', 'application/octet-stream'],
  ])('is served in the types that a browser expects: %s', async (name, type) => {
    writeFileSync(join(root, 'studio', name), 'x');
    const answer = await ask(`/${name}`);
    expect([answer.headers.get('content-type'), answer.headers.get('cache-control'), await answer.text()]).toEqual([type, 'no-cache', 'x']);
  });

  test('answers 404 for a file that is not there', async () => {
    expect((await ask('/nothing.js')).status).toBe(404);
  });

  test.each(['/nothing.js', '/a%00.html', '/pieces', '/..%2Foutside%2Fsecret.md', '/%2e%2e/outside/secret.md', '/..%5Coutside', '/%ff'])(
    '%s is not',
    async (path) => {
      const answer = await ask(path);
      expect([answer.status, await answer.text()]).toEqual(path === '/%ff' ? [422, 'path'] : [404, '404 Not Found']);
    },
  );
});
