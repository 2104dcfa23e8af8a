// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Playing } from '../../../build/studio/engine/calls.ts';
import type { Call, PlayMessage, ToFrame } from '../../../build/studio/play/messages.ts';
import { PreviewState } from '../../../build/studio/preview/preview-state.ts';
import type { Studio } from '../../../build/studio/studio.ts';
import { openStudio } from '../../helpers/open-studio.ts';

/** Windows of sandboxes, with what they were sent. */
const windows: { readonly sent: ToFrame[] }[] = [];

// The frames of a browser: the one that plays has an opaque origin.
vi.mock('../../../build/studio/play/sandbox.ts', () => ({
  async sandboxIn() {
    const sent: ToFrame[] = [];
    const window = { sent, postMessage: (message: ToFrame) => void sent.push(message) };
    windows.push(window);
    return { window, begin: () => {} };
  },
}));

const ADDRESSES = { frame: 'about:blank', script: 'play.js', lms: { '1.2': '12.js', '2004': '2004.js' } };
const TEXT = '---\nid: pain\n---\n\n# Un {#un}\n\n:::choice{#bois}\nDu bois ?\n:::\n\n# Deux {#deux}\n\nFin.\n';
const LINES = { un: 5, bois: 7, deux: 11 };

let studio: Studio;
let state: PreviewState;
let files: Map<string, Uint8Array | string> | null;
const asked = vi.fn((_: Playing) => files);

beforeEach(async () => {
  vi.useFakeTimers();
  windows.length = 0;
  files = new Map([['index.html', '<p>']]);
  ({ studio } = await openStudio({ 'pain.md': TEXT.replaceAll('\n', '\r\n') }, { play: asked }));
  state = new PreviewState(studio, { id: 'pain', path: 'modules/four/pain.md' }, document.createElement('div'), ADDRESSES, 'Aperçu');
});
afterEach(() => {
  state.close();
  vi.useRealTimers();
  vi.clearAllMocks();
});

function send(data: object): void {
  const event = new MessageEvent('message', { data });
  Object.defineProperty(event, 'source', { value: windows.at(-1) });
  dispatchEvent(event);
}
const wait = (time = 1000): Promise<unknown> => vi.advanceTimersByTimeAsync(time);

/** Begins a visit that is not on screen yet. @returns what its frame was sent first */
async function begun(start: () => Promise<void> = () => state.play(true)): Promise<PlayMessage> {
  const beginning = start();
  await wait();
  await beginning;
  send({ kind: 'ready' });
  return windows.at(-1)?.sent[0] as PlayMessage;
}

/** Begins a visit that comes on screen. @returns what its frame was sent first */
async function played(always = true): Promise<PlayMessage> {
  const message = await begun(() => state.play(always));
  send({ kind: 'shown' });
  return message;
}
/** What the last frame was asked to show. */
const shows = (): ToFrame[] => windows.at(-1)?.sent.filter(({ kind }) => kind === 'show') ?? [];

describe('a visit', () => {
  test('plays the chosen version for the chosen learner', async () => {
    const { settings, record, show } = await played();
    expect([asked.mock.calls, record, show]).toEqual([[[{ session: 'pain', cohort: '', standard: '1.2' }]], null, null]);
    expect(settings).toEqual({ version: '1.2', learner: { id: 'camille.', name: 'Camille' }, mode: 'normal' });
    state.learner.value = 'sacha';
    expect((await played()).settings.learner).toEqual({ id: 'sacha.', name: 'Sacha' });
    state.learner.value = 'noor';
    state.standard.value = '2004';
    state.cohort.value = 'soir';
    expect((await played()).settings).toEqual({ version: '2004', learner: { id: 'noor.soir', name: 'Noor' }, mode: 'normal' });
    expect(asked.mock.lastCall).toEqual([{ session: 'pain', cohort: 'soir', standard: '2004' }]);
  });

  test('does not begin while there is nothing to play', async () => {
    files = null;
    await state.play(true);
    await wait();
    expect(windows).toEqual([]);
  });

  const image = (...bytes: readonly number[]): Uint8Array => new Uint8Array(bytes);

  test.each<[string, Record<string, string | Uint8Array>, boolean]>([
    ['the same', { 'a.html': 'x', 'b.png': image(1, 2) }, false],
    ['another text', { 'a.html': 'y', 'b.png': image(1, 2) }, true],
    ['another byte', { 'a.html': 'x', 'b.png': image(1, 3) }, true],
    ['one byte more', { 'a.html': 'x', 'b.png': image(1, 2, 3) }, true],
    ['one byte less', { 'a.html': 'x', 'b.png': image(1) }, true],
    ['a text instead of bytes', { 'a.html': 'x', 'b.png': '12' }, true],
    ['bytes instead of a text', { 'a.html': image(1), 'b.png': image(1, 2) }, true],
    ['another name', { 'a.html': 'x', 'c.png': image(1, 2) }, true],
    ['one file more', { 'a.html': 'x', 'b.png': image(1, 2), c: '' }, true],
    ['one file less', { 'a.html': 'x' }, true],
  ])('begins again if what is played has changed: %s', async (_, next, isNew) => {
    files = new Map(Object.entries({ 'a.html': 'x', 'b.png': image(1, 2) }));
    await played();
    files = new Map(Object.entries(next));
    await played(false);
    expect(windows.length).toBe(isNew ? 2 : 1);
  });

  test('begins again when it is asked to be, also if nothing has changed', async () => {
    for (const _ of [1, 2]) await played();
    expect(windows.length).toBe(2);
  });

  test('begins at once at first, then after a rest, once for many changes', async () => {
    state.playSoon();
    state.playSoon();
    await wait(0);
    expect(asked).toHaveBeenCalledTimes(1);
    await wait();
    send({ kind: 'shown' });
    asked.mockClear();
    state.playSoon();
    await wait(200);
    state.playSoon();
    await wait(249);
    expect(asked).not.toHaveBeenCalled();
    await wait(1);
    expect(asked).toHaveBeenCalledTimes(1);
    await wait();
    expect(windows.length).toBe(1);
  });

  test('does not begin after the preview is closed', async () => {
    state.playSoon();
    state.close();
    await wait();
    expect(asked).not.toHaveBeenCalled();
    send({ kind: 'shown' });
    expect(state.isPlayed.value).toBe(false);
  });
});

