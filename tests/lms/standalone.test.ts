import { Scorm12API } from 'scorm-again';
import { describe, expect, test } from 'vitest';
import { createStandalone } from '../../src/lms/standalone.ts';
import { memoryStorage } from '../contract/lms/benches.ts';
import { begun, passed } from './bakery.ts';

const key = 'cartable:boulangerie/pain';
const localApi = () => new Scorm12API({ logLevel: 'NONE' });

describe.each([true, false])('with the local API: %s', (withApi) => {
  const open = (storage: Pick<Storage, 'getItem' | 'setItem'>) =>
    createStandalone({ key, storage: () => storage, ...(withApi && { api: localApi() }) });

  test('works if storage is forbidden, and keeps nothing', () => {
    const storage = memoryStorage(true);
    const driver = open(storage);
    expect(driver.start()).toMatchObject({ alone: true, state: '', mode: 'normal', learner: { id: '', name: '' } });
    expect([driver.save(begun), driver.leave(passed)]).toEqual([{ ok: true }, { ok: true }]);
    expect(open(storage).start()).toMatchObject({ alone: true, state: '', unkept: true });
    expect(open(memoryStorage()).start().unkept).toBe(false);
    expect(driver.limits).toEqual(open(memoryStorage()).limits);
  });

  test('leaves an empty object in a storage that had nothing', () => {
    const storage = memoryStorage();
    open(storage).start();
    expect(storage.getItem(key)).toBe('{}');
  });

  test('reports a storage that can only be read', () => {
    const full = () => {
      throw new Error('QuotaExceededError');
    };
    expect(open({ getItem: () => '{"suspend_data":"v1-9"}', setItem: full }).start()).toMatchObject({ state: 'v1-9', unkept: true });
  });

  test('works even if accessing storage throws', () => {
    const driver = createStandalone({
      key,
      storage: () => {
        throw new Error('SecurityError');
      },
      ...(withApi && { api: localApi() }),
    });
    driver.start();
    expect(driver.save(begun)).toEqual({ ok: true });
  });

  test.each(['no JSON', '[1]', 'null', '{"core":{"lesson_status":"cuit"}}', '{"suspend_data":5}'])(
    'what lies there and is none of ours is survived: %s',
    (other) => {
      const storage = memoryStorage();
      storage.setItem(key, other);
      const driver = open(storage);
      expect(driver.start().alone).toBe(true);
      expect(storage.getItem(key)).toBe(other);
      driver.save(begun);
      expect(open(storage).start().state).toBe('v1-2');
    },
  );
});

test('in a frame, only the saved state is kept, beside what the whole page had kept', () => {
  const keptAfter = (text: string, silent = false): unknown => {
    const storage = memoryStorage();
    storage.setItem(key, text);
    const driver = createStandalone({ key, storage: () => storage });
    driver.start();
    driver.register([]);
    driver.save(silent ? { ...begun, silent: true } : begun);
    return JSON.parse(storage.getItem(key) ?? '');
  };
  expect(keptAfter('{"core":{"lesson_location":"four"},"suspend_data":"v1-1"}')).toEqual({
    core: { lesson_location: 'four' },
    suspend_data: 'v1-2',
  });
  expect([keptAfter('"four"'), keptAfter('7'), keptAfter('null')]).toEqual(Array.from({ length: 3 }, () => ({ suspend_data: 'v1-2' })));
  expect(keptAfter('{"suspend_data":"v1-1"}', true)).toEqual({ suspend_data: 'v1-1' });
  const { limits, start } = createStandalone({ key, storage: memoryStorage });
  expect([limits, start()]).toEqual([
    { state: 64_000, text: 64_000, registerFirst: false },
    { mode: 'normal', state: '', learner: { id: '', name: '' }, alone: true, unkept: false, interactions: -1 },
  ]);
});

test.each([{ toString: 1, valueOf: 1 }, 7, null, ['x']])('ignores saved state that is not a string (%j)', (suspend_data) => {
  const storage = () => ({ getItem: () => JSON.stringify({ suspend_data }), setItem: () => undefined });
  expect(createStandalone({ key: 'k', storage }).start().state).toBe('');
});

test('each way reads the data of the other', () => {
  const storage = memoryStorage();
  const first = createStandalone({ key, storage: () => storage, api: localApi() });
  first.start();
  first.leave(passed);
  const framed = createStandalone({ key, storage: () => storage });
  expect(framed.start().state).toBe('v1-3');
  framed.save({ ...passed, state: 'v1-5' });
  const last = createStandalone({ key, storage: () => storage, api: localApi() });
  expect(last.start()).toMatchObject({ state: 'v1-5', known: { status: 'passed', score: 83.3333 } });
});

test('time adds up over visits, including interrupted ones', () => {
  const storage = memoryStorage();
  for (const end of ['save', 'leave', 'leave'] as const) {
    const driver = createStandalone({ key, storage: () => storage, api: localApi() });
    driver.start();
    driver.save({ ...begun, session: 30 });
    driver[end]({ ...begun, session: 60 });
  }
  expect(JSON.parse(storage.getItem(key) ?? '')).toMatchObject({ core: { total_time: '00:03:00' } });
});

test('what the local API refuses is not kept', () => {
  const storage = memoryStorage();
  const api = localApi();
  const driver = createStandalone({ key, storage: () => storage, api });
  expect(driver.start().refused).toBe(false);
  driver.save(begun);
  api.LMSCommit = () => 'false';
  const before = storage.getItem(key);
  expect([driver.save(passed).ok, storage.getItem(key) === before]).toEqual([false, true]);
});

test('in a frame, the end keeps the state too', () => {
  const storage = memoryStorage();
  const driver = createStandalone({ key, storage: () => storage });
  driver.start();
  expect(driver.leave(begun)).toEqual({ ok: true });
  expect(JSON.parse(storage.getItem(key) ?? '')).toEqual({ suspend_data: 'v1-2' });
});
