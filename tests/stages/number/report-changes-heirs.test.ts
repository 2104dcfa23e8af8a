import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { NumberedCourse } from '../../../build/model/course.ts';
import type { Lock, LockActivity, LockCourse, LockModule } from '../../../build/model/lock.ts';
import { reportChanges } from '../../../build/stages/number/report-changes.ts';
import { lockable, rames } from '../../helpers/lockable.ts';

/** An activity in a lock; `-sel` is a part that is gone, `-` before the id an activity that is. */
function entry(id: string, texts: readonly string[] = [], type?: string): LockActivity {
  const parts = texts.map((text) => (text.startsWith('-') ? { text: text.slice(1), gone: true as const } : { text }));
  return { id: id.replace('-', ''), ...(type !== undefined && { type }), parts, ...(id.startsWith('-') && { gone: true as const }) };
}

interface Given {
  readonly version?: 1 | 2;
  readonly isFrozen?: boolean;
  readonly newLock?: string;
  readonly chapters?: boolean;
  /** Places of the parts of the current text, by activity. */
  readonly tokens?: Readonly<Record<string, readonly string[]>>;
}

type Modules = Readonly<Record<string, readonly LockActivity[] | LockModule>>;
const lockOf = (modules: Modules, version: 1 | 2 = 2): Lock => ({
  ...{ version, line: 'tests' },
  modules: Object.fromEntries(
    Object.entries(modules).map(([id, one]) => [id, Array.isArray(one) ? { pages: ['quai'], activities: one } : (one as LockModule)]),
  ),
});

/** Reports as `code file:line values`. The activity `n` of a session stands at line 10 · n, the session itself at its number in the course. */
function changes(old: Modules, now: Modules, { version, isFrozen = false, newLock, chapters = false, tokens = {} }: Given = {}): string[] {
  const lock = lockOf(now);
  const modules = Object.entries(lock.modules).map(([id, { activities }], at) => {
    const live = activities.flatMap((one, n) =>
      one.gone ? [] : [{ ...lockable(one.id, []), at: { file: `${id}.md`, line: 10 * (n + 1), column: 1 } }],
    );
    return {
      module: { ...rames(...live), id },
      at: { file: `${id}.md`, line: at + 1, column: 1 },
      numbers: { tokens: new Map(Object.entries(tokens)) },
    };
  });
  const course = { modules: [], pages: [], activities: [] } satisfies LockCourse;
  const diagnostics = new Diagnostics();
  reportChanges(
    {
      ...{ known: lockOf(old, version), lock: { ...lock, ...(chapters && { course }) }, modules, source: { shown: 'depot' } },
      ...(newLock !== undefined && { newLock }),
      ...(chapters && { chapters: new Map() }),
    } as unknown as NumberedCourse,
    isFrozen,
    diagnostics,
  );
  return diagnostics.list.map(({ code, at, values }) =>
    [code, `${at.file.replace('depot/', '')}:${at.line}`, ...Object.values(values)].join(' '),
  );
}

describe('a new activity is a removed one under another name', () => {
  const heir = (old: LockActivity, now: LockActivity, ...before: readonly LockActivity[]): string[] =>
    changes({ rames: [old, ...before] }, { rames: [{ ...old, gone: true }, ...before, now] });

  test('with more than half of its current texts', () => {
    const renamed = ['activity-renamed rames.md:20 q autre'];
    expect(heir(entry('q', ['un', 'deux', 'trois']), entry('autre', ['deux', 'un', 'sel']))).toEqual(renamed);
    expect(heir(entry('q', ['un', 'deux']), entry('autre', ['deux', 'sel']))).toEqual(['activity-gone rames.md:1 q']);
    // Texts that are gone, and parts without one, don't count.
    expect(heir(entry('q', ['un', '-sel', '-eau']), entry('autre', ['un']))).toEqual(renamed);
    expect(heir(entry('q', ['un', 'deux', 'trois']), entry('autre', ['un', '-deux']))).toEqual(['activity-gone rames.md:1 q']);
    expect(heir(entry('q', ['un', '', '']), entry('autre', ['un']))).toEqual(renamed);
    expect(heir(entry('q', ['']), entry('autre', ['']))).toEqual(['activity-gone rames.md:1 q']);
  });

  test('of its type, if that is known, and neither there before nor gone', () => {
    expect(heir(entry('q', ['un'], 'choice'), entry('autre', ['un'], 'order'))).toEqual(['activity-gone rames.md:1 q']);
    expect(heir(entry('q', ['un']), entry('autre', ['un'], 'order'))).toEqual(['activity-renamed rames.md:20 q autre']);
    expect(heir(entry('q', ['un']), entry('-autre', ['un']))).toEqual(['activity-gone rames.md:1 q']);
    expect(heir(entry('q', ['un']), entry('sel', ['sel']), entry('autre', ['un']))).toEqual(['activity-gone rames.md:1 q']);
  });
});

