import type { Score, Token } from '../../src/model/course/activity.ts';
import type { Interaction, Slot } from '../../src/model/record/interaction.ts';
import { changed, isOffered, type Values } from '../../src/model/record/story.ts';
import type { Options } from './type.ts';

type Choice = Options['scenes'][number]['choices'][number];

type Scene = Options['scenes'][number];

/** The decisions taken, from the beginning on. */
export type Answer = readonly Token[];

/** A decision and the scene in which it was taken. */
export interface Step {
  readonly scene: Scene;
  readonly choice: Choice;
}

/** End of a path. */
export interface Place {
  readonly steps: readonly Step[];
  readonly scene: Scene | undefined;
  readonly values: Values;
}

/** Largest number of decisions kept: more are a loop. */
export const MOST_STEPS = 60;
/** Number of last steps reported: in 1.2 a response has 255 characters. */
const TOLD_STEPS = 30;
/** Largest number of situations examined for the best path. */
const MOST_MET = 4000;
const WORTH = { good: 1, mixed: 0.5, bad: 0 } as const;

/** Follows the path of an answer; it ends before a decision that no longer exists or is no longer offered. */
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

/** Value of the ending; 0 before there is one. */
export function score(options: Options, answer: Answer | null): Score {
  const ending = answer === null ? undefined : follow(options, answer).scene?.ending;
  return { ratio: ending ? WORTH[ending] : 0, parts: {} };
}

/** Slots for the whole path, then for each decision. */
export function slots({ scenes }: Options): Slot[] {
  const decisions = scenes.filter(({ choices }) => choices.length > 0);
  const each = decisions.map(({ token, text }): Slot => ({ part: token, type: 'choice', right: [], text: text.slice(0, 250) }));
  return [{ type: 'performance', right: [], text: '' }, ...each];
}

/**
 * Reports the path, `1.b, 2.f … end.durable`, and the last decision in each scene. It is empty for scenes that the path did not
 * visit, so that decisions of an earlier path don't stay in the record.
 */
export function report(options: Options, answer: Answer): Interaction[] {
  if (!Array.isArray(answer)) return [];
  const { steps, scene } = follow(options, answer);
  const last = new Map(steps.map((step) => [step.scene.token, step.choice.token]));
  const recent = steps.map(({ choice }, index) => [String(index + 1), choice.token] as const).slice(-TOLD_STEPS);
  const end = scene?.ending ? [['end', (scene.id ?? scene.token).slice(0, 60)] as const] : [];
  return slots(options).map(({ part }): Interaction => {
    if (part === undefined) return { response: { type: 'performance', steps: [...recent, ...end] }, result: 'neutral' };
    const token = last.get(part);
    return { part, response: { type: 'choice', tokens: token === undefined ? [] : [token] }, result: 'neutral' };
  });
}

/** Makes the longest path, ignoring conditions. */
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

/** Finds the best possible value from a scene, ignoring conditions: 0 to 1. */
function hopeOf(scenes: readonly Scene[], from: Token, met = new Set<Token>()): number {
  const scene = scenes.find(({ token }) => token === from);
  if (!scene || met.has(from)) return 0;
  met.add(from);
  return Math.max(scene.ending ? WORTH[scene.ending] : 0, ...scene.choices.map(({ to }) => hopeOf(scenes, to, met)));
}

/** Finds whether more of a value is better (1) or less (-1), from the conditions; without any, more is better. */
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

/** A path that isn't complete yet. */
interface OpenWay {
  readonly way: Answer;
  readonly scene: Scene;
  readonly values: Values;
  /** Total that other decisions would have gained more, scene by scene. */
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
 * Finds a path to the best ending. Of several, it prefers the one on which each decision gains most, then the shortest, then the first
 * in the text. The shortest alone may include decisions that the author warns of.
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
