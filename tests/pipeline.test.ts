import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../build/diagnostics/diagnostics.ts';
import type { Engine } from '../build/host/engine.ts';
import { Memo } from '../build/memo.ts';
import type { NumberedCourse, NumberedModule } from '../build/model/course.ts';
import { LOCK_FILE } from '../build/model/lock.ts';
import { cohortsOf } from '../build/model/selection.ts';
import { filesOf, openCourse } from '../build/open-course.ts';
import { build } from '../build/pipeline.ts';
import { resolveVariant } from '../build/stages/resolve/resolve-variants.ts';
import { requestFor } from './bad-input/depot-project.ts';
import { engine } from './helpers/engine.ts';
import { FIRST_LOCK } from './helpers/first-lock.ts';
import { makeProject } from './helpers/run-cartable.ts';
import { isLong } from './helpers/sweep.ts';

const options = { provisional: false };

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

/** Writes the first text of each file into a project. @returns the course's folder */
function start(): string {
  const files = Object.entries(VARIANTS).flatMap(([name, texts]) => (typeof texts[0] === 'string' ? [[`pain/${name}`, texts[0]]] : []));
  return join(makeProject({ 'pain/cohorts/.keep': '', [`pain/${LOCK_FILE}`]: FIRST_LOCK, ...Object.fromEntries(files) }), 'pain');
}

/** Reads a course. @param memo what is known from before */
function read(folder: string, memo?: Memo, diagnostics = new Diagnostics()): NumberedCourse {
  const course = openCourse(folder, options, engine, diagnostics, memo);
  if (!course) throw new Error(JSON.stringify(diagnostics.list));
  return course;
}

function moduleOf({ modules }: NumberedCourse, id: string): NumberedModule {
  const found = modules.find(({ module }) => module.id === id);
  if (!found) throw new Error(`no module ${id}`);
  return found;
}

/** Names and contents of the files with which a module is played. */
function played(course: NumberedCourse, module: NumberedModule): unknown {
  return cohortsOf(course.source, []).map((cohort) =>
    (['scorm12', 'scorm2004-4'] as const).map((target) =>
      filesOf(course, module, cohort, target, engine).map((entry) => [
        entry.name,
        engine.host.sha256(['data' in entry ? entry.data : entry]),
      ]),
    ),
  );
}

/** Result of a course in later stages, or its diagnostics. */
function seen(course: NumberedCourse | null, { failed, list }: Diagnostics): unknown {
  const codes = list.map(({ code, at }) => `${code} ${at.file}:${at.line}:${at.column}`).sort();
  if (failed || !course) return { codes };
  return {
    codes,
    files: course.modules.map((module) => played(course, module)),
    modules: course.modules.map(({ module, numbers, at }) => ({ module, numbers, at })),
    lock: course.lock,
    cohorts: course.source.cohorts.map(({ name }) => name),
  };
}

/** Reads a course with what is known from before and without, and expects the same. */
function expectSame(folder: string, memo: Memo): void {
  const [again, whole] = [new Diagnostics(), new Diagnostics()];
  const course = openCourse(folder, options, engine, again, memo);
  expect(seen(course, again)).toEqual(seen(openCourse(folder, options, engine, whole), whole));
  if (!again.failed && course?.newLock !== undefined) writeFileSync(join(folder, LOCK_FILE), course.newLock);
}

describe('reading again', () => {
  test('gives just what reading everything would, whatever was changed before', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const [folder, memo] = [start(), new Memo()];
        expectSame(folder, memo);
        for (const [name, variant] of list) {
          const text = VARIANTS[name]?.[variant] ?? null;
          if (text === null) rmSync(join(folder, name), { force: true });
          else writeFileSync(join(folder, name), text);
          expectSame(folder, memo);
        }
        rmSync(join(folder, '..'), { recursive: true });
      }),
      { numRuns: isLong ? 40 : 8 },
    );
  });

  test('gives what is in a file now, though it was saved again while it was read', () => {
    for (const name of ['cuire.md', 'banks/four.md', 'assets/four.svg', 'course.yaml']) {
      const [folder, memo] = [start(), new Memo()];
      const path = join(folder, name);
      const later = readFileSync(path, 'utf8').replace(/La nuit|Là|width="4"|midi/, (found) =>
        found === 'width="4"' ? 'width="8"' : 'Ailleurs',
      );
      const { files } = engine.host;
      // The author saves just after the program has taken the old text.
      const saving: Engine['host']['files'] = {
        ...files,
        read: (read) => {
          const bytes = files.read(read);
          if (read.endsWith(name)) writeFileSync(path, later);
          return bytes;
        },
      };
      openCourse(folder, options, { ...engine, host: { ...engine.host, files: saving } }, new Diagnostics(), memo);
      expect(readFileSync(path, 'utf8')).toBe(later);
      expectSame(folder, memo);
    }
  });

  test('looks at a page again where one that it leads to is left out, though its own text is the same', () => {
    const [folder, memo] = [start(), new Memo()];
    const save = (only: string): string[] => {
      writeFileSync(join(folder, 'cuire.md'), pages('', 'La nuit, [voir](#fin).', 'Fin.', only));
      const course = read(folder, memo);
      const diagnostics = new Diagnostics();
      resolveVariant(course, moduleOf(course, 'cuire'), null, engine.types, diagnostics);
      return diagnostics.list.map((diagnostic) => diagnostic.code);
    };
    expect(save('')).toEqual([]);
    expect(save('')).toEqual([]);
    expect(save(' only=soir')).toEqual(['page-left-out']);
    expect(save('')).toEqual([]);
  });

  test('checks only what the change touches', () => {
    const [folder, memo] = [start(), new Memo()];
    let before = read(folder, memo);
    const checked = (name: string, text: string): string[] => {
      writeFileSync(join(folder, name), text);
      const course = read(folder, memo);
      // A module that was not checked again has the very list of banks that it had.
      const fresh = course.modules.filter(({ banks }) => before.modules.every((one) => one.banks !== banks));
      before = course;
      return fresh.map(({ module }) => module.id);
    };
    const grown = (name: string): string => readFileSync(join(folder, name), 'utf8').concat('\n');
    expect(checked('commun/autre.md', 'Rien.\n')).toEqual([]);
    expect(checked('petrir.md', grown('petrir.md'))).toEqual(['petrir']);
    expect(checked('banks/four.md', grown('banks/four.md'))).toEqual(['petrir', 'cuire']);
    expect(checked('assets/four.svg', grown('assets/four.svg'))).toEqual(['cuire']);
    expect(checked('cohorts/jour.yaml', 'title: Jour\n')).toEqual(['petrir', 'cuire']);
    expect(checked('course.yaml', grown('course.yaml'))).toEqual(['petrir', 'cuire']);
    expect(checked('course.yaml', grown('course.yaml').trimEnd())).toEqual(['petrir', 'cuire']);
  });

  test('looks at a page again where a picture of it changes, though a Mac spells its name otherwise', () => {
    const [folder, memo] = [start(), new Memo()];
    const name = 'été.svg'.normalize('NFD');
    writeFileSync(join(folder, 'cuire.md'), pages('', '![L’été](été.svg)', 'Fin.'));
    const widthAfter = (width: number): string | undefined => {
      writeFileSync(join(folder, name), `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="3"/>`);
      return /width=\D*(\d+)/.exec(JSON.stringify(moduleOf(read(folder, memo), 'cuire').module.pages))?.[1];
    };
    expect([4, 5, 6].map(widthAfter)).toEqual(['4', '5', '6']);
  });
});

