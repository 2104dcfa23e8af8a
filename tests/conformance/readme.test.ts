import { copyFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../helpers/examples-project.ts';
import { fencesOf } from '../helpers/guides.ts';
import { makeProject, runCartable, startCartable } from '../helpers/run-cartable.ts';

const READMES = [
  {
    file: 'README.md',
    start: '## Commencer',
    build: '## Construire',
    cohorts: '## Une nouvelle promotion',
    course: 'mon-cours',
    session: 'seance-1',
  },
  { file: 'README.en.md', start: '## Start', build: '## Build', cohorts: '## A new cohort', course: 'my-course', session: 'session-1' },
] as const;

/** Returns the arguments of a command line in a README: `npx --no cartable new course "Mon cours"` → new, course, Mon cours. */
function argsOf(line: string): string[] {
  const words = line.replace(/^npx --no cartable /, '').match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replaceAll('"', ''));
}

/** Returns the lines of the first code block under a heading. */
function linesUnder(file: string, heading: string): string[] {
  const [, text = ''] = readFileSync(join(root, file), 'utf8').split(`\n${heading}\n`);
  return fencesOf(text)[0]?.text.trim().split('\n') ?? [];
}

describe.each(READMES)('$file', ({ file, start, build, cohorts, course, session }) => {
  test('leads to a first course, its preview and its package', async () => {
    const project = makeProject({});
    const [install, create = '', preview = ''] = linesUnder(file, start);
    expect(install).toBe('npm ci');
    expect(await runCartable(argsOf(create), project)).toMatchObject({ code: 0, err: '' });
    const running = startCartable([...argsOf(preview), '--port', '0'], project);
    await running.says(/http:\/\/127/);
    expect((await running.stop()).code).toBe(0);
    const [line = ''] = linesUnder(file, build);
    const { code, out } = await runCartable(argsOf(line), project);
    expect([code, out.trimEnd().split('\n').at(-1)]).toEqual([0, expect.stringContaining(`dist/${course}/${session}.scorm12.zip`)]);
    expect(existsSync(join(project, `dist/${course}/${session}.scorm12.depot.html`))).toBe(true);
  });

  test('has a cohort that works in a new course as it is written', async () => {
    const project = makeProject({});
    await runCartable(argsOf(linesUnder(file, start)[1] ?? ''), project);
    const [, text = ''] = readFileSync(join(root, file), 'utf8').split(cohorts);
    const [, path = ''] = /`(modules\/[^`]+\.yaml)`/.exec(text) ?? [];
    writeFileSync(join(project, path), fencesOf(text)[0]?.text ?? '');
    const { code, err } = await runCartable(['build', '--cohort', basename(path, '.yaml')], project);
    expect([code, err.replace(/^(?:\d+\/\d+|\S+ note) .*\n/gm, '')]).toEqual([0, '']);
    expect(existsSync(join(project, 'dist', course, basename(path, '.yaml'), `${session}.scorm12.zip`))).toBe(true);
  });

  test('names commands that work one after the other', async () => {
    const project = makeProject({});
    const rows = [...readFileSync(join(root, file), 'utf8').matchAll(/^\| `(npx --no cartable [^`]+)` \|/gm)].map(([, line = '']) => line);
    // `preview`, `present`, `studio` and `--watch` run until they are stopped. The gallery has a test of its own.
    const ending = rows.filter((line) => !/preview|present|studio|--watch|gallery/.test(line));
    expect(ending.length).toBeGreaterThan(6);
    for (const line of ending) {
      const args = argsOf(line);
      const lock = join(project, 'modules', course, 'course.lock.yaml');
      if (args[0] === 'report') cpSync(join(root, 'tests/fixtures/results'), join(project, args[1] ?? ''), { recursive: true });
      if (args[0] === 'import') writeFileSync(join(project, args[1] ?? ''), 'Quoi ? {=oui ~non}\n');
      if (args[0] === 'lock') for (const name of args.slice(2)) copyFileSync(lock, join(project, name));
      const { code, err } = await runCartable(args, project);
      expect([line, code, err.replace(/^(?:\d+\/\d+|\S+ note) .*\n/gm, '')]).toEqual([line, 0, '']);
    }
  });
});
