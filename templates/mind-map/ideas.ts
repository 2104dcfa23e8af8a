import type { Idea } from './scoring.ts';

/** Returns the index after an idea and its children. */
export function endOf(list: readonly Idea[], at: number): number {
  let end = at + 1;
  if (!list[at]?.under) while (list[end]?.under) end++;
  return end;
}

/** Finds the previous idea of the same level; -1 if there is none. */
function before(list: readonly Idea[], at: number): number {
  if (list[at]?.under) return list[at - 1]?.under ? at - 1 : -1;
  let start = at - 1;
  while (list[start]?.under) start--;
  return start;
}

/** Finds the next idea of the same level; -1 if there is none. */
function after(list: readonly Idea[], at: number): number {
  const next = list[endOf(list, at)];
  return next && next.under === list[at]?.under ? endOf(list, at) : -1;
}

/** Finds the target of one step up (-1) or down (1); -1 at the end. */
export function stepFrom(list: readonly Idea[], at: number, step: -1 | 1): number {
  return step < 0 ? before(list, at) : after(list, at);
}

/** Returns an idea's rank among its siblings, from 1, and their number. */
export function rankOf(list: readonly Idea[], at: number): { at: number; all: number } {
  const count = (step: -1 | 1): number => {
    let found = 0;
    for (let other = stepFrom(list, at, step); other >= 0; other = stepFrom(list, other, step)) found++;
    return found;
  };
  return { at: count(-1) + 1, all: count(-1) + 1 + count(1) };
}

/** Moves an idea with its children one step up or down among its siblings. */
export function move(list: Idea[], at: number, step: -1 | 1): void {
  const other = stepFrom(list, at, step);
  if (other < 0) return;
  // One step down equals the next idea's step up.
  const [from, to] = step < 0 ? [at, other] : [other, at];
  list.splice(to, 0, ...list.splice(from, endOf(list, from) - from));
}

/** Removes an idea; its children move up one level. */
export function remove(list: Idea[], at: number): void {
  const end = endOf(list, at);
  for (const idea of list.slice(at + 1, end)) idea.under = false;
  list.splice(at, 1);
}

/**
 * Moves an idea with its children to a branch or another idea, after the existing ones.
 * @param parent the new parent, an idea directly on a branch
 */
export function hang(from: Idea[], idea: Idea, to: Idea[], parent?: Idea): void {
  const at = from.indexOf(idea);
  const block = from.splice(at, endOf(from, at) - at);
  idea.under = parent !== undefined;
  to.splice(parent ? endOf(to, to.indexOf(parent)) : to.length, 0, ...block);
}

/** Converts ideas to an answer, without empty ones; their children stay. */
export function linesOf(list: readonly Idea[]): string[] {
  let bare = true;
  return list.flatMap(({ text, under }) => {
    const words = text.trim();
    if (!under) bare = words === '';
    if (words === '') return [];
    return [under && !bare ? `\t${words}` : words];
  });
}
