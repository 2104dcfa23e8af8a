// @vitest-environment happy-dom
// In a page of its own: what stands in for modules must not reach other tests.
import { beforeEach, expect, test, vi } from 'vitest';
import { type PresentOptions, runPresent } from '../../build/cli/present.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { commandContext } from '../helpers/command-context.ts';

const { listen, openBrowser, shownTo } = vi.hoisted(() => ({ listen: vi.fn(), openBrowser: vi.fn(), shownTo: vi.fn() }));
vi.mock('../../build/pipeline.ts', async (original) => {
  const own = await original<typeof import('../../build/pipeline.ts')>();
  const papersOf: typeof own.papersOf = (...call) => {
    shownTo(call[2]?.name ?? 'base');
    return own.papersOf(...call);
  };
  return { ...own, papersOf };
});
vi.mock('../../build/preview/server/listen.ts', () => ({ listen }));
vi.mock('../../build/preview/server/open-browser.ts', () => ({ openBrowser }));
vi.mock('../../build/cli/until-stopped.ts', () => ({ untilStopped: () => Promise.resolve() }));

/** Calls of the server, in order. */
let server: string[] = [];
beforeEach(() => {
  server = [];
  openBrowser.mockReset();
  shownTo.mockReset();
  listen.mockReset().mockImplementation(async (own: Record<string, unknown>) => {
    own.close = () => server.push('close');
    own.closeAllConnections = () => server.push('closeAllConnections');
    return 4275;
  });
});

async function present(options: PresentOptions = {}, names: readonly string[] = [], files = {}) {
  const project = depot({ 'cohorts/nord.yaml': 'title: Nord\n', ...files });
  const { context, printed, complaints } = commandContext(project);
  return { code: await runPresent(names, options, context), printed, complaints };
}
const URL = 'http://127.0.0.1:4275/';
const shown = fill(strings.fr.presenting, { name: 'rames.salle.html', url: URL });

test('the address is shown and opened; the server is closed in the end', async () => {
  expect(await present()).toEqual({ code: 0, printed: [shown], complaints: [] });
  expect(listen.mock.calls.map(([, ...rest]) => rest)).toEqual([[4273, false]]);
  expect([openBrowser.mock.calls, server]).toEqual([[[URL]], ['close', 'closeAllConnections']]);
});

test('a port is the only one that is tried; the browser may stay closed', async () => {
  expect((await present({ port: 80, open: false }, ['rames'])).printed).toEqual([shown]);
  expect([listen.mock.calls[0]?.slice(1), openBrowser.mock.calls]).toEqual([[80, true], []]);
});

test.each<[PresentOptions, string]>([
  [{}, fill(strings.fr.noPort, { port: 4273 })],
  [{ port: 80 }, fill(strings.fr.portTaken, { port: 80 })],
])('without a free port for %j, nothing is served', async (options, sentence) => {
  listen.mockReset().mockResolvedValue(null);
  expect(await present(options)).toEqual({ code: 2, printed: [], complaints: [sentence] });
  expect(openBrowser).not.toHaveBeenCalled();
});

test('a mistake is shown, and nothing is served', async () => {
  const wrong = await present({}, [], rames('# Le quai {#quai}\n\n::choix\n'));
  expect([wrong.code, wrong.complaints[0]]).toEqual([1, expect.stringContaining('unknown-directive')]);
  expect((await present({ cohort: ['sud'] })).code).toBe(1);
  expect((await present({}, ['tunnel'])).code).toBe(1);
  expect(listen).not.toHaveBeenCalled();
});

test('a cohort and a session are those that are asked for', async () => {
  const module = (id: string): string => `---\nid: ${id}\ntitle: Les ${id}\ncompletion: visited\n---\n# ${id} {#p-${id}}\n\nUn texte.\n`;
  const files = { 'course.yaml': 'id: depot\ntitle: Dépôt\nlang: fr\nmodules: [rames, quais]\n', 'quais.md': module('quais') };
  const name = async (names: readonly string[], options: PresentOptions = {}): Promise<string | undefined> =>
    /\S+\.salle\.html/.exec((await present(options, names, files)).printed.join())?.[0];
  expect([await name([]), await name(['quais', 'rames']), await name(['quais']), await name(['quais'], { cohort: ['nord'] })]).toEqual([
    'rames.salle.html',
    'rames.salle.html',
    'quais.salle.html',
    'quais.salle.html',
  ]);
  await name([], { cohort: ['nord', 'base'] });
  expect(shownTo.mock.calls.flat()).toEqual(['base', 'base', 'base', 'nord', 'base']);
});

test('a cohort may be that of another course than the first', async () => {
  const page = String(rames('# Le banc {#b}\n\nUn banc.\n')['rames.md']);
  const abri = {
    '../abri/course.yaml': 'id: abri\ntitle: Abri\nlang: fr\nmodules: [banc]\n',
    '../abri/banc.md': page.replace('id: rames', 'id: banc'),
  };
  expect((await present({ cohort: ['nord'] }, [], abri)).printed).toEqual([shown]);
  expect((await present({}, [], abri)).printed.join()).toContain('banc.salle.html');
});
