import { STATE_MEMBER } from '../lms/state-member.ts';
import type { Owner } from '../model/state/codec.ts';
import { sealOf } from '../model/state/seal.ts';
import { isMissed } from '../model/state/state.ts';
import type { Tracker } from '../visit/tracker.ts';
import type { Keeping } from './keeping.ts';

/** Data that erasing may lose, in list order: each name is the last part of a string's key. */
const LOSSES = [
  'work',
  'unsent',
  'answers',
  'short',
  'attempt',
  'session',
  'account',
  'version',
  'alone',
  'notebook',
  'notebooks',
] as const;

/** Kind of data that exists only in this browser, and is lost when erased. */
export type Loss = (typeof LOSSES)[number];

/** Data of a visit used to build storage keys. */
interface Visit {
  readonly module: string;
  /** The lock that the course's packages share. */
  readonly lock: Omit<Owner, 'id'>;
  /** Seal of the learner's id. */
  readonly learner: string;
  readonly attempt: string;
  /** True if this page saves to an LMS, so that the save status reports on its work. */
  readonly saves: boolean;
  readonly alone: boolean;
}

/** Reads the saved state inside a stored text; '' if there is none, '?' if the text isn't JSON. */
function stateIn(text: string, member: string): string {
  try {
    const state: unknown = JSON.parse(text)?.[member];
    return typeof state === 'string' ? state : '';
  } catch {
    return '?';
  }
}

/** Returns true if a saved text contains work worth keeping. An unreadable text counts as such. */
function isTextMissed(text: string, id: string, { lock }: Visit, { readState }: Keeping): boolean {
  if (text === '') return false;
  const reading = readState(text, { ...lock, id });
  return !('state' in reading) || isMissed(reading.state);
}

function lossOfCopy([module, learner, attempt]: readonly string[], visit: Visit): Loss | undefined {
  if (learner !== visit.learner) return 'account';
  if (module !== visit.module) return 'session';
  if (attempt !== visit.attempt) return 'attempt';
  return visit.saves ? undefined : 'unsent';
}

/** Returns the kind of loss of a stored text; undefined if it isn't worth keeping. */
function lossOf(key: string, text: string, visit: Visit, keeping: Keeping): Loss | undefined {
  const [, kind = '', rest = ''] = /^cartable-?([a-z]*):[^/:]*[/:](.*)/.exec(key) ?? [];
  const parts = rest.split(':');
  const [first = ''] = parts;
  switch (kind) {
    case 'notebook':
      return parts.at(-1) === visit.learner ? 'notebook' : 'notebooks';
    case 'copy':
      return isTextMissed(stateIn(text, 'text'), first, visit, keeping) ? lossOfCopy(parts, visit) : undefined;
    case '':
      if (!isTextMissed(stateIn(text, STATE_MEMBER), first, visit, keeping)) return undefined;
      if (!visit.alone) return 'alone';
      return first === visit.module ? 'answers' : 'session';
    default:
      // Texts of another version, set aside.
      return 'version';
  }
}

/** Lists the data that would be lost if everything were erased now, in the order of `LOSSES`. */
export function lossesOf({ id: module, ...lock }: Owner, tracker: Tracker, keeping: Keeping): Loss[] {
  const { learner, alone, refused } = tracker.launch;
  const status = tracker.saveStatus();
  const visit: Visit = {
    module,
    lock,
    learner: sealOf(learner.id),
    attempt: tracker.state().attempt,
    saves: status === 'saved' || status === 'failed',
    alone: alone && !refused,
  };
  const found = new Set((keeping.kept() ?? []).map(([key, text]) => lossOf(key, text, visit, keeping)));
  if (status === 'failed') found.add('work');
  if (tracker.without().length > 0) found.add('short');
  return LOSSES.filter((loss) => found.has(loss));
}
