import { describe, expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { cohortsOf } from '../../../build/model/selection.ts';
import { checkWhole, fitVariants } from '../../../build/stages/fit/fit.ts';
import { resolveVariants } from '../../../build/stages/resolve/resolve-variants.ts';
import { resolveWhole } from '../../../build/stages/resolve/resolve-whole.ts';
import type { Target } from '../../../src/model/course/course.ts';
import { checkDepot } from '../../helpers/check-depot.ts';
import { engine } from '../../helpers/engine.ts';
import { courseFile, session } from '../../helpers/one-course.ts';

const { types } = engine;

/** A course in which learners may write as many texts as asked. */
function course(texts: number, profile: 'moodle' | 'strict') {
  const fields = Array.from({ length: texts }, (_, n) => `:::open-question{#recit-${n} max-characters=3000}\nUn retour ?\n:::\n`);
  const files = {
    'course.yaml': courseFile(['matin', 'soir'], `profile: ${profile}\n`),
    ...session('matin', 'Le matin', 'completion: visited', `# Au quai {#quai}\n\n${fields.join('\n')}`),
    ...session('soir', 'Le soir', 'completion: visited', '# Au dépôt {#depot-page}\n\nUn tram.\n'),
    'cohorts/nord.yaml': 'title: Nord\n',
  };
  const read = checkDepot(files).course;
  if (!read) throw new Error('no course');
  return read;
}

function fitted(texts: number, targets: readonly Target[], profile: 'moodle' | 'strict' = 'strict') {
  const read = course(texts, profile);
  const diagnostics = new Diagnostics();
  const variants = resolveVariants(read, read.modules, [null, ...cohortsOf(read.source, ['nord'])], types, new Diagnostics());
  const sizes = fitVariants(read, variants, targets, types, diagnostics).map(({ size }) => size.state.texts > 0);
  return { sizes, found: diagnostics.list.map(({ code, at, values }) => [code, at.file.split('/').at(-1), values.limit, values.targets]) };
}

describe('saved states', () => {
  test('that fit are measured for each cohort', () => {
    expect(fitted(1, ['scorm12'])).toEqual({ sizes: [true, true, false, false], found: [] });
  });

  test('that do not fit are reported once, for the base build', () => {
    const { found } = fitted(9, ['scorm12']);
    expect(found).toHaveLength(1);
    expect(found[0]?.slice(0, 3)).toEqual(['texts-too-large', 'matin.md', 4096]);
  });

  test('of a cohort alone are measured and not reported', () => {
    const read = course(9, 'strict');
    const diagnostics = new Diagnostics();
    const variants = resolveVariants(read, read.modules, cohortsOf(read.source, ['nord']), types, new Diagnostics());
    const found = fitVariants(read, variants, ['scorm12'], types, diagnostics);
    expect(found.map(({ module, cohort }) => [module.module.id, cohort?.name])).toEqual([
      ['matin', 'nord'],
      ['soir', 'nord'],
    ]);
    expect(diagnostics.list).toEqual([]);
  });

  test('name the targets that have too little room, if others have more', () => {
    const codes = (targets: readonly Target[]) => fitted(9, targets).found.map(([code]) => code);
    expect(codes(['scorm2004-4'])).toEqual([]);
    expect(codes(['scorm12', 'scorm2004-4'])).toHaveLength(1);
    const named = (targets: readonly Target[]) => fitted(9, targets).found.map((values) => values[3]);
    expect([named(['scorm12']), named(['scorm12', 'web', 'scorm2004-4'])]).toEqual([[undefined], ['scorm12']]);
    expect(fitted(9, ['scorm12', 'scorm2004-4'], 'moodle').found.length).toBe(fitted(9, ['scorm12'], 'moodle').found.length);
  });
});

test('only a page of SCORM 2004 can have too much to send when it is left', () => {
  const read = course(1, 'moodle');
  const [first] = resolveVariants(read, read.modules, [null], types, new Diagnostics());
  if (!first) throw new Error('no module');
  const { content } = first.built;
  const activities = Array.from({ length: 400 }, (_, n) => content.activities.map((one) => ({ ...one, id: `q${n}`, n: n + 100 }))).flat();
  const long = activities.map((one) => ({ ...one, title: 'Un retour '.repeat(40) }));
  const large = { ...first, built: { ...first.built, content: { ...content, activities: long } } };
  const codes = (...targets: readonly Target[]) => {
    const diagnostics = new Diagnostics();
    fitVariants(read, [large], targets, types, diagnostics);
    return diagnostics.list.map(({ code }) => code).filter((code) => code.startsWith('leaving'));
  };
  expect([codes('scorm12', 'web'), codes('web', 'scorm2004-3'), codes('scorm12', 'scorm2004-3')]).toEqual([
    [],
    ['leaving-page-too-large'],
    ['leaving-page-too-large'],
  ]);
});

test('a course that is one SCO is checked as a whole, at its kind of package', () => {
  const read = course(9, 'strict');
  const diagnostics = new Diagnostics();
  checkWhole(read, resolveWhole(read, null, types, new Diagnostics()), ['scorm12'], types, diagnostics);
  const [found] = diagnostics.list;
  expect([diagnostics.list.length, found?.at.file, found?.at.line]).toEqual([1, `${read.source.shown}/course.yaml`, 5]);
  const [large] = resolveVariants(read, read.modules, [null], types, new Diagnostics());
  const local = new Diagnostics();
  fitVariants(read, large ? [large] : [], ['scorm12'], types, local);
  expect(local.list.map(({ at }) => at.file)).toEqual([`${read.source.shown}/matin.md`]);
  const small = new Diagnostics();
  checkWhole(read, resolveWhole(course(0, 'strict'), null, types, new Diagnostics()), ['scorm12', 'scorm2004-4'], types, small);
  expect(small.list).toEqual([]);
});
