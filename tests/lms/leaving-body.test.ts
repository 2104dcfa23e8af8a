import { expect, test } from 'vitest';
import { createEstimate } from '../../src/lms/leaving-body.ts';
import type { LmsCalls } from '../../src/lms/lms-call.ts';
import { aroundFields, fieldBytes, leavingLimit } from '../../src/model/standards/limits-leaving.ts';

/** Elements of an earlier visit, with every field that Moodle's page sends again. */
const earlier: Readonly<Record<string, string>> = {
  'cmi.objectives._count': '1',
  'cmi.objectives.0.id': 'cuire',
  'cmi.objectives.0.description': 'Cuire',
  'cmi.objectives.0.completion_status': 'completed',
  'cmi.objectives.0.success_status': 'passed',
  'cmi.objectives.0.score.raw': '80',
  'cmi.objectives.0.score.min': '0',
  'cmi.objectives.0.score.max': '100',
  'cmi.objectives.0.score.scaled': '0.8',
  'cmi.interactions._count': '1',
  'cmi.interactions.0.id': 'four',
  'cmi.interactions.0.type': 'choice',
  'cmi.interactions.0.timestamp': '2026-01-31T10:20:30.00Z',
  'cmi.interactions.0.weighting': '2',
  'cmi.interactions.0.learner_response': 'a[,]é',
  'cmi.interactions.0.result': 'correct',
  'cmi.interactions.0.latency': 'PT0H0M12.3S',
  'cmi.interactions.0.description': 'Le four ?',
  'cmi.interactions.0.objectives._count': '1',
  'cmi.interactions.0.objectives.0.id': 'cuire',
  'cmi.interactions.0.correct_responses._count': '2',
  'cmi.interactions.0.correct_responses.0.pattern': 'a',
  'cmi.interactions.0.correct_responses.1.pattern': 'b',
};

const sum = (fields: Iterable<readonly [string, string]>): number => [...fields].reduce((bytes, field) => bytes + fieldBytes(...field), 0);

function estimate(values: Readonly<Record<string, string>>, held = new Map<string, string>()) {
  const asked: string[] = [];
  const get = (element: string): string => {
    asked.push(element);
    return values[element] ?? '';
  };
  return { bytes: createEstimate({ get } as unknown as LmsCalls, held), asked, held };
}

const values = Object.entries(earlier).filter(([element]) => !element.endsWith('_count'));

test('a first visit sends its own values, and the fields around them', () => {
  const held = new Map([['cmi.location', 'petrir']]);
  const { bytes, asked } = estimate({}, held);
  expect(bytes()).toBe(aroundFields + fieldBytes('cmi.location', 'petrir'));
  expect(asked.filter((element) => !element.endsWith('_count'))).toEqual([]);
});

test('all that earlier visits left is sent again', () => {
  expect(estimate(earlier).bytes()).toBe(aroundFields + sum(values));
});

test('a value of this visit replaces the earlier one, and is not asked for', () => {
  const held = new Map([['cmi.interactions.0.result', 'incorrect']]);
  const { bytes, asked } = estimate(earlier, held);
  const others = values.filter(([element]) => element !== 'cmi.interactions.0.result');
  expect(bytes()).toBe(aroundFields + sum([...others, ...held]));
  expect(asked).not.toContain('cmi.interactions.0.result');
});

test('the LMS is asked once; values set later count', () => {
  const { bytes, asked, held } = estimate(earlier);
  const before = bytes();
  const calls = asked.length;
  held.set('cmi.location', 'petrir');
  expect([bytes() - before, asked.length - calls]).toEqual([fieldBytes('cmi.location', 'petrir'), 0]);
});

test('a value that is set after the first estimate replaces the earlier one', () => {
  const { bytes, held } = estimate(earlier);
  bytes();
  held.set('cmi.interactions.0.learner_response', 'a[,]b[,]c');
  const others = values.filter(([element]) => element !== 'cmi.interactions.0.learner_response');
  expect(bytes()).toBe(aroundFields + sum([...others, ...held]));
});

test.each([
  [-1, true],
  [0, true],
  [1, false],
])('what is %d bytes over the limit: the next element is read %s', (over, isRead) => {
  const first = 'cmi.objectives.0.id';
  const { bytes, asked } = estimate({
    'cmi.objectives._count': '2',
    [first]: 'x'.repeat(leavingLimit + over - fieldBytes(first, '')),
    'cmi.objectives.1.id': 'cuire',
  });
  bytes();
  expect(asked.includes('cmi.objectives.1.id')).toBe(isRead);
});

test('reading stops once the limit is exceeded', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`cmi.objectives.${index}.id`, 'x'.repeat(leavingLimit / 10)]));
  const { bytes, asked } = estimate({
    ...many,
    'cmi.objectives._count': '100',
    'cmi.interactions._count': '1',
    'cmi.interactions.0.id': 'four',
  });
  expect(bytes()).toBeGreaterThan(leavingLimit);
  expect(asked.filter((element) => /objectives\.\d+\.id/.test(element))).toHaveLength(10);
  expect(asked.filter((element) => element.startsWith('cmi.interactions.0'))).toEqual([]);
});
