import { decodeState, LINE } from '../../src/model/state/codec.ts';
import { withoutChecks } from '../../src/model/state/saved-text.ts';
import { SEAL } from '../../src/model/state/seal.ts';
import type { LearnerState } from '../../src/model/state/state.ts';

/** Module and line for tests' saved states. */
export const owner = (id = 'nuit') => ({ id, line: 'tests' });

/** Reads the state in an LMS's text, of any line, without checks and texts set aside. */
export function savedState(text: string, id = 'nuit'): LearnerState | null {
  const [own = ''] = text.split('.');
  const state = decodeState(own, { id, line: own.slice(1 + SEAL, 1 + SEAL + LINE) });
  return state && withoutChecks(state);
}
