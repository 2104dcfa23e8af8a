// @vitest-environment happy-dom
// In a page of its own: what stands in for modules must not reach other tests.
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { type PreviewOptions, runPreview } from '../../build/cli/preview.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import { depot, type Files } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';

const { listen, openBrowser, openDoor, watched, app } = vi.hoisted(() => ({
  listen: vi.fn(),
  openBrowser: vi.fn(),
  openDoor: vi.fn(),
  watched: vi.fn(),
  app: vi.fn(),
}));
vi.mock('../../build/preview/server/app.ts', () => ({ previewApp: app }));
vi.mock('../../build/preview/server/listen.ts', () => ({ listen }));
vi.mock('../../build/preview/server/open-browser.ts', () => ({ openBrowser }));
vi.mock('../../build/preview/server/door.ts', () => ({
  openDoor,
  doorUrl: (door: object, port: number) => `${JSON.stringify(door)} ${port}`,
}));
vi.mock('../../build/cli/until-stopped.ts', () => ({ untilStopped: () => Promise.resolve() }));
vi.mock('../../build/cli/watch.ts', () => ({
  watchFolders: watched,
  refreshed: async (context: object, paths: ReadonlySet<string>) => {
    if (paths.has('cassé')) throw new Error('cassé');
    return context;
  },
}));

/** Names of what was closed, in order. */
let closed: string[] = [];
beforeEach(() => {
  closed = [];
  for (const mock of [openBrowser, openDoor, app]) mock.mockReset();
  openDoor.mockReturnValue({ address: '10.0.0.7', key: 'abc' });
  app.mockReturnValue({ fetch: () => new Response('') });
  watched.mockReset().mockReturnValue({ close: () => closed.push('watcher') });
  listen.mockReset().mockImplementation(async (own: Record<string, unknown>) => {
    own.close = () => closed.push('server');
    own.closeAllConnections = () => closed.push('connections');
    return 4174;
  });
});

async function preview(options: PreviewOptions = {}, names: readonly string[] = [], files: Files = {}) {
  const project = depot(files);
  const { context, printed, complaints } = commandContext(project);
  return { project, context, code: await runPreview(names, options, context), printed, complaints };
}
const URL = 'http://127.0.0.1:4174';

test('it serves this machine only, opens no browser, and closes everything in the end', async () => {
  const { code, printed, complaints, context } = await preview();
  expect([code, complaints, printed]).toEqual([0, [], [fill(strings.fr.serving, { url: `${URL}/` })]]);
  expect(listen.mock.calls.map(([, ...rest]) => rest)).toEqual([[4173, false, undefined]]);
  expect([openBrowser.mock.calls, openDoor.mock.calls, closed]).toEqual([[], [], ['watcher', 'server', 'connections']]);
  expect(watched.mock.calls[0]?.[0]).toEqual([context.modules, context.types]);
});

test('the page that is asked for is opened, on the port that is given', async () => {
  await preview({ port: 80, open: true }, ['rames']);
  expect([listen.mock.calls[0]?.slice(1), openBrowser.mock.calls]).toEqual([[80, true, undefined], [[`${URL}/play/depot/rames`]]]);
});

test('a session may be named by its file; its address has the name of the folder, not the id of the course', async () => {
  const files = {
    '../mon dépôt/course.yaml': 'id: tram\ntitle: Tram\nlang: fr\npace: page\nmodules: [soir]\n',
    '../mon dépôt/soir.md': '---\nid: soir\ntitle: Le soir\ncompletion: visited\n---\n# Le quai {#bord}\n\nUn quai.\n',
  };
  await preview({ open: true }, ['modules/mon dépôt/soir.md'], files);
  expect(openBrowser.mock.calls).toEqual([[`${URL}/play/mon%20d%C3%A9p%C3%B4t/soir`]]);
});

test('the network is let in by a door, whose address is shown with its code', async () => {
  const { printed, complaints } = await preview({ host: true });
  expect(listen.mock.calls[0]?.slice(1)).toEqual([4173, false, '0.0.0.0']);
  const address = '{"address":"10.0.0.7","key":"abc"} 4174';
  expect([printed.length, printed[1]?.startsWith(`${fill(strings.fr.onNetwork, { url: address })}\n`), complaints]).toEqual([2, true, []]);
  expect(printed[1]).toMatch(/[▀▄█]{5}/);
  expect(app.mock.calls[0]?.[0]).toMatchObject({ door: { address: '10.0.0.7', key: 'abc' } });
});

test('without a network this is reported, and the machine itself is served', async () => {
  openDoor.mockReturnValue(null);
  const { code, printed, complaints } = await preview({ host: true });
  expect([code, printed.length, complaints]).toEqual([0, 1, [strings.fr.noNetwork]]);
  expect([listen.mock.calls[0]?.slice(1), app.mock.calls[0]?.[0].door]).toEqual([[4173, false, undefined], undefined]);
});

test.each<[PreviewOptions, string]>([
  [{}, fill(strings.fr.noPort, { port: 4173 })],
  [{ port: 80 }, fill(strings.fr.portTaken, { port: 80 })],
])('without a free port for %j, nothing is served', async (options, sentence) => {
  listen.mockReset().mockResolvedValue(null);
  const { code, printed, complaints } = await preview(options);
  expect([code, printed, complaints]).toEqual([2, [], [sentence]]);
  expect(watched).not.toHaveBeenCalled();
});

test('the pages get the workshop, the records, and the files of the program', async () => {
  const { project, context } = await preview();
  const { workshop, store, saves, files, gallery, ...world } = app.mock.calls[0]?.[0] ?? {};
  expect(world).toEqual({ project, language: 'fr', command: context.command });
  expect([workshop, store, saves].map((one: object) => one.constructor.name)).toEqual(['Workshop', 'RecordStore', 'Broadcast']);
  const of = (name: string, type: string) => [name, { path: join(context.program, 'preview', name), type: `text/${type}; charset=utf-8` }];
  expect(Object.entries(files)).toEqual([
    of('preview.js', 'javascript'),
    of('preview.css', 'css'),
    of('scorm12.js', 'javascript'),
    of('scorm2004.js', 'javascript'),
  ]);
  expect(gallery()).toBe(join(project, '.cartable/preview-gallery/galerie'));
});

test('each save is read and announced; where reading fails, this is reported too', async () => {
  const { complaints } = await preview();
  const { saves, workshop } = app.mock.calls[0]?.[0] ?? {};
  const sent = vi.spyOn(saves, 'send').mockImplementation(() => undefined);
  const refresh = vi.spyOn(workshop, 'refresh');
  const [, changed] = watched.mock.calls[0] ?? [];
  await changed(new Set(['a.md']));
  expect([refresh.mock.calls, sent.mock.calls.length, complaints]).toEqual([[[workshop.engine]], 1, []]);
  await changed(new Set(['cassé']));
  expect([refresh.mock.calls.length, sent.mock.calls.length, complaints]).toEqual([1, 2, [fill(strings.fr.broken, { why: 'cassé' })]]);
});
