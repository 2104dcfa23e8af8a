import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { riddles } from '../helpers/own-type.ts';
import { bakeryProject, makeProject, runCartable, runUnheard } from '../helpers/run-cartable.ts';

const calls = [['--help'], ['validate', '--json'], ['build', '--json', '--cohort', 'base', '--target', 'web']];

test.each(calls)('%s runs to its end after its output is closed', async (...args) => {
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

test('what a type of the project throws is a mistake in its file, not a failure of Cartable', async () => {
  const scoring = 'types/devinette/scoring.js';
  const project = makeProject({ ...riddles, [scoring]: `${riddles[scoring]}`.replace('answer.map(', 'answers.map(') });
  const { code, err } = await runCartable(['build', '--lang', 'en', '--sheets'], project);
  expect(code).toBe(1);
  expect(err).toMatch(/^types\/devinette\/scoring\.js:6:\d+ error type-code\n {2}This code can’t be used: answers is not defined\n/);
  expect(err).not.toMatch(/^ +at /m);
  const { out } = await runCartable(['build', '--json', '--sheets'], project);
  expect(JSON.parse(out).diagnostics).toMatchObject([{ code: 'type-code', at: { file: join(project, scoring), line: 6 } }]);
  writeFileSync(join(project, 'types/devinette/type.js'), `${riddles['types/devinette/type.js']}`.replace('(', '((('));
  const { out: annotated } = await runCartable(['validate', '--annotations'], project, { GITHUB_WORKSPACE: project });
  expect(annotated).toMatch(/^::error file=types\/devinette\/type\.js,line=\d+,col=\d+,title=type-code::.+%0A.+\n/);
});
