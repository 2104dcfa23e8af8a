import { expect, test } from 'vitest';
import type { CmiRecord } from '../../../build/preview/client/lms.ts';
import { factsOfRecord, flatRecord } from '../../../build/preview/client/record-facts.ts';

const facts = (record: object) => factsOfRecord(record as CmiRecord);

test('elements with a value are listed in order, with their full names', () => {
  const record = { core: { lesson_status: 'passed', score: { raw: '0', max: '' } }, suspend_data: 'a', objectives: {} };
  expect(flatRecord(record as CmiRecord)).toEqual([
    ['cmi.core.lesson_status', 'passed'],
    ['cmi.core.score.raw', '0'],
    ['cmi.suspend_data', 'a'],
  ]);
});

test('an empty record has no facts', () => {
  expect(facts({})).toEqual({ status: [], score: '', time: '', state: 0, answers: 0, objectives: 0 });
});

test('a record of SCORM 1.2', () => {
  const record = {
    core: { lesson_status: 'failed', score: { raw: '45' }, total_time: '0001:02:03.50' },
    suspend_data: 'abcde',
    interactions: { 0: { id: 'a', student_response: 'x' }, 1: { id: 'b', student_response: '' }, 12: { id: 'c', student_response: 'y' } },
    objectives: { 0: { id: 'freiner', status: 'passed' }, 10: { id: 'rouler' } },
  };
  expect(facts(record)).toEqual({ status: ['failed'], score: '45', time: '0001:02:03.50', state: 5, answers: 2, objectives: 2 });
});

test('a record of SCORM 2004', () => {
  const record = {
    completion_status: 'completed',
    success_status: 'passed',
    score: { raw: '80', scaled: '0.8' },
    total_time: 'PT1H2M3.5S',
    interactions: { 0: { learner_response: 'x', objectives: { 0: { id: 'o' } } } },
  };
  expect(facts(record)).toEqual({ status: ['completed', 'passed'], score: '80', time: '01:02:03', state: 0, answers: 1, objectives: 0 });
});

test('an unknown status isn’t shown', () => {
  expect(facts({ completion_status: 'incomplete', success_status: 'unknown' }).status).toEqual(['incomplete']);
  expect(facts({ completion_status: 'unknown', success_status: 'failed' }).status).toEqual(['failed']);
});

test.each([
  ['PT12H', '12:00:00'],
  ['PT7M', '00:07:00'],
  ['PT125.99S', '00:00:125'],
  ['PT', '00:00:00'],
  ['PTH', 'PTH'],
  ['PTM', 'PTM'],
  ['PTS', 'PTS'],
  ['PT1.S', 'PT1.S'],
  ['P1DT2H', 'P1DT2H'],
  ['xPT1H', 'xPT1H'],
  ['PT1Hx', 'PT1Hx'],
])('the time %s is shown as %s', (total_time, shown) => {
  expect(facts({ total_time }).time).toBe(shown);
});
