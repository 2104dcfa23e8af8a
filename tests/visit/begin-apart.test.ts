import { expect, test } from 'vitest';
import type { Driver, Launch } from '../../src/lms/driver.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { encodeState } from '../../src/model/state/codec.ts';
import { behind, withChecks } from '../../src/model/state/saved-text.ts';
import { type LearnerState, newState } from '../../src/model/state/state.ts';
import { begin } from '../../src/visit/begin.ts';
import type { TrackerWorld } from '../../src/visit/world.ts';
import { activity, bakery, bakeryTypes } from '../helpers/bakery.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import { owner } from '../helpers/saved-state.ts';

const before = bakery();
const [, ...others] = before.activities;
/** The bakery after its first question became another one, with the same number. */
const now: ModuleContent = { ...before, activities: [activity(0, 'farine', 'pick'), ...others] };

/** A browser with storage, and a visit that begins in it. */
function browser(content: ModuleContent = now) {
  const storage = memoryStorage();
  const open = (state: string, launch: Partial<Launch> = {}) =>
    begin({
      content,
      types: bakeryTypes,
      driver: {
        limits: { state: 64_000, text: 255, registerFirst: true },
        start: () => ({ mode: 'normal', alone: false, state, learner: { id: 'l-7', name: 'Moreau, Ines' }, interactions: -1, ...launch }),
      } as unknown as Driver,
      now: () => 0,
      random: () => 0.4,
      storage: () => storage,
    } as unknown as TrackerWorld);
  return { open, keep: (text: string, attempt = 't') => open('').copy?.keep(attempt, text, true) };
}

const stateOf = (counter: number, activities: LearnerState['activities']): LearnerState => ({ ...newState('t'), counter, activities });
/** Text with the meaning that numbers had before. */
const checked = (counter: number, activities: LearnerState['activities']): string =>
  encodeState(withChecks(before, stateOf(counter, activities)), before);
/** Text without checks, whose numbers mean what they mean now. */
const plain = (counter: number, activities: LearnerState['activities']): string => encodeState(stateOf(counter, activities), owner());
const right = { tries: 1, answer: ['a'] };
const wrong = { tries: 1, answer: ['b'] };

test('an older answer in the LMS does not return in place of one that this browser sets aside', () => {
  const { open, keep } = browser();
  keep(checked(2, { 0: right }));
  const { state, aside } = open(plain(1, { 0: wrong, 1: right }));
  expect([state.activities, aside.length]).toEqual([{ 1: right }, 1]);
});

test('an older answer in this browser does not return in place of one of the LMS that is set aside', () => {
  const { open, keep } = browser();
  keep(plain(1, { 0: wrong, 1: right }));
  const { state, aside, found } = open(checked(2, { 0: right }));
  expect([state.activities, aside.length, found]).toEqual([{ 1: right }, 1, 'aside']);
});

test('what this browser sets aside is before what the LMS has aside', () => {
  const { open, keep } = browser();
  const other = encodeState(newState('other'), { ...owner(), line: 'other' });
  keep(checked(2, { 0: right }));
  const { aside } = open(behind(plain(1, { 1: wrong }), [other]));
  expect([aside.length, aside[1]]).toEqual([2, other]);
});

test('texts that the LMS has no room for are opened from this browser, if they were kept with the text that the LMS has', () => {
  const { open } = browser();
  const [sent, other] = [plain(1, { 1: right }), encodeState(newState('other'), { ...owner(), line: 'other' })];
  open('').copy?.setAside([other], sent);
  expect([open(sent).aside, open(plain(3, { 1: right })).aside]).toEqual([[other], []]);
});

test('work of another attempt is reported before answers that are set aside', () => {
  const { open, keep } = browser();
  keep(encodeState({ ...newState('u'), counter: 2, activities: { 1: wrong } }, owner()), 'u');
  expect(open(checked(2, { 0: right })).found).toBe('another');
});

test('a state has the score of its answers', () => {
  const { state } = browser(before).open(plain(1, { 0: right, 1: wrong }));
  expect([state.score, state.status]).toEqual([40, 'incomplete']);
});

test('entries behind a text that can’t be read keep no places: the LMS registers them again', () => {
  const { state } = browser().open('Zm9v', { interactions: 3 });
  expect(state.places.filter((place) => place.join() === '0,0,0')).toEqual([]);
});
