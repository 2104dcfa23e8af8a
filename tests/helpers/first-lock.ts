import { writeLock } from '../../build/stages/number/lock.ts';

/** The lock of a course that was never built, with a line that is not random: the same texts make the same bytes. */
export const FIRST_LOCK = writeLock({ version: 2, line: 'tests', modules: {} });
