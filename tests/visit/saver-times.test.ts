import { expect, test } from 'vitest';
import { Saver, type SaverWorld } from '../../src/visit/saver.ts';
import { fakeTime } from '../helpers/fake-time.ts';

/** Opens a saver at the time 0, and logs what it does with its time in milliseconds. */
function open(more: Partial<SaverWorld> = {}, answer: () => Promise<boolean> = async () => true) {
  const time = fakeTime(0);
  const lms = { isRefusing: false };
  const log: string[] = [];
  const note = (text: string): void => void log.push(`${time.now()} ${text}`);
  let count = 0;
  const take = (task: string) => (record: unknown) => {
    note(`${task} ${record}`);
    return lms.isRefusing ? { ok: false, call: task, code: 101 } : { ok: true };
  };
  const driver = { save: take('save'), leave: take('leave'), witnessed: (kept: boolean) => note(`witnessed ${kept}`) };
  const witness = (): Promise<boolean> => {
    note('asks');
    return answer();
  };
  const world = { driver, now: time.now, later: time.later, witness, permanent: undefined, ...more };
  const notes = { record: () => ++count, changed: () => note(saver.status()), confirmed: () => note('confirmed') };
  const saver: Saver = new Saver({ ...world, ...notes } as unknown as SaverWorld);
  return { saver, lms, take: () => log.splice(0), pass: time.pass };
}

/** Pictures that load or fail on request. */
function pictures() {
  const waiting: ((kept: boolean) => void)[] = [];
  return {
    answer: (): Promise<boolean> => new Promise((resolve) => void waiting.push(resolve)),
    next: (kept: boolean) => waiting.shift()?.(kept),
  };
}

test('a save is confirmed a second after an urgent one, ten seconds after another', async () => {
  const { saver, take, pass } = open();
  saver.within(300);
  saver.within(400);
  await pass(300);
  expect(take()).toEqual(['0 saving', '300 save 1', '300 asks', '300 witnessed true', '300 confirmed', '300 saved']);
  saver.within(5000);
  await pass(10_000);
  expect(take()).toEqual(['300 saving', '5300 save 2', '10300 asks', '10300 witnessed true', '10300 confirmed', '10300 saved']);
  saver.within(999);
  await pass(1000);
  expect(take()).toEqual(['10300 saving', '11299 save 3', '11300 asks', '11300 witnessed true', '11300 confirmed', '11300 saved']);
  saver.within(1000);
  await pass(10_000);
  expect(take()).toEqual(['11300 saving', '12300 save 4', '21300 asks', '21300 witnessed true', '21300 confirmed', '21300 saved']);
  saver.now();
  await pass(1000);
  expect(take()).toEqual(['21300 save 5', '21300 saving', '22300 asks', '22300 witnessed true', '22300 confirmed', '22300 saved']);
  expect(saver.fault).toBeNull();
});

test('after a refusal, the first picture that loads sends the record again', async () => {
  const { saver, lms, take, pass } = open();
  lms.isRefusing = true;
  saver.within(0);
  await pass(1999);
  expect([take(), saver.fault]).toEqual([['0 saving', '0 save 1', '0 failed'], { call: 'save', code: 101 }]);
  lms.isRefusing = false;
  await pass(3000);
  const doubted = ['2000 save 2', '2000 asks', '2000 witnessed false', '2000 save 3'];
  expect(take()).toEqual([...doubted, '3000 asks', '3000 witnessed true', '3000 confirmed', '3000 saved']);
  expect(saver.fault).toEqual({ call: 'save', code: 101 });
});

test('pictures that fail are failures of their saves, with growing pauses', async () => {
  const { saver, take, pass } = open({}, async () => false);
  saver.within(0);
  await pass(9000);
  expect(take()).toEqual([
    ...['0 saving', '0 save 1', '0 asks', '0 witnessed false', '0 failed'],
    ...['2000 save 2', '2000 asks', '2000 witnessed false'],
    ...['7000 save 3', '7000 asks', '7000 witnessed false'],
  ]);
});

test('only one picture loads at a time, and it confirms only the saves before it', async () => {
  const { answer, next } = pictures();
  const { saver, take, pass } = open({}, answer);
  saver.within(0);
  await pass(10);
  saver.within(0);
  await pass(2490);
  next(true);
  await pass(0);
  await pass(1000);
  expect(take()).toEqual(['0 saving', '0 save 1', '0 asks', '10 save 2', '3000 asks']);
  saver.within(5000);
  next(true);
  await pass(0);
  expect([take(), saver.status()]).toEqual([['3500 witnessed true', '3500 confirmed'], 'saving']);
});

test('a picture that fails counts although there was a save since', async () => {
  const { answer, next } = pictures();
  const { saver, take, pass } = open({}, answer);
  saver.within(0);
  await pass(10);
  saver.within(0);
  await pass(10);
  next(false);
  await pass(0);
  expect(take().slice(-2)).toEqual(['20 witnessed false', '20 failed']);
});

test('the end is sent once; a picture from before it, and later saves, do nothing', async () => {
  const { answer, next } = pictures();
  const { saver, take, pass } = open({}, answer);
  saver.within(0);
  await pass(10);
  expect([saver.leave(false), saver.leave(false), take()]).toEqual([
    true,
    false,
    ['0 saving', '0 save 1', '0 asks', '10 leave 2', '10 saved'],
  ]);
  next(true);
  saver.within(0);
  saver.now();
  await pass(60_000);
  expect(take().filter((line) => !/sav(ing|ed)$/.test(line))).toEqual([]);
});

test('an end that stays is confirmed by a picture, except one that was refused, and where there are none', async () => {
  const end = async (isRefusing: boolean, more: Partial<SaverWorld> = {}): Promise<unknown> => {
    const { saver, lms, take, pass } = open(more);
    lms.isRefusing = isRefusing;
    const isTaken = saver.leave(true);
    await pass(0);
    return [isTaken, take()];
  };
  expect(await end(false)).toEqual([true, ['0 leave 1', '0 asks', '0 saving', '0 confirmed', '0 saved']]);
  expect(await end(true)).toEqual([false, ['0 leave 1', '0 failed']]);
  expect(await end(false, { witness: undefined })).toEqual([true, ['0 leave 1']]);
});

test('a fixed status stays, whatever is saved', async () => {
  const { saver, lms, pass } = open({ permanent: 'alone', witness: undefined });
  lms.isRefusing = true;
  saver.within(0);
  await pass(1);
  expect(saver.status()).toBe('alone');
});
