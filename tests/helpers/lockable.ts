import type { PartText, ValidActivity, ValidModule } from '../../build/model/source.ts';

const at = { file: 'rames.md', line: 1, column: 1 };

/** Makes a question of one point for the lock. */
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

/** Makes the module `rames`, with these activities on its one page. */
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
    pace: 'page',
    cover: { aims: [] },
    bands: [],
    certificate: false,
    pages: [{ id: 'quai', title: 'Quai', at, nodes }],
    notes: {},
  };
}
