import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frameOf } from '../../../build/cli/frames.ts';
import { type Diagnostic, inOrder } from '../../../build/diagnostics/diagnostics.ts';
import { build, check } from '../../../build/pipeline.ts';
import { depot, type Files, rames, requestFor } from '../../bad-input/depot-project.ts';
import { engine } from '../../helpers/engine.ts';
import { courseFile, dayProject, EVENING, MORNING, question } from '../../helpers/one-course.ts';

const FREIN = ['- [x] Le patin de frein', '- [ ] La cloche du tram', '- [ ] Le sablier'];
const choice = (id: string, lines: readonly string[] = FREIN, type = 'choice'): string =>
  `:::${type}{#${id}}\nQuel frein ?\n\n${lines.join('\n')}\n:::\n`;
const page = (...activities: readonly string[]): Files => rames(`# Le quai {#quai}\n\n${activities.join('\n')}`);

/** A project that was built; what a build says of other texts, which validate says before it, and nobody after it. */
async function saidOf(project: string, files: Files, names: readonly string[] = []): Promise<Diagnostic[]> {
  const request = requestFor(project, { targets: ['web'], coursePackages: false, names });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, 'modules/depot', name), text);
  const validated = check(request, engine).diagnostics;
  const { diagnostics } = await build(request, engine);
  expect(validated.list).toEqual(diagnostics.list);
  expect((await build(request, engine)).diagnostics.list).toEqual([]);
  return inOrder(diagnostics.list);
}

async function changes(before: Files, after: Files): Promise<string[]> {
  const project = depot(before);
  expect(await saidOf(project, {})).toEqual([]);
  return reported(await saidOf(project, after));
}

function reported(list: readonly Diagnostic[]): string[] {
  return list.map(({ code, severity, at, values }) => {
    const announced = ['id', 'heir', 'before', 'after'].flatMap((key) => values[key] ?? []).join(' / ');
    return `${severity} ${code} ${at.file.replace(/^.*modules\/depot\//, '')}:${at.line} ${announced}`;
  });
}

const [patin, cloche, sablier] = FREIN as [string, string, string];

test('a choice in the place of another is its heir, though an earlier one was removed in a build before', async () => {
  const gong = '- [ ] Le gong';
  const project = depot(page(choice('frein', [sablier, patin, cloche, gong])));
  await saidOf(project, {});
  expect(reported(await saidOf(project, page(choice('frein', [patin, cloche, gong]))))).toEqual([
    'notice part-gone rames.md:8 frein / le sablier',
  ]);
  expect(reported(await saidOf(project, page(choice('frein', ['- [x] Un sifflet', cloche]))))).toEqual([
    'notice part-replaced rames.md:8 frein / le patin de frein / un sifflet',
    'notice part-gone rames.md:8 frein / le gong',
  ]);
});

test.each<[string, Files, string[]]>([
  ['nothing', page(choice('frein')), []],
  ['another order', page(choice('frein', [sablier, patin, cloche])), []],
  ['a choice more', page(choice('frein', [...FREIN, '- [ ] Le gong'])), []],
  ['other quotes and capitals', page(choice('frein', [patin, cloche, '- [ ] le  SABLIER'])), []],
  [
    'a choice put right',
    page(choice('frein', ['- [x] Le patin du frein', cloche, sablier])),
    ['notice part-corrected rames.md:8 frein / le patin de frein / le patin du frein'],
  ],
  [
    'another choice',
    page(choice('frein', [patin, cloche, '- [ ] Le gong'])),
    ['notice part-replaced rames.md:8 frein / le sablier / le gong'],
  ],
  [
    'another choice, and one before it',
    page(choice('frein', ['- [ ] Le sifflet', patin, cloche, '- [ ] Le gong'])),
    ['notice part-gone rames.md:8 frein / le sablier'],
  ],
  [
    'two choices that changed places, and another',
    page(choice('frein', [cloche, '- [ ] Le gong', patin])),
    ['notice part-replaced rames.md:8 frein / le sablier / le gong'],
  ],
  ['a choice less', page(choice('frein', [patin, cloche])), ['notice part-gone rames.md:8 frein / le sablier']],
  [
    'a negation',
    page(choice('frein', [patin, '- [ ] Pas la cloche du tram', sablier])),
    ['notice part-replaced rames.md:8 frein / la cloche du tram / pas la cloche du tram'],
  ],
  ['another id', page(choice('freinage')), ['notice activity-renamed rames.md:8 frein / freinage']],
  [
    'another id, and one choice',
    page(choice('autre', ['- [x] Oui', '- [ ] Non']), choice('freinage', [patin, cloche, '- [ ] Le gong'])),
    ['notice activity-renamed rames.md:15 frein / freinage'],
  ],
  ['no activity', page('Rien.\n'), ['notice activity-gone rames.md:3 frein']],
  ['another activity', page(choice('autre', ['- [x] Oui', '- [ ] Non'])), ['notice activity-gone rames.md:3 frein']],
  [
    'another id and another type',
    page(choice('autre', ['1. Le patin de frein', '2. La cloche du tram'], 'order')),
    ['notice activity-gone rames.md:3 frein'],
  ],
  [
    'another type',
    page(choice('frein', ['1. Le patin de frein', '2. Le gong'], 'order')),
    ['notice type-changed rames.md:8 frein / choice / order'],
  ],
  ['another page', rames(`# Le quai {#voie}\n\n${choice('frein')}`), ['notice page-gone rames.md:3 quai']],
])('%s', async (_name, after, expected) => {
  expect(await changes(page(choice('frein')), after)).toEqual(expected);
});

