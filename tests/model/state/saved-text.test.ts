import { describe, expect, test } from 'vitest';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { checkOf } from '../../../src/model/state/check.ts';
import { encodeState } from '../../../src/model/state/codec.ts';
import { behind, openSaved, setApart, withChecks, withoutChecks, withoutOlder } from '../../../src/model/state/saved-text.ts';
import { type ActivityState, type LearnerState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery } from '../../helpers/bakery.ts';

const levain = activity(0, 'levain', 'pick', { origins: 'L1L2L3' });
const pain = activity(1, 'pain', 'pick', { origins: 'P1P2' });
const four = activity(1, 'four', 'pick', { origins: 'F1F2' });
const withPain = bakery({ activities: [levain, pain] });
const withFour = bakery({ activities: [levain, four] });

const once = (answer: ActivityState['answer'] & {}, more: Partial<ActivityState> = {}): ActivityState => ({ answer, tries: 1, ...more });
const stateOf = (activities: Record<number, ActivityState>, more: Partial<LearnerState> = {}): LearnerState => ({
  ...newState('t'),
  activities,
  ...more,
});
/** Text of a state that a package with this content saved. */
const textOf = (content: ModuleContent, activities: Record<number, ActivityState>, more: Partial<LearnerState> = {}): string =>
  encodeState(withChecks(content, stateOf(activities, more)), content);

const read = (text: string, content: ModuleContent, kept: readonly string[] = []) => {
  const { state, aside, apart, ...rest } = openSaved(text, kept, content);
  return { answers: state?.activities, aside: aside.length, apart: [...apart], ...rest };
};

describe('checks', () => {
  test('are added to the entries of the module, and to no other', () => {
    const state = withChecks(withPain, stateOf({ 0: once(['a']), 9: once(['b'], { check: 7 }), 8: once(['b']) }));
    expect(state.activities).toEqual({
      0: once(['a'], { check: checkOf(levain, once(['a'])) }),
      8: once(['b']),
      9: once(['b'], { check: 7 }),
    });
  });

  test('are removed, except where the type has changed', () => {
    const retyped = { ...pain, was: ['order'] };
    const state = stateOf({ 0: once(['a'], { check: 7 }), 1: once(['a'], { check: 8 }) });
    expect(withoutChecks(state).activities).toEqual({ 0: once(['a']), 1: once(['a']) });
    expect(withoutChecks(state, [levain, retyped]).activities).toEqual({ 0: once(['a']), 1: once(['a'], { check: 8 }) });
  });
});

describe('an opened text', () => {
  test('nothing', () => {
    expect(read('', withPain)).toEqual({ answers: undefined, aside: 0, apart: [] });
  });

  test('a state, without its checks', () => {
    expect(read(textOf(withPain, { 0: once(['a']), 1: once(['b']) }), withPain)).toEqual({
      answers: { 0: once(['a']), 1: once(['b']) },
      aside: 0,
      apart: [],
    });
  });

  test.each([
    ['unreadable', 'abc'],
    ['newer', textOf(withPain, {}).replace(/^./, '9')],
    ['other-line', textOf({ ...withPain, line: 'autre' }, { 0: once(['a']) })],
  ])('%s: there is no state, and the text is kept', (problem, text) => {
    const opened = openSaved(text, [], withPain);
    expect(opened.state).toBeUndefined();
    expect(opened.aside).toHaveLength(1);
    if (problem !== 'newer') expect(opened.problem).toBe(problem);
    if (problem === 'other-line') expect(opened.aside).toEqual([text]);
  });

  test('of another activity of this number: it is set aside, and is back with that activity', () => {
    const text = textOf(withPain, { 0: once(['a']), 1: once(['b']) });
    const opened = openSaved(text, [], withFour);
    expect(opened.state?.activities).toEqual({ 0: once(['a']) });
    expect([...opened.apart]).toEqual([1]);
    const next = behind(textOf(withFour, { 0: once(['a']) }), opened.aside);
    expect(read(next, withPain).answers).toEqual({ 0: once(['a']), 1: once(['b']) });
    expect(read(next, withFour)).toMatchObject({ answers: { 0: once(['a']) }, aside: 1, apart: [] });
  });

  test('its place in the list of the LMS is not used again', () => {
    const places = [
      [0, 0, 1],
      [1, 0, 1],
    ] as const;
    expect(openSaved(textOf(withPain, { 0: once(['a']), 1: once(['b']) }, { places }), [], withFour).state?.places).toEqual([
      [0, 0, 1],
      [0, 0, 0],
    ]);
  });

  test('of a question that was rewritten: it is open again with its best score, and the answer is kept', () => {
    const text = textOf(withPain, { 0: once(['a'], { best: 0.5 }), 1: once(['b']) });
    const rewritten = {
      ...withPain,
      activities: [
        { ...levain, gone: ['a'] },
        { ...pain, gone: ['b'] },
      ],
    };
    expect(read(text, rewritten)).toEqual({ answers: { 0: { tries: 0, best: 0.5 } }, aside: 1, apart: [] });
  });

  test('of a question that had another type', () => {
    const text = textOf(withPain, { 1: once(['b'], { best: 1 }) });
    const retyped = { ...withPain, activities: [levain, { ...pain, type: 'order', was: ['pick'] }] };
    const opened = openSaved(text, [], retyped);
    expect(opened.state?.activities).toEqual({ 1: { tries: 0, best: 1 } });
    // Its check names the earlier type: it may not be computed again.
    const back = openSaved(behind(textOf(withPain, {}), opened.aside), [], withPain);
    expect(back.state?.activities).toEqual({ 1: once(['b'], { best: 1 }) });
  });
});

