import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { allDirectives, outlineOf } from '../../build/studio/text/outline.ts';
import { replaceIn, shownText } from '../../build/studio/text/raw-text.ts';
import { engine } from './engine.ts';
import { exampleOf, languages, root, types } from './examples-project.ts';
import { filesBelow, MemoryCourse, plainCourse, plainSession } from './memory-course.ts';
import { editsOf } from './random-edit.ts';

/** A text of the repository in its course. */
interface Source {
  readonly name: string;
  readonly file: string;
  readonly raw: string;
  readonly course: MemoryCourse;
}

function exampleSources(): Source[] {
  return languages.flatMap((lang) =>
    types.map((type) => {
      const assets = Object.entries(filesBelow(`templates/${type}/assets`)).map(([name, data]) => [`assets/${name}`, data]);
      const raw = plainSession(exampleOf(type, lang));
      const course = new MemoryCourse('modules/essai', {
        'course.yaml': plainCourse(lang),
        'essai.md': raw,
        ...Object.fromEntries(assets),
      });
      return { name: `${type} ${lang}`, file: 'essai.md', raw, course };
    }),
  );
}

function sessionSources(): Source[] {
  return [
    ['partenariats-reseaux', 'seance-1'],
    ['partenariats-reseaux', 'seance-2'],
    ['partenariats-reseaux', 'seance-3'],
    ['repair-cafe', 'first-saturday'],
  ].map(([name, session]) => {
    const files = filesBelow(`modules/${name}`);
    const raw = readFileSync(join(root, `modules/${name}/${session}.md`), 'utf8');
    return { name: `${session}`, file: `${session}.md`, raw, course: new MemoryCourse(`modules/${name}`, files) };
  });
}

/** Checks one change: every byte outside its part stays, and the course has no error. */
function check({ file, raw, course }: Source, place: number, choice: number, number: number, isWindows: boolean): void {
  const before = isWindows ? raw.replace(/\n/g, '\r\n') : raw;
  const text = shownText(before);
  const directives = allDirectives(outlineOf(text)).filter(({ name }) => engine.types.has(name));
  const directive = directives[place % directives.length];
  if (!directive) return;
  const edits = editsOf(text, directive, engine.types.get(directive.name)?.kind === 'activity', number);
  const edit = edits[choice % Math.max(1, edits.length)];
  if (!edit) return;
  const after = replaceIn(
    before,
    [...edit.changes].sort((one, other) => one.from - other.from),
  );
  const now = shownText(after);
  const tail = text.length - edit.part.to;
  expect(now.slice(0, edit.part.from), edit.name).toBe(text.slice(0, edit.part.from));
  expect(tail > 0 ? now.slice(-tail) : '', edit.name).toBe(tail > 0 ? text.slice(-tail) : '');
  expect(after.includes('\r'), edit.name).toBe(isWindows);
  expect(isWindows ? /[^\r]\n/.test(after) : false, edit.name).toBe(false);
  course.put(file, after);
  const errors = course.errors();
  course.put(file, raw);
  expect(errors, `${edit.name} of ${directive.name}, line ${directive.line}`).toEqual([]);
}

/** Tries random changes by forms on all examples and sessions. @param runs number of changes @param seed the same changes each time; absent: others */
export function tryRandomEdits(runs: number, seed?: number): void {
  const [examples, sessions] = [exampleSources(), sessionSources()];
  fc.assert(
    fc.property(
      fc.nat(),
      fc.nat({ max: 19 }),
      fc.nat(),
      fc.nat(),
      fc.nat({ max: 9999 }),
      fc.boolean(),
      (index, kind, place, choice, number, isWindows) => {
        const list = kind === 0 ? sessions : examples;
        const source = list[index % list.length];
        if (source) check(source, place, choice, number, isWindows);
      },
    ),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  );
}
