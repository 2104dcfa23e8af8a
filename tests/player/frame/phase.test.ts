import { describe, expect, it, test } from 'vitest';
import type { Outcome, Verdict } from '../../../src/model/judging/verdict.ts';
import { type Facts, type FrameEvent, nextLook, type Phase } from '../../../src/player/frame/phase.ts';

const verdict = (outcome: Outcome, final: boolean): Verdict => ({ outcome, ratio: 0.5, parts: {}, final });

/** Standings of an activity, by a name for the tables. */
const FACTS = {
  empty: { answer: null, verdict: null, locked: false },
  typed: { answer: 'a', verdict: null, locked: false },
  wrong: { answer: 'a', verdict: verdict('wrong', false), locked: false },
  partly: { answer: 'a', verdict: verdict('partly', false), locked: false },
  noted: { answer: 'a', verdict: verdict('done', false), locked: false },
  right: { answer: 'a', verdict: verdict('right', true), locked: true },
  spent: { answer: 'a', verdict: verdict('wrong', true), locked: true },
  'review of nothing': { answer: null, verdict: null, locked: true },
  'review of a draft': { answer: 'a', verdict: null, locked: true },
  'review of wrong': { answer: 'a', verdict: verdict('wrong', false), locked: true },
} as const satisfies Record<string, Facts>;

type Name = keyof typeof FACTS;

const PHASES: readonly Phase[] = ['new', 'draft', 'judged', 'retrying', 'locked', 'withheld'];

/** Phase by the facts alone, and while a quiz withholds. */
const BY_FACTS: readonly (readonly [facts: Name, phase: Phase, inQuiz: Phase])[] = [
  ['empty', 'new', 'new'],
  ['typed', 'draft', 'draft'],
  ['wrong', 'judged', 'withheld'],
  ['partly', 'judged', 'withheld'],
  ['noted', 'judged', 'withheld'],
  ['right', 'locked', 'withheld'],
  ['spent', 'locked', 'withheld'],
  ['review of nothing', 'locked', 'locked'],
  ['review of a draft', 'locked', 'locked'],
  ['review of wrong', 'locked', 'withheld'],
];

/** Phases that an event leaves to the facts; the others stay or become `retrying`. */
const EVENTS: readonly (readonly [event: FrameEvent, byFacts: readonly Phase[]])[] = [
  ['mount', PHASES],
  ['submit', PHASES],
  ['change', PHASES.filter((phase) => phase !== 'retrying')],
  ['retry', []],
];

function phaseOf(prior: Phase, event: FrameEvent, name: Name, withheld: boolean): Phase {
  return nextLook(prior, event, FACTS[name], withheld, false).phase;
}

describe.each(EVENTS)('%s', (event, byFacts) => {
  it.each(BY_FACTS)(
    `leads with %s to %s, to %s in a quiz that withholds${byFacts.length < PHASES.length ? ', or to retrying' : ''}`,
    (name, phase, inQuiz) => {
      for (const prior of PHASES) {
        const expected = byFacts.includes(prior) ? [phase, inQuiz] : ['retrying', 'retrying'];
        expect([phaseOf(prior, event, name, false), phaseOf(prior, event, name, true)], prior).toEqual(expected);
      }
    },
  );
});

/** `marks`: the type shows the verdict; `expected`: the right answers too; `shut`: nothing can be changed. */
const LOOKS: readonly string[] = [
  'phase    | facts             | state  | shown | button | pressed  | marks | expected | shut',
  'new      | empty             | new    | -     | check  | check    | -     | -        | -',
  'draft    | typed             | draft  | -     | check  | check    | -     | -        | -',
  'judged   | wrong             | wrong  | wrong | retry  | retry    | marks | -        | -',
  'judged   | partly            | partly | partly | retry | retry    | marks | -        | -',
  'judged   | noted             | done   | done  | check  | continue | marks | -        | -',
  'retrying | wrong             | draft  | -     | check  | check    | -     | -        | -',
  'retrying | typed             | draft  | -     | check  | check    | -     | -        | -',
  'locked   | right             | right  | right | none   | continue | marks | expected | shut',
  'locked   | spent             | wrong  | wrong | none   | continue | marks | expected | shut',
  'locked   | review of nothing | new    | -     | none   | continue | -     | -        | shut',
  'locked   | review of a draft | draft  | -     | none   | continue | -     | -        | shut',
  'locked   | review of wrong   | wrong  | wrong | none   | continue | marks | -        | shut',
  'withheld | wrong             | done   | done  | check  | continue | -     | -        | -',
  'withheld | right             | done   | done  | none   | continue | -     | -        | shut',
  'withheld | spent             | done   | done  | none   | continue | -     | -        | shut',
];

test.each(LOOKS.slice(1))('%s', (line) => {
  const [phase, name] = line.split('|').map((cell) => cell.trim()) as [Phase, Name];
  const facts = FACTS[name];
  const event = phase === 'retrying' ? 'retry' : 'mount';
  const look = nextLook('judged', event, facts, phase === 'withheld', false);
  const pressed = nextLook('judged', event, facts, phase === 'withheld', true);
  expect([look.phase, pressed]).toEqual([phase, { ...look, button: pressed.button }]);
  const { state, shown: reported, button, marks } = look;
  const flags = [marks && 'marks', marks?.final && 'expected', facts.locked && 'shut'];
  const shown = [phase, name, state, reported ?? '-', button, pressed.button, ...flags.map((flag) => flag || '-')];
  expect(shown.join(' | ')).toBe(line.replace(/ +/g, ' '));
});

test.each(['', 0, false])('an answer that is %j is a draft', (answer) => {
  const look = nextLook('new', 'change', { answer, verdict: null, locked: false }, false, false);
  expect([look.phase, look.state]).toEqual(['draft', 'draft']);
});
