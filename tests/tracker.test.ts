import { describe, expect, test } from 'vitest';
import { decodeState, encodeState } from '../src/model/codec.ts';
import { newState } from '../src/model/state.ts';
import { createTracker, type Tracker } from '../src/tracker.ts';
import { activity, bakery, bakeryTypes } from './helpers/bakery.ts';
import { type FakeLms, type FakeSession, fakeLms } from './helpers/fake-driver.ts';
import { type FakeTime, fakeTime } from './helpers/fake-time.ts';

interface Setting extends FakeSession {
  readonly content?: ReturnType<typeof bakery>;
  readonly lms?: FakeLms;
  readonly time?: FakeTime;
  readonly witness?: () => Promise<boolean>;
}

function start({ content = bakery(), lms = fakeLms(), time = fakeTime(), witness, ...session }: Setting = {}) {
  let seed = 0;
  const world = {
    content,
    types: bakeryTypes,
    driver: lms.driver(session),
    now: time.now,
    later: time.later,
    random: () => (seed = (seed + 0.37) % 1),
    ...(witness ? { witness } : {}),
  };
  return { lms, time, tracker: createTracker(world) };
}

/** As the player does: the first page is on screen, and the opening commit is out. */
async function opened(setting: Setting = {}) {
  const all = start(setting);
  all.tracker.visit('fournil');
  await all.time.pass(50);
  return all;
}

const stateOf = (lms: FakeLms) => decodeState(lms.kept?.state ?? '', 'nuit');

describe('start', () => {
  test('the first page goes into the one opening commit; every slot was registered before', async () => {
    const { lms } = await opened();
    expect(lms.calls).toEqual(['start', 'register 0:levain 1:gestes 2:recette 3:q-prix 4:q-pain 5:q-four', 'save']);
    expect(lms.kept).toMatchObject({ status: 'incomplete', location: 'fournil', interactions: [] });
    expect(lms.kept).not.toHaveProperty('score');
    expect(stateOf(lms)).toMatchObject({ counter: 1, seen: [0], attempt: expect.stringMatching(/^[a-z0-9]{8}$/) });
  });

  test('where nothing is registered first, nothing is registered', async () => {
    const { lms } = await opened({ limits: { registerFirst: false } });
    expect(lms.calls).toEqual(['start', 'save']);
  });

  test('what was saved is there again, and score and status are set again from it', async () => {
    const { lms, time, tracker } = await opened();
    tracker.submit('levain', ['a']);
    tracker.draft('recette', 'Farine et');
    tracker.leave();
    const next = await opened({ lms, time });
    expect(next.tracker.found).toBe('state');
    expect(next.tracker.standing('levain')).toMatchObject({ answer: ['a'], submitted: true, tries: 1, locked: true, verdict: { outcome: 'right' } });
    expect(next.tracker.standing('recette')).toMatchObject({ answer: 'Farine et', submitted: false, verdict: null });
    expect(lms.kept).toMatchObject({ score: 20, status: 'incomplete' });
  });

  test('the score follows from the answers, not from what was written: a module whose key was mended', async () => {
    const { lms, time, tracker } = await opened();
    tracker.submit('levain', ['b']);
    tracker.leave();
    const activities = bakery().activities.map((one) => (one.id === 'levain' ? { ...one, options: { right: 'b' } } : one));
    await opened({ lms, time, content: bakery({ activities }) });
    expect(lms.kept?.score).toBe(20);
  });

  for (const [found, state] of [
    ['unreadable', 'Zm9v'],
    ['unreadable', encodeState(newState('other'), 'jour')],
  ] as const) {
    test(`a saved text that can't be read (${state.slice(0, 4)}…) is not written over before the first real event`, async () => {
      const { lms, time, tracker } = await opened({ state });
      expect(tracker.found).toBe(found);
      tracker.flush();
      await time.pass(60_000);
      expect(lms.calls.filter((call) => call === 'save')).toEqual([]);
      tracker.draft('recette', 'F');
      await time.pass(5000);
      expect(stateOf(lms)?.activities).toEqual({ 2: { tries: 0, draft: 'F' } });
    });
  }

  test('who only looks at a module whose saved text is not to be read leaves it as it is', async () => {
    const { lms, tracker } = await opened({ state: 'Zm9v' });
    tracker.visit('vente');
    tracker.leave();
    expect(lms.kept?.state).toBe('Zm9v');
  });

  test('where saved state is lost, nothing that the LMS knows is lowered', async () => {
    const lms = fakeLms();
    const driver = lms.driver({ state: 'Zm9v' });
    const time = fakeTime();
    const known = { status: 'passed', score: 85 } as const;
    const world = { content: bakery({ pass: 60 }), types: bakeryTypes, now: time.now, later: time.later, random: Math.random };
    const tracker = createTracker({ ...world, driver: { ...driver, start: () => ({ ...driver.start(), known }) } });
    tracker.submit('levain', ['b']);
    tracker.leave();
    expect(lms.kept).toMatchObject({ status: 'passed', score: 85, belowPass: false });
  });
});

