import { expect, test } from 'vitest';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { checkOf } from '../../../src/model/state/check.ts';
import { decodeState, encodeState } from '../../../src/model/state/codec.ts';
import { behind, openSaved, setApart, withChecks } from '../../../src/model/state/saved-text.ts';
import { sealOf } from '../../../src/model/state/seal.ts';
import { type ActivityState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery } from '../../helpers/bakery.ts';

const levain = activity(0, 'levain', 'pick', { origins: 'L1L2L3' });
const pain = activity(1, 'pain', 'pick', { origins: 'P1P2' });
const content = bakery({ activities: [levain, pain] });
const four = { ...content, activities: [levain, { ...pain, id: 'four', origins: 'F1F2' }] };

const once = (answer: ActivityState['answer'] & {}, more: Partial<ActivityState> = {}): ActivityState => ({ answer, tries: 1, ...more });
const textOf = (module: ModuleContent, activities: Record<number, ActivityState>): string =>
  encodeState(withChecks(module, { ...newState('t'), activities }), module);
const entriesIn = (text = ''): unknown => decodeState(text, content)?.activities;

const later = `9${sealOf(`9${content.id}AbC`)}AbC`;

test('a text of a later version is reported, and kept before what follows it', () => {
  const other = textOf({ ...content, line: 'autre' }, { 0: once(['b']) });
  expect(openSaved(behind(later, [other]), [], content)).toEqual({ problem: 'newer', aside: [later, other], apart: new Set() });
  const { aside, problem } = openSaved(`${later}.é`, [], content);
  expect([problem, aside]).toEqual(['newer', [later, `x${encodeURIComponent('é')}`]]);
});

test('what was just set aside stands before the texts of other versions', () => {
  const { aside } = openSaved(behind(textOf(content, { 1: once(['b']) }), [later]), [], four);
  expect([aside.length, aside[1], entriesIn(aside[0])]).toEqual([2, later, { 1: once(['b'], { check: checkOf(pain, once(['b'])) }) }]);
});

test('an answer to a rewritten question that had no check is given one before it is set aside', () => {
  const rewritten = { ...content, activities: [{ ...levain, gone: ['a'] }, pain] };
  const { aside } = openSaved(encodeState({ ...newState('t'), activities: { 0: once(['a']) } }, content), [], rewritten);
  expect(aside.map(entriesIn)).toEqual([{ 0: once(['a'], { check: checkOf(levain, once(['a'])) }) }]);
});

test('of several answers that are back the one with the most tries is used, and each other one is kept with its check', () => {
  const texts = [2, 3].map((tries) => textOf(content, { 1: once(['b'], { tries }) }));
  const { state, aside } = openSaved(behind(textOf(content, { 1: once(['a']) }), texts), [], content);
  expect(state?.activities).toEqual({ 1: once(['b'], { tries: 3 }) });
  const kept = [once(['a']), once(['b'], { tries: 2 })];
  expect(aside.map(entriesIn)).toEqual(kept.map((entry) => ({ 1: { ...entry, check: checkOf(pain, entry) } })));
});

const decoded = (text = ''): string => decodeURIComponent(text.slice(1));

test('what is set aside has the name of its attempt', () => {
  const { aside } = openSaved(textOf(content, { 1: once(['b']) }), [], four);
  expect(aside.map((text) => decodeState(text, content)?.attempt)).toEqual(['t']);
});

test.each(['é.3abcd', '3abcd.é', '3abcd.3abcd.', '.3abcd'])('a text of someone else that looks like several is kept as one: %s', (text) => {
  const { aside } = openSaved(text, [], content);
  expect(aside.map(decoded)).toEqual([text]);
});

test('an answer to a question of another type that had no check gets none: nobody knows to which type it belongs', () => {
  const retyped = { ...content, activities: [levain, { ...pain, type: 'order', was: ['pick'] }] };
  const { aside, state } = openSaved(encodeState({ ...newState('t'), activities: { 1: once(['b']) } }, content), [], retyped);
  expect([aside.map(entriesIn), state?.activities]).toEqual([[{ 1: once(['b']) }], {}]);
});

test('a rewritten question keeps its place in the list of the LMS, and is not apart', () => {
  const rewritten = { ...four, activities: [{ ...levain, gone: ['a'] }, four.activities[1] as typeof pain] };
  const places = [
    [0, 0, 1],
    [1, 0, 1],
  ] as const;
  const state = withChecks(content, { ...newState('t'), activities: { 0: once(['a']), 1: once(['b']) }, places });
  const whole = { 0: once(['a'], { check: checkOf(levain, once(['a'])) }), 1: once(['b'], { check: checkOf(pain, once(['b'])) }) };
  for (const opened of [setApart(rewritten, state), openSaved(encodeState(state, content), [], rewritten)]) {
    expect([opened.state?.places, [...opened.apart]]).toEqual([
      [
        [0, 0, 1],
        [0, 0, 0],
      ],
      [1],
    ]);
    expect(opened.aside.map(entriesIn)).toEqual([whole]);
  }
});

test('a text that the LMS and this browser have counts once, and so do answers that two texts leave', () => {
  const own = textOf(content, { 1: once(['a']) });
  expect(openSaved(own, [own], content)).toMatchObject({ state: { activities: { 1: once(['a']) } }, aside: [] });
  const texts = [3, 4].map((counter) =>
    encodeState(withChecks(content, { ...newState('t'), counter, activities: { 1: once(['b']) } }), content),
  );
  expect(openSaved(behind(own, texts), [], content).aside).toHaveLength(1);
});

test('what the state itself sets aside stands before what other texts leave', () => {
  const own = textOf(content, { 0: once(['a']), 1: once(['b']) });
  const earlier = textOf(four, { 0: once(['c']) });
  const { aside } = openSaved(behind(own, [earlier]), [], four);
  expect(aside.map((text) => Object.entries(decodeState(text, four)?.activities ?? {}).map(([n, { answer }]) => [n, answer]))).toEqual([
    [['1', ['b']]],
    [['0', ['c']]],
  ]);
});

test('a check is made anew at each save', () => {
  const state = { ...newState('t'), activities: { 0: once(['a'], { check: 7 }) } };
  expect(withChecks(content, state).activities[0]?.check).toBe(checkOf(levain, once(['a'])));
});
