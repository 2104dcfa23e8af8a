import { existsSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { root } from '../helpers/examples-project.ts';
import { bakeryProject, type Running, runCartable, startCartable } from '../helpers/run-cartable.ts';

const project = bakeryProject();
let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function studio(): Promise<{ readonly output: string; readonly address: string; readonly key: string }> {
  running = startCartable(['studio', '--port', '0'], project);
  const output = await running.says(/enregistré dans|assemblé/).then(() => running?.says(/enregistré dans/) ?? '');
  const [, address = '', key = ''] = /(http:\S+\/)#key=(\S+)/.exec(output) ?? [];
  return { output, address, key };
}

test('an old studio is built again; it is served over the project’s folder to whoever has the key', async () => {
  const built = join(root, 'dist/studio/service-worker.js');
  if (existsSync(built)) utimesSync(built, 1, 1);
  const { output, address, key } = await studio();
  expect(output).toContain('assemblé');
  expect(output).toContain(project);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(await (await fetch(address)).text()).toContain('<title>Cartable Studio</title>');
  expect((await fetch(`${address}-/files`)).status).toBe(404);
  const headers = { 'x-cartable-key': key };
  const files: Record<string, string> = await (await fetch(`${address}-/files`, { headers })).json();
  const [path = ''] = Object.keys(files).filter((one) => one.endsWith('.md'));
  const text = `${readFileSync(join(project, path), 'utf8')}\nUne ligne de plus.\n`;
  const request = { method: 'PUT', body: text, headers: { ...headers, origin: address.slice(0, -1), 'if-match': `"${files[path]}"` } };
  expect((await fetch(`${address}-/files/${path}`, request)).status).toBe(204);
  expect(readFileSync(join(project, path), 'utf8')).toBe(text);
  expect((await running?.stop())?.code).toBe(0);
});

test('a taken port is a wrong call', async () => {
  const { address } = await studio();
  const { port } = new URL(address);
  const { code, err } = await runCartable(['studio', '--port', port], project);
  expect([code, err]).toEqual([2, `Le port ${port} est pris.\n`]);
});
