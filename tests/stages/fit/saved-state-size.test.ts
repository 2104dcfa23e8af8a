import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { checkState, measureState, type StateLimit } from '../../../build/stages/fit/saved-state.ts';
import { activityTypes } from '../../../build/types/activities.ts';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { prepared } from '../../helpers/prepared-module.ts';

/** Activities with every kind of answer: tokens in lists and in pairs, numbers, texts, an order, questions that are drawn. */
const MIXED = `:::choice{#frein attempts=1}
Quel frein ?

- [x] Le patin
- [ ] La cloche
- [ ] Le sable
:::

:::choice{#sable}
Quels sables ?

- [x] Le fin
- [x] Le sec
- [ ] Le rouge
:::

:::order{#depart}
Quel ordre ?

1. Fermer
2. Sonner
3. Rouler
:::

:::matching{#roles}
Qui fait quoi ?

| Pièce | Rôle |
|---|---|
| Patin | Freiner |
| Cloche | Avertir |
| Sable | Adhérer |
:::

:::numeric{#vitesse answer=30}
Quelle vitesse ?
:::

:::open-question{#recit max-characters=1000}
Racontez.
:::

::::quiz{#bilan draw=2 attempts=2}
:::choice{#q-un}
Un ?

- [x] oui
- [ ] non
:::

:::order{#q-deux}
Deux ?

1. un
2. deux
3. trois
:::
::::
`;

const { content } = prepared(MIXED, 'moodle');
const chapters = [0, 1, 2].map((n) => ({
  id: `c${n}`,
  n,
  title: 'Matin',
  minutes: 5,
  completion: 'visited' as const,
  onFail: 'incomplete' as const,
  pages: 1,
}));
const measured = (more: Partial<ModuleContent> = {}) => measureState({ ...content, ...more }, activityTypes);

describe('the size of a saved state', () => {
  // A change of the codec, or of a type's largest answer, changes the marks.
  test('is the same for the same text at any time, in marks and in texts', () => {
    expect([measured(), measured()]).toEqual([
      { marks: 330, texts: 560 },
      { marks: 330, texts: 560 },
    ]);
  });

  test('grows with pages, chapters and attempts, and not with what an unknown type would save', () => {
    const pages = Array.from({ length: 40 }, (_, n) => ({ id: `p${n}`, n: n * 3, title: 'Page' }));
    const once = content.activities.map((activity) => ({ ...activity, attempts: 1 }));
    expect(
      [measured({ pages }), measured({ chapters }), measured({ activities: once }), measured({ activities: [] })].map(({ marks }) => marks),
    ).toEqual([335, 351, 271, 63]);
    expect(measureState(content, new Map()).marks).toBe(106);
  });
});

describe('a saved state that may be too large', () => {
  const at = { file: 'rames.md', line: 4, column: 1 };
  const found = (marks: number, texts: number, limit: StateLimit = { limit: 100, targets: [] }, of: ModuleContent = content) => {
    const diagnostics = new Diagnostics();
    checkState(of, { marks, texts }, limit, activityTypes, at, diagnostics);
    expect(diagnostics.list.every((one) => one.at.line === 4)).toBe(true);
    return diagnostics.list.map(({ severity, code, values }) => [severity, code, values]);
  };
  const costliest = 'bilan, vitesse, roles';

  test('is reported above its limit, by the activities that take most', () => {
    expect([found(100, 0), found(60, 40), found(0, 100)]).toEqual([[], [], []]);
    expect(found(101, 0)).toEqual([['error', 'saved-state-too-large', { limit: 100, size: 101, costliest }]]);
    expect(found(101, 50)).toEqual([['error', 'saved-state-too-large', { limit: 100, size: 101, costliest }]]);
    expect(found(100, 1)).toEqual([['warning', 'texts-too-large', { limit: 100, size: 101 }]]);
  });

  test('names the targets with that limit, and speaks of a course that is one SCO as such', () => {
    const limit: StateLimit = { limit: 100, targets: ['scorm12', 'web'] };
    expect(found(90, 20, limit)).toEqual([['warning', 'texts-too-large', { limit: 100, targets: 'scorm12, web', size: 110 }]]);
    const course = { ...content, chapters };
    expect([found(200, 0, limit, course), found(90, 20, limit, course)]).toEqual([
      [['error', 'course-state-too-large', { limit: 100, targets: 'scorm12, web', size: 200, costliest }]],
      [['warning', 'course-texts-too-large', { limit: 100, targets: 'scorm12, web', size: 110 }]],
    ]);
  });
});
