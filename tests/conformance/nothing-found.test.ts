import { expect, test } from 'vitest';
import { createTracker } from '../../src/visit/tracker.ts';
import { benches } from '../contract/lms/benches.ts';
import { bakery } from '../helpers/bakery.ts';
import { exampleActivities } from '../helpers/example-activities.ts';
import { fakeTime } from '../helpers/fake-time.ts';
import { scorings } from '../soak/modules.ts';

const [game] = exampleActivities('memory');

test.each(benches.filter(({ alone }) => !alone))('$name: a game in which no pair was found is recorded as wrong', ({ standard, visit }) => {
  if (!game) throw new Error('the example has no game');
  const content = bakery({ activities: [{ ...game, points: 3, page: 'fournil' }] });
  const { now, later } = fakeTime();
  const { driver, held, refused } = visit();
  const tracker = createTracker({ content, types: scorings(), driver, now, later, random: () => 0.4 });
  tracker.visit('fournil');
  tracker.submit(game.id, []);
  tracker.leave();
  const record = held();
  const at = (name: string): string | undefined => record[`cmi.interactions.0.${name}`];
  const [response, empty, wrong] = standard === '1.2' ? ['student_response', '', 'wrong'] : ['learner_response', '_[.]_', 'incorrect'];
  expect([at('id'), at('type'), at(response), at('result'), at('weighting')]).toEqual([game.id, 'matching', empty, wrong, '3']);
  expect(record[standard === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw']).toBe('0');
  expect([tracker.saveStatus(), refused()]).toEqual(['saved', []]);
});
