import { expect, test } from 'vitest';
import { better, higher, isCompleted, nextStatus, ranks, statusTable } from '../../../src/model/judging/status.ts';

/** Expected statuses: rows are `mark done spent`, columns are `prior`. Written out, so that the test doesn't repeat the code. */
const expected = `
mark     done  spent  incomplete  failed     completed  passed
none     no    no     incomplete  failed     completed  passed
none     no    yes    incomplete  failed     completed  passed
none     yes   no     completed   completed  completed  passed
none     yes   yes    completed   completed  completed  passed
below    no    no     incomplete  failed     completed  passed
below    no    yes    failed      failed     completed  passed
below    yes   no     incomplete  failed     completed  passed
below    yes   yes    failed      failed     completed  passed
reached  no    no     incomplete  failed     completed  passed
reached  no    yes    incomplete  failed     completed  passed
reached  yes   no     passed      passed     passed     passed
reached  yes   yes    passed      passed     passed     passed
`;

const lines = expected
  .trim()
  .split('\n')
  .map((line) => line.split(/\s+/));
const priors = lines[0]?.slice(3) ?? [];

test('the table of states', () => {
  const found = new Map(
    statusTable().map(({ mark, done, spent, prior, status }) => [[mark, done ? 'yes' : 'no', spent ? 'yes' : 'no', prior].join(), status]),
  );
  expect(found.size).toBe(48);
  // Its rows stand in the order of the table, one block for each prior status.
  const rows = lines.slice(1).map(([mark, done, spent]) => [mark, done, spent].join());
  expect([...found.keys()]).toEqual(ranks.flatMap((prior) => rows.map((row) => `${row},${prior}`)));
  for (const [mark, done, spent, ...statuses] of lines.slice(1)) {
    for (const [index, status] of statuses.entries())
      expect(found.get([mark, done, spent, priors[index]].join()), `${mark} ${done} ${spent} ${priors[index]}`).toBe(status);
  }
});

test('no event lowers a status, and repeating an event changes nothing', () => {
  const order = ['incomplete', 'failed', 'completed', 'passed'];
  for (const { prior, status, ...facts } of statusTable()) {
    expect(order.indexOf(status)).toBeGreaterThanOrEqual(order.indexOf(prior));
    expect(nextStatus(status, facts)).toBe(status);
  }
});

test('of two results the better score and the better status are taken, and everything else of the first', () => {
  const one = { score: 40, status: 'failed', place: 'quai' } as const;
  expect(better(one, { score: 60, status: 'incomplete' })).toEqual({ score: 60, status: 'failed', place: 'quai' });
  expect(better(one, { status: 'passed' })).toEqual({ score: 40, status: 'passed', place: 'quai' });
  expect(better({ status: 'incomplete' }, { score: 0, status: 'incomplete' })).toEqual({ score: 0, status: 'incomplete' });
  expect(better({ status: 'incomplete' }, { status: 'completed' })).toStrictEqual({ status: 'completed' });
});

test('statuses have an order that saved states rely on', () => {
  expect(ranks).toEqual(['incomplete', 'failed', 'completed', 'passed']);
  expect(ranks.map((status) => ranks.map((other) => higher(status, other)))).toEqual([
    ['incomplete', 'failed', 'completed', 'passed'],
    ['failed', 'failed', 'completed', 'passed'],
    ['completed', 'completed', 'completed', 'passed'],
    ['passed', 'passed', 'passed', 'passed'],
  ]);
  expect(ranks.map(isCompleted)).toEqual([false, false, true, true]);
});
