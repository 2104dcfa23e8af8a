import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { NumberedCourse } from '../../../build/model/course.ts';
import { LOCK_FILE, type Lock } from '../../../build/model/lock.ts';
import { openCourse } from '../../../build/open-course.ts';
import { readLock } from '../../../build/stages/number/lock.ts';
import { isLine, lineOfOld, newLine } from '../../../build/stages/number/lock-line.ts';
import { resolveVariant } from '../../../build/stages/resolve/resolve-variants.ts';
import { resolveWhole } from '../../../build/stages/resolve/resolve-whole.ts';
import type { Activity } from '../../../src/model/course/activity.ts';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import { originOf } from '../../../src/model/course/lineage.ts';
import { sealOf } from '../../../src/model/state/seal.ts';
import { depot, type Files, rames } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { courseFile, dayProject, EVENING, MORNING, question } from '../../helpers/one-course.ts';

const options = { provisional: false };

/** A course that is built again and again, each time with other texts. */
function buildsIn(project: string): (more?: Files) => NumberedCourse {
  const folder = join(project, 'modules/depot');
  return (more = {}) => {
    for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, name), text);
    const course = openCourse(folder, options, engine, new Diagnostics());
    if (!course) throw new Error('no course');
    if (course.newLock !== undefined) writeFileSync(join(folder, LOCK_FILE), course.newLock);
    return course;
  };
}

function contentOf(course: NumberedCourse, index = 0): ModuleContent {
  const module = course.modules[index];
  if (!module) throw new Error('no module');
  return resolveVariant(course, module, null, engine.types, new Diagnostics()).built.content;
}

const find = ({ activities }: ModuleContent, id: string): Activity | undefined => activities.find((one) => one.id === id);
const origins = (...texts: readonly string[]): string => texts.map(originOf).join('');

const OLD = `# Written by \`cartable build\`.
{
  "version": 1,
  "modules": {
    "rames": {
      "pages": ["quai"],
      "activities": [
        {"id":"frein","parts":[{"text":"le patin","key":"x"},{"text":"la cloche"},{"text":"le klaxon","gone":true}]}
      ]
    }
  }
}
`;

const choice = (...lines: readonly string[]): Files =>
  rames(`# Le quai {#quai}\n\n:::choice{#frein}\nQuel frein ?\n\n${lines.join('\n')}\n:::\n`);

describe('the line of a course', () => {
  test('is made at random once, and stays', () => {
    const build = buildsIn(depot(choice('- [x] Le patin', '- [ ] La cloche')));
    const first = build();
    expect(first.lock).toMatchObject({ version: 2, line: expect.stringMatching(/^[a-z0-9]{5}$/) });
    expect(first.lock.old).toBeUndefined();
    const second = build(choice('- [x] Le patin', '- [ ] La cloche', '- [ ] Le sablier'));
    expect([second.lock.line, contentOf(second).line, 'old' in contentOf(second)]).toEqual([first.lock.line, first.lock.line, false]);
    expect(buildsIn(depot({}))().lock.line).not.toBe(buildsIn(depot({}))().lock.line);
  });

  test('follows from the first ids where 0.1 wrote the lock, and the numbers are marked as old', () => {
    const files = { ...choice('- [x] Le patin', '- [ ] La cloche'), [LOCK_FILE]: OLD };
    const [one, other] = [buildsIn(depot(files))(), buildsIn(depot(files))()];
    expect([one.lock.version, one.lock.old, one.newLock]).toEqual([2, true, other.newLock]);
    expect(contentOf(one)).toMatchObject({ line: one.lock.line, old: true });
    // Whoever has built something more with 0.1 gets the same.
    const more = OLD.replace('"quai"', '"quai","voie"').replace('"gone":true}]}', '"gone":true}]},{"id":"autre","parts":[]}');
    expect([readLock(more, 'depot')?.line, readLock(OLD, 'tram')?.line === one.lock.line]).toEqual([one.lock.line, false]);
  });

  test('is a new one where the old lock has given no number', () => {
    const empty = '{"version":1,"modules":{}}';
    expect(readLock(empty, 'depot')?.old).toBeUndefined();
    expect(readLock(empty, 'depot')?.line).not.toBe(readLock(empty, 'depot')?.line);
  });
});

