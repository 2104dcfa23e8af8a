import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { beforeEach, describe, expect, test } from 'vitest';
import { type PreviewWorld, previewApp } from '../../../build/preview/server/app.ts';
import { Broadcast } from '../../../build/preview/server/broadcast.ts';
import { RecordStore } from '../../../build/preview/server/record-store.ts';
import { Workshop } from '../../../build/preview/server/workshop.ts';
import { engine } from '../../helpers/engine.ts';
import { dayProject } from '../../helpers/one-course.ts';
import { bakeryProject } from '../../helpers/run-cartable.ts';

const HOST = { host: '127.0.0.1:4173' };
const OWN = { ...HOST, origin: 'http://127.0.0.1:4173' };
const SCO = '/sco/boulangerie/base/petrissage/1.2';
const RECORD = '/record/boulangerie/base/petrissage/1.2/camille';

const command = (args: string): string => `npx cartable ${args}`;

let project: string;
let app: Hono;

/** The preview of a project, with what it keeps in a folder. */
function previewOf(workshop: Workshop, kept: string, more: Partial<PreviewWorld> = {}): Hono {
  const world = {
    engine,
    workshop,
    store: new RecordStore(kept),
    saves: new Broadcast(),
    project,
    language: 'fr',
    command,
    files: {},
  } as const;
  return previewApp({ ...world, ...more });
}

beforeEach(() => {
  project = bakeryProject();
  const folder = join(project, '.cartable/preview');
  const workshop = new Workshop(join(project, 'modules'), folder, engine);
  const secret = join(project, 'secret.css');
  writeFileSync(secret, 'body{}');
  const files = { 'preview.css': { path: secret, type: 'text/css' } };
  app = previewOf(workshop, folder, { files });
});

const ask = (path: string, init: RequestInit = {}): Promise<Response> => Promise.resolve(app.request(path, { headers: HOST, ...init }));
const write = (path: string, body: string, headers: Record<string, string> = OWN): Promise<Response> =>
  ask(path, { method: 'PUT', body, headers });

describe('who is answered', () => {
  test.each(['evil.example', 'evil.example:4173', '127.0.0.1.evil.example', 'localhost.evil.example:4173', ''])('not %j', async (host) => {
    const response = await ask('/', { headers: { host } });
    expect(response.status).toBe(421);
  });

  test.each(['127.0.0.1:4173', 'localhost:4173', '[::1]:4173'])('%s', async (host) => {
    expect((await ask('/', { headers: { host } })).status).toBe(200);
  });

  test('only a page of this server may change anything', async () => {
    expect((await write(RECORD, '{}', HOST)).status).toBe(403);
    expect((await write(RECORD, '{}', { ...HOST, origin: 'http://evil.example' })).status).toBe(403);
    expect((await ask(RECORD, { method: 'DELETE', headers: { ...HOST, origin: 'null' } })).status).toBe(403);
    expect((await write(RECORD, '{"a":"1"}')).status).toBe(204);
    expect(await (await ask(RECORD)).json()).toEqual({ a: '1' });
    expect((await ask(RECORD, { method: 'DELETE', headers: OWN })).status).toBe(204);
    expect(await (await ask(RECORD)).json()).toBeNull();
  });
});

describe('with a door for other devices', () => {
  const door = { address: '192.168.1.20', key: 'abcdefghijklmnop' };
  const here = { host: '127.0.0.1:4173' };
  const there = { host: '192.168.1.20:4173' };

  const from = async (remoteAddress: string, path: string, headers: Record<string, string>, method = 'GET'): Promise<Response> => {
    const folder = join(project, '.cartable/preview');
    const workshop = new Workshop(join(project, 'modules'), folder, engine);
    return previewOf(workshop, folder, { door }).request(
      path,
      { headers, method, ...(method === 'PUT' && { body: '{}' }) },
      { incoming: { socket: { remoteAddress } } },
    );
  };

  test('this machine needs no key, and sees the code to scan', async () => {
    const home = await (await from('::ffff:127.0.0.1', '/', here)).text();
    expect(home).toContain('http://192.168.1.20:4173/abcdefghijklmnop');
    expect(home).toMatch(/<div class="v-qr" role="img" aria-label="Code QR de l’adresse"><svg /);
    expect(home).not.toContain('style=');
  });

  test('another device comes in by the key, and by nothing else', async () => {
    const denied = ['/', '/abcdefghijklmnoq', '/abc', '/play/boulangerie/petrissage', RECORD];
    for (const path of denied) expect([path, (await from('192.168.1.33', path, there)).status]).toEqual([path, 404]);
    // Whoever is on the network can claim to speak to this machine by its own name.
    expect((await from('192.168.1.33', '/', here)).status).toBe(421);
    expect((await from('192.168.1.33', `/${door.key}`, { host: 'evil.example' })).status).toBe(421);
    const entered = await from('192.168.1.33', `/${door.key}`, there);
    expect([entered.status, entered.headers.get('location')]).toEqual([302, '/']);
    const [cookie = ''] = entered.headers.get('set-cookie')?.split(';') ?? [];
    expect(entered.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await from('192.168.1.33', '/play/boulangerie/petrissage', { ...there, cookie })).status).toBe(200);
    expect((await from('192.168.1.33', RECORD, { ...there, cookie }, 'PUT')).status).toBe(403);
    expect((await from('192.168.1.33', RECORD, { ...there, cookie, origin: `http://${there.host}` }, 'PUT')).status).toBe(204);
  });
});