test('an activity with half of the parts of another is not that one under another name', async () => {
  const after = page(choice('freinage', [patin, '- [ ] Le gong']));
  expect(await changes(page(choice('frein', [patin, cloche])), after)).toEqual(['notice activity-gone rames.md:3 frein']);
});

test('items that come back are not reported, and a page that stays away is reported once', async () => {
  const project = depot(page(choice('frein')));
  await saidOf(project, {});
  const away = rames('# La voie {#voie}\n\nRien.\n');
  expect(reported(await saidOf(project, away))).toEqual(['notice activity-gone rames.md:3 frein', 'notice page-gone rames.md:3 quai']);
  expect(await saidOf(project, rames('# La voie {#voie}\n\nToujours rien.\n'))).toEqual([]);
  expect(reported(await saidOf(project, page(choice('frein'))))).toEqual(['notice page-gone rames.md:3 voie']);
});

test('a lock of 0.1 reports neither pages removed earlier nor types that it did not record', async () => {
  const old = {
    pages: ['quai', 'voie'],
    activities: [{ id: 'frein', parts: [{ text: 'le patin de frein', key: 'x' }, { text: 'la cloche du tram' }] }],
  };
  const project = depot({ ...page(choice('frein')), 'course.lock.yaml': JSON.stringify({ version: 1, modules: { rames: old } }) });
  expect(await saidOf(project, {})).toEqual([]);
});

test('a course that was not requested is not reported on', async () => {
  const project = depot(page(choice('frein')));
  await saidOf(project, {});
  const request = requestFor(project, { targets: ['web'], names: ['depot'] });
  writeFileSync(join(project, 'modules/depot/rames.md'), page('Rien.\n')['rames.md'] as string);
  const [asked, other] = [request, { ...request, names: ['ailleurs'] }].map((one) => check(one, engine).diagnostics);
  expect([asked, other].map((diagnostics) => diagnostics?.list.map(({ code }) => code))).toEqual([['activity-gone'], ['no-such-name']]);
});

test('in a course that is one SCO an activity may move to another session', async () => {
  const project = dayProject();
  // Of a session that the course does not list there is something else to say.
  rmSync(join(project, 'modules/depot/rames.md'));
  await saidOf(project, {});
  const frein = question('q-frein', 'Le frein', 'competency=freiner');
  const moved = { 'course.yaml': courseFile(['matin', 'soir']), 'matin.md': String(MORNING['matin.md']).replace(frein, 'Rien.\n') };
  expect(await saidOf(project, { ...moved, 'soir.md': `${EVENING['soir.md']}\n${frein}` })).toEqual([]);
  expect(reported(await saidOf(project, { ...moved, 'soir.md': String(EVENING['soir.md']) }))).toEqual([
    'notice activity-gone soir.md:3 q-frein',
  ]);
});

test('an activity that moves to another session leaves its answers behind', async () => {
  const course = { 'course.yaml': 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames, quais]\n' };
  const quais = (...activities: readonly string[]): Files => ({
    'quais.md': `---\nid: quais\ntitle: Les quais\ncompletion: visited\n---\n# Quai {#quai-1}\n\n${activities.join('\n') || 'Rien.'}\n`,
  });
  const project = depot({ ...course, ...page(choice('frein'), choice('gong')), ...quais() });
  await saidOf(project, {});
  expect(reported(await saidOf(project, { ...page(choice('gong')), ...quais(choice('frein')) }))).toEqual([
    'notice activity-moved quais.md:8 frein / rames / quais',
  ]);
  expect(reported(await saidOf(project, quais()))).toEqual(['notice activity-gone quais.md:3 frein']);
});

test('a question that another session draws too has not moved', async () => {
  const quiz = (id: string): string => `::quiz{#${id} bank="bank.md"}\n`;
  const quais = '---\nid: quais\ntitle: Les quais\ncompletion: visited\n---\n# Quai {#quai-1}\n\n';
  const bank = { 'bank.md': `---\ntitle: Freins\n---\n${choice('frein')}`, 'quais.md': `${quais}${quiz('bilan-2')}` };
  const course = { 'course.yaml': 'id: depot\ntitle: Au dépôt\nlang: fr\nmodules: [rames, quais]\n' };
  const project = depot({ ...course, ...bank, ...page(quiz('bilan')) });
  await saidOf(project, {});
  expect(reported(await saidOf(project, page('Rien.\n')))).toEqual([
    'notice activity-gone rames.md:3 bilan',
    'notice activity-gone rames.md:3 frein',
  ]);
});

test('a notice takes one line', async () => {
  const project = depot(page(choice('frein')));
  await saidOf(project, {});
  const [notice] = await saidOf(project, page(choice('freinage')));
  const line = (language: 'fr' | 'en'): string => frameOf(notice as Diagnostic, language).replace(/^.*rames/, 'rames');
  expect([line('fr'), line('en')]).toEqual([
    'rames.md:8:1 note #frein n’est plus là ; #freinage a les mêmes réponses. Remettez #frein à sa place pour que les apprenants retrouvent les leurs.',
    'rames.md:8:1 note #frein is gone; #freinage has the same answers. Write #frein in its place, so that learners find theirs again.',
  ]);
});
