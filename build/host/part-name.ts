import { basename, dirname, join } from 'pathe';

const PART = /^\.(.+?)\.(\d+)(?:-\d+)?\.part$/;

/**
 * Returns the temporary path of a file: beside its target, under a name with a dot and the number of the process.
 * @param mark number of the process; `-` and a number after it distinguish concurrent writes of one process
 */
export function partName(goal: string, mark: string): string {
  return join(dirname(goal), `.${basename(goal)}.${mark}.part`);
}

/** Returns the final path of a file, whether it is temporary or not. */
export function goalOf(path: string): string {
  const name = PART.exec(basename(path))?.[1];
  return name === undefined ? path : join(dirname(path), name);
}

/** Number of the process that writes a temporary file of this name; undefined for other names. */
export function writerOf(name: string): number | undefined {
  const pid = PART.exec(name)?.[2];
  return pid === undefined ? undefined : Number(pid);
}
