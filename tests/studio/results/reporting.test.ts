import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import type { ReportRequest } from '../../../build/studio/engine/results-calls.ts';
import { LARGEST } from '../../../build/studio/results/given-files.ts';
import { countStates, Reporting, zipOf } from '../../../build/studio/results/reporting.ts';
import { t } from '../../../build/studio/strings.ts';
import { session, took } from '../../results/sample-report.ts';

test('counts the people of a session by state', () => {
  const own = session({ participations: [took(0), took(1, { state: 'none' }), took(2, { state: 'none' })] });
  expect(countStates(own)).toEqual({ done: 1, underway: 0, none: 2 });
  expect(countStates(undefined)).toEqual({ done: 0, underway: 0, none: 0 });
});

test('joins the files of a report into one zip', () => {
  const files = unzipSync(zipOf([{ name: 'bilan.html', text: 'é' }]));
  expect(Object.entries(files).map(([name, data]) => [name, strFromU8(data)])).toEqual([['bilan.html', 'é']]);
});

test('a zip of a report is the same whenever it is made', () => {
  const joined = (year: number): Uint8Array => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(year, 0, 1) });
    const zip = zipOf([{ name: 'bilan.html', text: 'é' }]);
    vi.useRealTimers();
    return zip;
  };
  expect(joined(2026)).toEqual(joined(2027));
});

describe('the work of the view', () => {
  /** An engine whose answers a test gives, in any order. */
  function working() {
    const asked: { readonly request: ReportRequest; resolve(answer: unknown): void; reject(error: unknown): void }[] = [];
    const ask = (_: string, request: ReportRequest): Promise<unknown> =>
      new Promise((resolve, reject) => void asked.push({ request, resolve, reject }));
    return { work: new Reporting({ ask } as never), asked };
  }
  const file = (name: string, size = 1): File =>
    Object.defineProperties(new File(['x'], name), { size: { value: size }, webkitRelativePath: { value: '' } });

  test('sends all files, with names or without, and shows the answer', async () => {
    const { work, asked } = working();
    const adding = work.add([file('b.csv'), file('a.csv'), file('.DS_Store')]);
    await vi.waitFor(() => expect(work.isBusy.value).toBe(true));
    await vi.waitFor(() => expect(asked.length).toBe(1));
    asked[0]?.resolve({ errors: ['Odd.'] });
    await adding;
    expect(asked[0]?.request.place).toBe(t('results.these'));
    expect([asked[0]?.request.files.map(({ name }) => name), asked[0]?.request.anonymous, work.answer.value, work.isBusy.value]).toEqual([
      ['a.csv', 'b.csv'],
      false,
      { errors: ['Odd.'] },
      false,
    ]);
    void work.setAnonymous(true);
    expect([asked[1]?.request.anonymous, work.isAnonymous.value]).toEqual([true, true]);
  });

  test('sends the files that were there with those that are added later', async () => {
    const { work, asked } = working();
    void work.add([file('b.csv')]);
    await vi.waitFor(() => expect(asked.length).toBe(1));
    void work.add([file('a.csv'), file('c.csv')]);
    await vi.waitFor(() => expect(asked.length).toBe(2));
    expect(asked.map(({ request }) => request.files.map(({ name }) => name))).toEqual([['b.csv'], ['a.csv', 'b.csv', 'c.csv']]);
  });

  test('is made again without a file that is removed; without any, nothing is left', async () => {
    const { work, asked } = working();
    void work.add([file('a.csv'), file('b.csv')]);
    await vi.waitFor(() => expect(asked.length).toBe(1));
    void work.remove('a.csv');
    expect(asked[1]?.request.files.map(({ name }) => name)).toEqual(['b.csv']);
    asked[1]?.resolve({ errors: ['Odd.'] });
    await vi.waitFor(() => expect(work.answer.value).toEqual({ errors: ['Odd.'] }));
    await work.remove('b.csv');
    expect([asked.length, work.files.value, work.answer.value, work.isBusy.value]).toEqual([2, [], null, false]);
  });

  test('shows nothing of learners after it was cleared, though an answer comes late', async () => {
    const { work, asked } = working();
    const adding = work.add([file('a.csv')]);
    await vi.waitFor(() => expect(asked.length).toBe(1));
    work.clear();
    asked[0]?.resolve({ errors: ['Odd.'] });
    await adding;
    expect([work.files.value, work.answer.value, work.failure.value, work.isBusy.value]).toEqual([[], null, '', false]);
  });

  test('reports the failure of the last time, not of one before', async () => {
    const { work, asked } = working();
    const adding = work.add([file('a.csv')]);
    await vi.waitFor(() => expect(asked.length).toBe(1));
    const again = work.setAnonymous(true);
    asked[0]?.reject(new Error('Old.'));
    await adding;
    expect([work.failure.value, work.isBusy.value]).toEqual(['', true]);
    asked[1]?.reject(new Error('New.'));
    await again;
    expect([work.failure.value, work.isBusy.value]).toEqual(['New.', false]);
    const third = work.setAnonymous(false);
    expect([work.failure.value, work.isBusy.value]).toEqual(['', true]);
    asked[2]?.reject('Full.');
    await third;
    expect([work.failure.value, work.isBusy.value]).toEqual(['Full.', false]);
  });

  test.each([
    [LARGEST, 2, ''],
    [LARGEST + 1, 1, t('results.large', { name: 'b.csv', most: 256 })],
  ])('leaves out a file of more than 256 MB, and says so: %i', async (size, count, failure) => {
    const { work, asked } = working();
    const adding = work.add([file('a.csv'), file('b.csv', size)]);
    await vi.waitFor(() => expect(asked.length).toBe(1));
    asked[0]?.resolve({ errors: [] });
    await adding;
    expect([work.files.value.length, work.failure.value]).toEqual([count, failure]);
  });

  test('names the first of several files that are too large', async () => {
    const { work } = working();
    await work.add([file('a.csv', LARGEST + 1), file('b.csv', LARGEST + 2)]);
    expect([work.files.value, work.failure.value]).toEqual([[], t('results.large', { name: 'a.csv', most: 256 })]);
    work.clear();
    expect(work.failure.value).toBe('');
  });
});
