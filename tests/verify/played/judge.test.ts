import { describe, expect, test } from 'vitest';
import { judge } from '../../../build/verify/played/judge.ts';
import type { PlayedCall, PlayedLaunch } from '../../../build/verify/played/record.ts';
import { writesOf } from '../../../build/verify/played/values.ts';

/** Calls as `method argument argument`, `!403` behind a refused one; those after `|` are made while the tab is closed. */
function callsOf(text: string): PlayedCall[] {
  const [opening = '', closing = ''] = text.split('|');
  const read = (part: string, isClosing: boolean): PlayedCall[] =>
    part
      .split(';')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line, at) => {
        const [call = '', error = ''] = line.split('!');
        const [method = '', ...args] = call.trim().split(' ');
        return { method, args, result: error === '' ? 'true' : 'false', error: Number(error), at, closing: isClosing };
      });
  return [...read(opening, false), ...read(closing, true)];
}

function launch(calls: string, more: Partial<PlayedLaunch> = {}): PlayedLaunch {
  return {
    title: 'Le quai',
    href: 'quai.html',
    isSco: true,
    version: '1.2',
    calls: callsOf(calls),
    looked: ['API'],
    missing: [],
    elsewhere: [],
    errors: [],
    dialogs: [],
    popups: 0,
    isBlank: false,
    ...more,
  };
}

const START = 'LMSInitialize; LMSSetValue cmi.core.lesson_status incomplete; LMSCommit';
const START_2004 = 'Initialize; SetValue cmi.exit suspend; SetValue cmi.completion_status incomplete; Commit';
const IN_2004 = { version: '2004', looked: ['API_1484_11'] } as const;

