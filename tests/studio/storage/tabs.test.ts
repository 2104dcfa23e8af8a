import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CourseTabs } from '../../../build/studio/storage/tabs.ts';
import { MemoryLocks } from '../../helpers/memory-locks.ts';

let locks: MemoryLocks;
let open: Tab[];
let channels: Channel[];

/** A channel between tabs whose messages arrive at once. */
class Channel extends EventTarget {
  readonly name: string;
  isClosed = false;

  constructor(name: string) {
    super();
    this.name = name;
    channels.push(this);
  }

  postMessage(data: unknown): void {
    for (const other of channels)
      if (other !== this && other.name === this.name && !other.isClosed) other.dispatchEvent(new MessageEvent('message', { data }));
  }

  close(): void {
    this.isClosed = true;
  }
}

/** A tab with a course, and what it was asked to do. */
class Tab {
  readonly events: string[] = [];
  readonly tabs: CourseTabs;
  readonly name: string;
  /** Ends when the tab has saved. */
  saved: Promise<void> = Promise.resolve();

  constructor(name: string, course = 'four') {
    this.name = name;
    this.use();
    this.tabs = new CourseTabs(course, {
      onWriter: () => void this.events.push('writes'),
      onReader: () => void this.events.push('reads'),
      onAsked: () => {
        this.events.push('saves');
        return this.saved;
      },
    });
    open.push(this);
  }

  use(): void {
    vi.stubGlobal('navigator', { locks: locks.of(this.name) });
  }

  async tryWrite(): Promise<void> {
    this.use();
    await this.tabs.tryWrite();
  }

  takeOver(): Promise<void> {
    this.use();
    return this.tabs.takeOver();
  }
}