describe('answers', () => {
  test('a verdict says what was missed only when nothing can be changed', async () => {
    const { tracker } = await opened();
    expect(tracker.submit('gestes', ['a', 'c'])).toEqual({ outcome: 'wrong', ratio: 0, parts: { a: 'right', c: 'wrong' }, final: false });
    expect(tracker.standing('gestes')).toMatchObject({ tries: 1, left: 1, locked: false });
    expect(tracker.submit('gestes', ['a'])).toEqual({ outcome: 'partly', ratio: 0.5, parts: { a: 'right', b: 'missed' }, final: true });
    expect(tracker.standing('gestes')).toMatchObject({ tries: 2, left: 0, locked: true });
  });

  test('without a limit one may try until it is right', async () => {
    const { tracker } = await opened();
    for (const tries of [1, 2, 3]) {
      expect(tracker.submit('levain', ['b']).final).toBe(false);
      expect(tracker.standing('levain')).toMatchObject({ tries, left: Number.POSITIVE_INFINITY, locked: false });
    }
    expect(tracker.submit('levain', ['a'])).toEqual({ outcome: 'right', ratio: 1, parts: { a: 'right' }, final: true });
  });

  test('where nothing is right or wrong the answer is done, and may be changed', async () => {
    const { tracker } = await opened();
    expect(tracker.submit('recette', 'Farine')).toEqual({ outcome: 'done', ratio: 1, parts: {}, final: false });
    expect(tracker.submit('visite', true).outcome).toBe('done');
    expect(tracker.standing('recette').locked).toBe(false);
    tracker.submit('recette', 'Farine, eau');
    expect(tracker.standing('recette')).toMatchObject({ answer: 'Farine, eau', tries: 2 });
  });

  test('an activity with a limit and nothing right is closed when its tries are used', async () => {
    const activities = [activity(0, 'recette', 'note', { attempts: 1 })];
    const { tracker } = await opened({ content: bakery({ activities }) });
    expect(tracker.submit('recette', 'Farine')).toMatchObject({ outcome: 'done', final: true });
    expect(tracker.standing('recette').locked).toBe(true);
  });

  test('a draft takes the verdict away; the submitted answer brings it back', async () => {
    const { tracker } = await opened();
    tracker.submit('levain', ['b']);
    tracker.draft('levain', ['c']);
    expect(tracker.standing('levain')).toMatchObject({ answer: ['c'], submitted: true, verdict: null });
    tracker.draft('levain', ['b']);
    expect(tracker.standing('levain')).toMatchObject({ answer: ['b'], verdict: { outcome: 'wrong' } });
  });

  test('an emptied draft is no draft', async () => {
    const { tracker } = await opened();
    tracker.draft('recette', 'F');
    tracker.draft('recette', null);
    expect(tracker.state().activities).toEqual({});
  });

  test('a locked activity takes nothing more', async () => {
    const { lms, time, tracker } = await opened();
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    const before = { state: tracker.state(), calls: [...lms.calls] };
    tracker.draft('levain', ['b']);
    expect(tracker.submit('levain', ['b'])).toMatchObject({ outcome: 'right' });
    await time.pass(20_000);
    expect(tracker.state().activities).toEqual(before.state.activities);
    expect(lms.calls).toEqual(before.calls);
  });

  test('the best try stays known when a later one is worse, and only then', async () => {
    const activities = [activity(0, 'gestes', 'pick', { options: { right: 'ab' } })];
    const { tracker } = await opened({ content: bakery({ activities }) });
    tracker.submit('gestes', ['a']);
    tracker.submit('gestes', ['c']);
    expect(tracker.state().activities[0]).toEqual({ answer: ['c'], tries: 2, best: 0.5 });
    expect(tracker.progress().score).toBe(50);
    tracker.submit('gestes', ['a', 'b']);
    expect(tracker.state().activities[0]).toEqual({ answer: ['a', 'b'], tries: 3 });
  });

  test('an unknown activity is an error of the program', async () => {
    const { tracker } = await opened();
    expect(() => tracker.standing('croissant')).toThrow('croissant');
  });

  test('a long text has places for all of its parts when it is saved', async () => {
    const { lms, time, tracker } = await opened();
    const text = 'Une longue nuit. '.repeat(40);
    tracker.submit('recette', text);
    await time.pass(1000);
    const parts = lms.kept?.interactions.map(({ response }) => ('text' in response ? response.text : ''));
    expect(parts?.length).toBeGreaterThan(2);
    expect(parts?.join('')).toBe(text);
  });

  test('latency counts from the display of the page, or from the try before', async () => {
    const { lms, time, tracker } = await opened();
    await time.pass(11_950);
    tracker.submit('levain', ['b']);
    await time.pass(4000);
    tracker.submit('levain', ['a']);
    const answeredAt = time.now();
    await time.pass(4000);
    tracker.visit('vente');
    await time.pass(1500);
    tracker.visit('fournil');
    await time.pass(3000);
    tracker.submit('gestes', ['a']);
    tracker.flush();
    expect(lms.kept?.interactions.map(({ id, latency }) => [id, latency])).toEqual([
      ['levain', 4],
      ['gestes', 3],
    ]);
    expect(lms.kept?.interactions[0]?.time).toBe(answeredAt);
  });
});

