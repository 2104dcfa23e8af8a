import { changed, type Decision, isOffered, type Values } from '../../../../src/model/record/story.ts';

/** A scene reduced to its decisions; targets are indexes of scenes. */
export interface WalkedScene {
  readonly ending: boolean;
  readonly choices: readonly (Decision & { readonly to: number })[];
}

/** Result of walking through every decision. */
export interface Walk {
  /** Scenes that can't be reached. */
  readonly unreached: readonly number[];
  /** Scenes that may offer no decision, with the values that cause it. */
  readonly stuck: readonly { readonly scene: number; readonly values: Values }[];
  /** Scenes that can be reached, but lead to no ending. */
  readonly endless: readonly number[];
}

/** A scene with the values on arrival. */
interface Situation {
  readonly scene: number;
  readonly values: Values;
  readonly next: Situation[];
  ends: boolean;
}

/** Largest number of situations: a value that grows in a loop creates new ones endlessly. */
const MOST = 4000;

class Walker {
  /** In the order of discovery. */
  readonly met = new Map<string, Situation>();
  /** True if every situation was examined. */
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

/** Removes all conditions and changes from scenes: results then hold for any values. */
function free(scenes: readonly WalkedScene[]): WalkedScene[] {
  return scenes.map(({ ending, choices }) => ({ ending, choices: choices.map(({ to }) => ({ to })) }));
}

/** Marks all situations that lead to an ending, going backwards. */
function markEnds(situations: readonly Situation[], scenes: readonly WalkedScene[]): void {
  const before = new Map<Situation, Situation[]>();
  for (const one of situations) for (const next of one.next) before.set(next, [...(before.get(next) ?? []), one]);
  // Situations without a decision are reported separately.
  const open = situations.filter(({ scene, next }) => scenes[scene]?.ending || next.length === 0);
  for (let one = open.pop(); one; one = open.pop()) {
    if (one.ends) continue;
    one.ends = true;
    open.push(...(before.get(one) ?? []));
  }
}

/**
 * Takes every decision in every situation, from the first scene on. If there are too many situations, some faults are not found, but
 * nothing is reported wrongly.
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
  // Scenes after a scene without a decision become reachable once that is fixed.
  const seen = stuck.size > 0 ? new Walker(free(scenes), {}) : bare;
  const met = new Set([...seen.met.values()].map(({ scene }) => scene));
  return {
    unreached: [...scenes.keys()].filter((scene) => !met.has(scene)),
    stuck: [...stuck].map(([scene, these]) => ({ scene, values: these })),
    endless: [...new Set(reached.filter(({ ends }) => !ends).map(({ scene }) => scene))].sort((a, b) => a - b),
  };
}
