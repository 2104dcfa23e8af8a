import { describe, expect, test } from 'vitest';
import { openWriter } from '../helpers/refusing-lms.ts';

const LOCATION = 'cmi.core.lesson_location';
const EXIT = 'cmi.core.exit';

/** Opens a writer whose elements are listed by the ends of their names. */
function open(launched?: ReadonlyMap<string, string>) {
  const { take, ...opened } = openWriter(launched);
  return { ...opened, take: () => take().map((call) => call.replace(/^[\w.]+\.(?=\w+=)/, '')) };
}

/** A writer whose last commit failed. */
function doubting(launched?: ReadonlyMap<string, string>, values: readonly string[] = ['quai']) {
  const opened = open(launched);
  opened.lms.commits = false;
  for (const value of values) {
    opened.writer.put(LOCATION, value);
    opened.writer.flush(false);
  }
  opened.take();
  return opened;
}

describe('an end while commits fail', () => {
  test('sets the right values all the same', () => {
    const { writer, take } = doubting();
    expect([writer.flush(true), take()]).toEqual([
      { ok: false, call: 'close', code: 101 },
      ['lesson_location=quai ', 'commit', 'lesson_location=quai', 'close'],
    ]);
  });

  test('is not what a save is: there the other spelling waits for a commit', () => {
    const { writer, lms, take } = doubting();
    expect([writer.flush(false), take()]).toEqual([{ ok: false, call: 'commit', code: 101 }, ['lesson_location=quai ', 'commit']]);
    lms.commits = true;
    expect(writer.flush(false)).toEqual({ ok: true });
    expect([take().slice(-2), writer.held.get(LOCATION)]).toEqual([['lesson_location=quai', 'commit'], 'quai']);
  });
});

describe('values of failed commits', () => {
  test('are all doubtful', () => {
    const { writer, lms, take } = doubting(undefined, ['quai', 'voie']);
    lms.commits = true;
    writer.put(LOCATION, 'quai');
    expect(take()).toEqual(['lesson_location=quai ']);
    writer.put(LOCATION, 'gare');
    expect(take()).toEqual([]);
    expect([writer.flush(false), take()]).toEqual([{ ok: true }, ['commit', 'lesson_location=gare', 'commit']]);
  });

  test('are set once until the next commit in 2004', () => {
    const { writer, take } = doubting(new Map());
    writer.put(LOCATION, 'quai');
    writer.put(LOCATION, 'quai');
    expect(take()).toEqual(['lesson_location=quai']);
  });

  test('that arrived stay so: a later commit that got lost sends nothing else again', () => {
    const { writer, take } = open(new Map());
    writer.put(LOCATION, 'quai');
    writer.flush(false);
    writer.witnessed(true);
    writer.witnessed(false);
    writer.put(EXIT, 'suspend');
    writer.flush(false);
    writer.witnessed(false);
    take();
    expect([writer.flush(false), take()]).toEqual([{ ok: true }, ['exit=suspend', 'commit']]);
    expect([writer.flush(false), take()]).toEqual([{ ok: true }, ['commit']]);
  });
});

test('refused values are set again on demand, in their order', () => {
  const { writer, lms, take } = open();
  lms.refuses.set(LOCATION, 101).set(EXIT, 101);
  writer.put(LOCATION, 'quai');
  writer.put(EXIT, 'suspend');
  take();
  lms.refuses.delete(EXIT);
  writer.retry();
  expect([take(), [...writer.held]]).toEqual([['lesson_location=quai', 'exit=suspend'], [[EXIT, 'suspend']]]);
  writer.retry();
  expect(take()).toEqual(['lesson_location=quai']);
});

test('a commit that fails is reported in place of a refused value, and of two values the first', () => {
  const { writer, lms } = open();
  lms.refuses.set('cmi.score.raw', 405).set('cmi.suspend_data', 406);
  writer.put(LOCATION, 'quai');
  writer.put('cmi.score.raw', '8');
  writer.put('cmi.suspend_data', 'x');
  expect(writer.flush(false)).toEqual({ ok: false, call: 'Set cmi.score.raw', code: 405 });
  lms.commits = false;
  expect(writer.flush(false)).toEqual({ ok: false, call: 'commit', code: 101 });
});

test.each([
  ['cmi.suspend_data', false],
  ['cmi.core.lesson_status', false],
  ['cmi.completion_status', false],
  ['cmi.success_status', false],
  ['cmi.core.score.raw', false],
  ['cmi.score.scaled', false],
  ['cmi.core.session_time', true],
  ['cmi.location', true],
  ['cmi.objectives.0.score.raw', true],
  ['cmi.objectives.0.success_status', true],
  ['cmi.interactions.0.result', true],
])('a record without %s is whole: %s', (element, isWhole) => {
  const { writer, lms } = open();
  lms.refuses.set(element, 405);
  writer.put(element, '1');
  expect(writer.flush(false).ok).toBe(isWhole);
});

test('another spelling that is refused is no detour: the right one does not follow it', () => {
  const { writer, lms, take } = doubting();
  lms.commits = true;
  lms.refuses.set(LOCATION, 405);
  expect([writer.flush(false), take()]).toEqual([{ ok: true }, ['lesson_location=quai ', 'lesson_location=quai ', 'commit']]);
});

test('another value than those of failed commits is sent as it is', () => {
  const { writer, lms, take } = doubting();
  lms.commits = true;
  writer.put(LOCATION, 'voie');
  expect([take(), writer.flush(false), take()]).toEqual([['lesson_location=voie'], { ok: true }, ['commit']]);
});

test('an element that was accepted once is not awaited, even if a later value is refused', () => {
  const { writer, lms } = open();
  writer.put(EXIT, 'suspend');
  lms.refuses.set(EXIT, 101);
  writer.put(EXIT, '');
  expect([writer.awaits(EXIT), writer.flush(false).ok]).toEqual([false, false]);
});