describe('a quiz', () => {
  const live = [6, 7];
  const wrong = [6, 7].map((n) => [n, 0]);
  const half = [[6, 1], ...wrong.slice(1)];

  async function drawn(more: Parameters<typeof bakery>[0] = {}) {
    const all = await opened({ content: bakery({ completion: 'score', pass: 60, onFail: 'failed', ...more }) });
    all.tracker.visit('vente');
    all.tracker.draft('bilan', { live, kept: [] });
    return all;
  }

  test('its questions count when they are drawn, and when they are answered', async () => {
    const { tracker } = await drawn();
    tracker.submit('q-prix', ['a']);
    expect(tracker.progress().score).toBe(20);
    tracker.submit('q-four', ['a']);
    expect(tracker.progress().score).toBe(20);
  });

  test('the last attempt fails the module; a new round opens everything again and a pass mends it', async () => {
    const { lms, time, tracker } = await drawn();
    for (const question of ['q-prix', 'q-pain']) tracker.submit(question, ['b']);
    tracker.submit('bilan', { live, kept: wrong });
    expect(tracker.progress().status).toBe('incomplete');
    tracker.restart(live);
    tracker.submit('bilan', { live, kept: wrong });
    expect(tracker.progress().status).toBe('failed');
    expect(tracker.standing('bilan')).toMatchObject({ left: 0, locked: false });
    await time.pass(1000);
    expect(lms.kept?.status).toBe('failed');

    tracker.restart(live);
    expect(tracker.standing('bilan')).toMatchObject({ left: 2, locked: false, submitted: true });
    expect(tracker.standing('q-prix')).toEqual({ answer: null, submitted: false, tries: 0, left: 1, locked: false, verdict: null });
    expect(tracker.progress().status).toBe('failed');
    tracker.draft('bilan', { live: [6, 8], kept: wrong });
    for (const question of ['q-prix', 'q-four']) tracker.submit(question, ['a']);
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(lms.kept).toMatchObject({ score: 60, status: 'passed' });
  });

  test('a new draw of questions that were right before wins nothing with their old answers', async () => {
    const activities = bakery().activities.map((one) => (one.id === 'q-pain' ? { ...one, points: 5 } : one));
    const { tracker } = await drawn({ activities });
    tracker.submit('q-prix', ['a']);
    tracker.submit('q-pain', ['b']);
    tracker.submit('bilan', { live, kept: half });
    const { score } = tracker.progress();
    tracker.draft('bilan', { live: [6, 8], kept: half });
    tracker.restart([6, 7, 8]);
    expect(tracker.progress().score).toBe(score);
  });

  test('a restart within the attempts takes no try back', async () => {
    const { tracker } = await drawn();
    tracker.submit('q-prix', ['b']);
    tracker.submit('bilan', { live, kept: wrong });
    tracker.restart(live);
    expect(tracker.standing('bilan')).toMatchObject({ tries: 1, left: 1 });
  });

  test('a forgotten answer is told no more, but its place stays', async () => {
    const { lms, time, tracker } = await drawn();
    tracker.submit('q-prix', ['b']);
    await time.pass(1000);
    expect(lms.kept?.interactions.map(({ id }) => id)).toEqual(['q-prix']);
    tracker.restart(live);
    await time.pass(1000);
    expect(lms.kept?.interactions).toEqual([]);
    expect(stateOf(lms)?.places).toHaveLength(6);
  });
});

