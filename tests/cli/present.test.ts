import { afterEach, expect, test } from 'vitest';
import { bakeryProject, type Running, runCartable, startCartable } from '../helpers/run-cartable.ts';

const project = bakeryProject();
let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function present(...args: string[]): Promise<{ readonly said: string; readonly url: string }> {
  running = startCartable(['present', ...args, '--port', '0', '--no-open'], project);
  const said = await running.says(/http:\S+/);
  return { said, url: /http:\S+/.exec(said)?.[0] ?? '' };
}

test('it serves the first session to this machine only, and says that it holds the answers', async () => {
  const { said, url } = await present();
  expect(said).toContain('.salle.html');
  expect(said).toContain('contient les réponses');
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(await answer.text()).toContain('data-kind="cover"');
  expect((await fetch(`${url}autre`)).status).toBe(404);
});

test('a named session is shown', async () => {
  const { said } = await present('petrissage');
  expect(said).toContain('petrissage.salle.html');
});

test('a session that doesn’t exist is a mistake', async () => {
  const { code, err } = await runCartable(['present', 'petrisage', '--no-open'], project);
  expect(code).toBe(1);
  expect(err).toContain('petrissage');
});
