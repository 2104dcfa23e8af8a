import { progressOf } from '../../src/model/progress.ts';
import { newState } from '../../src/model/state.ts';
import type { Overview } from '../../src/player/mount.ts';
import { bakery, bakeryTypes } from './bakery.ts';

/** The night shift of the bakery as somebody sees it who has just begun, in parts otherwise. */
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