describe('commits', () => {
  const saves = (lms: FakeLms) => lms.calls.filter((call) => call === 'save').length;

  test('an answer is committed within a second; several make one commit', async () => {
    const { lms, time, tracker } = await opened();
    tracker.submit('levain', ['b']);
    tracker.submit('gestes', ['a']);
    tracker.submit('recette', 'Farine');
    expect(tracker.saveStatus()).toBe('saving');
    await time.pass(400);
    expect(saves(lms)).toBe(2);
    expect(lms.kept?.interactions).toHaveLength(3);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('typing is committed every five seconds, not at every key, and never later than ten', async () => {
    const { lms, time, tracker } = await opened();
    for (let key = 1; key <= 120; key++) {
      tracker.draft('recette', 'x'.repeat(key));
      await time.pass(250);
    }
    expect(saves(lms)).toBe(1 + 6);
    expect((stateOf(lms)?.activities[2]?.draft as string).length).toBeGreaterThan(95);
    await time.pass(5000);
    expect(stateOf(lms)?.activities[2]?.draft).toHaveLength(120);
  });

  test('a page turn that completes the module does not wait', async () => {
    const { lms, time, tracker } = await opened({ content: bakery({ completion: 'visited' }) });
    tracker.visit('vente');
    await time.pass(400);
    expect(lms.kept?.status).toBe('completed');
  });

  test('nothing new, no commit', async () => {
    const { lms, time } = await opened();
    await time.pass(3_600_000);
    expect(saves(lms)).toBe(1);
  });

  test('flush commits at once, and leaves nothing for later', async () => {
    const { lms, time, tracker } = await opened();
    tracker.draft('recette', 'Farine');
    tracker.flush();
    expect(stateOf(lms)?.activities[2]).toEqual({ tries: 0, draft: 'Farine' });
    await time.pass(20_000);
    expect(saves(lms)).toBe(2);
  });

  test('before the first page is shown flush has nothing to save', () => {
    const { lms, tracker } = start();
    tracker.flush();
    expect(lms.calls).not.toContain('save');
  });

  test('leaving is one call, once, with everything; nothing runs or counts after it', async () => {
    const { lms, time, tracker } = await opened({ witness: async () => true });
    tracker.submit('levain', ['a']);
    tracker.leave();
    tracker.leave();
    expect(lms.calls.slice(-2)).toEqual(['witnessed true', 'leave']);
    expect(lms.kept?.score).toBe(20);
    expect(tracker.saveStatus()).toBe('saved');
    expect(time.waiting).toBe(0);
    tracker.visit('vente');
    tracker.draft('recette', 'x');
    tracker.submit('recette', 'x');
    tracker.restart([6]);
    tracker.flush();
    await time.pass(100_000);
    expect(lms.calls.at(-1)).toBe('leave');
    expect(tracker.standing('recette')).toMatchObject({ answer: null, locked: true });
  });

  test('each save has its own number', async () => {
    const { lms, time, tracker } = await opened();
    for (const text of ['a', 'b', 'c']) {
      tracker.submit('recette', text);
      await time.pass(1000);
    }
    tracker.leave();
    expect(lms.given.map(({ state }) => decodeState(state, 'nuit')?.counter)).toEqual([1, 2, 3, 4, 5]);
  });

  test('listeners hear of progress and of the save status until they are unsubscribed', async () => {
    const { time, tracker } = await opened();
    const heard: string[] = [];
    const stop = tracker.subscribe(() => heard.push(`${tracker.progress().score} ${tracker.saveStatus()}`));
    tracker.submit('levain', ['a']);
    await time.pass(400);
    expect(heard).toContain('20 saving');
    expect(heard.at(-1)).toBe('20 saved');
    stop();
    const count = heard.length;
    tracker.submit('gestes', ['a']);
    expect(heard).toHaveLength(count);
  });
});

describe('failures', () => {
  test('a refusal is shown with its code, retried with growing pauses, and forgotten when it is mended', async () => {
    const { lms, time, tracker } = await opened();
    lms.fault = 'refuse';
    tracker.submit('levain', ['a']);
    await time.pass(300);
    expect(tracker.saveStatus()).toBe('failed');
    expect(tracker.lastFault()).toEqual({ call: 'save', code: 101 });
    const before = lms.given.length;
    const tries: number[] = [];
    for (let second = 1; second <= 240; second++) {
      await time.pass(1000);
      if (lms.given.length > before + tries.length) tries.push(second);
    }
    expect(tries).toEqual([2, 7, 22, 52, 112, 172, 232]);
    lms.fault = 'none';
    await time.pass(60_000);
    expect(tracker.saveStatus()).toBe('saved');
    expect(lms.kept?.score).toBe(20);
    lms.fault = 'refuse';
    tracker.flush();
    lms.fault = 'none';
    await time.pass(2000);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('an LMS that throws is a failure without a code', async () => {
    const { lms, time, tracker } = await opened();
    lms.fault = 'throw';
    tracker.submit('levain', ['a']);
    await time.pass(300);
    expect(tracker.saveStatus()).toBe('failed');
    expect(tracker.lastFault()).toEqual({ call: '', code: 0 });
    tracker.leave();
    expect(tracker.saveStatus()).toBe('failed');
  });

  test('a new answer does not wait for the pause to end, and « failed » stays until it is true no more', async () => {
    const { lms, time, tracker } = await opened();
    lms.fault = 'refuse';
    tracker.submit('levain', ['b']);
    await time.pass(60_000);
    tracker.submit('gestes', ['a']);
    expect(tracker.saveStatus()).toBe('failed');
    lms.fault = 'none';
    await time.pass(300);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('one may ask for a retry', async () => {
    const { lms, time, tracker } = await opened();
    lms.fault = 'refuse';
    tracker.submit('levain', ['a']);
    await time.pass(30_000);
    lms.fault = 'none';
    tracker.flush();
    expect(tracker.saveStatus()).toBe('saved');
  });
});

describe('the second witness', () => {
  function network() {
    const state = { up: true, asked: [] as number[], answer: (): Promise<boolean> => Promise.resolve(true) };
    const time = fakeTime();
    const witness = () => {
      state.asked.push(time.now());
      return state.up ? state.answer() : Promise.reject(new Error('offline'));
    };
    return { state, time, witness };
  }

  test('a commit that answers true while the network is down is no saved answer', async () => {
    const { state, time, witness } = network();
    const { lms, tracker } = await opened({ time, witness });
    expect(tracker.saveStatus()).toBe('saved');
    state.up = false;
    lms.fault = 'lose';
    await time.pass(20_000);
    const heard: string[] = [];
    tracker.subscribe(() => heard.push(tracker.saveStatus()));
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(heard).not.toContain('saved');
    expect(tracker.saveStatus()).toBe('failed');
    expect(lms.calls.at(-1)).toBe('witnessed false');
    state.up = true;
    lms.fault = 'none';
    await time.pass(3000);
    expect(tracker.saveStatus()).toBe('saved');
    expect(lms.calls.slice(-2)).toEqual(['save', 'witnessed true']);
    expect(lms.kept?.score).toBe(20);
  });

  test('it is asked once in ten seconds while somebody types, once a second for answers, and never for nothing', async () => {
    const { state, time, witness } = network();
    const { tracker } = await opened({ time, witness });
    for (let key = 0; key < 240; key++) {
      tracker.draft('recette', 'x'.repeat(key));
      await time.pass(250);
    }
    const typing = state.asked.length;
    expect(typing).toBeGreaterThanOrEqual(5);
    expect(typing).toBeLessThanOrEqual(7);
    await time.pass(60_000);
    expect(state.asked.length).toBeLessThanOrEqual(typing + 1);
    expect(tracker.saveStatus()).toBe('saved');
    const pauses = state.asked.slice(1).map((moment, index) => moment - (state.asked[index] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(10_000);
    tracker.submit('levain', ['a']);
    await time.pass(400);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('a picture that was asked for before a save says nothing of it', async () => {
    const { state, time, witness } = network();
    const { lms, tracker } = await opened({ time, witness });
    await time.pass(20_000);
    let arrive = (_kept: boolean): void => {};
    state.answer = () => new Promise((resolve) => (arrive = resolve));
    tracker.submit('levain', ['b']);
    await time.pass(400);
    state.answer = () => Promise.resolve(true);
    tracker.submit('levain', ['a']);
    await time.pass(310);
    const before = lms.calls.filter((call) => call.startsWith('witnessed')).length;
    arrive(true);
    await time.pass(10);
    expect(lms.calls.filter((call) => call.startsWith('witnessed'))).toHaveLength(before);
    expect(tracker.saveStatus()).toBe('saving');
    await time.pass(1000);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('a clock that was set back does not silence it', async () => {
    const { time, witness } = network();
    const { tracker } = await opened({ time, witness });
    time.jump(-7_200_000);
    tracker.submit('levain', ['a']);
    await time.pass(1500);
    expect(tracker.saveStatus()).toBe('saved');
  });

  test('it is not asked where nobody listens, nor when leaving', async () => {
    const { state, time, witness } = network();
    const { tracker } = await opened({ time, witness, alone: true });
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(state.asked).toEqual([]);
    const other = network();
    const framed = await opened({ time: other.time, witness: other.witness });
    const asked = other.state.asked.length;
    framed.tracker.submit('levain', ['a']);
    framed.tracker.leave();
    await other.time.pass(60_000);
    expect(other.state.asked).toHaveLength(asked);
  });
});

describe('modes', () => {
  for (const mode of ['review', 'browse'] as const) {
    test(`in ${mode} nothing is saved or registered, everything is locked and the status says so`, async () => {
      const lms = fakeLms();
      const first = await opened({ lms });
      first.tracker.submit('levain', ['b']);
      first.tracker.leave();
      const { kept } = lms;
      lms.calls.length = 0;
      const { time, tracker } = await opened({ lms, mode });
      tracker.visit('vente');
      tracker.draft('recette', 'x');
      expect(tracker.submit('recette', 'x').outcome).toBe('done');
      tracker.restart([0]);
      tracker.flush();
      await time.pass(60_000);
      expect(lms.calls).toEqual(['start']);
      expect(lms.kept).toBe(kept);
      expect(tracker.saveStatus()).toBe(mode);
      expect(tracker.standing('levain')).toMatchObject({ answer: ['b'], locked: true, verdict: { outcome: 'wrong' } });
      expect(tracker.standing('recette')).toMatchObject({ answer: null, locked: true });
      tracker.leave();
      expect(tracker.saveStatus()).toBe(mode);
    });
  }

  test('alone the work is kept as well as can be, and the status stays', async () => {
    const { lms, time, tracker } = await opened({ alone: true });
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(tracker.saveStatus()).toBe('alone');
    expect(lms.kept?.score).toBe(20);
    lms.fault = 'refuse';
    tracker.submit('gestes', ['a']);
    await time.pass(1000);
    expect(tracker.saveStatus()).toBe('alone');
  });

  test('a finished module opens finished, and what is open can still get better', async () => {
    const content = bakery({ activities: [activity(0, 'levain', 'pick')], pass: 0 });
    const { lms, time, tracker } = await opened({ content });
    tracker.submit('levain', ['b']);
    tracker.leave();
    expect(lms.kept).toMatchObject({ status: 'passed', score: 0 });
    const next = await opened({ content, lms, time });
    expect(next.tracker.progress().status).toBe('passed');
    next.tracker.submit('levain', ['a']);
    next.tracker.leave();
    expect(lms.kept).toMatchObject({ status: 'passed', score: 100 });
  });
});

describe('time', () => {
  const times = (tracker: Tracker) => {
    const { time, active } = tracker.progress();
    return [time, active];
  };

  test('of each pause five minutes count as active; all of it counts as time', async () => {
    const { time, tracker } = await opened();
    await time.pass(240_000);
    tracker.draft('recette', 'a');
    await time.pass(20 * 60_000);
    expect(times(tracker)).toEqual([1440, 540]);
    tracker.draft('recette', 'ab');
    await time.pass(60_000);
    expect(times(tracker)).toEqual([1500, 600]);
  });

  test('adds up over visits; the session is this visit alone', async () => {
    const { lms, time, tracker } = await opened();
    await time.pass(100_000);
    tracker.leave();
    expect(lms.kept?.session).toBe(100);
    time.jump(86_400_000);
    const next = await opened({ lms, time });
    await time.pass(30_000);
    next.tracker.leave();
    expect(lms.kept?.session).toBe(30);
    expect(stateOf(lms)).toMatchObject({ time: 130, active: 130 });
  });

  test('is sent with each save', async () => {
    const { lms, time, tracker } = await opened();
    await time.pass(42_000);
    tracker.submit('levain', ['a']);
    await time.pass(1000);
    expect(lms.kept?.session).toBe(42);
    expect(stateOf(lms)?.time).toBe(42);
  });

  test('a sleeping machine and a clock that is set forwards count as minutes at most', async () => {
    const { time, tracker } = await opened();
    await time.pass(60_000);
    time.jump(8 * 3_600_000);
    await time.pass(60_000);
    const [total = 0] = times(tracker);
    expect(total).toBeGreaterThanOrEqual(120);
    expect(total).toBeLessThanOrEqual(300);
  });

  test('a clock that is set back takes nothing away', async () => {
    const { lms, time, tracker } = await opened();
    await time.pass(60_000);
    expect(times(tracker)).toEqual([60, 60]);
    time.jump(-3_600_000);
    expect(times(tracker)).toEqual([60, 60]);
    await time.pass(60_000);
    expect(times(tracker)).toEqual([120, 120]);
    tracker.leave();
    expect(lms.kept?.session).toBe(120);
  });
});
