import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityTypes } from '../build/activities.ts';
import { Diagnostics } from '../build/diagnostics.ts';
import { usePieces } from '../build/pieces.ts';
import { renderFor } from '../build/pipeline.ts';
import { type PreparedCourse, type PreparedModule, prepareCourse } from '../build/prepare-course.ts';
import { LOCK_FILE } from '../build/read-lock.ts';
import type { Cohort } from '../build/resolve/resolver.ts';
import { bundle } from '../build/stages/bundle.ts';
import { resolveCourse } from '../build/stages/resolve.ts';
import { makeProject } from './helpers/run-cartable.ts';

usePieces(join(import.meta.dirname, '../.cartable/program/pieces'));

const options = { provisional: false, builtBefore: [] };

/** A session of three pages: a quiz from the bank, a text with a picture, an end. */
function pages(first: string, middle: string, last: string, only = ''): string {
  const head = '---\nid: cuire\ntitle: Cuire\n---\n\n';
  return `${head}# Four {#four}\n\n${first}::quiz{#bilan-cuire bank="banks/four.md"}\n\n# Suite {#suite}\n\n${middle}\n\n![Le four](assets/four.svg)\n\n# Fin {#fin${only}}\n\n${last}\n`;
}

/** A session with a scale that the other one may ask again. */
function scale(before: string, line: string, only = ''): string {
  return `---\nid: petrir\ntitle: Pétrir\n---\n\n# Pâte {#pate${only}}\n\n${before}:::scale{#gestes levels="non; oui"}\nVos gestes, à {{heure}} ?\n\n- ${line}\n:::\n\n:::open-question{#mot}\nUn mot ?\n:::\n`;
}

/** A session that asks on its last page what it asked on its first. */
function twice(line: string, middle: string): string {
  const first = `:::scale{#gestes-four levels="non; oui"}\nVos gestes ?\n\n- ${line}\n:::\n\n`;
  return pages(first, middle, '::scale{#gestes-fin again="gestes-four"}\n\n::recap{#chemin before-after="gestes-four; gestes-fin"}');
}

