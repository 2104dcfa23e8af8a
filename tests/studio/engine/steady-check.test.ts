import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Checked } from '../../../build/studio/engine/calls.ts';
import { EngineClient } from '../../../build/studio/engine/client.ts';
import { SteadyCheck } from '../../../build/studio/engine/steady-check.ts';
import { ManualWorker } from '../../helpers/manual-worker.ts';

const CHECKED: Checked = { problems: [], course: null, isCurrent: true };
const CHANGES = new Map([['modules/four/1.md', 'un']]);

let workers: ManualWorker[];
let engine: EngineClient;
let steady: SteadyCheck;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  workers = [];
  engine = new EngineClient(() => {
    const worker = new ManualWorker();
    workers.push(worker);
    return worker.port;
  });
  steady = new SteadyCheck(engine, () => ['program' as never, new Map([['modules/four/1.md', 'all']]), 'modules/four', 'fr']);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Begins a check; its answer is undefined until there is one. */
function begin(changes = CHANGES): { answer: Checked | null | undefined } {
  const begun: { answer: Checked | null | undefined } = { answer: undefined };
  void steady.check(changes).then((answer) => {
    begun.answer = answer;
  });
  return begun;
}

const pass = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
const names = (): unknown => workers.map(({ asked }) => asked.map(({ name }) => name));

/** Opens the course. @param time (ms) that it takes */
async function opened(time = 100): Promise<void> {
  const begun = begin();
  await pass(time);
  workers[0]?.answer(CHECKED);
  await pass(0);
  expect(begun.answer).toEqual(CHECKED);
}

test('the first check opens the course with all files, and the next ones send what has changed', async () => {
  const first = begin();
  await pass(0);
  expect(workers[0]?.asked).toEqual([
    { number: 1, name: 'open', args: ['program', new Map([['modules/four/1.md', 'all']]), 'modules/four', 'fr'] },
  ]);
  workers[0]?.answer(CHECKED);
  await pass(0);
  begin();
  await pass(0);
  expect([first.answer, workers[0]?.asked]).toEqual([CHECKED, [{ number: 2, name: 'change', args: [CHANGES] }]]);
  workers[0]?.answer(CHECKED);
  await pass(0);
  expect([steady.hasFailed.value, vi.getTimerCount(), workers.length]).toEqual([false, 0, 1]);
});

test('an engine that fails is started again with all files; if it fails again, that is reported', async () => {
  await opened();
  const begun = begin();
  await pass(0);
  workers[0]?.fail('Odd.');
  await pass(0);
  expect([names(), workers[0]?.isEnded, steady.hasFailed.value]).toEqual([[[], ['open']], true, false]);
  expect(vi.mocked(console.warn).mock.calls).toEqual([[expect.objectContaining({ message: expect.stringContaining('Odd.') })]]);
  workers[1]?.fail('Odd again.');
  await pass(0);
  expect([begun.answer, steady.hasFailed.value, workers.length]).toEqual([null, true, 3]);
  const next = begin();
  await pass(0);
  expect(names()).toEqual([[], [], ['open']]);
  workers[2]?.answer(CHECKED);
  await pass(0);
  expect([next.answer, steady.hasFailed.value]).toEqual([CHECKED, false]);
});