beforeEach(() => {
  locks = new MemoryLocks();
  open = [];
  channels = [];
  vi.stubGlobal('BroadcastChannel', Channel);
  vi.useFakeTimers();
});
afterEach(() => {
  for (const { tabs } of open) tabs.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Two tabs of one course, of which the first writes. */
async function pair(): Promise<readonly [Tab, Tab]> {
  const [one, other] = [new Tab('one'), new Tab('other')];
  await one.tryWrite();
  await other.tryWrite();
  return [one, other];
}

test('a tab that was closed takes no place any more', async () => {
  const [one, other] = await pair();
  other.tabs.close();
  await other.tryWrite();
  one.tabs.close();
  await other.tryWrite();
  expect([other.events, other.tabs.isWriter]).toEqual([['reads'], false]);
});

describe('of the tabs of a course', () => {
  test('the first writes, and the others read', async () => {
    const [one, other] = await pair();
    expect([one.events, one.tabs.isWriter, other.events, other.tabs.isWriter]).toEqual([['writes'], true, ['reads'], false]);
    await one.tryWrite();
    expect(one.events).toEqual(['writes']);
  });

  test('each of another course writes', async () => {
    const [four, tram] = [new Tab('one', 'four'), new Tab('other', 'tram')];
    await four.tryWrite();
    await tram.tryWrite();
    expect(channels.map(({ name }) => name)).toEqual(['cartable-studio four', 'cartable-studio tram']);
    expect([four.tabs.isWriter, tram.tabs.isWriter]).toEqual([true, true]);
  });

  test('another writes once the first is closed, or is gone without a word', async () => {
    const [one, other] = await pair();
    one.tabs.close();
    await vi.runAllTimersAsync();
    await other.tryWrite();
    expect(other.tabs.isWriter).toBe(true);
    locks.kill('other');
    const third = new Tab('third');
    await third.tryWrite();
    expect(third.events).toEqual(['writes']);
  });

  test('a closed one never writes again', async () => {
    const one = new Tab('one');
    one.tabs.close();
    await one.tryWrite();
    await one.takeOver();
    await vi.runAllTimersAsync();
    expect([one.events, one.tabs.isWriter, channels[0]?.isClosed]).toEqual([[], false, true]);
    const other = new Tab('other');
    await other.tryWrite();
    expect(other.tabs.isWriter).toBe(true);
  });
});

describe('a tab that wants to write', () => {
  test('does so after the other has saved and stepped back', async () => {
    const [one, other] = await pair();
    let save = (): void => {};
    one.saved = new Promise((done) => (save = done));
    const taking = other.takeOver();
    await vi.advanceTimersByTimeAsync(1000);
    expect([one.events, one.tabs.isWriter, other.tabs.isWriter]).toEqual([['writes', 'saves'], true, false]);
    save();
    await taking;
    expect([one.events, other.events]).toEqual([
      ['writes', 'saves', 'reads'],
      ['reads', 'writes'],
    ]);
    expect([one.tabs.isWriter, other.tabs.isWriter]).toEqual([false, true]);
    // Nothing is taken by force later.
    await vi.advanceTimersByTimeAsync(10_000);
    expect([one.tabs.isWriter, other.tabs.isWriter]).toEqual([false, true]);
  });

  test.each([
    [2999, false],
    [3000, true],
  ])('takes the place of a tab that doesn’t answer within three seconds: after %i ms', async (time, isTaken) => {
    const [one, other] = await pair();
    one.saved = new Promise(() => {});
    void other.takeOver();
    await vi.advanceTimersByTimeAsync(time);
    expect([one.tabs.isWriter, other.tabs.isWriter]).toEqual([!isTaken, isTaken]);
    expect(one.events).toEqual(isTaken ? ['writes', 'saves', 'reads'] : ['writes', 'saves']);
  });

  test('is answered only if it asks', async () => {
    const [one] = await pair();
    for (const data of ['asked', '', undefined, {}]) channels[0]?.dispatchEvent(new MessageEvent('message', { data }));
    await vi.advanceTimersByTimeAsync(0);
    expect([one.events, one.tabs.isWriter]).toEqual([['writes'], true]);
  });

  test('asks no other, if it writes already', async () => {
    const [one, other] = await pair();
    await one.takeOver();
    expect([one.events, other.events]).toEqual([['writes'], ['reads']]);
  });

  test('does so at once where no other does', async () => {
    const one = new Tab('one');
    await one.takeOver();
    expect([one.events, vi.getTimerCount()]).toEqual([['writes'], 0]);
  });

  test('hands its place back when it is asked', async () => {
    const [one, other] = await pair();
    await other.takeOver();
    await one.takeOver();
    expect([one.tabs.isWriter, other.tabs.isWriter]).toEqual([true, false]);
    expect(other.events).toEqual(['reads', 'writes', 'saves', 'reads']);
  });

  test('loses a place that it has taken, if a third one takes it by force', async () => {
    const [, other] = await pair();
    await other.takeOver();
    other.saved = new Promise(() => {});
    const third = new Tab('third');
    void third.takeOver();
    await vi.advanceTimersByTimeAsync(3000);
    expect([other.tabs.isWriter, third.tabs.isWriter]).toEqual([false, true]);
    expect(other.events.at(-1)).toBe('reads');
  });

  test('loses a place that it has taken by force in the same way', async () => {
    const [one, other] = await pair();
    const third = new Tab('third');
    for (const tab of [one, other]) tab.saved = new Promise(() => {});
    for (const tab of [other, third]) {
      void tab.takeOver();
      await vi.advanceTimersByTimeAsync(3000);
    }
    expect([one, other, third].map(({ tabs }) => tabs.isWriter)).toEqual([false, false, true]);
    expect(other.events.slice(-2)).toEqual(['saves', 'reads']);
  });

  test('and is closed meanwhile takes nothing', async () => {
    const [one, other] = await pair();
    one.saved = new Promise(() => {});
    void other.takeOver();
    await vi.advanceTimersByTimeAsync(1000);
    other.tabs.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect([one.tabs.isWriter, other.tabs.isWriter]).toEqual([true, false]);
  });
});

test('a tab that only reads has nothing to save when another asks', async () => {
  const [one, other] = await pair();
  const third = new Tab('third');
  await third.tryWrite();
  await third.takeOver();
  expect([one.events.includes('saves'), other.events]).toEqual([true, ['reads']]);
});