describe('what answers are checked against', () => {
  test('are the first texts of all parts, those that are gone too', () => {
    const build = buildsIn(depot(choice('- [x] Le patin de frein', '- [ ] La cloche', '- [ ] Le sablier')));
    build();
    const content = contentOf(build(choice('- [x] Le patin du frein', '- [ ] Le sablier', '- [ ] Le klaxon')));
    expect(find(content, 'frein')).toMatchObject({
      origins: origins('le patin de frein', 'la cloche', 'le sablier', 'le klaxon'),
      gone: ['b'],
    });
    expect(find(content, 'frein')).not.toHaveProperty('was');
  });

  test('a first text is written down only where it was corrected since', () => {
    const build = buildsIn(depot(choice('- [x] Le patin de frein', '- [ ] La cloche')));
    const parts = (...lines: readonly string[]) => build(choice(...lines)).lock.modules.rames?.activities[0]?.parts;
    expect(parts('- [x] Le patin de frein', '- [ ] La cloche')?.[0]).toEqual({ text: 'le patin de frein', key: 'x' });
    const from = originOf('le patin de frein');
    expect(parts('- [x] Le patin du frein', '- [ ] La cloche')?.[0]).toEqual({ text: 'le patin du frein', key: 'x', from });
    expect(parts('- [x] Le patin du  Freins', '- [ ] La cloche')?.[0]).toEqual({ text: 'le patin du freins', key: 'x', from });
    expect(parts('- [x] Le patin du frein', '- [ ] La cloche')?.[0]?.from).toBe(from);
    expect(parts('- [x] Le patin de frein', '- [ ] La cloche')?.[0]).toEqual({ text: 'le patin de frein', key: 'x' });
  });

  test('the types that an activity had, the oldest first; of a lock of 0.1 that is not known', () => {
    const build = buildsIn(depot({ ...choice('- [x] Le patin', '- [ ] La cloche'), [LOCK_FILE]: OLD }));
    const types = (type: string) => {
      const course = build(
        rames(
          `# Le quai {#quai}\n\n:::${type}{#frein}\nQuel frein ?\n\n${type === 'order' ? '1. Le patin\n2. La cloche' : '- [x] Le patin\n- [ ] La cloche'}\n:::\n`,
        ),
      );
      const { type: now, was } = find(contentOf(course), 'frein') ?? {};
      return [now, was, course.lock.modules.rames?.activities[0]?.was];
    };
    expect(types('choice')).toEqual(['choice', undefined, undefined]);
    expect(types('order')).toEqual(['order', ['choice'], ['choice']]);
    expect(types('choice')).toEqual(['choice', ['choice', 'order'], ['choice', 'order']]);
  });

  test('go with questions of a bank, and with an activity that moves inside one SCO', () => {
    const build = buildsIn(dayProject());
    const texts = (text: string) => origins(`${text}, oui`, `${text}, non`, `${text}, parfois`);
    const first = resolveWhole(build(), null, engine.types, new Diagnostics()).content;
    expect(first.line).toMatch(/^[a-z0-9]{5}$/);
    for (const id of ['b-sable', 'b-sable_soir']) expect(find(first, id)?.origins).toBe(texts('le sable'));
    const frein = question('q-frein', 'Le frein', 'competency=freiner');
    const without = String(MORNING['matin.md']).replace(frein, 'Rien.\n');
    const shorter = frein.replace('- [ ] Le frein, non\n', '');
    const moved = build({
      'course.yaml': courseFile(['matin', 'soir']),
      'matin.md': without,
      'soir.md': `${EVENING['soir.md']}\n${shorter}`,
    });
    const expected = { origins: texts('le frein'), gone: ['b'] };
    expect(find(resolveWhole(moved, null, engine.types, new Diagnostics()).content, 'q-frein')).toMatchObject(expected);
    expect(find(contentOf(moved, 1), 'q-frein')).toMatchObject(expected);
  });
});

test('pages that a text no longer has are listed, until they come back', () => {
  const build = buildsIn(depot({}));
  const pages = (...ids: readonly string[]) =>
    build(rames(ids.map((id) => `# ${id} {#${id}}\n\nUne rame.\n`).join('\n'))).lock.modules.rames;
  expect(pages('quai', 'voie')).not.toHaveProperty('gonePages');
  expect(pages('voie')).toMatchObject({ pages: ['quai', 'voie'], gonePages: ['quai'] });
  expect(pages('voie', 'quai')).not.toHaveProperty('gonePages');
});

test('a lock reads back with all that it says', () => {
  const part = { text: 'le patin', from: 'Ab' };
  const lock: Lock = {
    version: 2,
    line: 'k3x9a',
    old: true,
    merged: ['0123abcd'],
    modules: {
      rames: { pages: ['quai', 'voie'], gonePages: ['voie'], activities: [{ id: 'frein', type: 'order', was: ['choice'], parts: [part] }] },
    },
  };
  const folder = join(depot({}), 'modules/depot');
  writeFileSync(join(folder, LOCK_FILE), OLD);
  const course = openCourse(folder, options, engine, new Diagnostics());
  expect(readLock(String(course?.newLock), 'depot')).toEqual(course?.lock);
  expect(readFileSync(join(folder, LOCK_FILE), 'utf8')).toBe(OLD);
  expect(readLock(JSON.stringify(lock), 'depot')).toEqual(lock);
});

test('the line of an old lock follows from its first page and its first activity', () => {
  const line = lineOfOld('depot', { rames: { pages: ['quai'], activities: [{ id: 'frein' }] } });
  expect(line).toMatch(/^[a-z0-9_-]{5}$/i);
  const others = [
    lineOfOld('gare', { rames: { pages: ['quai'], activities: [{ id: 'frein' }] } }),
    lineOfOld('depot', { rames: { pages: ['voie'], activities: [{ id: 'frein' }] } }),
    lineOfOld('depot', { rames: { pages: ['quai'], activities: [{ id: 'cloche' }] } }),
    lineOfOld('depot', { rames: { pages: [], activities: [] } }),
  ];
  expect(new Set([line, ...others]).size).toBe(5);
  expect(lineOfOld('depot', { rames: { pages: ['quai', 'voie'], activities: [{ id: 'frein' }, { id: 'cloche' }] } })).toBe(line);
  const more = { pages: ['voie'], activities: [{ id: 'cloche' }] };
  expect(lineOfOld('depot', { rames: { pages: ['quai'], activities: [{ id: 'frein' }] }, voies: more })).toBe(line);
  expect([line, lineOfOld('depot', {})]).toEqual([sealOf('depot\nrames\nquai\nfrein'), sealOf('depot\n\n\n')]);
});

test('the name of a line has five small letters or digits', () => {
  for (const name of ['abc12', '00000', newLine()]) expect([name, isLine(name)]).toEqual([name, true]);
  for (const name of ['', 'abc1', 'abc123', 'xyabc12', 'ABC12', 'ab-12', 12345, undefined])
    expect([name, isLine(name)]).toEqual([name, false]);
});

test('a new line may have any small letter and digit', () => {
  expect(new Set(Array.from({ length: 400 }, newLine).join('')).size).toBeGreaterThan(30);
});
