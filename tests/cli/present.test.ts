import { afterEach, expect, test } from 'vitest';
import { bakeryProject, type Running, runCartable, startCartable } from '../helpers/run-cartable.ts';

const project = bakeryProject();
let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function present(...args: string[]): Promise<{ readonly output: string; readonly url: string }> {
  running = startCartable(['present', ...args, '--port', '0', '--no-open'], project);
  const output = await running.says(/http:\S+/);
  return { output, url: /http:\S+/.exec(output)?.[0] ?? '' };
}

test('it serves the first session to this machine only, and says that it holds the answers', async () => {
  const { output, url } = await present();
  expect(output).toContain('.salle.html');
  expect(output).toContain('contient les réponses');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await answer.text()).toContain('data-kind="cover"');
  expect((await fetch(`${url}autre`)).status).toBe(404);
});

test('a named session is shown', async () => {
  const { output } = await present('petrissage');
  expect(output).toContain('petrissage.salle.html');
});

test('a session that doesn’t exist is a mistake', async () => {
  const { code, err } = await runCartable(['present', 'petrisage', '--no-open'], project);
  expect(code).toBe(1);
  expect(err).toContain('petrissage');
});
