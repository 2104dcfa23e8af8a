import { decodeState, LINE } from '../../src/model/codec.ts';
import { withoutChecks } from '../../src/model/saved-text.ts';
import { SEAL } from '../../src/model/seal.ts';
import type { LearnerState } from '../../src/model/state.ts';

/** Module and line that tests save under. */
export const owner = (id = 'nuit') => ({ id, line: 'tests' });

/** The state in a text that an LMS keeps, whatever its line, without checks and what is set aside behind it. */
export function savedState(text: string, id = 'nuit'): LearnerState | null {
  const [own = ''] = text.split('.');
  const state = decodeState(own, { id, line: own.slice(1 + SEAL, 1 + SEAL + LINE) });
  return state && withoutChecks(state);
}
