import { expect, test } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { cohortsOf } from '../../../build/model/selection.ts';
import { resolveVariant, resolveVariants } from '../../../build/stages/resolve/resolve-variants.ts';
import { rames } from '../../bad-input/depot-project.ts';
import { checkDepot } from '../../helpers/check-depot.ts';
import { engine } from '../../helpers/engine.ts';

const NORD = {
  'cohorts/nord.yaml': 'title: Nord\ntags: [nord]\nvariables: { chef: Nadia }\n',
  'cohorts/sud.yaml': 'title: Sud\ntags: [sud]\n',
};

function resolve(body: string) {
  const { course } = checkDepot({ ...rames(body), ...NORD });
  if (!course) throw new Error('no course');
  const diagnostics = new Diagnostics();
  const variants = resolveVariants(course, course.modules, [null, ...cohortsOf(course.source, ['nord', 'sud'])], engine.types, diagnostics);
  return {
    course,
    variants,
    found: diagnostics.list.map(({ severity, code, at, values }) => [severity, code, at.file.replace(course.source.shown, '…'), values]),
  };
}

test('each cohort gets its own text and notes', () => {
  const { course, variants, found } = resolve(
    '# Le quai {#quai}\n\nDemandez à {{chef}}.\n\n:::trainer\nAvec {{chef}}.\n:::\n\n# La nuit {#nuit only=nord}\n\nTout dort.\n',
  );
  expect(found).toEqual([]);
  expect(variants.every(({ module, built }) => module === course.modules[0] && !('after' in built) && !('shared' in built.content))).toBe(
    true,
  );
  expect(
    variants.map(({ cohort, built, notes }) => [
      cohort?.name,
      built.pages.map(({ id }) => id),
      JSON.stringify(built.pages).includes('Nadia'),
      JSON.stringify(notes).includes('Nadia'),
    ]),
  ).toEqual([
    [undefined, ['quai'], false, false],
    ['nord', ['quai', 'nuit'], true, true],
    ['sud', ['quai'], false, false],
  ]);
});

test('a session of which nothing is left for a cohort is a warning', () => {
  const { found } = resolve('# La nuit {#nuit only=nord}\n\nTout dort.\n');
  expect(found).toEqual([
    ['warning', 'empty-for-cohort', '…/rames.md', { module: 'Les rames', cohort: '' }],
    ['warning', 'empty-for-cohort', '…/rames.md', { module: 'Les rames', cohort: 'sud' }],
  ]);
});

test('answers that other sessions show are known by name', () => {
  const open = (id: string, more = '') => `:::open-question{#${id}${more}}\nUn mot ?\n:::\n`;
  const text = (id: string, body: string) => String(rames(body)['rames.md']).replace('id: rames', `id: ${id}`);
  const { course } = checkDepot({
    'course.yaml': 'id: depot\ntitle: Dépôt\nmodules: [rames, soir]\npace: page\n',
    'rames.md': text('rames', `# Le quai {#quai}\n\n${open('mot')}`),
    'soir.md': text('soir', `# Le soir {#soir-page}\n\n${open('bis', ' recall="rames/mot"')}`),
  });
  const [first, second] = course?.modules ?? [];
  if (!course || !first || !second) throw new Error('no course');
  const shared = (module: typeof first) => resolveVariant(course, module, null, engine.types, new Diagnostics()).built.content.shared;
  expect([shared(first)?.named, shared(second)?.elsewhere.map(({ id, by }) => [id, by])]).toEqual([['mot'], [['mot', ['bis']]]]);
});

test('a session announces the first of the next ones that the cohort sees', () => {
  const text = (id: string, title: string, body: string) =>
    String(rames(body)['rames.md']).replace('id: rames', `id: ${id}`).replace('Les rames', title);
  const { course } = checkDepot({
    'course.yaml': 'id: depot\ntitle: Dépôt\nmodules: [rames, nuit, soir, fin]\npace: page\n',
    'nuit.md': text('nuit', 'La nuit', '# La nuit {#nuit-page only=nord}\n\nTout dort.\n'),
    'soir.md': text('soir', 'Le soir', '# Le soir {#soir-page}\n\nOn rentre.\n'),
    'fin.md': text('fin', 'La fin', '# La fin {#fin-page}\n\nOn ferme.\n'),
    ...NORD,
  });
  if (!course) throw new Error('no course');
  const [nord = null] = cohortsOf(course.source, ['nord']);
  const variants = resolveVariants(course, course.modules, [null, nord], engine.types, new Diagnostics());
  expect(variants.map(({ built }) => built.after?.title)).toEqual([
    'Le soir',
    'La nuit',
    'Le soir',
    'Le soir',
    'La fin',
    'La fin',
    undefined,
    undefined,
  ]);
});
