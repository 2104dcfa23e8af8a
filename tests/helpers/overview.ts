import { progressOf } from '../../src/model/judging/progress.ts';
import { newState } from '../../src/model/state/state.ts';
import type { Overview } from '../../src/player/frame/mount.ts';
import { bakery, bakeryTypes } from './bakery.ts';

/** Overview of the bakery's night shift for a learner who has just begun, with some changed members. */
export function overviewOf(more: Partial<Overview> = {}): Overview {
  const content = bakery();
  return {
    content,
    launch: { mode: 'normal', alone: false, state: '', learner: { id: 'l-7', name: 'Moreau, Ines' }, interactions: -1 },
    progress: () => progressOf(content, bakeryTypes, newState('abcd')),
    results: () => [],
    competencies: () => [],
    subscribe: () => undefined,
    ...more,
  };
}
