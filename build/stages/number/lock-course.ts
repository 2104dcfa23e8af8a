import { activitiesIn, activitiesOn } from '../../model/inner-nodes.ts';
import type { ChapterNumbers, Lock, LockCourse, LockHome, LockModule, ModuleNumbers } from '../../model/lock.ts';
import { ownValue } from '../../model/own-value.ts';
import type { Node, ValidModule } from '../../model/source.ts';

/** An activity in its current module. */
interface Use {
  readonly module: string;
  readonly id: string;
  /** The quiz that draws it from a bank: other modules may have the same question, each with its own record. */
  readonly quiz?: string;
}

/** A use with a number from another module. */
interface Move extends Use {
  readonly from: string;
}

function usesOf({ id: module, pages }: ValidModule): Use[] {
  const activities = pages.flatMap(activitiesOn);
  const quizzes = new Map<string, string>();
  for (const { id, options } of activities) {
    if (options.bank) for (const question of activitiesIn(options.questions as readonly Node[])) quizzes.set(question.id, id);
  }
  return activities.map(({ id }) => {
    const quiz = quizzes.get(id);
    return { module, id, ...(quiz !== undefined && { quiz }) };
  });
}

const keyOf = (module: string, id: string): string => `${module}/${id}`;
const lastHome = ({ in: homes }: LockHome): string => homes.at(-1) ?? '';

/**
 * Tests whether a number may follow an activity into another module. It may not if that module has had another activity of that
 * name, whose tokens mean other parts. A question of a bank moves only with its quiz.
 */
function mayFollow({ module, id, quiz }: Use, home: LockHome, lock: Lock, moves: readonly Move[]): boolean {
  const isStrange = ownValue(lock.modules, module)?.activities.some((one) => one.id === id) && !home.in.includes(module);
  const came = quiz === undefined || moves.some((move) => move.module === module && move.id === quiz && move.from === lastHome(home));
  return !isStrange && came;
}

/** Numbers every use: its own number in this module, else that from its earlier module, else a new one. */
function claim(lock: Lock, old: readonly LockHome[], uses: readonly Use[]): { homes: LockHome[]; moves: Move[] } {
  const homes = [...old];
  const moves: Move[] = [];
  const known = new Map(old.map((home, n) => [keyOf(lastHome(home), home.id), n]));
  const numberOf = ({ module, id }: Use): number | undefined => known.get(keyOf(module, id));
  const taken = new Set(uses.map(numberOf));
  for (const use of uses) {
    if (numberOf(use) !== undefined) continue;
    const n = old.findIndex((home, index) => home.id === use.id && !taken.has(index) && mayFollow(use, home, lock, moves));
    const home = old[n];
    if (home) {
      taken.add(n);
      moves.push({ ...use, from: lastHome(home) });
      homes[n] = { id: use.id, in: [...home.in, use.module] };
    } else homes.push({ id: use.id, in: [use.module] });
  }
  return { homes, moves };
}

/** Copies the parts of moved activities to their new modules, so that their answers keep their meaning. */
function withMoved(modules: Lock['modules'], moves: readonly Move[]): Lock['modules'] {
  const next: Record<string, LockModule> = { ...modules };
  for (const { module, id, from } of moves) {
    const old = ownValue(modules, from)?.activities.find((one) => one.id === id) ?? { id, parts: [] };
    const { activities, ...rest } = ownValue(next, module) ?? { pages: [], activities: [] };
    const moved = { ...old, gone: true as const };
    const has = activities.some((one) => one.id === id);
    next[module] = { ...rest, activities: has ? activities.map((one) => (one.id === id ? moved : one)) : [...activities, moved] };
  }
  return next;
}

function grown(old: readonly string[], now: readonly string[]): readonly string[] {
  const all = new Set([...old, ...now]);
  return all.size === old.length ? old : [...all];
}

/** Adds the numbers of a course that is one SCO to its lock; returns the same lock if there are none. */
export function lockCourse(lock: Lock, modules: readonly ValidModule[]): Lock & { readonly course: LockCourse } {
  const old: LockCourse = lock.course ?? { modules: [], pages: [], activities: [] };
  const uses = modules.flatMap(usesOf);
  const { homes, moves } = claim(lock, old.activities, uses);
  const course = {
    modules: grown(
      old.modules,
      modules.map(({ id }) => id),
    ),
    pages: grown(
      old.pages,
      modules.flatMap(({ pages }) => pages.map(({ id }) => id)),
    ),
    activities: homes,
  };
  const isSame =
    moves.length === 0 && homes.length === old.activities.length && course.modules === old.modules && course.pages === old.pages;
  if (isSame && lock.course) return { ...lock, course: lock.course };
  return { ...lock, modules: withMoved(lock.modules, moves), course };
}

/** Computes the numbers of each module as a chapter. */
export function chapterNumbers({ modules, pages, activities }: LockCourse): (module: string, own: ModuleNumbers) => ChapterNumbers {
  const numberOfPage = new Map(pages.map((id, n) => [id, n]));
  const numberOf = new Map(activities.map((home, n) => [keyOf(lastHome(home), home.id), n]));
  const firstOf = new Map<string, number>();
  activities.forEach(({ id }, n) => void firstOf.set(id, firstOf.get(id) ?? n));
  /** The first activity with an id keeps it; for others the module's id is added, with a character that ids don't contain. */
  const nameOf = (id: string, n: number): string => {
    if (firstOf.get(id) === n) return id;
    const module = activities[n]?.in[0];
    const isTaken = activities.slice(0, n).some((home) => home.id === id && home.in[0] === module);
    return [id, module, ...(isTaken ? [n] : [])].join('_');
  };
  return (module, own) => {
    const numbers = new Map<string, number>();
    const names = new Map<string, string>();
    for (const id of own.activities.keys()) {
      const n = numberOf.get(keyOf(module, id)) ?? 0;
      const name = nameOf(id, n);
      for (const one of [id, name]) numbers.set(one, n);
      if (name !== id) names.set(id, name);
    }
    return { ...own, n: modules.indexOf(module), pages: numberOfPage, activities: numbers, names };
  };
}
