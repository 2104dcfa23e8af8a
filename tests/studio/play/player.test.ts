// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Player, type Visit } from '../../../build/studio/play/player.ts';

/** A sandbox of a test: its scripts, what it may do, and the messages that its window was sent. */
interface Made {
  readonly frame: unknown;
  readonly label: string;
  readonly scripts: readonly string[];
  readonly allowed: string;
  readonly window: Window & { readonly sent: unknown[] };
  hasBegun: boolean;
}
const made: Made[] = [];
/** Promise that the next sandboxes wait for. */
let ready: Promise<void> = Promise.resolve();

// The frames of a browser: the one that plays has an opaque origin.
vi.mock('../../../build/studio/play/sandbox.ts', () => ({
  async sandboxIn(frame: unknown, scripts: readonly string[], allowed: string, label: string) {
    await ready;
    const sent: unknown[] = [];
    const window = { sent, postMessage: (message: unknown, to: string) => void (to === '*' && sent.push(message)) } as never;
    const one: Made = { frame, scripts, allowed, label, window, hasBegun: false };
    made.push(one);
    return {
      window,
      begin: () => {
        one.hasBegun = true;
      },
    };
  },
}));

const events = { onCall: vi.fn(), onRecord: vi.fn(), onPicked: vi.fn(), onShown: vi.fn() };
const ADDRESSES = { frame: 'about:blank', script: 'play.js', lms: { '1.2': 'lms12.js', '2004': 'lms2004.js' } };
const RECORD = { suspend_data: 'x' };
let stage: HTMLElement;
let player: Player;

beforeEach(() => {
  vi.useFakeTimers();
  made.length = 0;
  stage = document.createElement('div');
  player = new Player(stage, ADDRESSES as never, 'The session', events);
});
afterEach(() => {
  player.close();
  vi.useRealTimers();
  vi.clearAllMocks();
});

const visit = (key = 'a', more: Partial<Visit> = {}): Visit => ({
  files: new Map([['index.html', '']]),
  settings: { version: '1.2' } as never,
  key,
  show: null,
  ...more,
});
const last = (): Made => made.at(-1) as Made;

function send(data: unknown, source: unknown = last().window): void {
  const event = new MessageEvent('message', { data });
  Object.defineProperty(event, 'source', { value: source });
  dispatchEvent(event);
}

/** Opens a visit, of which something is on screen. */
async function shown(one: Visit): Promise<void> {
  const opening = player.open(one);
  await vi.advanceTimersByTimeAsync(1000);
  await opening;
  send({ kind: 'ready' });
  send({ kind: 'shown' });
}
const states = (): unknown => [...stage.children].map((frame) => (frame as HTMLElement).dataset.state);

test('a session plays in a sandbox that may neither leave nor reach the studio', async () => {
  await shown(visit());
  expect([last().allowed, last().scripts, last().hasBegun]).toEqual(['allow-scripts allow-forms', ['lms12.js', 'play.js'], true]);
  const frame = stage.children[0] as HTMLIFrameElement;
  expect([frame.title, frame.getAttribute('src'), last().frame, last().label]).toEqual([
    'The session',
    'about:blank',
    frame,
    'The session',
  ]);
  await shown(visit('b', { settings: { version: '2004' } as never }));
  expect(last().scripts).toEqual(['lms2004.js', 'play.js']);
});

test('it gets its files when it is ready, once: a page that replaces it gets none', async () => {
  const { files, settings } = visit();
  await player.open(visit('a', { show: { page: 'un', activity: '' } }));
  expect(last().window.sent).toEqual([]);
  send({ kind: 'ready' });
  send({ kind: 'ready' });
  expect(last().window.sent).toEqual([{ kind: 'play', files, settings, record: null, show: { page: 'un', activity: '' } }]);
});

test('a page that is ready after its visit has ended gets nothing', async () => {
  const opening = player.open(visit());
  await vi.advanceTimersByTimeAsync(1000);
  await opening;
  const forgetting = player.forget('a');
  await vi.advanceTimersByTimeAsync(60_000);
  await forgetting;
  send({ kind: 'ready' });
  events.onRecord.mockClear();
  send({ kind: 'record', record: RECORD, isSaved: false });
  expect([last().window.sent, events.onRecord.mock.calls]).toEqual([[{ kind: 'end' }], []]);
});

test('messages of others, and those that a frame never sends, are left alone', async () => {
  await player.open(visit());
  for (const source of [window, null, {}]) send({ kind: 'ready' }, source);
  for (const data of [null, { kind: 'play' }, { kind: 'call', call: { method: 1 } }, { kind: 'picked', id: {} }]) send(data);
  expect([last().window.sent, events.onCall.mock.calls, events.onPicked.mock.calls]).toEqual([[], [], []]);
});

test('calls, clicks and records are passed on', async () => {
  await shown(visit());
  const call = { method: 'LMSCommit', args: [''], result: 'true', error: 0, diagnostic: '' };
  send({ kind: 'call', call });
  send({ kind: 'picked', id: 'levain' });
  send({ kind: 'record', record: RECORD, isSaved: false });
  expect([events.onCall.mock.calls, events.onPicked.mock.calls]).toEqual([[[call]], [['levain']]]);
  expect(events.onRecord.mock.calls).toEqual([[null], [RECORD]]);
});

