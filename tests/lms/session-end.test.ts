import { expect, test } from 'vitest';
import type { LmsCalls } from '../../src/lms/lms-call.ts';
import { createSession } from '../../src/lms/session.ts';
import type { Writer } from '../../src/lms/writer.ts';
import { formats12 } from '../../src/model/standards/formats-12.ts';
import { fresh, slots } from './bakery.ts';

/** A session in front of an LMS that doesn't accept a status. */
function open() {
  const log: string[] = [];
  const held = new Map<string, string>();
  const writer: Writer = {
    put(element, value) {
      log.push(`${element}=${value}`);
      if (element !== 'status') held.set(element, value);
    },
    retry: () => undefined,
    awaits: () => false,
    held,
    flush(last) {
      log.push(last ? 'end' : 'commit');
      return { ok: true };
    },
    witnessed: () => undefined,
  };
  const calls: Partial<LmsCalls> = {
    open: () => true,
    last: () => ({ call: '', code: 0 }),
    get: () => '',
    read: () => '',
  };
  const session = createSession(calls as LmsCalls, writer, {
    formats: formats12,
    limits: { state: 100, text: 255, registerFirst: true },
    strict: 10,
    thrift: [],
    core: 'core.',
    lesson: 'lesson.',
    learner: 'student',
    status: 'status',
    keeps: () => true,
    known: () => undefined,
    writeObjective: () => undefined,
    writeStatus: ({ status }) => writer.put('status', status),
    suspend: () => undefined,
  });
  return { session, held, take: () => log.splice(0) };
}

test('while the LMS has no status the session stays open: an LMS would set it to completed', () => {
  const { session, held, take } = open();
  session.start();
  expect([session.leave(fresh), take().at(-1)]).toEqual([{ ok: true }, 'commit']);
  session.register(slots.slice(0, 1));
  expect(take()).toContain('cmi.interactions.0.id=farine');
  expect([session.save(fresh), take().at(-1)]).toEqual([{ ok: true }, 'commit']);
  held.set('status', 'incomplete');
  expect([session.leave(fresh), take().at(-1)]).toEqual([{ ok: true }, 'end']);
  expect([session.save(fresh).ok, session.leave(fresh).ok, take()]).toEqual([false, true, []]);
});
