import { describe, expect, test } from 'vitest';
import { isOneCourse, packageFacts } from '../../build/sheets/package-facts.ts';
import type { ActivityType } from '../../build/types/activity-type.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { activity, bakery, bakeryCourse, bakeryTypes } from '../helpers/bakery.ts';

const types = new Map(Object.entries(bakeryTypes).map(([name, scoring]) => [name, { scoring } as unknown as ActivityType]));
const facts = (...modules: ModuleContent[]) => packageFacts(modules, types);
const { activities } = bakery();
const change = (id: string, more: object) => activities.map((one) => (one.id === id ? { ...one, ...more } : one));

describe('points of a full score', () => {
  test('count a quiz by the questions that a round asks', () => {
    expect(facts(bakery()).points).toBe(5);
    expect(facts(bakery({ activities: change('bilan', { options: {} }) })).points).toBe(6);
    expect(facts(bakery({ activities: change('bilan', { options: { asks: 9 } }) })).points).toBe(6);
    expect(facts(bakery({ activities: change('bilan', { points: 0 }) })).points).toBe(3);
    expect(facts(bakery({ activities: change('q-prix', { points: 2 }) })).points).toBe(5.67);
    expect(facts(bakery({ activities: change('q-prix', { points: 3 }) })).points).toBe(6.33);
    expect(facts(bakery(), bakery()).points).toBe(10);
    expect(facts(bakery({ activities: [] })).points).toBe(0);
  });
});

test('answers, drawn questions, and texts by their readers', () => {
  const written = [
    activity(2, 'recette', 'note', { options: { fields: [] } }),
    activity(3, 'avis', 'note', { options: { fields: [] } }),
    activity(4, 'carnet', 'note', { options: { fields: [] }, seenBy: 'me', slots: [] }),
  ];
  expect(facts(bakery({ activities: written }))).toMatchObject({ answers: 2, drawn: 0, open: 2, own: 1 });
  expect(facts(bakery())).toMatchObject({ answers: 6, drawn: 3, open: 0, own: 0 });
  expect(facts(bakery({ activities: change('bilan', { options: { asks: 3 } }) })).drawn).toBe(0);
});

test('competencies of all modules, each once', () => {
  const other = bakery({
    competencies: [
      { id: 'c2', title: 'Vendre' },
      { id: 'c3', title: 'Livrer' },
    ],
  });
  expect(facts(bakery(), other).competencies.map(({ id }) => id)).toEqual(['c1', 'c2', 'c3']);
});

describe('what can be passed and failed', () => {
  test('all sessions, some, or none; in one SCO one chapter is enough', () => {
    const passed = bakery({ pass: 60 });
    expect(facts(bakery())).toMatchObject({ passes: 'none', fails: false });
    expect(facts(bakery())).not.toHaveProperty('pass');
    expect(facts(passed)).toMatchObject({ passes: 'all', pass: 60 });
    expect(facts(bakery(), passed)).toMatchObject({ passes: 'some', pass: 60 });
    expect(facts(bakeryCourse({ pass: 60 }))).toMatchObject({ passes: 'all', pass: 60 });
    expect(facts(bakery({ pass: 80 }), passed)).toMatchObject({ passes: 'all', pass: 80 });
    expect(facts(passed, bakery({ pass: 80 }))).toMatchObject({ passes: 'all', pass: 60 });
    expect(facts(bakeryCourse()).passes).toBe('none');
    expect([isOneCourse([bakeryCourse()]), isOneCourse([bakery()]), isOneCourse([])]).toEqual([true, false, false]);
  });

  test('a session fails only with a pass mark, and once every graded quiz has used its tries', () => {
    const strict = { pass: 60, onFail: 'failed' } as const;
    const fails = (more: Partial<ModuleContent>) => facts(bakery(more)).fails;
    expect(fails(strict)).toBe(true);
    const second = (attempts: number) => [...change('bilan', { attempts: 1 }), activity(9, 'rappel', 'quiz', { attempts })];
    expect([1, 0].map((attempts) => fails({ ...strict, activities: second(attempts) }))).toEqual([true, false]);
    expect(fails({ ...strict, onFail: 'incomplete' })).toBe(false);
    expect(fails({ onFail: 'failed' })).toBe(false);
    expect(fails({ ...strict, activities: change('bilan', { attempts: 0 }) })).toBe(false);
    expect(fails({ ...strict, activities: change('bilan', { points: 0 }) })).toBe(false);
    expect(fails({ ...strict, activities: [] })).toBe(false);
    expect(facts(bakery(), bakery(strict)).fails).toBe(true);
  });
});