describe('the record of a learner', () => {
  test('is continued by the next visit of the same name, if it was saved', async () => {
    await shown(visit());
    send({ kind: 'record', record: RECORD, isSaved: true });
    send({ kind: 'record', record: { suspend_data: 'unsaved' }, isSaved: false });
    await shown(visit());
    expect(last().window.sent[0]).toMatchObject({ kind: 'play', record: RECORD });
    await shown(visit('b'));
    expect([(last().window.sent[0] as { record: unknown }).record, events.onRecord.mock.lastCall]).toEqual([null, [null]]);
  });

  test('that the end of a visit saves belongs to that visit', async () => {
    await shown(visit());
    const [first] = made;
    const opening = player.open(visit('b'));
    await vi.advanceTimersByTimeAsync(1);
    expect(first?.window.sent.at(-1)).toEqual({ kind: 'end' });
    send({ kind: 'record', record: RECORD, isSaved: true }, first?.window);
    send({ kind: 'ended' }, first?.window);
    await opening;
    await shown(visit());
    expect(last().window.sent[0]).toMatchObject({ record: RECORD });
  });

  test('goes on in a visit that follows one which ended in time', async () => {
    await shown(visit());
    const opening = player.open(visit('b'));
    await vi.advanceTimersByTimeAsync(1);
    send({ kind: 'ended' });
    await opening;
    await vi.advanceTimersByTimeAsync(60_000);
    send({ kind: 'record', record: RECORD, isSaved: true });
    expect(events.onRecord.mock.lastCall).toEqual([RECORD]);
  });

  test('is forgotten when it is asked to be, with what the end of the visit saves', async () => {
    await shown(visit());
    send({ kind: 'record', record: RECORD, isSaved: true });
    const forgetting = player.forget('a');
    await vi.advanceTimersByTimeAsync(1);
    send({ kind: 'record', record: RECORD, isSaved: true });
    send({ kind: 'ended' });
    await forgetting;
    // The visit has ended: nothing is waited for.
    const [sent, frames] = [last().window.sent.length, made.length];
    void player.open(visit());
    await vi.advanceTimersByTimeAsync(1);
    expect([made[0]?.window.sent.length, made.length]).toEqual([sent, frames + 1]);
    send({ kind: 'ready' });
    expect((last().window.sent[0] as { record: unknown }).record).toBeNull();
  });
});

test('only the record that is named is forgotten', async () => {
  for (const key of ['a', 'b']) {
    await shown(visit(key));
    send({ kind: 'record', record: { suspend_data: key }, isSaved: true });
  }
  await Promise.all([player.forget('a'), vi.advanceTimersByTimeAsync(1000)]);
  await shown(visit('b'));
  expect(last().window.sent[0]).toMatchObject({ record: { suspend_data: 'b' } });
});

test('of two visits that are opened at once, the second waits for the first', async () => {
  void player.open(visit('a'));
  void player.open(visit('b'));
  await vi.advanceTimersByTimeAsync(400);
  expect(made.length).toBe(1);
  await vi.advanceTimersByTimeAsync(200);
  expect(made.length).toBe(2);
});

describe('the visit before', () => {
  test('stays on screen until the new one shows something', async () => {
    await shown(visit());
    const opening = player.open(visit('b'));
    await vi.advanceTimersByTimeAsync(500);
    await opening;
    expect(states()).toEqual(['shown', 'starting']);
    send({ kind: 'shown' });
    expect([states(), events.onShown.mock.calls.length]).toEqual([['shown'], 2]);
  });

  test('is no longer listened to while the new one is made', async () => {
    await shown(visit());
    let make = (): void => {};
    ready = new Promise((resolve) => (make = resolve));
    const opening = player.open(visit('b'));
    await vi.advanceTimersByTimeAsync(500);
    send({ kind: 'picked', id: 'levain' });
    make();
    await opening;
    expect([events.onPicked.mock.calls, made.length]).toEqual([[], 2]);
  });

  test.each([
    [499, 1],
    [500, 2],
  ])('has half a second to end: after %i ms', async (time, sandboxes) => {
    await shown(visit());
    void player.open(visit('b'));
    await vi.advanceTimersByTimeAsync(time);
    expect(made.length).toBe(sandboxes);
  });
});

test('a page or an activity is shown in the visit', async () => {
  player.show({ page: 'un', activity: '' });
  await shown(visit());
  player.show({ page: 'un', activity: 'levain' });
  expect(last().window.sent.at(-1)).toEqual({ kind: 'show', page: 'un', activity: 'levain' });
});

test('a closed player listens no longer, and leaves no frame', async () => {
  await shown(visit());
  player.close();
  send({ kind: 'picked', id: 'levain' });
  expect([events.onPicked.mock.calls, stage.children.length]).toEqual([[], 0]);
});
