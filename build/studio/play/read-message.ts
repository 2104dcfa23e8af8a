import type { Call, CmiRecord, FromFrame } from './messages.ts';

/** Largest record that is taken: members, and characters of all names and values. A real one is far smaller. */
const MOST = { members: 20_000, characters: 2_000_000, depth: 10 };

/** Longest id, in characters. */
const LONGEST_ID = 200;

/** Kinds of messages that have nothing more. */
const PLAIN = ['ready', 'shown', 'ended'] as const;

/** Types of values in a record. */
const PARTS: readonly string[] = ['string', 'number', 'boolean', 'undefined'];

type Members = Readonly<Record<string, unknown>>;

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Tests whether a value is a record. One that contains itself is too deep. */
function isRecord(value: unknown, left = { ...MOST }, depth = 1): value is CmiRecord {
  if (typeof value !== 'object' || value === null || depth > MOST.depth) return false;
  return Object.entries(value).every(([name, member]) => {
    left.members -= 1;
    left.characters -= name.length + (typeof member === 'string' ? member.length : 0);
    if (left.members < 0 || left.characters < 0) return false;
    // Lists and numbers are as good as objects and texts.
    return PARTS.includes(typeof member) || isRecord(member, left, depth + 1);
  });
}

function isCall(value: unknown): value is Call {
  if (!isMembers(value)) return false;
  const { method, args, result, error, diagnostic } = value;
  const texts = [method, result, diagnostic, ...(Array.isArray(args) && args.length <= 3 ? args : [null])];
  const isText = (one: unknown): boolean => typeof one === 'string' && one.length <= MOST.characters;
  return texts.every(isText) && typeof error === 'number';
}

/** Reads a message of the frame that plays a course: a stranger's course may send anything. Null: it is none that the frame sends. */
export function readMessage(data: unknown): FromFrame | null {
  if (!isMembers(data)) return null;
  const { kind, call, record, isSaved, id } = data;
  const plain = PLAIN.find((one) => one === kind);
  if (plain) return { kind: plain };
  if (kind === 'call' && isCall(call)) return { kind, call };
  if (kind === 'record' && isRecord(record)) return { kind, record, isSaved: isSaved === true };
  if (kind === 'picked' && typeof id === 'string' && id.length <= LONGEST_ID) return { kind, id };
  return null;
}