describe('an engine that hangs', () => {
  test('is reported after 15 seconds, replaced, and asked again with all files', async () => {
    await opened();
    const begun = begin();
    await pass(14_999);
    expect([steady.hasFailed.value, workers.length]).toEqual([false, 1]);
    await pass(1);
    expect([steady.hasFailed.value, names(), workers[0]?.isEnded, begun.answer]).toEqual([true, [['change'], ['open']], true, undefined]);
    workers[1]?.answer(CHECKED);
    await pass(0);
    expect([begun.answer, steady.hasFailed.value]).toEqual([CHECKED, false]);
  });

  test('twice is given up 30 seconds after the change, where opening was fast before', async () => {
    await opened();
    const begun = begin();
    await pass(29_999);
    expect(begun.answer).toBeUndefined();
    await pass(1);
    expect([begun.answer, steady.hasFailed.value, workers.map(({ isEnded }) => isEnded)]).toEqual([null, true, [true, true, false]]);
    await pass(100_000);
    expect([steady.hasFailed.value, vi.getTimerCount()]).toEqual([true, 0]);
  });

  test.each([
    [4000, 20_000],
    [3000, 15_000],
    [20_000, 60_000],
  ])('has five times as long to open again as it took at first, from 15 seconds to a minute: %i ms', async (took, patience) => {
    await opened(took);
    const begun = begin();
    await pass(15_000 + patience - 1);
    expect(begun.answer).toBeUndefined();
    await pass(1);
    expect(begun.answer).toBeNull();
  });

  test('may have other times', async () => {
    steady = new SteadyCheck(engine, () => ['program' as never, new Map(), 'modules/four', 'fr'], { open: 100, report: 50 });
    const begun = begin();
    await pass(49);
    expect(steady.hasFailed.value).toBe(false);
    await pass(1);
    expect([steady.hasFailed.value, workers.length]).toEqual([true, 1]);
    await pass(50);
    expect([begun.answer, workers.length]).toEqual([undefined, 2]);
  });

  test('has as long to open again as for a change, where that is longer', async () => {
    steady = new SteadyCheck(engine, () => ['program' as never, new Map(), 'modules/four', 'fr'], { change: 300, report: 50 });
    await opened(10);
    const begun = begin();
    await pass(599);
    expect([begun.answer, steady.hasFailed.value]).toEqual([undefined, true]);
    await pass(1);
    expect(begun.answer).toBeNull();
  });

  test('has a minute for each try to open it, as long as none has succeeded', async () => {
    const begun = begin();
    await pass(0);
    workers[0]?.fail('Odd.');
    await pass(59_999);
    expect(begun.answer).toBeUndefined();
    await pass(1);
    expect(begun.answer).toBeNull();
  });

  test('when it opens the course is reported after 15 seconds, and has a minute: the machine may be slow', async () => {
    const begun = begin();
    await pass(15_000);
    expect([steady.hasFailed.value, workers.length]).toEqual([true, 1]);
    await pass(44_999);
    expect(workers.length).toBe(1);
    workers[0]?.answer(CHECKED);
    await pass(0);
    expect([begun.answer, steady.hasFailed.value, workers.length]).toEqual([CHECKED, false, 1]);
  });
});

describe('other work of the engine', () => {
  test('isn’t cut short by a check that waits behind it', async () => {
    await opened();
    const packing = engine.call('types');
    const begun = begin();
    await pass(60_000);
    expect([workers.length, steady.hasFailed.value]).toEqual([1, false]);
    workers[0]?.answer([]);
    expect(await packing).toEqual([]);
    await pass(0);
    workers[0]?.answer(CHECKED);
    await pass(0);
    expect(begun.answer).toEqual(CHECKED);
  });

  test('that never ends is given up in the end', async () => {
    await opened();
    const packing = engine.call('types').catch(({ message }) => message);
    const begun = begin();
    await pass(120_000 + 15_000);
    workers[1]?.answer(CHECKED);
    await pass(0);
    expect([await packing, begun.answer]).toEqual(['The engine was started again.', CHECKED]);
  });
});

describe('who waits for a check', () => {
  test('goes on when it is answered', async () => {
    let isOver = false;
    let end = (): void => {};
    const left = vi.fn();
    vi.spyOn(steady.hasFailed, 'subscribe').mockReturnValue(left);
    void steady.untilReported(new Promise((done) => (end = done))).then(() => {
      isOver = true;
    });
    await pass(10_000);
    expect(isOver).toBe(false);
    end();
    await pass(0);
    expect(isOver).toBe(true);
    expect(left).toHaveBeenCalledOnce();
  });

  test('goes on when it is reported as failed', async () => {
    let isOver = false;
    begin();
    void steady.untilReported(new Promise(() => {})).then(() => {
      isOver = true;
    });
    await pass(14_999);
    expect(isOver).toBe(false);
    await pass(1);
    expect(isOver).toBe(true);
  });
});
