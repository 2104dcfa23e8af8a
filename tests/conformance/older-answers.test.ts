// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';
import type { Answer } from '../../src/model/course/activity.ts';
import type { Mount } from '../../src/player/frame/mount.ts';
import { exampleActivities } from '../helpers/example-activities.ts';
import { types } from '../helpers/examples-project.ts';
import { mountType } from '../helpers/mount-type.ts';

/** Answers in the shapes that the types have: an author may give an activity another type, and keep its id. */
const older: readonly Answer[] = [
  'un texte',
  ['a', 'b'],
  {},
  { a: 'b' },
  { a: true },
  { a: ['b'] },
  { levels: { a: 'b' }, comment: 'un texte' },
  { values: { a: 3 }, facts: { b: 'un texte' } },
  { round: 2, drawn: [0], done: true, kept: [[0, 10_000]] },
];

const alone = { list: () => [], restart: () => undefined, reveal: () => undefined, onChange: () => undefined };

test.each(types.filter((name) => activityTypes.get(name)?.kind === 'activity'))(
  '%s: an answer of another type is survived',
  async (name) => {
    const { mount } = (await import(`../../templates/${name}/runtime.ts`)) as { mount: Mount<unknown, Answer> };
    const inner: Mount<unknown, Answer> = (root, context) => mount(root, { ...context, inner: alone });
    for (const { options } of exampleActivities(name).filter(({ type }) => type === name)) {
      for (const answer of older) {
        const bench = mountType(name, inner, options, answer);
        bench.mounted.show({ outcome: 'done', ratio: 0, parts: {}, final: false });
        expect(bench.mounted.text?.() ?? '').toBeTypeOf('string');
        bench.mounted.read?.();
      }
    }
  },
);
