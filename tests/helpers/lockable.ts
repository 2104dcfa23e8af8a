import type { PartText, ValidActivity, ValidModule } from '../../build/source.ts';

const at = { file: 'rames.md', line: 1, column: 1 };

/** A question of one point, as the lock gets it. */
export function lockable(id: string, parts: readonly PartText[]): ValidActivity {
  return {
    id,
    type: 'choice',
    at,
    title: id,
    points: 1,
    attempts: 0,
    competencies: [],
    required: true,
    seenBy: 'trainer',
    options: {},
    parts,
  };
}

/** The module `rames`, with these on its one page. */
export function rames(...activities: readonly ValidActivity[]): ValidModule {
  const nodes = activities.map((activity) => ({ kind: 'activity' as const, activity }));
  return {
    id: 'rames',
    file: 'rames.md',
    title: 'Rames',
    minutes: 0,
    competencies: [],
    completion: 'visited',
    onFail: 'incomplete',
    pages: [{ id: 'quai', title: 'Quai', at, nodes }],
    notes: {},
  };
}
