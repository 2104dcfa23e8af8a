import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { EngineClient } from '../../../build/studio/engine/client.ts';
import { ManualWorker } from '../../helpers/manual-worker.ts';

let workers: ManualWorker[];
let engine: EngineClient;

beforeEach(() => {
  workers = [];
  engine = new EngineClient(() => {
    const worker = new ManualWorker();
    workers.push(worker);
    return worker.port;
  });
});
afterEach(() => {
  vi.useRealTimers();
});

const worker = (at = 0): ManualWorker => {
  const found = workers[at];
  if (!found) throw new Error('There is no such worker.');
  return found;
};

test('a call goes to the worker with its arguments, and gets its own answer', async () => {
  const [types, hair] = [engine.call('types'), engine.call('portraits', [])];
  expect(worker().asked).toEqual([
    { number: 1, name: 'types', args: [] },
    { number: 2, name: 'portraits', args: [[]] },
  ]);
  worker().asked.reverse();
  worker().answer(['svg']);
  worker().answer([]);
  expect([await types, await hair]).toEqual([[], ['svg']]);
});

test('a call that fails is an error, and the next ones are answered', async () => {
  const [failed, next] = [engine.call('types'), engine.call('types')];
  worker().fail('Odd.');
  worker().answer([]);
  await expect(failed).rejects.toThrow('Odd.');
  expect(await next).toEqual([]);
});

test('an answer that nobody waits for is no mistake', () => {
  worker().postMessage({ number: 99, name: 'types', args: [] });
  expect(() => worker().answer([])).not.toThrow();
});

describe('a worker that breaks', () => {
  test('fails all calls on their way, and those that follow without asking it', async () => {
    const calls = [engine.call('types'), engine.call('colouredHair')];
    worker().break('It could not be loaded.');
    for (const call of calls) await expect(call).rejects.toThrow('It could not be loaded.');
    await expect(engine.call('types')).rejects.toThrow('It could not be loaded.');
    worker().break('It broke again.');
    await expect(engine.call('types')).rejects.toThrow('It broke again.');
    expect(worker().asked.length).toBe(2);
  });

  test('is replaced by one that answers', async () => {
    const lost = engine.call('types');
    engine.restart();
    await expect(lost).rejects.toThrow('started again');
    expect([workers.length, worker(0).isEnded, worker(1).isEnded]).toEqual([2, true, false]);
    const call = engine.call('types');
    // What the old one still reports is about nothing that is asked now.
    worker(0).break('late');
    worker(1).answer([]);
    expect(await call).toEqual([]);
  });
});

test('closing ends the worker', () => {
  engine.close();
  expect(worker().isEnded).toBe(true);
});

describe('resting', () => {
  test('ends with the last call on its way, whether it succeeds or fails', async () => {
    let isOver = false;
    void engine.call('types');
    const failing = engine.call('types');
    const resting = engine.rest(60_000).then(() => {
      isOver = true;
    });
    worker().answer([]);
    await Promise.resolve();
    expect(isOver).toBe(false);
    worker().fail('Odd.');
    await expect(failing).rejects.toThrow();
    await resting;
  });

  test('ends at once without a call, and leaves no clock behind', async () => {
    vi.useFakeTimers();
    await engine.rest(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('ends after the time that is given', async () => {
    vi.useFakeTimers();
    let isOver = false;
    void engine.call('types').catch(() => undefined);
    void engine.rest(5000).then(() => {
      isOver = true;
    });
    await vi.advanceTimersByTimeAsync(4999);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect([isOver, vi.getTimerCount()]).toEqual([true, 0]);
  });
});
