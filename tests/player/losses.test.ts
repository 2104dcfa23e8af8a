import { describe, expect, it } from 'vitest';
import { encodeState, readState } from '../../src/model/state/codec.ts';
import { sealOf } from '../../src/model/state/seal.ts';
import { type LearnerState, newState } from '../../src/model/state/state.ts';
import type { Keeping } from '../../src/player/keeping.ts';
import { lossesOf } from '../../src/player/losses.ts';
import type { Tracker } from '../../src/visit/tracker.ts';
import { activity, bakery } from '../helpers/bakery.ts';
import { noise } from '../helpers/noise.ts';
import { openTracker } from '../helpers/open-tracker.ts';
import { owner } from '../helpers/saved-state.ts';

const ME = sealOf('l-7');
const answered = (attempt = 'other001'): LearnerState => ({ ...newState(attempt), activities: { 0: { answer: ['a'], tries: 1 } } });

function copyOf(state: LearnerState, { module = 'nuit', learner = ME } = {}): [string, string] {
  const text = encodeState(state, owner(module));
  return [`cartable-copy:boulangerie/${module}:${learner}:${state.attempt}`, JSON.stringify({ text, heard: true, at: 0 })];
}

const aloneOf = (text: string, module = 'nuit'): [string, string] => [
  `cartable:boulangerie/${module}`,
  JSON.stringify({ suspend_data: text, core: {} }),
];

const lost = (tracker: Tracker, ...kept: readonly (readonly [string, string])[]): string[] =>
  lossesOf(owner(), tracker, { kept: () => kept, readState } as unknown as Keeping);

describe('data lost by erasing', () => {
  it('is none if nothing is kept, if copies only have the time, or after an empty visit without an LMS', async () => {
    const { tracker } = await openTracker();
    expect(lost(tracker)).toEqual([]);
    expect(lost(tracker, copyOf(newState('minutes1')), copyOf(newState('minutes2'), { learner: 'autre', module: 'jour' }))).toEqual([]);
    expect(lost(tracker, ['cartable:boulangerie/nuit', '{}'], aloneOf(encodeState(newState('empty001'), owner())))).toEqual([]);
    const day = aloneOf(encodeState(newState('empty002'), owner('jour')), 'jour');
    expect(lost(tracker, day, ['cartable:boulangerie/soir', 'null'], ['cartable:boulangerie/midi', '{"suspend_data":7}'])).toEqual([]);
  });

  it.each<[string, string, readonly [string, string]]>([
    ['another attempt', 'attempt', copyOf(answered())],
    ['another module', 'session', copyOf(answered(), { module: 'jour' })],
    ['another learner', 'account', copyOf(answered(), { learner: 'autre' })],
    ['another learner’s work on another module', 'account', copyOf(answered(), { learner: 'autre', module: 'jour' })],
    ['a copy that can’t be read', 'attempt', [copyOf(answered())[0], JSON.stringify({ text: '9abcdefgh' })]],
    ['a copy that is cut', 'attempt', [copyOf(answered())[0], '{"text":']],
    ['texts of another version', 'version', ['cartable-aside:boulangerie/nuit:x', 'anything']],
    ['work without an LMS', 'alone', aloneOf(encodeState(answered(), owner()))],
    ['a notebook', 'notebook', [`cartable-notebook:boulangerie:${ME}`, '{}']],
    ['a notebook of a later version', 'notebook', [`cartable-notebook:boulangerie:tests:${ME}`, '{}']],
    ['a notebook of another learner', 'notebooks', ['cartable-notebook:boulangerie:autre', '{}']],
  ])('names %s', async (_, loss, kept) => {
    const { tracker } = await openTracker();
    expect(lost(tracker, kept)).toEqual([loss]);
  });

  it('has one order, and is none where nothing can be read', async () => {
    const { tracker, time } = await openTracker();
    await time.pass(3000);
    const kept = [
      ['cartable-notebook:boulangerie:autre', '{}'],
      [`cartable-notebook:boulangerie:${ME}`, '{}'],
      aloneOf(encodeState(answered(), owner())),
      ['cartable-aside:boulangerie/nuit:x', ''],
      copyOf(answered(), { learner: 'autre' }),
      copyOf(answered(), { module: 'jour' }),
      copyOf(answered()),
    ] as const;
    expect(lost(tracker, ...kept)).toEqual(['attempt', 'session', 'account', 'version', 'alone', 'notebook', 'notebooks']);
    expect(lossesOf(owner(), tracker, { kept: () => undefined, readState } as unknown as Keeping)).toEqual([]);
  });

  it('names the work of this visit by its save status, not by its copy', async () => {
    const { tracker, lms, time } = await openTracker({ witness: () => Promise.resolve(true) });
    tracker.submit('levain', ['a']);
    await time.pass(3000);
    const own = copyOf(answered(tracker.state().attempt));
    expect([tracker.saveStatus(), lost(tracker, own)]).toEqual(['saved', []]);
    lms.fault = 'refuse';
    tracker.submit('recette', 'Farine');
    await time.pass(1000);
    expect([tracker.saveStatus(), lost(tracker, own)]).toEqual(['failed', ['work']]);
  });

  it('names texts that the LMS has no room for', async () => {
    const content = bakery({ activities: [activity(2, 'recette', 'note', { options: { fields: [{ maxCharacters: 2000 }] } })] });
    const { tracker, time } = await openTracker({ content, limits: { state: 400 } });
    tracker.submit('recette', noise(900, 3));
    await time.pass(1000);
    expect(lost(tracker, copyOf(answered(tracker.state().attempt)))).toEqual(['short']);
  });

  it.each([{ mode: 'review' }, { mode: 'browse' }, { elsewhere: true }] as const)(
    'names what waits for this attempt where the page saves nothing: %o',
    async (session) => {
      const state = encodeState(answered('attempt1'), owner());
      const { tracker } = await openTracker({ ...session, state });
      expect(lost(tracker, copyOf(answered('attempt1')))).toEqual(['unsent']);
    },
  );

  it('names what the module kept alone where the LMS refuses the session', async () => {
    const { tracker } = await openTracker({ alone: true });
    const refused = { ...tracker, launch: { ...tracker.launch, refused: true } };
    expect(lost(refused, aloneOf(encodeState(answered(), owner())))).toEqual(['alone']);
  });

  it('without an LMS names the answers to this module and to others, each once, in one order', async () => {
    const { tracker } = await openTracker({ alone: true, learner: '' });
    const text = encodeState(answered(), owner());
    const day = aloneOf(encodeState(answered(), owner('jour')), 'jour');
    const notebook = [`cartable-notebook:boulangerie:${sealOf('')}`, '{}'] as const;
    expect(lost(tracker, notebook, day, day, aloneOf(text))).toEqual(['answers', 'session', 'notebook']);
  });
});
