import { describe, expect, test } from 'vitest';
import { newState } from '../../src/model/state/state.ts';
import { createOutgoing } from '../../src/visit/outgoing.ts';
import { bakery, bakeryTypes } from '../helpers/bakery.ts';

function open(more: { counted?: number; time?: number; registerFirst?: boolean; limit?: number; heavy?: boolean; isHeard?: boolean } = {}) {
  const { counted, time = 60, registerFirst = true, limit = 64_000, heavy = false, isHeard = false } = more;
  const log: string[] = [];
  const copy = {
    keep: (attempt: string, text: string, isKnown: boolean) => void log.push(`keep ${attempt} ${isKnown} ${text.length > 0}`),
    erase: (attempt: string) => void log.push(`erase ${attempt}`),
    setAside: (left: readonly string[]) => void log.push(`aside ${left.length}`),
  };
  const driver = { limits: { state: limit, text: 255, registerFirst }, register: () => void log.push('register'), isHeavy: () => heavy };
  const content = bakery();
  const world = { content, types: bakeryTypes, driver, note: () => void log.push('note') };
  const first = { ...newState('t'), time };
  const beginning = { launch: { state: 'kept', ...(counted !== undefined && { counted }) }, state: first, copy, aside: [], isHeard };
  const outgoing = createOutgoing(world as never, beginning as never, { answered: new Map() } as never);
  return { outgoing, log, take: () => log.splice(0), first };
}

describe('a record', () => {
  test('has the time of this visit, and that of earlier ones that the LMS has not counted', () => {
    const session = (more: object) => {
      const { outgoing, first } = open(more);
      return outgoing.record({ ...first, time: 100 }, false, false).session;
    };
    expect([session({}), session({ counted: 60 }), session({ counted: 45 }), session({ counted: 90 })]).toEqual([40, 40, 55, 40]);
  });

  test('is noted and copied before it is sent, after the questions are registered once', () => {
    const { outgoing, take, first } = open();
    outgoing.record(first, false, false);
    expect(take()).toEqual(['register', 'note', 'keep t false true', 'aside 0']);
    outgoing.record(first, false, false);
    expect(take()).toEqual(['note', 'keep t false true', 'aside 0']);
  });

  test('of the time alone is not', () => {
    const { outgoing, take, first } = open({ registerFirst: false });
    expect([outgoing.record(first, false, true).silent, 'silent' in outgoing.record(first, false, false), take()]).toEqual([
      true,
      false,
      ['note', 'keep t false true', 'aside 0'],
    ]);
  });

  test('keeps the present text of the LMS where it must', () => {
    const { outgoing, first } = open();
    expect([outgoing.record(first, true, false).state, outgoing.record(first, false, false).state === 'kept']).toEqual(['kept', false]);
  });
});

describe('the local copy', () => {
  test('is erased once all of it is confirmed', () => {
    const { outgoing, take, first } = open();
    outgoing.record(first, false, false);
    take();
    outgoing.confirmed(first);
    expect(take()).toEqual(['erase t']);
    outgoing.record(first, false, false);
    expect(take()).toContain('keep t true true');
  });

  test('of an earlier visit is erased by the first confirmation', () => {
    const { outgoing, take, first } = open();
    outgoing.confirmed(first);
    expect(take()).toEqual(['erase t']);
  });

  test('stays while it has an answer that no save has', () => {
    const { outgoing, take, first } = open();
    outgoing.record(first, false, false);
    outgoing.keepAtOnce(first);
    take();
    outgoing.confirmed(first);
    expect(take()).toEqual([]);
    outgoing.record(first, false, false);
    take();
    outgoing.confirmed(first);
    expect(take()).toEqual(['erase t']);
  });

  test('stays while the LMS has no room, or may not have received it', () => {
    const words = { ...newState('t'), activities: { 2: { tries: 1, answer: 'Du pain et du sel, bien levé, bien cuit, bien doré' } } };
    const fields = { ...open({ limit: 10 }) };
    fields.outgoing.record(words, false, false);
    fields.take();
    fields.outgoing.confirmed(words);
    expect([fields.outgoing.isComplete(), fields.take().length === 0]).toEqual([
      fields.outgoing.without().length === 0,
      fields.outgoing.without().length > 0,
    ]);
    const heavy = open({ heavy: true });
    heavy.outgoing.record(heavy.first, false, false);
    heavy.take();
    heavy.outgoing.confirmed(heavy.first);
    expect([heavy.outgoing.isComplete(), heavy.take()]).toEqual([false, []]);
  });

  test('of the minutes alone holds no answer', () => {
    const { outgoing, take, first } = open({ isHeard: true });
    outgoing.keepMinutes(first);
    expect(take()).toEqual(['keep t true true']);
  });
});
