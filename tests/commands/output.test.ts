import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bakeryProject, runUnheard } from '../helpers/run-cartable.ts';

const calls = [['--help'], ['validate', '--json'], ['build', '--json', '--cohort', 'base', '--target', 'web']];

test.each(calls)('%s goes on to its end where nobody listens any more', async (...args) => {
  const project = bakeryProject();
  expect(await runUnheard(args, project)).toMatchObject({ code: 0, err: expect.not.stringMatching(/EPIPE|panne|écrit/) });
  expect(existsSync(join(project, 'dist/build.json'))).toBe(args.length > 2);
});

test.each(calls)('%s is no success where what it says can’t be written', async (...args) => {
  const project = bakeryProject();
  const file = openSync(import.meta.filename, 'r');
  const { code, err } = await runUnheard(args, project, file);
  closeSync(file);
  expect(code).toBe(70);
  expect(err).toMatch(/^Le résultat n’a pas pu être écrit en entier : \w+/m);
  expect(err).not.toMatch(/^ +at /m);
});