/** Texts that a file of the course may have: good ones, and ones that are wrong alone or beside another. */
const VARIANTS: Readonly<Record<string, readonly (string | null)[]>> = {
  'petrir.md': [
    '---\nid: petrir\ntitle: Pétrir\n---\n\n# Pâte {#pate}\n\n::quiz{#bilan bank="banks/four.md"}\n',
    '---\nid: petrir\ntitle: Pétrir\n---\n\n# Pâte {#pate}\n\n:::choice{#q-four}\nQui ?\n\n- [x] Moi\n- [ ] Toi\n:::\n',
    '---\nid: petrir\ntitle: Pétrir\n---\n\n# Pâte {#pate}\n\n::include{file="commun/rappel.md"}\n\n:::choice{#q-levain}\nQui ?\n\n- [x] Moi\n- [ ] Lui\n:::\n',
    '---\nid: petrir\ntitle: Pétrir\n---\n\n# Pâte\n\n:::choice\nQui ?\n\n- [x] Moi\n- [ ] Lui\n:::\n',
    '---\nid: petrir\ntitle: [\n---\n',
    null,
    scale('', 'Pétrir'),
    scale('Un ajout.\n\n', 'Pétrir'),
    scale('', 'Façonner'),
    scale('', 'Pétrir', ' only=soir'),
  ],
  'cuire.md': [
    pages('', 'La nuit.', 'Fin.'),
    pages('Un ajout\n\n', 'La nuit.', 'Fin.'),
    pages('', 'La nuit, [voir](#fin).', 'Fin.'),
    pages('', 'La nuit, [voir](#fin).', 'Fin.', ' only=soir'),
    pages('À {{heure}}.\n\n', 'La nuit, [voir](#fin).', ':::trainer\nDix minutes.\n:::'),
    pages('', ':::choice{#q-levain}\nQuand ?\n\n- [x] La nuit\n- [ ] Le jour\n:::', 'Fin.'),
    pages('', ':::tabs{#onglets}\n## Un\n\nPain\n\n## Deux\n\n```\n# code\n```\n:::', 'Fin.'),
    pages('', ':::choice{#q-ouverte}\nQuand ?\n\n- [x] La nuit', 'Fin.'),
    pages('', 'Le mot [renvoi].\n', '[renvoi]: https://example.org'),
    pages('', '::scale{#gestes-fin again="petrir/gestes"}', 'Fin.'),
    pages('', '::recap{#chemin words="petrir/mot"}', '::scale{#gestes-fin again="petrir/gestes"}'),
    pages('', '::recap{#chemin before-after="petrir/gestes; gestes-fin" proof}', '::scale{#gestes-fin again="petrir/gestes"}'),
    pages('', 'La nuit.', 'Fin.').replace('title: Cuire', 'title: Cuire au four\nduration: 12 min'),
    twice('Enfourner', 'La nuit.'),
    twice('Enfourner', 'Le jour.'),
    twice('Défourner', 'La nuit.'),
    pages('', ':::choice\nSans identifiant ?\n\n- [x] La nuit\n- [ ] Le jour\n:::', '::include{file="commun/rappel.md"}'),
  ],
  'banks/four.md': [
    '---\ntitle: Four\n---\n\n:::choice{#q-four}\nOù ?\n\n- [x] Ici\n- [ ] Là\n:::\n',
    '---\ntitle: Four\n---\n\n:::choice{#q-sole}\nOù ?\n\n- [x] Ici\n- [ ] Ailleurs\n:::\n',
    null,
  ],
  'commun/rappel.md': ['Le four est chaud.\n', ':::choice{#q-sole}\nChaud ?\n\n- [x] Oui\n- [ ] Non\n:::\n', null],
  'assets/four.svg': ['<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>', null],
  'course.yaml': [
    'id: pain\ntitle: Le pain\nmodules: [petrir, cuire]\nvariables: { heure: midi }\n',
    'id: pain\ntitle: Le pain\nmodules: [cuire, petrir]\nvariables: { heure: minuit }\n',
  ],
  'cohorts/nuit.yaml': [null, 'title: Nuit\ntags: [soir]\nvariables: { heure: une heure }\n'],
};

const edits = fc.array(
  fc.constantFrom(...Object.keys(VARIANTS)).chain((name) => fc.tuple(fc.constant(name), fc.nat((VARIANTS[name]?.length ?? 1) - 1))),
  { minLength: 1, maxLength: 16 },
);

function start(): string {
  const files = Object.entries(VARIANTS).flatMap(([name, texts]) => (typeof texts[0] === 'string' ? [[`pain/${name}`, texts[0]]] : []));
  return join(makeProject({ 'pain/cohorts/.keep': '', ...Object.fromEntries(files) }), 'pain');
}

/** What packages of a module would hold, but for what all modules share. */
function filesOf(course: PreparedCourse, module: PreparedModule, cohort: Cohort | null): unknown {
  const rendered = renderFor(course, module, cohort, new Diagnostics());
  const resolved = resolveCourse(course.source.course.value, cohort);
  return (['scorm12', 'scorm2004-4'] as const).map((target) => {
    const { entries, shared } = bundle([rendered], resolved, target, activityTypes(), false);
    return entries.map((entry) => [entry.name, 'data' in entry && !shared.includes(entry.name) ? Buffer.from(entry.data).toString() : '']);
  });
}

/** What later stages see and make, without what only the next reading needs. */
function seen(course: PreparedCourse | null, diagnostics: Diagnostics): unknown {
  if (diagnostics.failed || !course)
    return { codes: diagnostics.list.map(({ code, at }) => `${code} ${at.file}:${at.line}:${at.column}`).sort() };
  const cohorts = [null, ...course.source.cohorts.map(({ name, file }) => ({ name, file: file.value }))];
  return {
    files: course.modules.map((module) => cohorts.map((cohort) => filesOf(course, module, cohort))),
    modules: course.modules.map(({ module, numbers, at }) => ({ module, numbers, at })),
    lock: course.lock,
    cohorts: course.source.cohorts.map(({ name }) => name),
  };
}

