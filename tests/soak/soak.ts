import type { ModuleContent } from '../../src/model/course/course.ts';
import { memoryStorage } from '../helpers/memory-storage.ts';
import type { StrictLmsOptions } from '../helpers/strict-lms.ts';
import { Account, type Scorings } from './account.ts';
import { clockFrom } from './clock.ts';
import { type Dice, diceOf, mixed } from './dice.ts';
import { History } from './history.ts';
import { randomModules, scorings } from './modules.ts';
import type { Computer, Finding, Seat } from './seat.ts';
import { playStray } from './stray.ts';
import { playVisit } from './visit.ts';

/** Number of visits of one learner. A session's number determines the learner. */
export const VISITS = 5;

export interface SoakOptions {
  /** Folder of the program. */
  readonly root: string;
  readonly sessions: number;
  readonly seed: number;
  /** Plays only the learner of this session, and prints each event. */
  readonly only?: number;
  readonly report?: (event: string) => void;
}

/** A failure, and its session. */
export interface Failure extends Finding {
  readonly session: number;
}

export interface SoakResult {
  readonly sessions: number;
  readonly faults: number;
  readonly failures: readonly Failure[];
}

const RELAXED = { suspendData: 64_000, string: 64_000 };

function lmsOptions(dice: Dice, learner: string): StrictLmsOptions {
  const version = dice.one(['1.2', '1.2', '2004'] as const);
  const lack = dice.one(['interactions', 'objectives', 'children'] as const);
  return {
    version,
    learner: { id: learner, name: `Martin, ${learner}` },
    asMoodle: dice.chance(0.6),
    noEntry: dice.chance(0.15),
    numbers: dice.chance(0.2),
    ...(version === '1.2' && dice.chance(0.5) && { limits: RELAXED }),
    ...(version === '1.2' && dice.chance(0.12) && { lacks: [lack] }),
  };
}

function browserStorage(dice: Dice): Pick<Computer, 'storage' | 'isStoring'> {
  const store = memoryStorage();
  if (dice.chance(0.5)) return { isStoring: true, storage: () => store };
  const refusal = new Error('QuotaExceededError');
  const full = (): never => {
    throw refusal;
  };
  const isFull = dice.chance(0.3);
  return { isStoring: false, storage: isFull ? () => ({ ...store, setItem: full }) : full };
}

/** One or two learners at one computer, from their first visit to their last. */
function playLife(
  life: number,
  { seed, report: tell = () => {} }: SoakOptions,
  modules: readonly ModuleContent[],
  types: Scorings,
): SoakResult {
  const dice = diceOf(mixed(seed, life));
  const content = dice.one(modules);
  const computer: Computer = {
    dice,
    types,
    report: tell,
    clock: clockFrom(Date.UTC(2026, 0, 5, 8)),
    faults: 0,
    ...browserStorage(dice),
  };
  const seats = ['ines', 'karim'].slice(0, dice.chance(0.25) ? 2 : 1).map(
    (learner): Seat => ({
      options: lmsOptions(dice, learner),
      history: new History(new Account(content, types)),
      lms: undefined,
      time: 0,
      sureTime: 0,
      mostTime: 0,
      without: new Set(),
      strays: new Map(),
      unseen: false,
      raw: -1,
      rank: -1,
    }),
  );
  tell(`module ${content.id}: ${content.completion} ${content.pass ?? ''} ${content.onFail}; storage ${computer.isStoring}`);
  for (const { options } of seats) tell(JSON.stringify(options));
  const failures: Failure[] = [];
  for (let visit = 0; visit < VISITS && failures.length === 0; visit++) {
    const session = life * VISITS + visit;
    const seat = dice.one(seats);
    const stray = dice.chance(0.25) ? playStray(seat, computer) : [];
    for (const finding of [...stray, ...playVisit(seat, computer)]) failures.push({ session, ...finding });
  }
  return { sessions: VISITS, faults: computer.faults, failures };
}

/** Plays random learners on random modules, through random faults. */
export function soak(options: SoakOptions): SoakResult {
  const types = scorings();
  const modules = randomModules(options.root, options.seed);
  const lives = Math.ceil(options.sessions / VISITS);
  const first = options.only === undefined ? 0 : Math.floor(options.only / VISITS);
  const count = options.only === undefined ? lives : 1;
  const results = Array.from({ length: count }, (_, index) => playLife(first + index, options, modules, types));
  return {
    sessions: count * VISITS,
    faults: results.reduce((sum, { faults }) => sum + faults, 0),
    failures: results.flatMap(({ failures }) => failures),
  };
}
