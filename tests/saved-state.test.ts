import fc from 'fast-check';
import { expect, test } from 'vitest';
import { activityTypes } from '../build/activities.ts';
import { Diagnostics } from '../build/diagnostics.ts';
import { prepareAll } from '../build/prepare-all.ts';
import { measureState } from '../build/saved-state.ts';
import { resolveCourse, resolveModule } from '../build/stages/resolve.ts';
import { encodeState } from '../src/model/codec.ts';
import { newState } from '../src/model/state.ts';
import { depot, rames, requestFor } from './bad-input/depot-project.ts';

const choice = (n: number): string =>
  `:::choice{#q${n}}\nQuestion ${n} ?\n\n- [x] oui ${n}\n- [x] deux ${n}\n- [ ] non ${n}\n- [ ] peut-être ${n}\n:::\n`;
const open = (n: number): string => `:::open-question{#t${n} max-characters=2000}\nRacontez ${n}.\n:::\n`;
const list = (count: number, make: (n: number) => string): string => Array.from({ length: count }, (_, n) => make(n)).join('\n');

function prepared(body: string, profile: 'moodle' | 'strict') {
  const project = depot({
    'course.yaml': `id: depot\ntitle: Au dépôt\nlang: fr\nprofile: ${profile}\nmodules: [rames]\n`,
    ...rames(`# Le quai {#quai}\n\n${body}`),
  });
  const diagnostics = new Diagnostics();
  const [course] = prepareAll(requestFor(project), diagnostics);
  const [module] = course?.modules ?? [];
  if (!course || !module) throw new Error('no course');
  const file = course.source.course.value;
  const { content } = resolveModule(module.module, {
    file,
    course: resolveCourse(file, null),
    cohort: null,
    types: activityTypes(),
    numbers: module.numbers,
    diagnostics,
  });
  return { content, found: diagnostics.list.map(({ code, severity }) => `${severity} ${code}`) };
}

test('marks over the limit of the profile are an error, texts over it a warning', () => {
  expect(prepared(list(1600, choice), 'strict').found).toEqual(['error saved-state-too-large']);
  expect(prepared(list(40, choice), 'strict').found).toEqual([]);
  expect(prepared(list(10, open), 'moodle').found).toEqual(['warning texts-too-large']);
  expect(prepared(list(8, open), 'moodle').found).toEqual([]);
});

test('the worst case is worse than what any learner leaves', () => {
  const { content } = prepared(list(60, choice), 'moodle');
  const { marks } = measureState(content, activityTypes());
  const answer = fc.subarray(['a', 'b', 'c', 'd']);
  const learner = fc.array(fc.record({ answer, draft: fc.option(answer, { nil: undefined }), tries: fc.integer({ min: 1, max: 9 }) }), {
    minLength: 60,
    maxLength: 60,
  });
  fc.assert(
    fc.property(learner, (activities) => {
      const state = {
        ...newState('abcd1234'),
        counter: 500,
        score: 66.67,
        seen: [0],
        time: 5000,
        active: 4000,
        activities: Object.fromEntries(activities.map(({ draft, ...one }, n) => [n, draft === undefined ? one : { ...one, draft }])),
        places: content.activities.map(({ n }) => [n, 0, 1] as const),
      };
      expect(encodeState(state, content.id).length).toBeLessThanOrEqual(marks);
    }),
    { numRuns: 60 },
  );
});
