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

/** The shortest way to the best ending that there is. */
export function solve(options: Options): Answer {
  const open: Answer[] = [[]];
  const met = new Set<string>();
  let best: Answer = [];
  for (const way of open) {
    const { scene, values } = follow(options, way);
    const key = JSON.stringify([scene?.token, values]);
    if (met.has(key) || met.size > 4000) continue;
    met.add(key);
    if (scene?.ending === 'good') return way;
    if (scene?.ending && (best.length === 0 || score(options, way).ratio > score(options, best).ratio)) best = way;
    for (const choice of scene?.choices ?? []) if (isOffered(values, choice) && way.length < MOST_STEPS) open.push([...way, choice.token]);
  }
  return best;
}
