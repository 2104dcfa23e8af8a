import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { CourseSource, LinkedModule, NumberedCourse } from '../../../build/model/course.ts';
import { activitiesOn } from '../../../build/model/inner-nodes.ts';
import { openCourse } from '../../../build/open-course.ts';
import { isSameModule, newLock, readLock, writeLock } from '../../../build/stages/number/lock.ts';
import { numberCourse } from '../../../build/stages/number/number-course.ts';
import type { KnownLock } from '../../../build/stages/number/read-lock.ts';
import { engine } from '../../helpers/engine.ts';
import { examplesProject, root } from '../../helpers/examples-project.ts';
import { lockable, rames } from '../../helpers/lockable.ts';
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

describe('the lock of a numbered course', () => {
  const linked = [{ module: rames(lockable('frein', [{ text: 'le patin' }])) } as unknown as LinkedModule];
  const sourceOf = (kind?: string) => ({ course: { value: { package: kind } } }) as unknown as CourseSource;
  const given = (known: KnownLock, more: object = {}, source = sourceOf()) => {
    const { modules, ...course } = numberCourse(source, linked, { known, ...more });
    expect(modules).toMatchObject(linked);
    return course;
  };
  const first = newLock();
  const { lock: full } = given({ lock: first, text: '' });
  const source = sourceOf();

  test('has what is new, and is to be written', () => {
    const text = writeLock(full);
    expect(Object.keys(full.modules)).toEqual(['rames']);
    expect(given({ lock: first, text: '', isFirst: true }, {}, source)).toEqual({
      ...{ source, lock: full, known: first, isFirst: true, lockText: '', lockNow: text, newLock: text },
    });
  });

  test('to which nothing is new stays as it is written, even if someone else has written it', () => {
    const built = { path: 'dist/lock.yaml', text: 'autre' };
    const known = { lock: full, text: '# Le verrou' };
    expect(given(known, { built }, source)).toEqual({ source, lock: full, known: full, lockText: known.text, lockNow: known.text, built });
  });

  test('that is stale is written again, unless it has its text', () => {
    const text = writeLock(full);
    expect(given({ lock: full, text: '# Sans somme', isStale: true })).toMatchObject({ lock: full, lockNow: text, newLock: text });
    expect(given({ lock: full, text, isStale: true })).not.toHaveProperty('newLock');
  });

  test('has the numbers of chapters only where the course is one SCO', () => {
    const known = { lock: full, text: writeLock(full) };
    const one = given(known, {}, sourceOf('one-sco'));
    expect([[...(one.chapters?.keys() ?? [])], one.lock.course?.modules]).toEqual([['rames'], ['rames']]);
    expect(given(known, {}, sourceOf('sco-per-module'))).not.toHaveProperty('chapters');
  });
});