describe('what is sent', () => {
  test.each(['/%E0%A4%A', `${SCO}/%E0%A4%A`, '/play/boulangerie/%E0%A4%A', '/state/%E0%A4%A', '/-/constructor', '/play/constructor/x'])(
    'nothing at %s',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  test('the module’s files, under the strictest policy', async () => {
    const response = await ask(`${SCO}/index.html`);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'",
    );
    expect(response.headers.get('content-security-policy')).not.toContain('connect-src');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toContain('<!DOCTYPE html>');
    expect((await ask(`${SCO}/runtime.js?1`)).headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    `${SCO}/../../../../../../etc/passwd`,
    `${SCO}/..%2f..%2fcourse.yaml`,
    `${SCO}/%2e%2e/course.yaml`,
    `${SCO}//etc/passwd`,
    `${SCO}/`,
    '/sco/boulangerie/nobody/petrissage/1.2/index.html',
    '/sco/boulangerie/base/petrissage/1.3/index.html',
    '/sco/../base/petrissage/1.2/index.html',
    '/sco/__proto__/base/petrissage/1.2/index.html',
    '/-/../package.json',
    '/-/__proto__',
    '/-/constructor',
    '/play/boulangerie/rien',
    '/play/rien/petrissage',
    '/state/rien',
    '/gallery',
    '/papers/boulangerie/base/petrissage/rien',
    '/papers/boulangerie/nobody/petrissage/guide',
    '/papers/boulangerie/base/rien/guide',
    '/picture/boulangerie/rien',
    '/picture/boulangerie/petrissage',
    '/record/boulangerie/base/petrissage/1.2/mallory',
    '/record/boulangerie/nobody/petrissage/1.2/camille',
    '/record/boulangerie/base/..%2f..%2f..%2fsecret.css/1.2/camille',
    '/record/boulangerie/base/petrissage/toString/camille',
  ])('nothing for %s', async (path) => {
    const response = await ask(path);
    expect(response.status).toBe(404);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect((await write(path, '{}')).status).toBe(404);
    expect((await ask(path, { method: 'DELETE', headers: OWN })).status).toBe(404);
    expect(await response.text()).toMatch(/\S/);
  });

  test('a session’s papers, and its first picture', async () => {
    const folder = join(project, 'modules/boulangerie');
    const source = join(folder, 'petrissage.md');
    writeFileSync(join(folder, 'four.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(source, `${readFileSync(source, 'utf8')}\n![Un four](four.svg)\n`);
    const kept = join(project, '.cartable/preview');
    const workshop = new Workshop(join(project, 'modules'), kept, engine);
    app = previewOf(workshop, kept);
    const home = await (await ask('/')).text();
    const links = [...home.matchAll(/(?:href|src)="(\/(?:papers|picture)\/[^"]*)"/g)].map(([, link = '']) => link);
    expect(links).toEqual([
      '/picture/boulangerie/petrissage',
      ...['guide', 'conducteur', 'cahier', 'accessibilite'].map((name) => `/papers/boulangerie/base/petrissage/${name}`),
    ]);
    const answers = await Promise.all(links.map((link) => ask(link)));
    expect(answers.map((answer) => [answer.status, answer.headers.get('content-type')])).toEqual([
      [200, 'image/svg+xml'],
      ...[1, 2, 3, 4].map(() => [200, 'text/html; charset=UTF-8']),
    ]);
    expect(answers[1]?.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(await answers[1]?.text()).toContain('<img');
    // The guide's own script may run, and the running order's links lead to the guide.
    expect(answers[1]?.headers.get('content-security-policy')).toContain("; script-src 'sha256-");
    const [, link = ''] = /href="([^"#]+)#p-/.exec((await answers[2]?.text()) ?? '') ?? [];
    expect((await ask(`/papers/boulangerie/base/petrissage/${link}`)).status).toBe(200);
  });

  test('a part of a file, as video players ask for it', async () => {
    const whole = Buffer.from(await (await ask(`${SCO}/style.css`)).arrayBuffer());
    const part = async (range: string) => ask(`${SCO}/style.css`, { headers: { ...HOST, range } });
    const middle = await part('bytes=10-19');
    expect([middle.status, middle.headers.get('content-range')]).toEqual([206, `bytes 10-19/${whole.length}`]);
    expect(Buffer.from(await middle.arrayBuffer())).toEqual(whole.subarray(10, 20));
    expect(Buffer.from(await (await part('bytes=-5')).arrayBuffer())).toEqual(whole.subarray(-5));
    expect(Buffer.from(await (await part(`bytes=${whole.length - 3}-`)).arrayBuffer())).toEqual(whole.subarray(-3));
    expect((await part(`bytes=${whole.length}-`)).status).toBe(416);
    expect((await part('lines=1-2')).status).toBe(200);
  });
});

describe('records', () => {
  test('each cohort has its own, in the browser too: its texts are no new version of the others', async () => {
    mkdirSync(join(project, 'modules/boulangerie/cohorts'));
    writeFileSync(join(project, 'modules/boulangerie/cohorts/2026.yaml'), 'title: Promotion 2026\n');
    const folder = join(project, '.cartable/preview');
    const workshop = new Workshop(join(project, 'modules'), folder, engine);
    app = previewOf(workshop, folder);
    const settings = async (cohort: string) => {
      const page = await (await ask(`/play/boulangerie/petrissage?cohort=${cohort}`)).text();
      return JSON.parse(/id="settings">([^<]*)</.exec(page)?.[1] ?? '{}');
    };
    const [none, one] = [await settings('base'), await settings('2026')];
    expect([none.learner, one.learner]).toEqual([
      { id: 'camille', name: 'Camille' },
      { id: 'camille.2026', name: 'Camille' },
    ]);
    await write(one.record, '{"kept":"2026"}');
    expect([await (await ask(none.record)).json(), await (await ask(one.record)).json()]).toEqual([null, { kept: '2026' }]);
  });

  test('what is no JSON, or too much, is not kept', async () => {
    await write(RECORD, '{"kept":"yes"}');
    expect((await write(RECORD, '{"half')).status).toBe(400);
    expect((await write(RECORD, '['.repeat(400_000))).status).toBe(400);
    expect((await write(RECORD, '['.repeat(400_000) + ']'.repeat(400_000))).status).toBe(400);
    expect((await write(RECORD, JSON.stringify('x'.repeat(3 * 1024 * 1024)))).status).toBe(413);
    expect(await (await ask(RECORD)).json()).toEqual({ kept: 'yes' });
    expect(JSON.parse(readFileSync(join(project, '.cartable/preview/boulangerie/petrissage/1.2/camille.json'), 'utf8'))).toEqual({
      kept: 'yes',
    });
  });

  test('a file that was damaged counts as nothing kept', async () => {
    await write(RECORD, '{}');
    writeFileSync(join(project, '.cartable/preview/boulangerie/petrissage/1.2/camille.json'), '{"half');
    expect(await (await ask(RECORD)).json()).toBeNull();
  });
});

describe('the workshop', () => {
  const modules = (): string => join(project, 'modules');
  const source = (): string => join(modules(), 'boulangerie/petrissage.md');
  const open = (): Workshop => new Workshop(modules(), join(project, '.cartable/preview'), engine);

  test('gives a module a new revision where something changed, and only there', () => {
    const workshop = open();
    const revision = workshop.revision('boulangerie', 'petrissage');
    workshop.refresh();
    expect(workshop.revision('boulangerie', 'petrissage')).toBe(revision);
    writeFileSync(source(), `${readFileSync(source(), 'utf8')}\nFin.\n`);
    workshop.refresh();
    expect(workshop.revision('boulangerie', 'petrissage')).toBeGreaterThan(revision);
    expect(workshop.revision('boulangerie', 'rien')).toBe(0);
  });

  test('keeps the last good version while something is wrong, and never touches the sources', () => {
    const before = readFileSync(join(modules(), 'boulangerie/course.lock.yaml'), 'utf8');
    const workshop = open();
    const text = readFileSync(source(), 'utf8');
    writeFileSync(source(), text.replace(':::choice', ':::choix'));
    workshop.refresh();
    expect(workshop.course('boulangerie')?.clean).toBe(false);
    expect(workshop.course('boulangerie')?.diagnostics.map((one) => one.code)).toContain('unknown-directive');
    expect(workshop.filesOf('boulangerie', 'base', 'petrissage', '2004')?.has('index.html')).toBe(true);
    writeFileSync(source(), text.replace('# ', '# Neuf : '));
    workshop.refresh();
    expect(workshop.course('boulangerie')).toMatchObject({ clean: true, diagnostics: [] });
    expect(readFileSync(join(modules(), 'boulangerie/course.lock.yaml'), 'utf8')).toBe(before);
  });

  test('numbers of activities that were never built are the same tomorrow', () => {
    const text = readFileSync(source(), 'utf8');
    const question = (id: string): string => `\n:::choice{#${id}}\nLaquelle ?\n\n- [x] ${id}\n- [ ] autre\n:::\n`;
    const numbers = (workshop: Workshop) => workshop.course('boulangerie')?.good?.modules[0]?.numbers.activities;
    writeFileSync(source(), text + question('neuve'));
    expect(numbers(open())?.get('neuve')).toBe(1);
    writeFileSync(source(), text.replace(':::choice{#q-repos', `${question('devant')}\n:::choice{#q-repos`) + question('neuve'));
    expect(Object.fromEntries(numbers(open()) ?? [])).toEqual({ 'q-repos': 0, neuve: 1, devant: 2 });
  });

  test('a folder may have any name', async () => {
    cpSync(join(modules(), 'boulangerie'), join(modules(), 'été & pain'), { recursive: true });
    const folder = join(project, '.cartable/preview');
    app = previewOf(open(), folder, { language: 'en' });
    const home = await (await ask('/')).text();
    const [, address = ''] = /href="(\/play\/[^"]*%20[^"]*)"/.exec(home) ?? [];
    const player = await (await ask(address.replaceAll('&amp;', '&'))).text();
    const { sco, record } = JSON.parse(/id="settings">([^<]*)</.exec(player)?.[1] ?? '{}');
    expect(sco).toMatch(/^\/sco\/%C3%A9t%C3%A9%20%26%20pain\//);
    expect((await ask(sco)).status).toBe(200);
    expect((await write(record, '{"a":"1"}')).status).toBe(204);
    expect(existsSync(join(folder, 'été & pain/petrissage/1.2/camille.json'))).toBe(true);
  });

  test('a course that never was valid is shown, and a link out of its folder is refused', () => {
    symlinkSync('/etc/hostname', join(modules(), 'boulangerie/lien.png'));
    writeFileSync(source(), `${readFileSync(source(), 'utf8')}\n![Un lien](lien.png)\n`);
    const workshop = open();
    expect(workshop.course('boulangerie')?.good).toBeUndefined();
    expect(workshop.course('boulangerie')?.diagnostics).toMatchObject([{ code: 'outside-folder' }]);
    expect(existsSync(join(project, '.cartable/preview/boulangerie/petrissage'))).toBe(false);
  });
});

test('what the help says to type is what can be typed', async () => {
  const workshop = new Workshop(join(project, 'none'), join(project, '.cartable/preview'), engine);
  app = previewOf(workshop, project);
  const home = await (await ask('/')).text();
  expect(home).toContain('« npx cartable new course NOM »');
  expect(home).toContain('Relancez « npx cartable preview »');
  expect(home).not.toContain('{cartable');
});

describe('a course that is one SCO', () => {
  let folder: string;
  let workshop: Workshop;
  let day: Hono;

  beforeEach(() => {
    folder = dayProject();
    const kept = join(folder, '.cartable/preview');
    workshop = new Workshop(join(folder, 'modules'), kept, engine);
    day = previewOf(workshop, kept, { project: folder });
  });

  const get = (path: string): Promise<Response> => Promise.resolve(day.request(path, { headers: HOST }));

  test('is played as a whole, and each module by itself', async () => {
    const home = await (await get('/')).text();
    for (const name of ['depot', 'matin', 'soir']) expect(home).toContain(`href="/play/depot/${name}?`);
    expect(home).toContain('<th scope="row">Une journée au dépôt</th><td>35 min</td>');
    const moved = await get('/play/depot/matin?module=soir');
    expect(moved.headers.get('location')).toMatch(/^\/play\/depot\/soir\?/);
    const player = await (await get('/play/depot/depot')).text();
    expect(player).toContain('"sco":"/sco/depot/base/depot/1.2/index.html"');
    const page = await (await get('/sco/depot/base/depot/1.2/index.html')).text();
    for (const id of ['quai', 'bilan-matin-page', 'terminus']) expect(page).toContain(`id="p-${id}"`);
    expect(await (await get('/sco/depot/base/matin/1.2/index.html')).text()).not.toContain('id="p-terminus"');
  });

  test('has a record and a state of its own', async () => {
    const record = '/record/depot/base/depot/2004/camille';
    expect((await day.request(record, { method: 'PUT', body: '{"a":"1"}', headers: OWN })).status).toBe(204);
    expect(await (await get(record)).json()).toEqual({ a: '1' });
    expect(await (await get('/record/depot/base/matin/2004/camille')).json()).toBeNull();
    const states = (): Promise<{ revision: number }[]> =>
      Promise.all(['depot', 'matin', 'soir'].map(async (name) => (await get(`/state/depot/${name}`)).json()));
    const before = await states();
    expect(before).toMatchObject([{ errors: [] }, { errors: [] }, { errors: [] }]);
    const evening = join(folder, 'modules/depot/soir.md');
    writeFileSync(evening, `${readFileSync(evening, 'utf8')}\nFin.\n`);
    workshop.refresh();
    const isNew = (await states()).map(({ revision }, at) => revision > (before[at]?.revision ?? 0));
    expect(isNew).toEqual([true, false, true]);
  });
});

describe('saves', () => {
  /** Counts who listens. */
  class Counted extends Broadcast {
    open = 0;
    override listen(listener: () => void): () => void {
      this.open += 1;
      const stop = super.listen(listener);
      return () => {
        this.open -= 1;
        stop();
      };
    }
  }

  test('are sent to an open page, from the first moment until it is closed', async () => {
    const saves = new Counted();
    const folder = join(project, '.cartable/preview');
    const served = previewOf(new Workshop(join(project, 'none'), folder, engine), folder, { saves });
    const response = await served.request('/saves', { headers: HOST });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const next = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
    expect(await next()).toBe('event: save\ndata: \n\n');
    await expect.poll(() => saves.open).toBe(1);
    saves.send();
    expect(await next()).toBe('event: save\ndata: \n\n');
    await reader.cancel();
    await expect.poll(() => saves.open).toBe(0);
  });
});

test('a disk that refuses is one line, and a page without an icon asks for it in vain', async () => {
  const folder = join(project, '.cartable/preview');
  class Full extends RecordStore {
    override write(): void {
      throw new Error('ENOSPC: no space left');
    }
  }
  app = previewOf(new Workshop(join(project, 'modules'), folder, engine), folder, { store: new Full(folder) });
  const response = await write(RECORD, '{}');
  expect([response.status, await response.text()]).toEqual([500, 'ENOSPC: no space left']);
  const icon = await ask('/favicon.ico');
  expect([icon.status, await icon.text()]).toEqual([204, '']);
});

test('the gallery is made when it is asked for, and its first session is played', async () => {
  const made: string[] = [];
  const folder = join(project, '.cartable/preview');
  const gallery = (): string => {
    made.push('gallery');
    return join(project, 'modules/boulangerie');
  };
  app = previewOf(new Workshop(join(project, 'none'), folder, engine), folder, { gallery });
  expect(made).toEqual([]);
  const response = await ask('/gallery');
  expect([response.status, response.headers.get('location'), made]).toEqual([302, '/play/boulangerie/petrissage', ['gallery']]);
});

test('the choices of a player are in its address: unknown ones become the first of their kind', async () => {
  const settings = async (query: string): Promise<Record<string, unknown>> => {
    const page = await (await ask(`/play/boulangerie/petrissage?${query}`)).text();
    return JSON.parse(/id="settings">([^<]*)</.exec(page)?.[1] ?? '{}');
  };
  expect(await settings('version=2004&learner=mallory&mode=review')).toMatchObject({
    version: '2004',
    mode: 'review',
    learner: { id: 'camille' },
    sco: '/sco/boulangerie/base/petrissage/2004/index.html',
    record: '/record/boulangerie/base/petrissage/2004/camille',
    state: '/state/boulangerie/petrissage',
  });
  expect(await settings('version=1.3&mode=edit&cohort=nobody')).toMatchObject({
    version: '1.2',
    mode: 'normal',
    learner: { id: 'camille' },
  });
  const moved = await ask('/play/boulangerie/petrissage?module=petrissage&mode=browse');
  expect([moved.status, moved.headers.get('location')]).toEqual([
    302,
    expect.stringMatching(/^\/play\/boulangerie\/petrissage\?.*mode=browse/),
  ]);
});
