import { STATE_MEMBER } from '../drivers/state-member.ts';
import type { Owner } from '../model/codec.ts';
import { sealOf } from '../model/seal.ts';
import { isMissed } from '../model/state.ts';
import type { Tracker } from '../tracker.ts';
import type { Keeping } from './keeping.ts';

/** Everything that erasing may cost, in the order of the list: each is the end of a string's key. */
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

/** Kind of data that is lost when this browser's copy is erased, because nothing else has it. */
export type Loss = (typeof LOSSES)[number];

/** Parts of a visit that storage keys are made of. */
interface Visit {
  readonly module: string;
  /** The lock that the course's packages share. */
  readonly lock: Omit<Owner, 'id'>;
  /** Seal of the learner's id. */
  readonly learner: string;
  readonly attempt: string;
  /** This page saves to an LMS: the save status reports on its work. */
  readonly saves: boolean;
  readonly alone: boolean;
}

/** Reads the saved state inside a stored text; '' where there is none, '?' where the text is no JSON. */
function stateIn(text: string, member: string): string {
  try {
    const state: unknown = JSON.parse(text)?.[member];
    return typeof state === 'string' ? state : '';
  } catch {
    return '?';
  }
}

/** Returns true where a saved text holds work that somebody would miss. A text that can't be read counts as missed. */
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

/** The loss of one stored text; undefined where nobody would miss it. */
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
      // Texts of another version that were set aside.
      return 'version';
  }
}

/** Lists all that would be lost if everything were erased now, in the order of `LOSSES`. */
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