describe('an activity in another session', () => {
  const old = { rames: [entry('q', ['un'])], quais: [entry('r')] };
  const now = { rames: [entry('-q', ['un']), entry('autre', ['un'])], quais: [entry('r'), entry('q', ['un'])] };

  test('has moved, to its place there', () => {
    expect(changes(old, now)).toEqual(['activity-moved quais.md:20 q rames quais']);
  });

  test('has moved with its answers in a course that is one SCO, and is gone where none has it', () => {
    expect(changes(old, now, { chapters: true })).toEqual([]);
    expect(changes(old, { ...now, quais: [entry('r'), entry('-q')] }, { chapters: true })).toEqual([
      'activity-renamed rames.md:20 q autre',
    ]);
  });

  test('has not taken it over if it had it before', () => {
    const both = { ...old, quais: [entry('q', ['un'])] };
    expect(changes(both, { rames: [entry('-q', ['un'])], quais: both.quais })).toEqual(['activity-gone rames.md:1 q']);
    const back = { ...old, quais: [entry('-q', ['un'])] };
    expect(changes(back, { rames: [entry('-q', ['un'])], quais: [entry('q', ['un'])] })).toEqual([
      'activity-moved quais.md:10 q rames quais',
    ]);
  });
});

describe('parts', () => {
  const parts = (before: readonly string[], after: readonly string[], tokens: readonly string[]): string[] =>
    changes({ rames: [entry('q', before)] }, { rames: [entry('q', after)] }, { tokens: { q: tokens } });

  test('are replaced by the new one in their place, else in order if their numbers match', () => {
    expect(parts(['un', 'deux'], ['-un', 'deux', 'sel'], ['c', 'b'])).toEqual(['part-replaced rames.md:10 q un sel']);
    expect(parts(['-vieux', 'un', 'deux'], ['-vieux', '-un', 'deux', 'sel'], ['d', 'c'])).toEqual(['part-replaced rames.md:10 q un sel']);
    expect(parts(['un', 'deux'], ['un', '-deux', 'sel'], ['c', 'a'])).toEqual(['part-replaced rames.md:10 q deux sel']);
    expect(parts(['un', 'deux', 'trois'], ['-un', '-deux', 'trois', 'sel'], ['c', 'd'])).toEqual([
      'part-gone rames.md:10 q un',
      'part-replaced rames.md:10 q deux sel',
    ]);
    expect(parts(['un', 'deux'], ['-un', 'deux', 'sel', 'eau'], ['b', 'c', 'd'])).toEqual(['part-gone rames.md:10 q un']);
  });

  test('are corrected, or unchanged; those that were gone or have no text are not reported', () => {
    expect(parts(['un', '-deux', ''], ['le un', '-deux', ''], ['a'])).toEqual(['part-corrected rames.md:10 q un le un']);
    expect(parts(['un', ''], ['un', '-'], ['a'])).toEqual([]);
  });

  test('of another type are not compared, unless 0.1 did not know the type', () => {
    const now = { rames: [entry('q', ['-un', 'sel'], 'order')] };
    expect(changes({ rames: [entry('q', ['un'], 'choice')] }, now, { tokens: { q: ['b'] } })).toEqual([
      'type-changed rames.md:10 q choice order',
    ]);
    expect(changes({ rames: [entry('q', ['un'])] }, now, { tokens: { q: ['b'] } })).toEqual(['part-replaced rames.md:10 q un sel']);
  });
});

test('a removed page is reported once, and not against a lock of version 1; a new session has no changes', () => {
  const module = (pages: readonly string[], ...gonePages: readonly string[]): LockModule => ({ pages, gonePages, activities: [] });
  const now = { soir: module(['a'], 'a'), rames: module(['a', 'b', 'c'], 'a', 'b', 'c') };
  expect(changes({ rames: module(['a', 'b'], 'a') }, now)).toEqual(['page-gone rames.md:2 b']);
  expect(changes({ rames: module(['a', 'b'], 'a') }, now, { version: 1 })).toEqual([]);
});

test('a lock that would change is out of date where it is frozen', () => {
  const modules = { rames: [entry('q')] };
  const frozen = (isFrozen: boolean, newLock?: string) =>
    changes(modules, modules, { isFrozen, ...(newLock !== undefined && { newLock }) });
  expect([frozen(true, 'x'), frozen(true), frozen(false, 'x')]).toEqual([['lock-out-of-date course.lock.yaml:1'], [], []]);
});
