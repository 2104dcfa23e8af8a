import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';
import { root } from '../helpers/examples-project.ts';

test('types are known by the names of their folders, and only they', () => {
  const folders = readdirSync(join(root, 'templates')).filter((name) => !name.startsWith('_'));
  expect([...activityTypes.keys()]).toEqual(folders.sort());
  expect([activityTypes.get('choice')?.kind, activityTypes.get('callout')?.kind]).toEqual(['activity', 'block']);
  for (const [name, type] of activityTypes)
    expect([type.name, typeof type.template, type.hasRuntime, type.scoring !== undefined, type.print !== undefined]).toEqual([
      name,
      'function',
      ...['runtime.ts', 'scoring.ts', 'print.hbs'].map((file) => existsSync(join(root, 'templates', name, file))),
    ]);
});
