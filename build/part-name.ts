import { basename, dirname, join } from 'node:path';

const PART = /^\.(.+?)\.(\d+)(?:-\d+)?\.part$/;

/**
 * Where a process writes a file before it is whole: beside its goal, under a name with a dot and the number of the process.
 * @param turn tells apart what one process writes at once
 */
export function partOf(goal: string, turn?: number): string {
  const mark = turn === undefined ? process.pid : `${process.pid}-${turn}`;
  return join(dirname(goal), `.${basename(goal)}.${mark}.part`);
}

/** The path that a file has or will have once it is whole. */
export function goalOf(path: string): string {
  const name = PART.exec(basename(path))?.[1];
  return name === undefined ? path : join(dirname(path), name);
}

/** Number of the process that writes a file of this name; undefined where that is no such name. */
export function writerOf(name: string): number | undefined {
  const pid = PART.exec(name)?.[2];
  return pid === undefined ? undefined : Number(pid);
}