describe('records', () => {
  const record = { suspend_data: 'x', core: { lesson_status: 'passed' } };
  test('are shown with what they mean', async () => {
    await played();
    expect([state.record.value, state.facts.value]).toEqual([null, null]);
    send({ kind: 'record', record, isSaved: false });
    expect([state.record.value, state.facts.value?.status]).toEqual([record, ['passed']]);
    await played();
    expect([state.record.value, state.facts.value]).toEqual([null, null]);
  });

  test('are separate for each learner, format and cohort', async () => {
    await played();
    send({ kind: 'record', record, isSaved: true });
    expect((await played()).record).toEqual(record);
    for (const [key, other] of [
      ['learner', 'sacha'],
      ['standard', '2004'],
      ['cohort', 'soir'],
    ] as const) {
      const { value } = state[key];
      Object.assign(state[key], { value: other });
      expect([key, (await played()).record]).toEqual([key, null]);
      Object.assign(state[key], { value });
    }
    expect((await played()).record).toEqual(record);
  });

  test('are removed to start over, at the session’s own start', async () => {
    await played();
    send({ kind: 'record', record, isSaved: true });
    state.follow(LINES.deux);
    const { record: first, show } = await begun(() => state.startOver());
    expect([windows.length, first, show]).toEqual([2, null, null]);
  });
});

describe('calls', () => {
  const call = (more: Partial<Call> = {}): void =>
    send({ kind: 'call', call: { method: 'LMSSetValue', args: ['cmi.a', '1'], result: '', error: 0, diagnostic: '', ...more } });

  test('are listed from the last one, two hundred at most', async () => {
    await played();
    for (let at = 0; at <= 200; at += 1) call({ result: String(at) });
    const results = state.calls.value.map(({ result }) => result);
    expect([results.length, results[0], results.at(-1)]).toEqual([200, '200', '1']);
  });

  test('that were refused are counted, but for questions; a new visit counts from zero', async () => {
    await played();
    call();
    call({ error: 201 });
    call({ error: 403, method: 'LMSGetValue' });
    call({ error: 403, method: 'GetValue' });
    call({ error: -1, method: 'LMSCommit' });
    expect([state.refused.value, state.calls.value.length]).toEqual([2, 5]);
    await played();
    expect([state.refused.value, state.calls.value]).toEqual([0, []]);
  });
});

describe('the cursor', () => {
  test('is followed, once for each place', async () => {
    await played();
    for (const line of [LINES.bois, LINES.bois + 1, LINES.deux, LINES.deux + 2, 2, LINES.un]) state.follow(line);
    expect(shows()).toEqual([
      { kind: 'show', page: 'un', activity: 'bois' },
      { kind: 'show', page: 'deux', activity: '' },
      { kind: 'show', page: 'un', activity: '' },
    ]);
  });

  test('decides where a visit begins, and is followed while it starts', async () => {
    state.follow(LINES.bois);
    const { show } = await begun();
    expect([show, state.isPlayed.value]).toEqual([{ page: 'un', activity: 'bois' }, false]);
    send({ kind: 'shown' });
    expect([shows(), state.isPlayed.value]).toEqual([[], true]);
    await begun();
    state.isPlayed.value = false;
    state.follow(LINES.deux);
    expect(shows()).toEqual([]);
    send({ kind: 'shown' });
    expect(shows()).toEqual([{ kind: 'show', page: 'deux', activity: '' }]);
  });

  test.each<[string, object]>([
    ['bois', { page: 'un', activity: 'bois' }],
    ['deux', { page: 'deux', activity: '' }],
  ])('goes to what is clicked in the preview: %s', async (id, place) => {
    await played();
    send({ kind: 'picked', id });
    const line = LINES[id as keyof typeof LINES];
    expect(studio.cursor.value).toEqual({ path: 'modules/four/pain.md', line, isPicked: true });
    state.follow(line);
    expect(shows()).toEqual([]);
    expect((await played()).show).toEqual(place);
  });

  test('stays if what is clicked is not in the text', async () => {
    await played();
    send({ kind: 'picked', id: 'gaz' });
    expect(studio.cursor.value).toBeNull();
  });
});
