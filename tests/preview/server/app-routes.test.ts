import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type PreviewWorld, previewApp } from '../../../build/preview/server/app.ts';
import { Broadcast } from '../../../build/preview/server/broadcast.ts';
import { RecordStore } from '../../../build/preview/server/record-store.ts';
import { Workshop } from '../../../build/preview/server/workshop.ts';
import { depot, rames } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
const COURSE = 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames]\npace: page\n';

/** Answers of the preview of a small course. */
function preview(more: Partial<PreviewWorld> = {}) {
  const project = depot({ 'course.yaml': COURSE, ...rames('# Le quai {#quai}\n\n![Le quai](quai.svg)\n'), 'quai.svg': SVG });
  const workshop = new Workshop(join(project, 'modules'), join(project, 'kept'), engine);
  const world = {
    workshop,
    store: new RecordStore(join(project, 'kept')),
    saves: new Broadcast(),
    project,
    language: 'fr' as const,
    files: {},
  };
  const app = previewApp({ ...world, command: (args) => args, ...more });
  const ask = async (path: string, headers: Record<string, string> = { host: 'localhost:4173' }, init: RequestInit = {}) =>
    app.request(path, { headers, ...init }, { incoming: { socket: { remoteAddress: '127.0.0.1' } } });
  return { ask, workshop, project };
}
const type = ({ status, headers }: Response): unknown[] => [status, headers.get('content-type')];

