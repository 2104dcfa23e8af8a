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
