import { expect, it } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';

it('has for each folder its name, its strings, and its scoring if it is an activity', () => {
  for (const [name, type] of activityTypes) {
    expect([name, type.name, Boolean(type.strings.fr.label && type.strings.en.label), Boolean(type.scoring)]).toEqual([
      name,
      name,
      true,
      type.kind === 'activity',
    ]);
  }
});

it('has a template for pages, and one for paper only where the folder has it', () => {
  const printed = [...activityTypes.values()].filter(({ print }) => print).map(({ name }) => name);
  expect([printed.includes('choice'), printed.includes('callout')]).toEqual([true, false]);
  expect([...activityTypes.values()].every(({ template }) => typeof template === 'function')).toBe(true);
});