describe('a build by the same process', () => {
  /** A project whose packages are made again and again. */
  function project() {
    const folder = start();
    const memo = new Memo();
    const request = { ...requestFor(join(folder, '..')), modules: join(folder, '..'), coursePackages: false };
    /** Saves a file and builds. @returns the modules whose packages were made */
    const save = async (name: string, text: string): Promise<string[]> => {
      writeFileSync(join(folder, name), text);
      const { diagnostics, packages } = await build(request, engine, memo);
      expect(diagnostics.list.filter(({ severity }) => severity === 'error')).toEqual([]);
      return packages.map(({ module = '' }) => module).sort();
    };
    return { folder, memo, request, save };
  }

  test('makes the packages of what has changed', async () => {
    const { folder, save } = project();
    const grown = (name: string): string => readFileSync(join(folder, name), 'utf8').concat('\n');
    expect(await save('commun/autre.md', 'Rien.\n')).toEqual(['cuire', 'petrir']);
    expect(await save('commun/autre.md', 'Autre chose.\n')).toEqual([]);
    expect(await save('petrir.md', grown('petrir.md'))).toEqual(['petrir']);
    expect(await save('banks/four.md', grown('banks/four.md'))).toEqual(['cuire', 'petrir']);
    expect(await save('assets/four.svg', grown('assets/four.svg'))).toEqual(['cuire']);
    expect(await save('course.yaml', grown('course.yaml'))).toEqual(['cuire', 'petrir']);
  });

  test('makes a package again that was deleted', async () => {
    const { request, save } = project();
    await save('commun/autre.md', 'Rien.\n');
    rmSync(request.out, { recursive: true });
    expect(await save('commun/autre.md', 'Autre chose.\n')).toEqual(['cuire', 'petrir']);
  });

  test('makes a package again where its text was saved while it was made', async () => {
    const { folder, memo, request, save } = project();
    await save('commun/autre.md', 'Rien.\n');
    writeFileSync(join(folder, 'cuire.md'), pages('', 'Le jour.', 'Fin.'));
    const progress = (): void => writeFileSync(join(folder, 'cuire.md'), pages('', 'Le soir.', 'Fin.'));
    await build({ ...request, progress }, engine, memo);
    expect((await build(request, engine, memo)).packages.map(({ module }) => module)).toEqual(['cuire']);
    expect((await build(request, engine, memo)).packages).toEqual([]);
  });

  test('makes a session again where another changes what it takes from it, or names something else in it, and else leaves it', async () => {
    const { folder, save } = project();
    const asks = (id: string): string =>
      pages('', `::open-question{#reprise recall="petrir/${id}"}`, '::scale{#fin-gestes again="petrir/gestes"}');
    const tokens = () => moduleOf(read(folder), 'cuire').numbers.tokens.get('fin-gestes');
    await save('petrir.md', scale('', 'Pétrir'));
    await save('cuire.md', asks('mot'));
    const moved = scale('Un mot de plus.\n\n', 'Pétrir').replace('#pate', '#pate-1');
    expect(await save('petrir.md', moved)).toEqual(['cuire', 'petrir']);
    expect(await save('petrir.md', `${moved}\n# Fin {#fin-pate}\n\nVoilà.\n`)).toEqual(['petrir']);
    expect(tokens()).toEqual(['a', 'b', 'c']);
    expect(await save('petrir.md', scale('', 'Façonner'))).toEqual(['cuire', 'petrir']);
    expect(tokens()).toEqual(['a', 'b', 'd']);
    expect(await save('cuire.md', pages('', 'La nuit.', '::scale{#fin-gestes again="petrir/gestes"}'))).toEqual(['cuire', 'petrir']);
    expect(await save('cuire.md', pages('', 'Le jour.', '::scale{#fin-gestes again="petrir/gestes"}'))).toEqual(['cuire']);
  });
});