describe('what a SCO does when it is opened and closed', () => {
  test.each<readonly [what: string, launch: PlayedLaunch, rules: readonly string[]]>([
    ['saves at once and ends', launch(`${START} | LMSSetValue cmi.core.exit suspend; LMSFinish`), []],
    ['the same in 2004', launch(`${START_2004}; GetValue cmi.location !403 | Terminate`, IN_2004), []],
    [
      'commits only when it is closed',
      launch('LMSInitialize; LMSSetValue cmi.core.lesson_status incomplete | LMSFinish'),
      ['play-unsaved'],
    ],
    ['sets values and never saves', launch('LMSInitialize; LMSSetValue cmi.core.lesson_status incomplete |'), ['play-lost', 'play-no-end']],
    [
      'sets values when it is closed, and doesn’t end',
      launch(`${START} | LMSSetValue cmi.suspend_data quai`),
      ['play-lost', 'play-no-end'],
    ],
    [
      'a commit that fails saves nothing',
      launch(`${START}; LMSSetValue cmi.suspend_data quai; LMSCommit !101 |`),
      ['play-lost', 'play-no-end'],
    ],
    ['is completed at once', launch(`LMSInitialize; LMSSetValue cmi.core.lesson_status completed; LMSCommit | LMSFinish`), ['play-done']],
    ['is completed at once in 2004', launch(`${START_2004.replace('incomplete', 'completed')} | Terminate`, IN_2004), ['play-done']],
    ['is completed when it is closed', launch(`${START} | LMSSetValue cmi.core.lesson_status completed; LMSFinish`), []],
    ['writes the word for a status elsewhere', launch(`${START}; LMSSetValue cmi.suspend_data passed; LMSCommit | LMSFinish`), []],
    ['sets no status', launch('LMSInitialize | LMSFinish'), ['play-no-status']],
    [
      'lets the attempt end',
      launch('Initialize; SetValue cmi.completion_status incomplete; Commit | Terminate', IN_2004),
      ['play-no-suspend'],
    ],
    ['calls after the end', launch(`${START} | LMSFinish; LMSGetValue cmi.core.exit !301`), ['play-late']],
    ['is refused', launch(`${START}; LMSSetValue cmi.core.score.raw 120 !405 | LMSFinish`), ['play-refused']],
    ['reads beyond a list in 2004', launch(`${START_2004}; GetValue cmi.objectives.9.id !301 | Terminate`, IN_2004), ['play-refused']],
    ['looks for nothing', launch('', { looked: [] }), ['play-no-api']],
    ['looks for the other interface', launch('', { looked: ['API_1484_11'] }), ['play-other-api']],
    ['looks for the other interface in 2004', launch('', { version: '2004', looked: ['API_1484_11', 'API'] }), ['play-other-api']],
    ['looks for the other one and begins all the same', launch(`${START} | LMSFinish`, { looked: ['API_1484_11', 'API'] }), []],
    ['finds the interface and does nothing', launch(''), ['play-no-start']],
    ['does nothing, and shows nothing', launch('', { isBlank: true }), ['play-no-start', 'play-blank']],
    ['finds it and does nothing in 2004', launch('', IN_2004), ['play-no-start']],
    ['is an asset that looks for the other interface', launch('', { isSco: false, looked: ['API_1484_11'] }), []],
    ['is an asset that looks for its own', launch('', { isSco: false }), []],
    ['is passed at once in 2004', launch(`${START_2004}; SetValue cmi.success_status passed; Commit | Terminate`, IN_2004), ['play-done']],
    ['leaves in another way in 2004', launch(`${START_2004.replace('suspend', 'normal')} | Terminate`, IN_2004), ['play-no-suspend']],
    ['is an asset', launch('', { isSco: false, looked: [] }), []],
    [
      'is blank, with errors',
      launch(`${START} | LMSFinish`, { isBlank: true, errors: ['x is not defined'] }),
      ['play-blank', 'play-errors'],
    ],
    ['asks elsewhere', launch(`${START} | LMSFinish`, { elsewhere: ['https://cdn.example/a.js'] }), ['play-elsewhere']],
    ['lacks a file', launch(`${START} | LMSFinish`, { missing: ['rails.png'] }), ['play-missing']],
    ['opens a dialog and a window', launch(`${START} | LMSFinish`, { dialogs: ['Bonjour'], popups: 1 }), ['play-dialogs', 'play-popups']],
  ])('%s', (_, played, rules) => {
    const findings = judge([played]);
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(findings.filter(({ severity, sources }) => severity !== 'warning' || !(sources?.length > 0))).toEqual([]);
  });

  test('gives what it has found, each once, with the title of the page', () => {
    const calls = 'LMSSetValue cmi.core.score.raw 120 !405; LMSSetValue cmi.core.score.raw 120 !405; LMSCommit x !201';
    const values = (first: string, n: number): object => ({ title: 'Le quai', n, first });
    const late = ['LMSGetValue(cmi.core.exit)', 'LMSCommit()'];
    const long = `LMSSetValue(cmi.suspend_data, ${'x'.repeat(60)}) → 405`;
    const [first, ...others] = judge([
      launch(
        `${START}; ${calls}; LMSSetValue cmi.suspend_data ${'x'.repeat(70)} !405 | LMSFinish; LMSGetValue cmi.core.exit x !301; LMSCommit !301; LMSCommit !301`,
      ),
      launch('', { title: 'Voie 2', looked: [] }),
    ]);
    const refused = ['LMSSetValue(cmi.core.score.raw, 120) → 405', 'LMSCommit(x) → 201', long];
    expect(first).toEqual({
      rule: 'play-refused',
      severity: 'warning',
      sources: ['scorm.md 9', 'scorm.md 21'],
      values: values('LMSSetValue(cmi.core.score.raw, 120) → 405', 3),
      items: refused,
    });
    expect(others).toEqual([
      { rule: 'play-late', severity: 'warning', sources: ['scorm.md 12'], values: values('LMSGetValue(cmi.core.exit)', 2), items: late },
      { rule: 'play-no-api', severity: 'warning', sources: ['scorm.md 7'], values: { title: 'Voie 2' } },
    ]);
  });

  test('names the sources of its rules', () => {
    const seen = { missing: ['a'], elsewhere: ['a'], errors: ['a'], dialogs: ['a'], popups: 1, isBlank: true };
    const found = judge([
      launch('LMSInitialize; LMSSetValue cmi.core.exit suspend; LMSSetValue cmi.x 1 | LMSSetValue cmi.y 1', seen),
      launch('LMSInitialize; LMSSetValue cmi.core.lesson_status passed; LMSSetValue cmi.z x !405 | LMSFinish; LMSCommit !301'),
      launch('Initialize | Terminate', IN_2004),
      launch('', { looked: [] }),
      launch('', { looked: ['API_1484_11'] }),
      launch(''),
    ]);
    expect(Object.fromEntries(found.map(({ rule, sources }) => [rule, sources.join(', ')]))).toEqual({
      'play-lost': 'moodle.md 15, scorm.md 41',
      'play-no-end': 'moodle.md 19',
      'play-no-status': 'moodle.md 11',
      'play-blank': 'scorm.md 41',
      'play-missing': 'scorm.md 33',
      'play-elsewhere': 'scorm.md 34, scorm.md 41',
      'play-errors': 'scorm.md 41',
      'play-dialogs': 'scorm.md 41',
      'play-popups': 'moodle.md 30',
      'play-refused': 'scorm.md 9, scorm.md 21',
      'play-late': 'scorm.md 12',
      'play-done': 'scorm.md 41',
      'play-unsaved': 'moodle.md 15, scorm.md 41',
      'play-no-suspend': 'moodle.md 13',
      'play-no-api': 'scorm.md 7',
      'play-other-api': 'scorm.md 7',
      'play-no-start': 'scorm.md 10',
    });
  });

  test('names what is lost, each element once', () => {
    const [finding] = judge([
      launch(`${START} | LMSSetValue cmi.suspend_data a; LMSSetValue cmi.suspend_data b; LMSSetValue cmi.core.exit suspend`),
    ]);
    expect(finding?.items).toEqual(['cmi.suspend_data', 'cmi.core.exit']);
    expect(finding?.values).toMatchObject({ title: 'Le quai', n: 2 });
  });
});

test('a value is kept if a save that succeeded follows it', () => {
  const calls = 'LMSInitialize; LMSSetValue a 1; LMSSetValue b 1; LMSCommit; LMSSetValue b 2; LMSSetValue c x !401 | LMSSetValue d 1';
  expect(writesOf(launch(calls)).map(({ element, value, kept, closing }) => [element, value, kept, closing])).toEqual([
    ['a', '1', true, false],
    ['b', '2', false, false],
    ['d', '1', false, true],
  ]);
});
