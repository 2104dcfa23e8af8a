import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { depot, rames } from '../bad-input/depot-project.ts';
import { bakeryProject, type Running, runCartable, startCartable } from '../helpers/run-cartable.ts';

const project = bakeryProject();
let running: Running | undefined;

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function present(args: readonly string[] = [], from = project): Promise<{ readonly output: string; readonly url: string }> {
  running = startCartable(['present', ...args, '--port', '0', '--no-open'], from);
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
  expect(answer.headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  expect((await fetch(`${url}autre`)).status).toBe(404);
  const { port } = new URL(url);
  const status = await new Promise((done) => {
    request({ host: '127.0.0.1', port, headers: { host: `ailleurs.example:${port}` } }, (other) => done(other.resume().statusCode)).end();
  });
  expect(status).toBe(421);
});

test('a named session is shown, in the words of the cohort', async () => {
  const session = String(rames('# Le quai {#quai}\n\nIci travaille {{chef}}.\n')['rames.md']);
  const files = {
    'course.yaml': 'id: depot\ntitle: Dépôt\nlang: fr\nvariables: { chef: Ada }\nmodules: [rames, quais]\n',
    'quais.md': session.replaceAll('rames', 'quais').replace('#quai}', '#bord}'),
    'cohorts/nord.yaml': 'title: Nord\nvariables: { chef: Zora }\n',
  };
  const { output, url } = await present(['quais', '--cohort', 'nord'], depot({ ...files, 'rames.md': session }));
  expect(output).toContain('quais.salle.html');
  expect(await (await fetch(url)).text()).toContain('Ici travaille Zora.');
});

test('a session that doesn’t exist is a mistake', async () => {
  const { code, err } = await runCartable(['present', 'petrisage', '--no-open'], project);
  expect(code).toBe(1);
  expect(err).toContain('petrissage');
});