describe('reading again', () => {
  test('gives just what reading everything would, whatever was changed before', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const folder = start();
        let course = prepareCourse(folder, options, new Diagnostics());
        writeFileSync(join(folder, LOCK_FILE), course?.newLock ?? '');
        for (const [name, variant] of list) {
          const text = VARIANTS[name]?.[variant] ?? null;
          if (text === null) rmSync(join(folder, name), { force: true });
          else writeFileSync(join(folder, name), text);
          const [again, whole] = [new Diagnostics(), new Diagnostics()];
          const changed = prepareCourse(folder, options, again, course ? { course, changed: new Set([name]) } : undefined);
          expect(seen(changed, again)).toEqual(seen(prepareCourse(folder, options, whole), whole));
          course = again.failed ? null : changed;
          if (course?.newLock !== undefined) writeFileSync(join(folder, LOCK_FILE), course.newLock);
        }
        rmSync(join(folder, '..'), { recursive: true });
      }),
      { numRuns: 40 },
    );
  });

  test('reads the other pages of a session only once it is saved for the second time', () => {
    const folder = start();
    let course = prepareCourse(folder, options, new Diagnostics());
    const save = (text: string): (unknown | undefined)[] => {
      const before = course?.modules.find((one) => one.module.id === 'cuire')?.module.pages ?? [];
      writeFileSync(join(folder, 'cuire.md'), text);
      if (course) course = prepareCourse(folder, options, new Diagnostics(), { course, changed: new Set(['cuire.md']) });
      return course?.modules.find((one) => one.module.id === 'cuire')?.module.pages.map((page, n) => page === before[n]) ?? [];
    };
    expect(save(pages('', 'Le jour.', 'Fin.'))).toEqual([false, false, false]);
    expect(save(pages('', 'Le soir.', 'Fin.'))).toEqual([true, false, true]);
    expect(save(pages('Un mot.\n\n', 'Le soir.', 'Fin.'))).toEqual([false, false, false]);
    expect(save(pages('Un mot.\n\n', 'Le soir.', 'Adieu.'))).toEqual([true, true, false]);
  });

  test('leaves alone a page that asks again what stands on another, until that one changes', () => {
    const folder = start();
    writeFileSync(join(folder, 'cuire.md'), twice('Enfourner', 'La nuit.'));
    let course = prepareCourse(folder, options, new Diagnostics());
    const save = (text: string): unknown => {
      writeFileSync(join(folder, 'cuire.md'), text);
      if (course) course = prepareCourse(folder, options, new Diagnostics(), { course, changed: new Set(['cuire.md']) });
      return course?.modules.find((one) => one.module.id === 'cuire')?.module.pages[2];
    };
    const first = save(twice('Enfourner', 'Le jour.'));
    expect(save(twice('Enfourner', 'Le soir.'))).toBe(first);
    const second = save(twice('Défourner', 'Le soir.'));
    expect(JSON.stringify(second)).toContain('Défourner');
    expect(save(twice('Défourner', 'Le matin.'))).toBe(second);
  });

  test('looks at a page again where one that it leads to is left out, though its own text is the same', () => {
    const folder = start();
    let course = prepareCourse(folder, options, new Diagnostics());
    const save = (only: string): string[] => {
      writeFileSync(join(folder, 'cuire.md'), pages('', 'La nuit, [voir](#fin).', 'Fin.', only));
      if (course) course = prepareCourse(folder, options, new Diagnostics(), { course, changed: new Set(['cuire.md']) });
      const module = course?.modules.find((one) => one.module.id === 'cuire');
      const diagnostics = new Diagnostics();
      if (course && module) renderFor(course, module, null, diagnostics);
      return diagnostics.list.map((diagnostic) => diagnostic.code);
    };
    expect(save('')).toEqual([]);
    expect(save('')).toEqual([]);
    expect(save(' only=soir')).toEqual(['page-left-out']);
    expect(save('')).toEqual([]);
  });

  test('leaves alone what the change does not touch', () => {
    const folder = start();
    const course = prepareCourse(folder, options, new Diagnostics());
    if (!course) throw new Error('not read');
    const read = (...changed: string[]): string[] => {
      const next = prepareCourse(folder, options, new Diagnostics(), { course, changed: new Set(changed) });
      return [...(next?.fresh ?? [])];
    };
    expect([...course.fresh]).toEqual(['petrir', 'cuire']);
    expect(read('petrir.md')).toEqual(['petrir']);
    expect(read('banks/four.md')).toEqual(['petrir', 'cuire']);
    expect(read('assets/four.svg')).toEqual(['cuire']);
    expect(read('commun/autre.md', 'notes.txt')).toEqual([]);
    expect(read('cohorts/jour.yaml')).toEqual(['petrir', 'cuire']);
    expect(read('course.yaml')).toEqual(['petrir', 'cuire']);
  });

  test('looks at a page again where a picture of it changes, though a Mac spells its name otherwise', () => {
    const folder = start();
    const name = 'été.svg'.normalize('NFD');
    const widthsAfter = (width: number): string | undefined => {
      writeFileSync(join(folder, name), `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="3"/>`);
      if (course) course = prepareCourse(folder, options, new Diagnostics(), { course, changed: new Set(['cuire.md', name]) });
      return /width=\D*(\d+)/.exec(JSON.stringify(course?.modules.find((one) => one.module.id === 'cuire')?.module.pages))?.[1];
    };
    writeFileSync(join(folder, name), '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="3"/>');
    writeFileSync(join(folder, 'cuire.md'), pages('', '![L’été](été.svg)', 'Fin.'));
    let course = prepareCourse(folder, options, new Diagnostics());
    expect([4, 5, 6].map(widthsAfter)).toEqual(['4', '5', '6']);
  });

  test('makes a session again where another changes what it takes from it, or names something else in it, and else leaves it', () => {
    const folder = start();
    const asks = (id: string): string =>
      pages('', `::open-question{#reprise recall="petrir/${id}"}`, '::scale{#fin-gestes again="petrir/gestes"}');
    writeFileSync(join(folder, 'petrir.md'), scale('', 'Pétrir'));
    writeFileSync(join(folder, 'cuire.md'), asks('mot'));
    let course = prepareCourse(folder, options, new Diagnostics());
    const save = (name: string, text: string): string[] => {
      writeFileSync(join(folder, name), text);
      if (course) course = prepareCourse(folder, options, new Diagnostics(), { course, changed: new Set([name]) });
      return [...(course?.fresh ?? ['nothing'])].sort();
    };
    const cooking = () => course?.modules.find((one) => one.module.id === 'cuire');
    expect(save('petrir.md', scale('Un mot de plus.\n\n', 'Pétrir').replace('#pate', '#pate-1'))).toEqual(['cuire', 'petrir']);
    expect(
      save('petrir.md', `${scale('Un mot de plus.\n\n', 'Pétrir').replace('#pate', '#pate-1')}\n# Fin {#fin-pate}\n\nVoilà.\n`),
    ).toEqual(['petrir']);
    expect(cooking()?.numbers.tokens.get('fin-gestes')).toEqual(['a', 'b', 'c']);
    expect(save('petrir.md', scale('', 'Façonner'))).toEqual(['cuire', 'petrir']);
    expect(cooking()?.numbers.tokens.get('fin-gestes')).toEqual(['a', 'b', 'd']);
    expect(save('cuire.md', pages('', 'La nuit.', '::scale{#fin-gestes again="petrir/gestes"}'))).toEqual(['cuire', 'petrir']);
    expect(save('cuire.md', pages('', 'Le jour.', '::scale{#fin-gestes again="petrir/gestes"}'))).toEqual(['cuire']);
  });
});
