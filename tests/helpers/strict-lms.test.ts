import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { call, open, set } from './strict-lms/calls.ts';
import type { StrictLms, StrictLmsOptions } from './strict-lms.ts';

type Version = StrictLmsOptions['version'];

/** One line of `answers-*.tsv`: a call, with the error code of ADL's API and of Moodle's. */
interface Row {
  line: number;
  adl: number;
  moodle: number;
  call: 'S' | 'G';
  element: string;
  value: string;
}

/** Intended differences between strict LMS and table: `<version>:<line>`. */
const differences = {
  adl: {
    '2004:47': { code: 406, why: 'score.scaled NaN: ADL parses it as a double; no number was meant, so a test must see it' },
  },
  moodle: {
    '2004:113': { code: 406, why: 'a description of 251: the API let it pass, a real Moodle 4.5 refused it (moodle.md 24)' },
    '2004:290': { code: 406, why: 'a description of 251: as above' },
  },
} satisfies Record<string, Record<string, { code: number; why: string }>>;

/** The table's sessions: each `-- new` begins one. */
function readSessions(version: Version): Row[][] {
  const file = new URL(`../fixtures/answers-${version === '1.2' ? '12' : '2004'}.tsv`, import.meta.url);
  const sessions: Row[][] = [];
  for (const [index, text] of readFileSync(file, 'utf8').split('\n').entries()) {
    const [adl = '', moodle = '', , call = '', name = '', argument = ''] = text.split('\t');
    if (adl === '-- new') sessions.push([]);
    if (call !== 'S' && call !== 'G') continue;
    const [, read, answer] = /^(.*) -> \[(.*)\]$/.exec(name) ?? [];
    const [, times, unit = ''] = /^REP(\d+):(.*)$/.exec(argument) ?? [];
    sessions.at(-1)?.push({
      line: index + 1,
      adl: Number(adl),
      moodle: Number(moodle),
      call,
      element: read ?? name,
      value: answer ?? (times === undefined ? argument : unit.repeat(Number(times))),
    });
  }
  return sessions;
}

const learner = { id: '', name: '' };

function play(lms: StrictLms, { call: kind, element, value }: Row): { code: number; value: string } {
  const result = kind === 'G' ? call(lms, 'get', element) : call(lms, 'set', element, value);
  const code = Number(call(lms, 'error'));
  if (kind === 'S') expect(result).toBe(code === 0 ? 'true' : 'false');
  return { code, value: result };
}

function title(row: Row, code: number): string {
  return `line ${row.line} ${row.call} ${row.element} ${row.value.slice(0, 40)} → ${code}`;
}

const sessions = (['1.2', '2004'] as const).flatMap((version) =>
  readSessions(version).map((rows) => ({ version, rows, name: `${version}, line ${rows[0]?.line}` })),
);

test('the tables are read whole', () => {
  const count = (version: Version) => sessions.filter((session) => session.version === version).flatMap(({ rows }) => rows).length;
  expect([count('1.2'), count('2004')]).toEqual([215, 293]);
});

describe("each call of the tables gets ADL's code", () => {
  const known: Record<string, { code: number }> = differences.adl;
  test.each(sessions)('$name', ({ version, rows }) => {
    const lms = open({ version, learner });
    const expected = rows.map((row) => title(row, known[`${version}:${row.line}`]?.code ?? row.adl));
    expect(rows.map((row) => title(row, play(lms, row).code))).toEqual(expected);
  });
});

test.each(sessions)("values that are read are ADL's: $name", ({ version, rows }) => {
  const lms = open({ version, learner });
  for (const row of rows) {
    const answer = play(lms, row);
    if (row.call === 'G') expect(answer.value, title(row, answer.code)).toBe(row.value);
  }
});

describe('asMoodle refuses what ADL or Moodle refuses', () => {
  const known: Record<string, { code: number }> = { ...differences.adl, ...differences.moodle };
  test.each(sessions)('$name', ({ version, rows }) => {
    const lms = open({ version, learner, asMoodle: true });
    const code = (row: Row) => known[`${version}:${row.line}`]?.code ?? (row.adl === 0 ? row.moodle : row.adl);
    expect(rows.map((row) => title(row, play(lms, row).code))).toEqual(rows.map((row) => title(row, code(row))));
  });
});

test('what ADL cuts is marked, and only the limit is kept', () => {
  const lms = open({ version: '2004' });
  set(lms, { 'cmi.location': 'x'.repeat(1001), 'cmi.suspend_data': 'x'.repeat(64_001), 'cmi.score.raw': '1' });
  expect(lms.get('cmi.location')).toHaveLength(1000);
  expect(lms.get('cmi.suspend_data')).toHaveLength(64_000);
  expect(lms.overlong.map(({ args }) => args[0])).toEqual(['cmi.location', 'cmi.suspend_data']);
  set(lms, { 'cmi.objectives.0.id': 'o', 'cmi.objectives.0.description': `{lang=fr}${'é'.repeat(251)}` });
  expect(lms.get('cmi.objectives.0.description')).toBe(`{lang=fr}${'é'.repeat(250)}`);
});

test('records beyond the guaranteed number are marked', () => {
  const lms = open({ version: '2004' });
  for (let index = 0; index <= 250; index++) set(lms, { [`cmi.interactions.${index}.id`]: `q${index}` });
  expect(lms.overlong.map(({ args }) => args[0])).toEqual(['cmi.interactions.250.id']);
});

test.each([
  ['choice', 10],
  ['long-fill-in', 5],
  ['sequencing', 5],
])('right answers beyond the guaranteed number are marked: %s', (type, most) => {
  const lms = open({ version: '2004' });
  const list = 'cmi.interactions.0.correct_responses';
  set(lms, { 'cmi.interactions.0.id': 'q', 'cmi.interactions.0.type': type });
  for (let index = 0; index <= most; index++) set(lms, { [`${list}.${index}.pattern`]: `a${index}` });
  expect(lms.overlong.map(({ args }) => args[0])).toEqual([`${list}.${most}.pattern`]);
});

test('the limits of a relaxed Moodle (moodle.md 4)', () => {
  const limits = { suspendData: 64_000, string: 64_000 };
  const lms = open({ version: '1.2', asMoodle: true, limits });
  set(lms, { 'cmi.suspend_data': 'x'.repeat(64_000), 'cmi.core.lesson_location': 'x'.repeat(300) });
  set(lms, { 'cmi.interactions.0.student_response': 'x'.repeat(3000) });
  expect(call(lms, 'set', 'cmi.suspend_data', 'x'.repeat(64_001))).toBe('false');
});

test('runs in a page: no Node, nothing but the language itself', async () => {
  const entry = join(import.meta.dirname, 'strict-lms.ts');
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    globalName: 'strict',
  });
  const page = createContext({});
  runInContext(bundle.outputFiles[0]?.text ?? '', page);
  runInContext("var lms = new strict.StrictLms({ version: '2004' }); var API_1484_11 = lms.api;", page);
  expect(runInContext("[API_1484_11.Initialize(''), API_1484_11.GetValue('cmi.entry')].join()", page)).toBe('true,ab-initio');
});