describe('texts behind a state', () => {
  const own = textOf(withPain, { 0: once(['a']) });
  const other = textOf({ ...withPain, line: 'autre' }, { 0: once(['b']) });

  test('are kept, each once, those of this browser too', () => {
    expect(openSaved(behind(own, [other, other]), [other], withPain).aside).toEqual([other]);
    expect(openSaved('', [other], withPain)).toMatchObject({ problem: 'other-line', aside: [other] });
  });

  test('that are no texts of ours do not make the state unreadable, and are kept as one', () => {
    const opened = openSaved(`${own}.é/é.x`, [], withPain);
    expect(opened.state?.activities).toEqual({ 0: once(['a']) });
    expect(opened.aside).toHaveLength(1);
    expect(decodeURIComponent((opened.aside[0] ?? '').slice(1))).toBe('é/é.x');
    expect(openSaved(behind(own, opened.aside), [], withPain).aside).toEqual(opened.aside);
    expect(openSaved(`${own}.`, [], withPain).aside).toEqual([]);
    for (const text of ['!3abc', '3abc!', 'yabc', '3', 'x'])
      expect(openSaved(`${own}.${text}`, [], withPain).aside.map((one) => [one === text, decodeURIComponent(one.slice(1))])).toEqual([
        [false, text],
      ]);
  });

  test('of someone else are kept whole, and stay the same from visit to visit', () => {
    const foreign = 'page=3.5.2;lu \ud800 «oui»\udc00';
    const { aside, problem } = openSaved(foreign, [], withPain);
    expect([aside.length, problem]).toEqual([1, 'unreadable']);
    expect(decodeURIComponent((aside[0] ?? '').slice(1))).toBe('page=3.5.2;lu  «oui»');
    expect(aside[0]).not.toContain('.');
    expect(openSaved(behind(own, aside), [], withPain).aside).toEqual(aside);
    expect(openSaved(aside[0] ?? '', [], withPain).aside).toEqual(aside);
  });

  test('are at most fifty: more of them are no history of ours', () => {
    const history = (count: number) =>
      openSaved(
        behind(
          own,
          Array.from({ length: count }, (_, n) => `3texte${n}`),
        ),
        [],
        withPain,
      ).aside.length;
    expect([history(49), history(50)]).toEqual([49, 1]);
  });
});

describe('two answers to one question', () => {
  const opened = (live: ActivityState | undefined, aside: ActivityState) => {
    const text = behind(textOf(withPain, live ? { 1: live } : {}), [textOf(withPain, { 1: aside })]);
    const { state, aside: left } = openSaved(text, [], withPain);
    return [state?.activities[1]?.answer, left.length];
  };

  test.each<[string, ActivityState | undefined, ActivityState, unknown]>([
    ['none is live', undefined, once(['b']), [['b'], 0]],
    ['the live one has only a best score', { tries: 3, best: 0.5 }, once(['b']), [['b'], 0]],
    ['as many tries: the live one stays', once(['a']), once(['b']), [['a'], 1]],
    ['more tries aside: that one is used, and the other kept', once(['a']), once(['b'], { tries: 2 }), [['b'], 1]],
    ['a draft counts as an answer', { tries: 2, draft: ['a'] }, once(['b']), [undefined, 1]],
    ['aside there is none', once(['a']), { tries: 9, best: 1 }, [['a'], 1]],
  ])('%s', (_, live, aside, expected) => {
    expect(opened(live, aside)).toEqual(expected);
  });
});

test('a state is split into what is valid here and texts of the rest', () => {
  const state = withChecks(withPain, stateOf({ 0: once(['a']), 1: once(['b']) }));
  const { state: mine, aside, apart } = setApart(withFour, state);
  expect([mine.activities, aside.length, [...apart]]).toEqual([{ 0: once(['a']) }, 1, [1]]);
  const whole = setApart(withPain, state);
  expect([whole.state.activities, whole.aside, [...whole.apart]]).toEqual([{ 0: once(['a']), 1: once(['b']) }, [], []]);
});

test('answers that a later state set aside are dropped from an older one, not from a newer one', () => {
  const state = stateOf({ 0: once(['a']), 1: once(['b']) }, { counter: 4 });
  const kept = (counter: number) => Object.keys(withoutOlder(state, stateOf({}, { counter }), new Set([1])).activities);
  expect([kept(3), kept(4), kept(5)]).toEqual([['0', '1'], ['0'], ['0']]);
});