test('a file in a folder of a module is found by its whole path', async () => {
  const { ask, workshop } = preview();
  const name = [...(workshop.filesOf('depot', 'base', 'rames', '1.2')?.keys() ?? [])].find((one) => one.endsWith('.svg')) ?? '';
  expect(name).toMatch(/^assets\//);
  const at = '/sco/depot/base/rames/1.2';
  expect(type(await ask(`${at}/${name}`))).toEqual([200, 'image/svg+xml']);
  expect(type(await ask(`${at}/index.html`))).toEqual([200, 'text/html; charset=utf-8']);
  const missing = [
    `${at}/${name.replace('/', '')}`,
    `${at}/x.html`,
    `${at}/%E0%A4%A`,
    '/sco/depot/base/rames/1.3/index.html',
    '/sco/x/base/rames/1.2/index.html',
  ];
  expect(await Promise.all(missing.map(async (path) => (await ask(path)).status))).toEqual([404, 404, 404, 404, 404]);
});

test('papers are found by their name or that of their file, others are not there', async () => {
  const { ask } = preview();
  const status = async (path: string): Promise<number> => (await ask(path)).status;
  const at = '/papers/depot/base/rames';
  expect([await status(`${at}/guide`), await status(`${at}/rames.guide.html`)]).toEqual([200, 200]);
  expect([await status(`${at}/zip`), await status('/papers/x/base/rames/guide'), await status('/papers/depot/nord/rames/guide')]).toEqual([
    404, 404, 404,
  ]);
  expect([type(await ask('/picture/depot/rames')), await status('/picture/depot/x'), await status('/picture/x/rames')]).toEqual([
    [200, 'image/svg+xml'],
    404,
    404,
  ]);
});

test('a record is JSON, of known names only', async () => {
  const { ask } = preview();
  const own = { host: 'localhost:4173', origin: 'http://localhost:4173' };
  const at = '/record/depot/base/rames/1.2/camille';
  expect([type(await ask(at)), await (await ask(at)).text()]).toEqual([[200, 'application/json'], 'null']);
  expect((await ask(at, own, { method: 'PUT', body: '{"a":"1"}' })).status).toBe(204);
  expect(await (await ask(at)).json()).toEqual({ a: '1' });
  expect([(await ask(at, own, { method: 'DELETE' })).status, await (await ask(at)).text()]).toEqual([204, 'null']);
  for (const [part, other] of [
    ['depot', 'x'],
    ['base', 'nord'],
    ['rames', 'soir'],
    ['1.2', '1.3'],
    ['camille', 'ada'],
  ] as const)
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect([part, method, (await ask(at.replace(part, other), own, { method, ...(method === 'PUT' && { body: '{}' }) })).status]).toEqual(
        [part, method, 404],
      );
});

test('a record of 2 MiB is kept, not one that is larger', async () => {
  const { ask } = preview();
  const own = { host: 'localhost:4173', origin: 'http://localhost:4173' };
  const put = async (bytes: number): Promise<number> =>
    (await ask('/record/depot/base/rames/1.2/noor', own, { method: 'PUT', body: JSON.stringify('x'.repeat(bytes - 2)) })).status;
  expect([await put(2 * 1024 * 1024), await put(2 * 1024 * 1024 + 1)]).toEqual([204, 413]);
});

test('the preview’s own files have their types, and a picture is sent in parts', async () => {
  const path = join(preview().project, 'a.css');
  writeFileSync(path, 'p{}');
  const { ask } = preview({ files: { 'a.css': { path, type: 'text/css' } } });
  const file = await ask('/-/a.css');
  expect([...type(file), await file.text(), (await ask('/-/b.css')).status]).toEqual([200, 'text/css', 'p{}', 404]);
  const part = await ask('/picture/depot/rames', { host: 'localhost:4173', range: 'bytes=0-3' });
  expect([part.status, await part.text()]).toEqual([206, '<svg']);
});

test('a player is of the learner who is chosen', async () => {
  const page = await (await preview().ask('/play/depot/rames?learner=noor&mode=browse')).text();
  expect(JSON.parse(/id="settings">([^<]*)</.exec(page)?.[1] ?? '{}')).toMatchObject({
    learner: { id: 'noor', name: 'Noor' },
    mode: 'browse',
    record: '/record/depot/base/rames/1.2/noor',
  });
});

test('what only begins like a name is unknown', async () => {
  const { ask, workshop } = preview();
  const settings = async (query: string) => {
    const page = await (await ask(`/play/depot/rames?${query}`)).text();
    return JSON.parse(/id="settings">([^<]*)</.exec(page)?.[1] ?? '{}');
  };
  expect(await settings('learner=no&mode=re&cohort=ba')).toMatchObject({ mode: 'normal', learner: { id: 'camille' } });
  const paths = ['/record/depot/base/ram/1.2/camille', '/play/depot/ram', '/play/depot/rames?module='];
  expect(await Promise.all(paths.map(async (path) => (await ask(path)).status))).toEqual([404, 404, 404]);
  const folder = workshop.course('depot')?.good?.source.folder.root ?? '';
  mkdirSync(join(folder, 'cohorts'));
  writeFileSync(join(folder, 'cohorts/nord.yaml'), 'title: Nord\n');
  workshop.refresh();
  expect([(await settings('cohort=nord')).sco, (await settings('cohort=no')).sco]).toEqual([
    '/sco/depot/nord/rames/1.2/index.html',
    '/sco/depot/base/rames/1.2/index.html',
  ]);
});

test('the address for other devices has the port of this one', async () => {
  const { ask } = preview({ door: { address: '192.168.1.7', key: 'abc' } });
  const address = async (host: string) => /class="v-place">([^<]*)/.exec(await (await ask('/', { host })).text())?.[1];
  expect([await address('localhost:4173'), await address('localhost')]).toEqual([
    'http://192.168.1.7:4173/abc',
    'http://192.168.1.7:80/abc',
  ]);
});

test('what is not there is a line in the language of the preview', async () => {
  const found = async (language: 'fr' | 'en') => {
    const response = await preview({ language }).ask('/rien');
    return [response.status, await response.text()];
  };
  expect([await found('fr'), await found('en')]).toEqual([
    [404, 'Il n’y a rien ici.'],
    [404, 'There is nothing here.'],
  ]);
  expect((await preview().ask('/gallery')).status).toBe(404);
});
