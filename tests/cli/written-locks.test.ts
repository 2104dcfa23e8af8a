import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reportLocks } from '../../build/cli/written-locks.ts';
import { type Diagnostic, Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { makeProject, runCartable, startCartable } from '../helpers/run-cartable.ts';

const LOCK = 'modules/depot/course.lock.yaml';
const BUILD = ['build', '--target', 'web', '--no-course'];

/** Places and kinds of what a build says. */
async function output(project: string, env: Readonly<Record<string, string>> = {}): Promise<(number | null | string)[]> {
  const { code, err } = await runCartable(BUILD, project, env);
  return [code, ...(err.match(/^\S+:\d+:\d+ (?:note|avis|erreur).*$/gm) ?? [])];
}

function page(line: string): string {
  return rames(`# Le quai {#quai}\n\n:::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] ${line}\n:::\n`)['rames.md'] as string;
}

function underGit(ignored: string): string {
  const project = depot({});
  execFileSync('git', ['init', '-q'], { cwd: project });
  writeFileSync(join(project, '.gitignore'), ignored);
  return project;
}

const FIRST = expect.stringMatching(/^modules\/depot\/course\.lock\.yaml:1:1 note Premier verrou de ce cours/);
const IGNORED = `${LOCK}:1:1 avis lock-ignored-by-git`;

test('a first lock says what it means, once, and nothing is wrong', async () => {
  const project = depot({});
  expect(await output(project)).toEqual([0, FIRST]);
  expect(await output(project)).toEqual([0]);
  writeFileSync(join(project, 'modules/depot/rames.md'), page('La cloche'));
  expect(await output(project)).toEqual([0]);
});

test('what changes for learners is reported in one line, and as JSON', async () => {
  const project = depot({ 'rames.md': page('La cloche') });
  await output(project);
  writeFileSync(join(project, 'modules/depot/rames.md'), page('Le gong'));
  const { code, out } = await runCartable(['validate', '--json'], project);
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly Diagnostic[] };
  expect([code, diagnostics.map(({ code: name, severity }) => `${severity} ${name}`)]).toEqual([0, ['notice part-replaced']]);
  expect(await output(project)).toEqual([
    0,
    'modules/depot/rames.md:8:1 note #frein : « la cloche » est remplacé par « le gong ». Qui avait choisi le premier ne trouve plus rien de coché.',
  ]);
});

test('a lock that git ignores is reported when it is written', async () => {
  const project = underGit('*.lock.yaml\n');
  expect(await output(project)).toEqual([0, FIRST, IGNORED]);
  expect(await output(project)).toEqual([0]);
  writeFileSync(join(project, 'modules/depot/rames.md'), page('La cloche'));
  expect(await output(project)).toEqual([0, IGNORED]);
});

test('of several locks each is reported for itself, at its own path', () => {
  const modules = join(underGit('dist\nmodules/depot/*\nmodules/quai/*\n'), 'modules');
  const [depotLock, pain, quai] = ['depot', 'pain', 'quai'].map((name) => join(modules, name, 'course.lock.yaml')) as [
    string,
    string,
    string,
  ];
  const diagnostics = new Diagnostics();
  reportLocks(
    [
      { path: depotLock, isFirst: false },
      { path: pain, isFirst: true },
      { path: quai, isFirst: true },
    ],
    modules,
    diagnostics,
  );
  expect(diagnostics.list.map(({ code, severity, at }) => [severity, code, at])).toEqual(
    [
      ['notice', 'lock-first', pain],
      ['notice', 'lock-first', quai],
      ['warning', 'lock-ignored-by-git', depotLock],
      ['warning', 'lock-ignored-by-git', quai],
    ].map(([severity, code, file]) => [severity, code, { file, line: 1, column: 1 }]),
  );
});

test('while watching it is reported at the beginning', async () => {
  const project = underGit('*.lock.yaml\n');
  const watching = startCartable([...BUILD, '--watch'], project);
  await watching.says(/attend le prochain/);
  const { err } = await watching.stop();
  expect(err.match(/lock-ignored-by-git|Premier verrou/g)).toEqual(['Premier verrou', 'lock-ignored-by-git']);
});

test('without git nothing is reported about it', async () => {
  const project = underGit('*.lock.yaml\n');
  const bin = join(makeProject({ 'bin/git': '#!/bin/sh\nexit 128\n' }), 'bin');
  chmodSync(join(bin, 'git'), 0o755);
  expect(await output(project, { PATH: bin })).toEqual([0, FIRST]);
  const other = underGit('*.lock.yaml\n');
  mkdirSync(join(other, 'empty'));
  expect(await output(other, { PATH: join(other, 'empty') })).toEqual([0, FIRST]);
});
