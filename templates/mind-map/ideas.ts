import type { Idea } from './scoring.ts';

/** The index after an idea and what stands under it. */
export function endOf(list: readonly Idea[], at: number): number {
  let end = at + 1;
  if (!list[at]?.under) while (list[end]?.under) end++;
  return end;
}

/** Where the idea before this one, at the same height, begins; -1 where there is none. */
function before(list: readonly Idea[], at: number): number {
  if (list[at]?.under) return list[at - 1]?.under ? at - 1 : -1;
  let start = at - 1;
  while (list[start]?.under) start--;
  return start;
}

/** Where the idea after this one, at the same height, begins; -1 where there is none. */
function after(list: readonly Idea[], at: number): number {
  const next = list[endOf(list, at)];
  return next && next.under === list[at]?.under ? endOf(list, at) : -1;
}

/** Where an idea would go one step up (-1) or down (1); -1 where it is at the end. */
export function stepFrom(list: readonly Idea[], at: number, step: -1 | 1): number {
  return step < 0 ? before(list, at) : after(list, at);
}

/** Which one of its like an idea is, from 1, and how many they are. */
export function rankOf(list: readonly Idea[], at: number): { at: number; all: number } {
  const count = (step: -1 | 1): number => {
    let found = 0;
    for (let other = stepFrom(list, at, step); other >= 0; other = stepFrom(list, other, step)) found++;
    return found;
  };
  return { at: count(-1) + 1, all: count(-1) + 1 + count(1) };
}

/** Moves an idea, with what stands under it, one step up or down among its like. */
export function move(list: Idea[], at: number, step: -1 | 1): void {
  const other = stepFrom(list, at, step);
  if (other < 0) return;
  // One step down is the next one's step up.
  const [from, to] = step < 0 ? [at, other] : [other, at];
  list.splice(to, 0, ...list.splice(from, endOf(list, from) - from));
}

/** Takes an idea out; what stood under it stays, one step higher. */
export function remove(list: Idea[], at: number): void {
  const end = endOf(list, at);
  for (const idea of list.slice(at + 1, end)) idea.under = false;
  list.splice(at, 1);
}

/**
 * Hangs an idea, with what stands under it, on a branch or on another idea, behind what is there.
 * @param parent the idea; one of a list that has it under nothing
 */
export function hang(from: Idea[], idea: Idea, to: Idea[], parent?: Idea): void {
  const at = from.indexOf(idea);
  const block = from.splice(at, endOf(from, at) - at);
  idea.under = parent !== undefined;
  to.splice(parent ? endOf(to, to.indexOf(parent)) : to.length, 0, ...block);
}

/** Ideas as an answer keeps them: empty ones are left out, and what stood under them stays. */
export function linesOf(list: readonly Idea[]): string[] {
  let bare = true;
  return list.flatMap(({ text, under }) => {
    const words = text.trim();
    if (!under) bare = words === '';
    if (words === '') return [];
    return [under && !bare ? `\t${words}` : words];
  });
}
