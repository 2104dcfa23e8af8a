import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../helpers/examples-project.ts';

/** Lines of docs/moodle.md that no package and no runtime could keep or break. */
const OTHERS: Readonly<Record<number, string>> = {
  2: 'what the reports of Moodle show, and of which standard',
  31: 'what the trainer sets: completion tracking, new attempts',
  32: "web services that read a course's results",
  33: 'web services that do not exist, and how a package is brought in instead',
  35: 'how much of a request the server reads: its administrator sets that',
};

/** Numbers in the names of tests: `moodle 15, 16: …`. */
function tested(): Set<number> {
  const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', 'tests'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((path) => path.endsWith('.test.ts') && existsSync(join(root, path)));
  const names = files.flatMap((path) => [
    ...readFileSync(join(root, path), 'utf8').matchAll(/\b(?:test|it)(?:\.each\([\s\S]*?\))?\(\s*['"`]moodle (\d+(?:, \d+)*):/g),
  ]);
  return new Set(names.flatMap(([, numbers = '']) => numbers.split(', ').map(Number)));
}

test('each line on Moodle that concerns a package has a test that bears its number', () => {
  const lines = [...readFileSync(join(root, 'docs/moodle.md'), 'utf8').matchAll(/^(\d+)\. /gm)].map(([, number]) => Number(number));
  expect(lines.length).toBeGreaterThan(30);
  const found = tested();
  expect(lines.filter((number) => !found.has(number) && !(number in OTHERS))).toEqual([]);
  expect([...found].filter((number) => number in OTHERS)).toEqual([]);
  expect([...found, ...Object.keys(OTHERS).map(Number)].filter((number) => !lines.includes(number))).toEqual([]);
});
