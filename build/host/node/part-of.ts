import { partName } from '../part-name.ts';

/** Returns the temporary path of a file that this process writes. @param turn distinguishes concurrent writes */
export function partOf(goal: string, turn?: number): string {
  return partName(goal, turn === undefined ? String(process.pid) : `${process.pid}-${turn}`);
}
