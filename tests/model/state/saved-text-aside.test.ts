import { expect, test } from 'vitest';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { checkOf } from '../../../src/model/state/check.ts';
import { decodeState, encodeState } from '../../../src/model/state/codec.ts';
import { behind, openSaved, withChecks } from '../../../src/model/state/saved-text.ts';
import { sealOf } from '../../../src/model/state/seal.ts';
import { type ActivityState, newState } from '../../../src/model/state/state.ts';
import { activity, bakery } from '../../helpers/bakery.ts';

const levain = activity(0, 'levain', 'pick', { origins: 'L1L2L3' });
const pain = activity(1, 'pain', 'pick', { origins: 'P1P2' });
const content = bakery({ activities: [levain, pain] });

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
  const four = { ...content, activities: [levain, { ...pain, id: 'four', origins: 'F1F2' }] };
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
