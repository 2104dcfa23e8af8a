import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import type { NumberedCourse } from '../../../build/model/course.ts';
import { LOCK_FILE } from '../../../build/model/lock.ts';
import { openCourse } from '../../../build/open-course.ts';
import { check } from '../../../build/pipeline.ts';
import { readLock, writeLock } from '../../../build/stages/number/lock.ts';
import { lockCourse } from '../../../build/stages/number/lock-course.ts';
import { resolveWhole } from '../../../build/stages/resolve/resolve-whole.ts';
import { type Files, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { lockable, rames } from '../../helpers/lockable.ts';
import { BANK, courseFile, DAY, dayProject, EVENING, MORNING, question, session } from '../../helpers/one-course.ts';
import { isLong } from '../../helpers/sweep.ts';

const options = { provisional: false };

/** A course that is built again and again, each time with other texts. */
function buildsOf(first: Files = {}): (more?: Files) => NumberedCourse {
  const folder = join(dayProject(first), 'modules/depot');
  return (more = {}) => {
    for (const [name, text] of Object.entries(more)) writeFileSync(join(folder, name), text);
    const diagnostics = new Diagnostics();
    const course = openCourse(folder, options, engine, diagnostics);
    expect(diagnostics.list.filter(({ severity }) => severity === 'error')).toEqual([]);
    if (course?.newLock !== undefined) writeFileSync(join(folder, LOCK_FILE), course.newLock);
    return course as NumberedCourse;
  };
}

const contentOf = (course: NumberedCourse) => resolveWhole(course, null, engine.types, new Diagnostics()).content;

/** Number and tokens of what has right choices: what a saved answer means. */
function meaning(course: NumberedCourse): Record<string, unknown> {
  const { activities } = contentOf(course);
  const choices = activities.filter(({ type }) => type === 'choice');
  return Object.fromEntries(
    choices.map(({ id, n, options }) => {
      const { choices } = options as { choices: readonly { token: string; text: string }[] };
      return [id, [n, Object.fromEntries(choices.map(({ text, token }) => [text, token]))]];
    }),
  );
}

const numbers = (course: NumberedCourse): Record<string, number> =>
  Object.fromEntries(contentOf(course).activities.map(({ id, n }) => [id, n]));

describe('numbers in the one SCO', () => {
  test('are those of first appearance over the course; a question that two quizzes draw has two, and two names', () => {
    const content = contentOf(buildsOf()());
    expect(content.activities.map(({ n, id, quiz = '', page }) => [n, id, quiz, page])).toEqual([
      [0, 'q-frein', '', 'quai'],
      [1, 'bilan-matin', '', 'bilan-matin-page'],
      [2, 'b-sable', 'bilan-matin', 'bilan-matin-page'],
      [3, 'b-feu', 'bilan-matin', 'bilan-matin-page'],
      [4, 'recit', '', 'terminus'],
      [5, 'rappel-soir', '', 'terminus'],
      [6, 'b-sable_soir', 'rappel-soir', 'terminus'],
      [7, 'b-feu_soir', 'rappel-soir', 'terminus'],
    ]);
    expect([1, 5].map((n) => content.activities[n]?.options)).toMatchObject([
      { questions: [{ n: 2 }, { n: 3 }] },
      { questions: [{ n: 6 }, { n: 7 }] },
    ]);
    expect(content.pages.map(({ id, n }) => [id, n])).toEqual([
      ['quai', 0],
      ['bilan-matin-page', 1],
      ['terminus', 2],
    ]);
    expect(content.chapters).toEqual([
      { id: 'matin', n: 0, title: 'Le matin', minutes: 20, completion: 'activities', pass: 50, onFail: 'incomplete', pages: 2 },
      { id: 'soir', n: 1, title: 'Le soir', minutes: 15, completion: 'visited', onFail: 'incomplete', pages: 1 },
    ]);
  });

  test('go with an activity into a new module whose name every object has', () => {
    const build = buildsOf();
    const before = numbers(build());
    const page = (id: string, body: string): string => `# ${id} {#page-${id}}\n\n${body}\n`;
    const after = build({
      'course.yaml': courseFile(['matin', 'soir', 'constructor']),
      ...session('matin', 'Le matin', 'completion: visited', page('matin', 'Rien.')),
      ...session('constructor', 'La nuit', 'completion: visited', page('nuit', question('q-frein', 'Le patin'))),
    });
    expect(numbers(after)['q-frein']).toBe(before['q-frein']);
  });

  test('stay where modules change places, come and go', () => {
    const build = buildsOf();
    const before = numbers(build());
    const noon = session('midi', 'Midi', 'completion: visited', `# La relève {#releve}\n\n${question('q-releve', 'La relève')}`);
    const added = build({ ...noon, 'course.yaml': courseFile(['soir', 'midi', 'matin']) });
    expect(numbers(added)).toEqual({ ...before, 'q-releve': 8 });
    expect(contentOf(added).chapters?.map(({ id, n }) => [id, n])).toEqual([
      ['soir', 1],
      ['midi', 2],
      ['matin', 0],
    ]);
    const gone = numbers(build({ 'course.yaml': courseFile(['soir', 'midi']) }));
    // Its questions keep the name that distinguishes them from those of the morning.
    expect(Object.keys(gone)).toEqual(['recit', 'rappel-soir', 'b-sable_soir', 'b-feu_soir', 'q-releve']);
    expect(numbers(build({ 'course.yaml': courseFile(['midi', 'matin', 'soir']) }))).toEqual({ ...before, 'q-releve': 8 });
  });

  test('go with an activity that moves to another module, and so do the letters of its choices', () => {
    const build = buildsOf();
    build();
    // A choice is put in front, so that letters and order differ.
    const grown = question('q-frein', 'Le frein', 'competency=freiner').replace('- [x]', '- [ ] Le klaxon\n- [x]');
    const before = meaning(
      build({ 'matin.md': String(MORNING['matin.md']).replace(question('q-frein', 'Le frein', 'competency=freiner'), grown) }),
    );
    expect(before['q-frein']).toEqual([0, { 'Le klaxon': 'd', 'Le frein, oui': 'a', 'Le frein, non': 'b', 'Le frein, parfois': 'c' }]);
    const moved = {
      'matin.md': String(MORNING['matin.md']).replace(question('q-frein', 'Le frein', 'competency=freiner'), 'Rien.\n'),
      'soir.md': `${EVENING['soir.md']}\n${grown}`,
    };
    expect(meaning(build(moved))).toEqual(before);
    // In its new place it goes on growing; back at home it means the same.
    const more = grown.replace('- [x]', '- [ ] Le sablier\n- [x]').replace('- [ ] Le klaxon\n', '');
    const there = meaning(build({ 'soir.md': `${EVENING['soir.md']}\n${more}` }));
    expect(there['q-frein']).toEqual([0, { 'Le sablier': 'e', 'Le frein, oui': 'a', 'Le frein, non': 'b', 'Le frein, parfois': 'c' }]);
    const back = build({
      ...EVENING,
      'matin.md': `${MORNING['matin.md']}`.replace(question('q-frein', 'Le frein', 'competency=freiner'), more),
    });
    expect(meaning(back)).toEqual(there);
    expect(back.lock.course?.activities[0]).toEqual({ id: 'q-frein', in: ['matin', 'soir', 'matin'] });
  });

  test('go with a quiz and its bank, but not from one quiz to another', () => {
    const quiz = '::quiz{#bilan-matin bank="banks/fonds.md"}';
    const noon = (text: string): Files => session('midi', 'Midi', 'completion: visited', `# La relève {#releve}\n\n${text}\n`);
    const without = {
      'matin.md': String(MORNING['matin.md']).replace(quiz, 'Rien.').replace('pass: 50\n', ''),
      'course.yaml': courseFile(['matin', 'midi', 'soir']),
    };
    const build = buildsOf();
    const before = numbers(build());
    expect(numbers(build({ ...without, ...noon(quiz) }))).toEqual(before);
    const other = buildsOf();
    other();
    const found = numbers(other({ ...without, ...noon(quiz.replace('#bilan-matin', '#bilan-midi')) }));
    expect([found['bilan-midi'], found['b-sable_midi'], found['b-sable_soir'], found['b-sable']]).toEqual([8, 9, 6, undefined]);
  });

  test('are not given to a question whose letters mean something else in its new module', () => {
    const build = buildsOf({ 'course.yaml': courseFile(['matin', 'soir']).replace('package: one-sco\n', '') });
    const plain = courseFile(['matin', 'soir']).replace('package: one-sco\n', '');
    // Once, before the course was one SCO, the evening had it, with other letters.
    const turned = ':::choice{#q-porte}\nLa porte ?\n\n- [ ] Ouverte\n- [x] Fermée\n:::\n';
    build({ 'soir.md': `${EVENING['soir.md']}\n${turned}`, 'course.yaml': plain });
    build({ ...EVENING });
    const here = ':::choice{#q-porte}\nLa porte ?\n\n- [x] Fermée\n- [ ] Ouverte\n:::\n';
    const first = meaning(build({ 'matin.md': `${MORNING['matin.md']}\n${here}`, 'course.yaml': courseFile(['matin', 'soir']) }));
    const then = meaning(build({ ...MORNING, 'soir.md': `${EVENING['soir.md']}\n${here}` }));
    const [number] = first['q-porte'] as [number, object];
    expect(first['q-porte']).toEqual([number, { Fermée: 'a', Ouverte: 'b' }]);
    expect(then['q-porte_soir']).toEqual([9, { Fermée: 'b', Ouverte: 'a' }]);
  });

  test('go with one activity only, if two modules have one of that name now', () => {
    const course = { modules: ['matin'], pages: ['quai'], activities: [{ id: 'q', in: ['matin'] }] };
    const now = ['soir', 'nuit'].map((id) => ({ ...rames(lockable('q', [])), id }));
    expect(lockCourse({ version: 2, line: 'tests', modules: {}, course }, now).course.activities).toEqual([
      { id: 'q', in: ['matin', 'soir'] },
      { id: 'q', in: ['nuit'] },
    ]);
  });

  test('whatever is added, moved and removed, a number means one thing for ever', () => {
    const spots = fc.constantFrom('matin', 'soir', 'midi', '');
    const plan = fc.record({
      modules: fc.shuffledSubarray(['matin', 'midi', 'soir'], { minLength: 1 }),
      places: fc.tuple(spots, spots, spots),
    });
    fc.assert(
      fc.property(fc.array(plan, { minLength: 2, maxLength: 6 }), (plans) => {
        const build = buildsOf({ 'banks/fonds.md': BANK });
        const known = new Map<number, string>();
        const named = new Map<string, number>();
        for (const { modules, places } of plans) {
          const texts = modules.map((id): Files => {
            const own = ['q-a', 'q-b', 'q-c'].filter((_, index) => places[index] === id).map((one) => question(one, `Sujet ${one}`));
            const quiz = `::quiz{#quiz-${id} bank="banks/fonds.md"}`;
            return session(id, id, 'completion: visited', `# Page {#page-${id}}\n\n${[...own, quiz].join('\n\n')}\n`);
          });
          const course = build(Object.assign({ 'course.yaml': courseFile(modules) }, ...texts));
          for (const [id, [n, letters]] of Object.entries(meaning(course) as Record<string, [number, object]>)) {
            const meant = `${id} ${JSON.stringify(letters)}`;
            expect([n, known.get(n) ?? meant]).toEqual([n, meant]);
            expect([id, named.get(id) ?? n]).toEqual([id, n]);
            known.set(n, meant);
            named.set(id, n);
          }
        }
      }),
      { numRuns: isLong ? 30 : 10 },
    );
  });
});

describe('the lock', () => {
  test('of a course that is not one SCO holds nothing of it, and one that was keeps its numbers', () => {
    const plain = courseFile(['matin', 'soir']).replace('package: one-sco\n', '');
    const build = buildsOf({ 'course.yaml': plain });
    const first = build();
    expect([first.lock.course, first.chapters, first.newLock?.includes('"course"')]).toEqual([undefined, undefined, false]);
    const one = build({ 'course.yaml': DAY['course.yaml'] as string });
    expect(one.lock.modules).toEqual(first.lock.modules);
    const again = build({ 'course.yaml': plain });
    expect([again.lock.course, again.newLock, again.chapters]).toEqual([one.lock.course, undefined, undefined]);
  });

  test('may not change where it is frozen, though every module stands in it', () => {
    const plain = courseFile(['matin', 'soir']).replace('package: one-sco\n', '');
    const project = dayProject({ 'course.yaml': plain });
    const folder = join(project, 'modules/depot');
    const build = (): string[] => {
      const { diagnostics } = check(requestFor(project, { frozen: true }), engine);
      return diagnostics.list.flatMap(({ code, severity }) => (severity === 'error' ? code : []));
    };
    writeFileSync(join(folder, LOCK_FILE), openCourse(folder, options, engine, new Diagnostics())?.newLock ?? '');
    expect(build()).toEqual([]);
    writeFileSync(join(folder, 'course.yaml'), String(DAY['course.yaml']));
    expect(build()).toEqual(['lock-out-of-date']);
    writeFileSync(join(folder, LOCK_FILE), openCourse(folder, options, engine, new Diagnostics())?.newLock ?? '');
    expect(build()).toEqual([]);
    // Another order needs no other numbers.
    writeFileSync(join(folder, 'course.yaml'), courseFile(['soir', 'matin']));
    expect(build()).toEqual([]);
  });

  test('is written and read, and not written where nothing is new', () => {
    const build = buildsOf();
    const { lock } = build();
    expect(readLock(writeLock(lock), 'depot')).toEqual(lock);
    expect(build().newLock).toBeUndefined();
  });

  test('that another hand has spoilt is none', () => {
    const { lock } = buildsOf()();
    const spoilt = (course: unknown): unknown =>
      readLock(writeLock(lock).replace(/"course": [\s\S]*/, `"course": ${JSON.stringify(course)}}`), 'depot');
    expect(spoilt(lock.course)).toEqual(lock);
    for (const course of [
      null,
      [],
      { ...lock.course, modules: ['matin', 'matin'] },
      { ...lock.course, pages: [1] },
      { ...lock.course, activities: [{ id: 'q-frein', in: [] }] },
      {
        ...lock.course,
        activities: [
          { id: 'q-frein', in: ['matin'] },
          { id: 'q-frein', in: ['soir', 'matin'] },
        ],
      },
    ]) {
      expect([course, spoilt(course)]).toEqual([course, null]);
    }
  });
});
