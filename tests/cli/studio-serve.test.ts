import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import { runStudio, type StudioOptions } from '../../build/cli/studio.ts';

const { listen, openBrowser, app, spawnSync } = vi.hoisted(() => ({
  listen: vi.fn(),
  openBrowser: vi.fn(),
  app: vi.fn(),
  spawnSync: vi.fn(),
}));
vi.mock('node:child_process', async (original) => ({ ...(await original<typeof import('node:child_process')>()), spawnSync }));
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
  spawnSync.mockReset().mockReturnValue({ status: 0, stderr: '' });
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

/** Makes a clone, whose studio and program were built at these times. */
function clone(builtAt: number, madeAt: number): void {
  const files = { 'build/toolchain/studio-cli.ts': 0, 'dist/studio/service-worker.js': builtAt, 'program/made': madeAt };
  for (const [name, time] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), '');
    utimesSync(join(root, name), time, time);
  }
}

test('an installed studio is served over the project, to whoever has the key', async () => {
  const { code, printed, complaints, world } = await studio();
  expect(world).toMatchObject({ studio: join(root, 'program/studio'), name: basename(root), key: expect.stringMatching(/^[\w-]{24}$/) });
  const url = `http://127.0.0.1:4374/#key=${world.key}`;
  expect([code, complaints, printed]).toEqual([0, [], [fill(strings.fr.studioServed, { url, folder: root })]]);
  expect([listen.mock.calls[0]?.slice(1), openBrowser.mock.calls, closed]).toEqual([[4373, false], [], ['server', 'connections']]);
  expect(spawnSync).not.toHaveBeenCalled();
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
  clone(20, 10);
  expect((await studio()).world.studio).toBe(join(root, 'dist/studio'));
  expect(spawnSync).not.toHaveBeenCalled();
  for (const builtAt of [10, 5]) {
    clone(builtAt, 10);
    spawnSync.mockClear();
    expect((await studio()).complaints).toEqual([strings.fr.studioMade]);
    const [[program, args, options] = []] = spawnSync.mock.calls;
    expect([program, args]).toEqual([
      process.execPath,
      [join(root, 'node_modules/tsx/dist/cli.mjs'), join(root, 'build/toolchain/studio-cli.ts')],
    ]);
    expect(options).toMatchObject({ cwd: root });
  }
});

test('a studio that can’t be built is a failure, whose last line says why', async () => {
  clone(5, 10);
  spawnSync.mockReturnValue({ status: 1, stderr: 'at x\nError: cassé\n' });
  await expect(studio()).rejects.toThrow(/^Error: cassé$/);
});
