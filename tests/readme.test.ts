import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './helpers/examples-project.ts';
import { fencesOf } from './helpers/guides.ts';
import { makeProject, runCartable, startCartable } from './helpers/run-cartable.ts';

const READMES = [
  { file: 'README.md', start: '## Commencer', build: '## Construire', course: 'mon-cours', session: 'seance-1' },
  { file: 'README.en.md', start: '## Start', build: '## Build', course: 'my-course', session: 'session-1' },
] as const;

/** What a clone is called with in a line: `npx --no cartable new course "Mon cours"` → new, course, Mon cours. */
function argsOf(line: string): string[] {
  const words = line.replace(/^npx --no cartable /, '').match(/"[^"]*"|\S+/g) ?? [];
  return words.map((word) => word.replaceAll('"', ''));
}

/** The first lines for the terminal under a heading. */
function linesUnder(file: string, heading: string): string[] {
  const [, text = ''] = readFileSync(join(root, file), 'utf8').split(`\n${heading}\n`);
  return fencesOf(text)[0]?.text.trim().split('\n') ?? [];
}

describe.each(READMES)('$file', ({ file, start, build, course, session }) => {
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

  test('names commands that work one after the other', async () => {
    const project = makeProject({});
    const rows = [...readFileSync(join(root, file), 'utf8').matchAll(/^\| `(npx --no cartable [^`]+)` \|/gm)].map(([, line = '']) => line);
    // These go on until they are stopped; the gallery has a test of its own.
    const ending = rows.filter((line) => !/preview|--watch|gallery/.test(line));
    expect(ending.length).toBeGreaterThan(6);
    for (const line of ending) {
      const { code, err } = await runCartable(argsOf(line), project);
      expect([line, code, err.replace(/^\d+\/\d+ .*\n/gm, '')]).toEqual([line, 0, '']);
    }
  });
});
