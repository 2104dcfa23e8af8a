import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { check } from '../../../build/pipeline.ts';
import { depot, rames, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';

const COURSE = 'id: depot\ntitle: Dépôt\nmodules: [rames, quais]\n';
const SCALE = ':::scale{#matin levels="non; oui"}\nSavez-vous ?\n\n- Freiner\n:::';
const OPEN = ':::open-question{#mot}\nUn mot ?\n:::';
const page = (id: string, body: string): string =>
  rames(`# Page {#p-${id}}\n\n${body}\n`)['rames.md']?.toString().replace('id: rames', `id: ${id}`) ?? '';

/** Two sessions; the second may name activities of the first. */
function look(second: string, first = `${SCALE}\n\n${OPEN}`) {
  const project = depot({ 'course.yaml': COURSE, 'rames.md': page('rames', first), 'quais.md': page('quais', second) });
  const { diagnostics, requested } = check(requestFor(project), engine);
  const modules = requested[0]?.course.modules ?? [];
  const activities = modules[1]?.module.pages[0]?.nodes.flatMap((node) => (node.kind === 'activity' ? [node.activity] : [])) ?? [];
  return {
    project,
    modules,
    activities,
    found: diagnostics.list.map(({ code, at }) => `${code} ${at.line}`),
    values: diagnostics.list[0]?.values,
  };
}

it('asks a question of another session again, with its lines and its own words', () => {
  const { found, activities, modules } = look(
    '::scale{#soir again="rames/matin"}\n\n:::scale{#nuit again="rames/matin"}\nEt maintenant ?\n:::',
  );
  expect(found).toEqual([]);
  expect(activities.map(({ title, options, parts }) => [title, options.prompt, (options.items as unknown[]).length, parts.length])).toEqual(
    [
      ['Savez-vous\u202f?', '<p>Savez-vous\u202f?</p>', 1, 3],
      ['Savez-vous\u202f?', '<p>Et maintenant\u202f?</p>', 1, 3],
    ],
  );
  expect(modules.map(({ module, named }) => [module.id, module.outside?.map(({ by, id }) => `${by}→${id}`), named])).toEqual([
    ['rames', undefined, ['matin']],
    ['quais', ['soir→matin', 'nuit→matin'], []],
  ]);
});

it('lists the activities that others name in the order of their ids, each once', () => {
  const { found, modules } = look(
    '::recap{#bilan words="rames/mot"}\n\n::scale{#soir again="rames/matin"}\n\n::scale{#nuit again="rames/matin"}',
  );
  expect([found, modules[0]?.named]).toEqual([[], ['matin', 'mot']]);
});

it('reads a session again once the activity that it names has changed', () => {
  const [before, after, other] = [SCALE, SCALE.replace('Freiner', 'Sonner'), `${SCALE}\n\nUn mot.`].map(
    (first) => look('::scale{#soir again="rames/matin"}', first).modules[1]?.borrowed,
  );
  expect(before).toContain('Freiner');
  expect([before === after, before === other]).toEqual([false, false]);
  expect(look('::recap{#bilan words="rames/mot"}').modules[1]?.borrowed).toContain('Un mot');
  expect(look('Rien.').modules[1]?.borrowed).toBe('');
  const [, quais] = look('::scale{#soir again="rames/matin"}', `\n\n${SCALE}\n\n# Autre {#autre}\n\nUn mot.\n`).modules;
  expect([quais?.borrowed === before, before?.startsWith('"Les rames"\n{')]).toEqual([true, true]);
});

it.each([
  ['an unknown session', '::scale{#soir again="rame/matin"}', 'unknown-module 8', { id: 'rame', near: 'rames' }],
  [
    'an unknown activity of another session',
    '::scale{#soir again="rames/matn"}',
    'unknown-activity 8',
    { id: 'rames/matn', near: 'rames/matin' },
  ],
  [
    'an activity of another session, without the session',
    '::scale{#soir again=matin}',
    'unknown-activity 8',
    { id: 'matin', near: 'rames/matin' },
  ],
  ['itself', '::scale{#soir again=soir}', 'names-itself 8', { id: 'soir' }],
  ['an activity of another type', '::scale{#soir again="rames/mot"}', 'again-of-another-type 8', { again: 'rames/mot', name: 'scale' }],
  [
    'an activity without levels',
    '::recap{#bilan before-after="rames/mot; rames/matin" proof}',
    'gives-no-levels 8',
    { id: 'rames/mot', name: 'open-question' },
  ],
  [
    'an activity without words',
    '::recap{#bilan words="rames/matin" certificate}',
    'gives-no-words 8',
    { id: 'rames/matin', name: 'scale' },
  ],
])('reports %s', (_, text, code, values) => {
  const looked = look(text);
  expect(looked.found).toContain(code);
  expect(looked.values).toEqual(values);
});

it('does not miss what stands in a directive that could not be read', () => {
  const { found } = look('::scale{#soir again="rames/matin"}', SCALE.replace('scale', 'scael'));
  expect(found).toEqual(['unknown-directive 8']);
});

it('links nothing in a course whose sessions name nothing', () => {
  const { modules, project } = look('Rien.');
  expect(modules.map(({ module, named }) => [module.outside, named])).toEqual([
    [undefined, undefined],
    [undefined, undefined],
  ]);
  writeFileSync(join(project, 'modules/depot/quais.md'), page('quais', '::scale{#soir again="rames/matin"}'));
  const again = check(requestFor(project), engine).requested[0]?.course.modules[1];
  expect([...(again?.files ?? [])]).toEqual(['quais.md']);
});

it('has the pictures of a session that it names among its files, but not that session’s text', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';
  const filesOf = (second: string): string[] => {
    const course = 'id: depot\ntitle: Dépôt\nmodules: [rames, quais, voies]\n';
    const voies = { 'voies.md': page('voies', '![La voie](voie.svg)'), 'voie.svg': svg };
    const files = {
      ...voies,
      'rames.md': page('rames', `![Le quai](plan.svg)\n\n${SCALE}`),
      'quais.md': page('quais', second),
      'plan.svg': svg,
    };
    const [, quais] = check(requestFor(depot({ 'course.yaml': course, ...files })), engine).requested[0]?.course.modules ?? [];
    return [...(quais?.files ?? [])].sort();
  };
  expect(filesOf('Rien.')).toEqual(['quais.md']);
  expect(filesOf('::scale{#soir again="rames/matin"}')).toEqual(['plan.svg', 'quais.md']);
});
