import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { NumberedCourse } from '../../../build/model/course.ts';
import { activitiesOn } from '../../../build/model/inner-nodes.ts';
import { openCourse } from '../../../build/open-course.ts';
import { isSameModule, readLock } from '../../../build/stages/number/lock.ts';
import { engine } from '../../helpers/engine.ts';
import { examplesProject, root } from '../../helpers/examples-project.ts';
import { dayProject } from '../../helpers/one-course.ts';

function numbered(folder: string): NumberedCourse {
  const diagnostics = new Diagnostics();
  const course = openCourse(folder, { provisional: false }, engine, diagnostics);
  if (!course || diagnostics.failed) throw new Error(`${folder}: ${JSON.stringify(diagnostics.list)}`);
  return course;
}

/** Lists each part of each activity as its source has it: the lock finds it again by this. */
function partsOf({ modules }: NumberedCourse): string {
  const lines = modules.flatMap(({ module }) =>
    module.pages.flatMap(activitiesOn).flatMap(({ id, parts }) => {
      return parts.map(({ text, key }) => [`${module.id}/${id}`, text, ...(key === undefined ? [] : [key])].join(' | '));
    }),
  );
  return `${lines.join('\n')}\n`;
}

test('the course gives the parts that its lock has', () => {
  const folder = join(root, 'modules/partenariats-reseaux');
  const before = readLock(readFileSync(join(folder, 'course.lock.yaml'), 'utf8'), 'partenariats-reseaux');
  const { lock } = numbered(folder);
  const changed = Object.entries(lock.modules).filter(([id, module]) => !isSameModule(before?.modules[id], module));
  expect(Object.keys(lock.modules).length).toBeGreaterThan(2);
  expect(changed.map(([id]) => id)).toEqual([]);
});

test.each([
  ['galerie-fr', () => join(examplesProject('fr'), 'modules/galerie')],
  ['galerie-en', () => join(examplesProject('en'), 'modules/galerie')],
  ['boulangerie', () => join(root, 'tests/fixtures/bakery/modules/boulangerie')],
  ['depot', () => join(dayProject(), 'modules/depot')],
])('the parts of %s have the texts that they always had', async (name, folder) => {
  await expect(partsOf(numbered(folder()))).toMatchFileSnapshot(`../../fixtures/parts/${name}.txt`);
});
