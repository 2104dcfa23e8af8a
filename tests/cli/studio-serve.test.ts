// @vitest-environment happy-dom
// In a page of its own: what stands in for modules must not reach other tests.
import { mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import { runStudio, type StudioOptions } from '../../build/cli/studio.ts';

const { listen, openBrowser, app } = vi.hoisted(() => ({ listen: vi.fn(), openBrowser: vi.fn(), app: vi.fn() }));
vi.mock('../../build/studio/server/app.ts', () => ({ studioApp: app }));
vi.mock('../../build/preview/server/listen.ts', () => ({ listen }));
vi.mock('../../build/preview/server/open-browser.ts', () => ({ openBrowser }));
vi.mock('../../build/cli/until-stopped.ts', () => ({ untilStopped: () => Promise.resolve() }));

let closed: string[] = [];
let root = '';
beforeEach(() => {
  closed = [];
  root = mkdtempSync(join(tmpdir(), 'cartable-studio-'));
  mkdirSync(join(root, 'program'));
  openBrowser.mockReset();
  app.mockReset().mockReturnValue({ fetch: () => new Response('') });
  listen.mockReset().mockImplementation(async (own: Record<string, unknown>) => {
    own.close = () => closed.push('server');
    own.closeAllConnections = () => closed.push('connections');
    return 4374;
  });
});

async function studio(options: StudioOptions = {}) {
  const [printed, complaints]: [string[], string[]] = [[], []];
  const context = {
    root,
    program: join(root, 'program'),
    project: root,
    language: 'fr',
    print: (text: string) => void printed.push(text),
    complain: (text: string) => void complaints.push(text),
  } as unknown as CommandContext;
  return { code: await runStudio(options, context), printed, complaints, world: app.mock.calls[0]?.[0] };
}

/** Makes a clone, whose studio and program were built at these times. @param script runs in place of the studio's build */
function clone(builtAt: number, madeAt: number, script = ''): void {
  const files = {
    'build/toolchain/studio-cli.ts': '',
    'dist/studio/service-worker.js': '',
    'program/made': '',
    'node_modules/tsx/dist/cli.mjs': script,
  };
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  utimesSync(join(root, 'dist/studio/service-worker.js'), builtAt, builtAt);
  utimesSync(join(root, 'program/made'), madeAt, madeAt);
}
/** Writes down what it is called with, and where. */
const REPORTING = "import { writeFileSync } from 'node:fs';\nwriteFileSync('called', process.argv.slice(2).join());\n";

test('an installed studio is served over the project, to whoever has the key', async () => {
  const { code, printed, complaints, world } = await studio();
  expect(world).toMatchObject({ studio: join(root, 'program/studio'), name: basename(root), key: expect.stringMatching(/^[\w-]{24}$/) });
  const url = `http://127.0.0.1:4374/#key=${world.key}`;
  expect([code, complaints, printed]).toEqual([0, [], [fill(strings.fr.studioServed, { url, folder: root })]]);
  expect([listen.mock.calls[0]?.slice(1), openBrowser.mock.calls, closed]).toEqual([[4373, false], [], ['server', 'connections']]);
  app.mockClear();
  expect((await studio()).world.key).not.toBe(world.key);
});

test('the browser is opened if that is asked for, and a port is the only one that is tried', async () => {
  const { world } = await studio({ open: true, port: 80 });
  expect([listen.mock.calls[0]?.slice(1), openBrowser.mock.calls]).toEqual([[80, true], [[`http://127.0.0.1:4374/#key=${world.key}`]]]);
});

test.each<[StudioOptions, string]>([
  [{}, fill(strings.fr.noPort, { port: 4373 })],
  [{ port: 80 }, fill(strings.fr.portTaken, { port: 80 })],
])('without a free port for %j, nothing is served', async (options, sentence) => {
  listen.mockReset().mockResolvedValue(null);
  expect(await studio(options)).toMatchObject({ code: 2, printed: [], complaints: [sentence] });
});

test('a clone serves its own studio, and builds it only if it is no newer than the program', async () => {
  clone(20, 10, 'process.exit(1);\n');
  expect(await studio()).toMatchObject({ complaints: [], world: { studio: join(root, 'dist/studio') } });
  clone(10, 10, REPORTING);
  expect((await studio()).complaints).toEqual([strings.fr.studioMade]);
  expect(readFileSync(join(root, 'called'), 'utf8')).toBe(join(root, 'build/toolchain/studio-cli.ts'));
});

test('a studio that can’t be built is a failure, whose last line gives the reason', async () => {
  clone(5, 10, "console.error('at x\\nError: cassé');\nprocess.exit(1);\n");
  await expect(studio()).rejects.toThrow(/^Error: cassé$/);
});
