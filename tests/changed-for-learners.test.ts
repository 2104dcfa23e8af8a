import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { frameOf } from '../build/commands/frames.ts';
import { type Diagnostic, Diagnostics, inOrder } from '../build/diagnostics.ts';
import { buildAll } from '../build/pipeline.ts';
import { prepareAll } from '../build/prepare-all.ts';
import { depot, type Files, rames, requestFor } from './bad-input/depot-project.ts';
import { courseFile, dayProject, EVENING, MORNING, question } from './helpers/one-course.ts';

const FREIN = ['- [x] Le patin de frein', '- [ ] La cloche du tram', '- [ ] Le sablier'];
const choice = (id: string, lines: readonly string[] = FREIN, type = 'choice'): string =>
  `:::${type}{#${id}}\nQuel frein ?\n\n${lines.join('\n')}\n:::\n`;
const page = (...activities: readonly string[]): Files => rames(`# Le quai {#quai}\n\n${activities.join('\n')}`);

/** A project that was built; what a build says of other texts, which validate says before it, and nobody after it. */
async function saidOf(project: string, files: Files, names: readonly string[] = []): Promise<Diagnostic[]> {
  const request = requestFor(project, { targets: ['web'], coursePackages: false, names });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, 'modules/depot', name), text);
  const validated = new Diagnostics();
  prepareAll(request, validated);
  const { diagnostics } = await buildAll(request);
  expect(validated.list).toEqual(diagnostics.list);
  expect((await buildAll(request)).diagnostics.list).toEqual([]);
  return inOrder(diagnostics.list);
}

async function changes(before: Files, after: Files): Promise<string[]> {
  const project = depot(before);
  expect(await saidOf(project, {})).toEqual([]);
  return told(await saidOf(project, after));
}

function told(list: readonly Diagnostic[]): string[] {
  return list.map(({ code, severity, at, values }) => {
    const said = ['id', 'heir', 'before', 'after'].flatMap((key) => values[key] ?? []).join(' / ');
    return `${severity} ${code} ${at.file.replace(/^.*modules\/depot\//, '')}:${at.line} ${said}`;
  });
}

const [patin, cloche, sablier] = FREIN as [string, string, string];

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

test('what comes back is not told, and a page that stays away is told once', async () => {
  const project = depot(page(choice('frein')));
  await saidOf(project, {});
  const away = rames('# La voie {#voie}\n\nRien.\n');
  expect(told(await saidOf(project, away))).toEqual(['notice activity-gone rames.md:3 frein', 'notice page-gone rames.md:3 quai']);
  expect(await saidOf(project, rames('# La voie {#voie}\n\nToujours rien.\n'))).toEqual([]);
  expect(told(await saidOf(project, page(choice('frein'))))).toEqual(['notice page-gone rames.md:3 voie']);
});

test('of a lock of 0.1 it is not told which pages were gone already, nor of types that it did not know', async () => {
  const old = {
    pages: ['quai', 'voie'],
    activities: [{ id: 'frein', parts: [{ text: 'le patin de frein', key: 'x' }, { text: 'la cloche du tram' }] }],
  };
  const project = depot({ ...page(choice('frein')), 'course.lock.yaml': JSON.stringify({ version: 1, modules: { rames: old } }) });
  expect(await saidOf(project, {})).toEqual([]);
});

test('of a course that nobody asks for nothing is told', async () => {
  const project = depot(page(choice('frein')));
  await saidOf(project, {});
  const request = requestFor(project, { targets: ['web'], names: ['depot'] });
  writeFileSync(join(project, 'modules/depot/rames.md'), page('Rien.\n')['rames.md'] as string);
  const [asked, other] = [new Diagnostics(), new Diagnostics()];
  prepareAll(request, asked);
  prepareAll({ ...request, names: ['ailleurs'] }, other);
  expect([asked, other].map(({ list }) => list.map(({ code }) => code))).toEqual([['activity-gone'], ['no-such-name']]);
});

test('in a course that is one SCO an activity may move to another session', async () => {
  const project = dayProject();
  // Of a session that the course does not list there is something else to say.
  rmSync(join(project, 'modules/depot/rames.md'));
  await saidOf(project, {});
  const frein = question('q-frein', 'Le frein', 'competency=freiner');
  const moved = { 'course.yaml': courseFile(['matin', 'soir']), 'matin.md': String(MORNING['matin.md']).replace(frein, 'Rien.\n') };
  expect(await saidOf(project, { ...moved, 'soir.md': `${EVENING['soir.md']}\n${frein}` })).toEqual([]);
  expect(told(await saidOf(project, { ...moved, 'soir.md': String(EVENING['soir.md']) }))).toEqual([
    'notice activity-gone soir.md:3 q-frein',
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
