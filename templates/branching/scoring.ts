import type { Score, Token } from '../../src/model/activity.ts';
import type { Interaction, Slot } from '../../src/model/interaction.ts';
import { changed, type Decision, isOffered, type Values } from '../../src/model/story.ts';

export interface Choice extends Decision {
  readonly token: Token;
  readonly text: string;
  /** The scene that comes next. */
  readonly to: Token;
  readonly feedback?: string;
}

export interface Scene {
  readonly token: Token;
  /** The name that its author gave it. */
  readonly id?: string;
  readonly text: string;
  readonly ending?: 'good' | 'mixed' | 'bad';
  readonly choices: readonly Choice[];
}

export interface Options {
  /** What the story begins with. */
  readonly state: Values;
  /** The first one is the beginning. */
  readonly scenes: readonly Scene[];
}

/** The decisions taken, from the beginning on. */
export type Answer = readonly Token[];

/** A decision and the scene in which it was taken. */
export interface Step {
  readonly scene: Scene;
  readonly choice: Choice;
}

/** Where a way has led. */
export interface Place {
  readonly steps: readonly Step[];
  readonly scene: Scene | undefined;
  readonly values: Values;
}

/** Decisions that are kept: whoever takes more goes round in a circle. */
export const MOST_STEPS = 60;
/** Steps that are told, from the end: in 1.2 a response has 255 characters. */
const TOLD_STEPS = 30;
/** Places of a story, with its values, that are looked at for its best way. */
const MOST_MET = 4000;
const WORTH = { good: 1, mixed: 0.5, bad: 0 } as const;

/** Goes the way of an answer again; it ends before a decision that is no longer there or no longer offered. */
export function follow({ scenes, state }: Options, answer: Answer | null): Place {
  const steps: Step[] = [];
  let [scene] = scenes;
  let values = state;
  for (const token of Array.isArray(answer) ? answer.slice(0, MOST_STEPS) : []) {
    const choice: Choice | undefined = scene?.choices.find((one) => one.token === token);
    const next = scenes.find((one) => one.token === choice?.to);
    if (!scene || !choice || !next || !isOffered(values, choice)) break;
    steps.push({ scene, choice });
    values = changed(values, choice);
    scene = next;
  }
  return { steps, scene, values };
}

/** What the ending is worth; 0 before there is one. */
export function score(options: Options, answer: Answer | null): Score {
  const ending = answer === null ? undefined : follow(options, answer).scene?.ending;
  return { ratio: ending ? WORTH[ending] : 0, parts: {} };
}

/** The way as a whole, then each decision. */
export function slots({ scenes }: Options): Slot[] {
  const decisions = scenes.filter(({ choices }) => choices.length > 0);
  const each = decisions.map(({ token, text }): Slot => ({ part: token, type: 'choice', right: [], text: text.slice(0, 250) }));
  return [{ type: 'performance', right: [], text: '' }, ...each];
}

/**
 * The way, `1.b, 2.f … end.durable`, and what was last decided in each scene: nothing where this way did not pass, so that no
 * decision of an earlier one is left standing.
 */
export function report(options: Options, answer: Answer): Interaction[] {
  if (!Array.isArray(answer)) return [];
  const { steps, scene } = follow(options, answer);
  const last = new Map(steps.map((step) => [step.scene.token, step.choice.token]));
  const told = steps.map(({ choice }, index) => [String(index + 1), choice.token] as const).slice(-TOLD_STEPS);
  const end = scene?.ending ? [['end', (scene.id ?? scene.token).slice(0, 60)] as const] : [];
  return slots(options).map(({ part }): Interaction => {
    if (part === undefined) return { response: { type: 'performance', steps: [...told, ...end] }, result: 'neutral' };
    const token = last.get(part);
    return { part, response: { type: 'choice', tokens: token === undefined ? [] : [token] }, result: 'neutral' };
  });
}

