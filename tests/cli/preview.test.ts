import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { CommandContext } from '../../build/cli/context.ts';
import { runPreview } from '../../build/cli/preview.ts';
import { fill, strings } from '../../build/cli/strings.ts';
import { depot } from '../bad-input/depot-project.ts';
import { engine } from '../helpers/engine.ts';

const taken: Server[] = [];
const before = (['SIGINT', 'SIGTERM'] as const).map((signal) => [signal, new Set(process.listeners(signal))] as const);

function stop(): void {
  for (const [signal, known] of before) {
    for (const listener of process.listeners(signal)) {
      if (known.has(listener)) continue;
      process.off(signal, listener);
      listener(signal);
    }
  }
}
afterEach(() => {
  stop();
  for (const server of taken.splice(0)) server.close();
});

async function freePort(isTaken = false): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  if (isTaken) taken.push(server);
  else await new Promise((done) => server.close(done));
  return port;
}

function open(files: Parameters<typeof depot>[0] = {}) {
  const project = depot(files);
  const printed: string[] = [];
  const complained: string[] = [];
  const context = {
    engine,
    root: process.cwd(),
    program: join(process.cwd(), '.cartable/program'),
    readTypes: async () => engine,
    project,
    modules: join(project, 'modules'),
    types: join(project, 'types'),
    folders: [project],
    language: 'fr',
    command: (args: string) => `cartable ${args}`,
    print: (text: string) => void printed.push(text),
    complain: (text: string) => void complained.push(text),
  } as unknown as CommandContext;
  return { context, printed, complained };
}

/** Runs the preview until it has shown its address, then calls `during`. */
async function preview(
  names: readonly string[],
  { context, printed }: ReturnType<typeof open>,
  during: (url: string) => Promise<void> = async () => {},
) {
  const port = await freePort();
  const running = runPreview(names, { port }, context);
  await expect.poll(() => printed.length, { timeout: 5000 }).toBeGreaterThan(0);
  const url = /http:\S+/.exec(printed[0] ?? '')?.[0] ?? '';
  expect(printed[0]).toBe(fill(strings.fr.serving, { url }));
  await during(url);
  stop();
  return [await running, new URL(url).pathname, Number(new URL(url).port) === port];
}

describe('the preview', () => {
  test('serves the list of the courses until it is stopped', async () => {
    const opened = open();
    expect(
      await preview([], opened, async (url) => {
        const response = await fetch(url);
        expect([response.status, (await response.text()).includes('Au dépôt de tramways')]).toEqual([200, true]);
      }),
    ).toEqual([0, '/', true]);
    expect(opened.complained).toEqual([]);
  });

  test('serves the files of its own pages as what they are', async () => {
    await preview([], open(), async (url) => {
      const types = await Promise.all(
        ['preview.js', 'preview.css', 'scorm12.js', 'scorm2004.js'].map(async (name) => {
          const found = /(?:src|href)="([^"]*preview\.css)"/.exec(await (await fetch(url)).text())?.[1] ?? '/preview.css';
          const response = await fetch(new URL(found.replace('preview.css', name), url));
          return `${response.status} ${response.headers.get('content-type')}`;
        }),
      );
      expect(types).toEqual([
        '200 text/javascript; charset=utf-8',
        '200 text/css; charset=utf-8',
        '200 text/javascript; charset=utf-8',
        '200 text/javascript; charset=utf-8',
      ]);
    });
  });

  test('opens at the session that was asked for', async () => {
    expect(await preview(['rames'], open())).toEqual([0, '/play/depot/rames', true]);
  });

  test('opens at the first of several sessions that were asked for, in the order of the course', async () => {
    const quais = '---\nid: quais\ntitle: Les quais\ncompletion: visited\n---\n# Le bord {#bord}\n\nUn quai.\n';
    const files = { 'course.yaml': 'id: depot\ntitle: Dépôt\nlang: fr\npace: page\nmodules: [rames, quais]\n', 'quais.md': quais };
    const at = async (...names: readonly string[]) => (await preview(names, open(files)))[1];
    expect([await at('depot'), await at('quais', 'rames'), await at('quais')]).toEqual([
      '/play/depot/rames',
      '/play/depot/rames',
      '/play/depot/quais',
    ]);
  });

  test('reports an unknown name, and serves nothing', async () => {
    const { context, printed, complained } = open();
    expect([await runPreview(['ramez'], {}, context), printed]).toEqual([1, []]);
    expect(complained.join('\n')).toContain('ramez');
  });

  test('takes any name where a course can’t be read: its mistakes are on the first page', async () => {
    expect(await preview(['ramez'], open({ 'course.yaml': 'id: [\n' }))).toEqual([0, '/', true]);
  });

  test('reports a port that is taken', async () => {
    const { context, printed, complained } = open();
    const port = await freePort(true);
    expect([await runPreview([], { port }, context), printed, complained]).toEqual([2, [], [fill(strings.fr.portTaken, { port })]]);
  });
});
