import { changed, type Decision, isOffered, type Values } from '../../src/model/story.ts';

/** A scene as far as it is walked through: where its decisions lead, by place in the text. */
export interface WalkedScene {
  readonly ending: boolean;
  readonly choices: readonly (Decision & { readonly to: number })[];
}

/** What walking through every decision has shown. */
export interface Walk {
  /** Scenes that no way leads to. */
  readonly unreached: readonly number[];
  /** Scenes in which no decision may be offered, with values for which it is so. */
  readonly stuck: readonly { readonly scene: number; readonly values: Values }[];
  /** Scenes that can be come to, and from which no way leads to an ending. */
  readonly endless: readonly number[];
}

/** A scene with the values with which it is come to. */
interface Situation {
  readonly scene: number;
  readonly values: Values;
  readonly next: Situation[];
  ends: boolean;
}

/** Situations looked at: a value that grows in a circle makes ever new ones. */
const MOST = 4000;

class Walker {
  /** In the order in which they were met. */
  readonly met = new Map<string, Situation>();
  /** Every situation was looked at. */
  whole = true;
  private readonly scenes: readonly WalkedScene[];

  constructor(scenes: readonly WalkedScene[], values: Values) {
    this.scenes = scenes;
    this.meet(0, values);
    for (const situation of this.met.values()) this.goOn(situation);
  }

  private meet(scene: number, values: Values): Situation | undefined {
    const key = `${scene} ${JSON.stringify(values)}`;
    const known = this.met.get(key);
    if (known) return known;
    if (this.met.size >= MOST) {
      this.whole = false;
      return undefined;
    }
    const fresh: Situation = { scene, values, next: [], ends: false };
    this.met.set(key, fresh);
    return fresh;
  }

  private goOn(situation: Situation): void {
    for (const choice of this.scenes[situation.scene]?.choices ?? []) {
      if (!isOffered(situation.values, choice)) continue;
      const next = this.meet(choice.to, changed(situation.values, choice));
      if (next) situation.next.push(next);
    }
  }
}

/** The same scenes, with every decision always offered: what holds here holds for any values. */
function free(scenes: readonly WalkedScene[]): WalkedScene[] {
  return scenes.map(({ ending, choices }) => ({ ending, choices: choices.map(({ to }) => ({ to })) }));
}

/** Marks what an ending can be come to from, backwards. */
function markEnds(situations: readonly Situation[], scenes: readonly WalkedScene[]): void {
  const before = new Map<Situation, Situation[]>();
  for (const one of situations) for (const next of one.next) before.set(next, [...(before.get(next) ?? []), one]);
  // Of one in which nothing is offered something else is said.
  const open = situations.filter(({ scene, next }) => scenes[scene]?.ending || next.length === 0);
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.ends) continue;
    one.ends = true;
    open.push(...(before.get(one) ?? []));
  }
}

/**
 * Takes every decision in every situation, from the first scene on. Where there are too many situations, what only they could
 * tell is left unsaid: nothing is found that is not so.
 */
export function walkScenes(scenes: readonly WalkedScene[], values: Values): Walk {
  const walker = new Walker(scenes, values);
  const bare = walker.whole ? walker : new Walker(free(scenes), {});
  const situations = [...walker.met.values()];
  const stuck = new Map<number, Values>();
  for (const { scene, values: these } of situations) {
    const { ending = true, choices = [] } = scenes[scene] ?? {};
    if (!ending && !stuck.has(scene) && !choices.some((choice) => isOffered(these, choice))) stuck.set(scene, these);
  }
  const reached = [...bare.met.values()];
  markEnds(reached, scenes);
  // What lies behind a scene in which nothing is offered is come to once that is mended.
  const seen = stuck.size > 0 ? new Walker(free(scenes), {}) : bare;
  const met = new Set([...seen.met.values()].map(({ scene }) => scene));
  return {
    unreached: [...scenes.keys()].filter((scene) => !met.has(scene)),
    stuck: [...stuck].map(([scene, these]) => ({ scene, values: these })),
    endless: [...new Set(reached.filter(({ ends }) => !ends).map(({ scene }) => scene))].sort((a, b) => a - b),
  };
}
