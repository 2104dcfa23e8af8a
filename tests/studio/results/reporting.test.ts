import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { countStates, Reporting, zipOf } from '../../../build/studio/results/reporting.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { report, session, took } from '../../results/sample-report.ts';

test('counts the people of a session by state', () => {
  const own = session({ participations: [took(0), took(1, { state: 'none' }), took(2, { state: 'none' })] });
  expect(countStates(own)).toEqual({ done: 1, underway: 0, none: 2 });
  expect(countStates(undefined)).toEqual({ done: 0, underway: 0, none: 0 });
});

test('joins the files of a report into one zip', () => {
  const files = unzipSync(zipOf([{ name: 'bilan.html', text: 'é' }]));
  expect(Object.entries(files).map(([name, data]) => [name, strFromU8(data)])).toEqual([['bilan.html', 'é']]);
});

test('an answer that comes after everything was removed is left out', async () => {
  let answer: (value: unknown) => void = () => {};
  const ask = (): Promise<unknown> =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const work = new Reporting({ ask } as unknown as Studio);
  const file = Object.defineProperty(new File(['x'], 'a.csv'), 'webkitRelativePath', { value: '' });
  const added = work.add([file]);
  await expect.poll(() => work.isBusy.value).toBe(true);
  work.clear();
  answer({ report: report(), outputs: [], source: 'kept' });
  await added;
  expect([work.answer.value, work.files.value]).toEqual([null, []]);
});
