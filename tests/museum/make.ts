// Makes the fixtures of this version: `npx --no tsx tests/museum/make.ts`. Refuses to make them again.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readLock } from '../../build/stages/number/lock.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { COURSES, folderOf, type KeptCourse, VERSIONS, type Version } from './kept.ts';
import { Attempt, type Made } from './making/attempt.ts';
import { makeSources } from './making/sources.ts';
import { numbersIn, type Used } from './numbers.ts';
import { contentOf } from './rebuild.ts';
import { reopen } from './reopen.ts';
import { type Scorings, scorings } from './visit.ts';

/** Characters of saved state in a relaxed Moodle, and by the letter of SCORM 1.2. */
const WIDE = 64_000;
const NARROW = 4096;

/** Writes JSON with one line for each entry of a member. */
function write(path: string, value: object): void {
  const block = (one: unknown): string => {
    if (typeof one !== 'object' || one === null) return JSON.stringify(one);
    const lines = Array.isArray(one)
      ? one.map((entry) => `  ${JSON.stringify(entry)}`)
      : Object.entries(one).map(([key, entry]) => `  ${JSON.stringify(key)}: ${JSON.stringify(entry)}`);
    const [open, close] = Array.isArray(one) ? '[]' : '{}';
    return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n ${close}`;
  };
  const members = Object.entries(value).map(([key, one]) => ` ${JSON.stringify(key)}: ${block(one)}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `{\n${members.join(',\n')}\n}\n`);
}

/** Counts the numbers and tokens in the lock. */
function usedIn(folder: string, { course, unit }: KeptCourse): Used {
  const lock = readLock(readFileSync(join(folder, 'modules', course, 'course.lock.yaml'), 'utf8'), course);
  const module = lock?.modules[unit];
  const parts = (name: string): [string, number][] => (lock?.modules[name]?.activities ?? []).map((one) => [one.id, one.parts.length]);
  if (module)
    return { pages: module.pages.length, chapters: 0, activities: module.activities.length, parts: Object.fromEntries(parts(unit)) };
  if (!lock?.course) throw new Error(`the lock of ${course} does not have ${unit}`);
  const { pages, modules, activities } = lock.course;
  return {
    pages: pages.length,
    chapters: modules.length,
    activities: activities.length,
    parts: Object.fromEntries(modules.flatMap(parts)),
  };
}

/** Makes the states of one course in one standard, by moment. */
function makeStates(content: ModuleContent, types: Scorings, version: Version): Record<string, Made> {
  const setting = { content, types, version, room: WIDE, isWordy: false };
  const attempt = new Attempt(setting);
  const states = { fresh: attempt.fresh(), half: attempt.half(), done: attempt.done() };
  const unlucky = new Attempt(setting);
  unlucky.fresh();
  unlucky.half();
  const killed = unlucky.killed();
  if (version === '2004') return { ...states, killed };
  const wordy = new Attempt({ ...setting, room: NARROW, isWordy: true });
  wordy.fresh();
  wordy.half();
  const cramped = wordy.done();
  return { ...states, killed, ...(cramped.without.length > 0 && { cramped, moved: wordy.elsewhere(cramped) }) };
}

/** Checks that this version reads from the state what the learner's account has. */
function check(name: string, content: ModuleContent, types: Scorings, { snapshot, expected }: Made): void {
  const { found, standing } = reopen(content, types, snapshot);
  if (found !== 'state') throw new Error(`${name}: found ${found}`);
  for (const [key, value] of Object.entries(standing)) {
    const wanted: unknown = expected[key as keyof typeof standing];
    if (!isDeepStrictEqual(structuredClone(value), structuredClone(wanted)))
      throw new Error(`${name}: ${key} is ${JSON.stringify(value)}, not ${JSON.stringify(wanted)}`);
  }
}

const { version: release } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string };
const folder = folderOf(release.split('.').slice(0, 2).join('.'));
if (existsSync(folder)) throw new Error(`${folder} exists, and is never made again`);
makeSources(folder);
const types = await scorings();
for (const kept of COURSES) {
  const content = await contentOf(join(folder, 'packages'), kept);
  write(join(folder, 'numbers', `${kept.course}.json`), { ...numbersIn(content), used: usedIn(folder, kept) });
  for (const version of VERSIONS) {
    for (const [moment, made] of Object.entries(makeStates(content, types, version))) {
      const path = join(folder, 'states', kept.course, version, moment);
      write(`${path}.json`, made.snapshot);
      write(`${path}.expected.json`, made.expected);
      check(path, content, types, made);
    }
  }
}