/** As many decisions as may follow one another, conditions apart. */
export function largest({ scenes }: Options): Answer {
  let ways = new Map<Token | undefined, Token[]>([[scenes[0]?.token, []]]);
  let longest: Token[] = [];
  while (ways.size > 0 && longest.length < MOST_STEPS) {
    const next = new Map<Token | undefined, Token[]>();
    for (const { token, choices } of scenes) {
      const way = ways.get(token);
      if (way) for (const choice of choices) next.set(choice.to, [...way, choice.token]);
    }
    ways = next;
    longest = [...ways.values()][0] ?? longest;
  }
  return longest;
}

/** The best that may come of a scene, conditions apart: 0 to 1. */
function hopeOf(scenes: readonly Scene[], from: Token, met = new Set<Token>()): number {
  const scene = scenes.find(({ token }) => token === from);
  if (!scene || met.has(from)) return 0;
  met.add(from);
  return Math.max(scene.ending ? WORTH[scene.ending] : 0, ...scene.choices.map(({ to }) => hopeOf(scenes, to, met)));
}

/** Is more of a value better (1), or less (-1)? Conditions tell, by where they let one go; without any, more is. */
function wantedOf({ scenes, state }: Options): Values {
  const sums = new Map<string, number>();
  for (const { to, needs = [] } of scenes.flatMap(({ choices }) => choices)) {
    const hope = hopeOf(scenes, to) - WORTH.mixed;
    for (const [name, sign] of needs) {
      const side = sign.startsWith('>') ? hope : sign.startsWith('<') ? -hope : 0;
      sums.set(name, (sums.get(name) ?? 0) + side);
    }
  }
  return Object.fromEntries(Object.keys(state).map((name) => [name, Math.sign(sums.get(name) ?? 1)]));
}

/** A way that is not gone to its end yet. */
interface OpenWay {
  readonly way: Answer;
  readonly scene: Scene;
  readonly values: Values;
  /** What other decisions would have gained more, scene after scene. */
  readonly lost: number;
}

function onwards({ way, scene, values, lost }: OpenWay, wanted: Values, { scenes }: Options): OpenWay[] {
  const offered = scene.choices.filter((choice) => isOffered(values, choice));
  const gains = offered.map((choice) => {
    const after = changed(values, choice);
    return Object.entries(wanted).reduce((sum, [name, sign]) => sum + sign * ((after[name] ?? 0) - (values[name] ?? 0)), 0);
  });
  const most = Math.max(...gains);
  return offered.flatMap((choice, index) => {
    const next = scenes.find(({ token }) => token === choice.to);
    if (!next) return [];
    return [{ way: [...way, choice.token], scene: next, values: changed(values, choice), lost: lost + most - (gains[index] ?? 0) }];
  });
}

/**
 * A way to the best ending that there is: of several, the one on which each decision gains what it could, else the shortest, else the
 * first of the text. A short way may well go through what its author warns of.
 */
export function solve(options: Options): Answer {
  const [scene] = options.scenes;
  const wanted = wantedOf(options);
  const open: OpenWay[] = scene ? [{ way: [], scene, values: options.state, lost: 0 }] : [];
  const met = new Set<string>();
  let best: { readonly way: Answer; readonly worth: number } = { way: [], worth: -1 };
  while (open.length > 0 && met.size < MOST_MET && best.worth < 1) {
    const next = open.reduce((one, other) => ((other.lost - one.lost || other.way.length - one.way.length) < 0 ? other : one));
    open.splice(open.indexOf(next), 1);
    const key = JSON.stringify([next.scene.token, next.values]);
    if (met.has(key)) continue;
    met.add(key);
    const worth = next.scene.ending ? WORTH[next.scene.ending] : -1;
    if (worth > best.worth) best = { way: next.way, worth };
    if (next.way.length < MOST_STEPS) open.push(...onwards(next, wanted, options));
  }
  return best.way;
}
