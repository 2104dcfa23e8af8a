import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';
import { createScorm12 } from '../../src/lms/scorm12.ts';
import { createScorm2004 } from '../../src/lms/scorm2004.ts';
import type { Activity, Answer, Scoring } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { createTracker } from '../../src/visit/tracker.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { examplesProject } from '../helpers/examples-project.ts';
import { StrictLms } from '../helpers/strict-lms.ts';
import { type BuiltSheets, buildSheets } from './built-sheets.ts';

const TEXT = 'Un mot, puis un autre. '.repeat(40);

function answerOf({ type, options }: Activity, scoring: Scoring | undefined): Answer {
  return scoring?.solve?.(options) ?? (type === 'open-question' ? TEXT : (scoring?.largest(options) ?? null));
}

/** Interactions in an LMS once a learner has answered everything, by id. */
function played(content: ModuleContent, version: '1.2' | '2004'): Map<string, Record<string, string>> {
  const types = Object.fromEntries([...activityTypes].flatMap(([name, { scoring }]) => (scoring ? [[name, scoring]] : [])));
  const lms = new StrictLms({ version });
  const driver = version === '1.2' ? createScorm12(lms.api) : createScorm2004(lms.api);
  const tracker = createTracker({ content, types, driver, now: () => Date.UTC(2026, 8, 1), random: () => 0.4, later: () => () => {} });
  for (const page of content.pages) tracker.visit(page.id);
  for (const activity of content.activities)
    if (!types[activity.type]?.draw) tracker.submit(activity.id, answerOf(activity, types[activity.type]));
  tracker.flush();
  tracker.leave();
  const found = new Map<string, Record<string, string>>();
  for (const [element, id] of Object.entries(lms.stored)) {
    const [, at] = /^(cmi\.interactions\.\d+\.)id$/.exec(element) ?? [];
    if (at === undefined) continue;
    const members = Object.entries(lms.stored).filter(([key]) => key.startsWith(at));
    found.set(id, Object.fromEntries(members.map(([key, value]) => [key.slice(at.length), value])));
  }
  return found;
}

function patternsOf(reported: Record<string, string>): string {
  return Object.entries(reported)
    .filter(([key]) => /^correct_responses\.\d+\.pattern$/.test(key))
    .map(([, value]) => value)
    .join(' | ');
}

describe.each([
  ['scorm12', '1.2'],
  ['scorm2004-4', '2004'],
] as const)('%s', (target, version) => {
  let sheets: BuiltSheets;
  let content: ModuleContent;
  let reported: Map<string, Record<string, string>>;

  beforeAll(async () => {
    sheets = await buildSheets(examplesProject(), { targets: [target], coursePackages: false });
    content = await sheets.content(`galerie/types.${target}`);
    reported = played(content, version);
  });

  test('it has a line for just the interactions that the LMS gets, with their type and right answer', () => {
    const lines = sheets.table(`galerie/types.${target}`).map((row) => [row.identifiant, row['type SCORM'], row['bonne réponse affichée']]);
    const pieces = (id: string): boolean => /\.\d+$/.test(id);
    const expected = [...reported].filter(([id]) => !pieces(id)).map(([id, one]) => [id, one.type, patternsOf(one)]);
    // In 2004 only what was answered is sent: a comment, for instance, may be missing.
    const isTold = ([id = '']: readonly (string | undefined)[]): boolean => version === '1.2' || reported.has(id);
    expect(lines.filter(isTold).sort()).toEqual(expected.sort());
  });

  test('a 1.2 line has the index of its interaction, counted from 0; one of 2004 has none', () => {
    const ids = [...reported.keys()];
    for (const row of sheets.table(`galerie/types.${target}`)) {
      const index = version === '1.2' ? String(ids.indexOf(row.identifiant ?? '')) : '';
      expect(row['n° dans Moodle'], row.identifiant).toBe(index);
    }
  });

  test('it explains each character of an answer', () => {
    for (const row of sheets.table(`galerie/types.${target}`)) {
      const one = reported.get(row.identifiant ?? '');
      const response = one?.student_response ?? one?.learner_response ?? '';
      const possible = row['réponses possibles'] ?? '';
      expect(possible, row.identifiant).not.toBe('');
      // `_` is how 2004 says that nothing was chosen.
      if (!['choice', 'sequencing', 'matching', 'true-false'].includes(row['type SCORM'] ?? '') || ['', '_'].includes(response)) continue;
      for (const sign of response.split(/\[[,.]\]|[,.]/))
        expect(possible, `${row.identifiant} ${sign}`).toMatch(new RegExp(`(^| )${sign} = \\S`));
    }
  });

  test('it names the answers of each line alone: the levels of a scale, the decisions of a scene', () => {
    const rows = sheets.table(`galerie/types.${target}`);
    const levels = rows.filter((row) => row['type SCORM'] === 'likert').map((row) => row['réponses possibles']);
    expect(new Set(levels.map((text) => text?.replace(/\w+ = /g, '')))).toEqual(
      new Set(['je sais dire | je sais expliquer | je l’ai fait | je peux le prouver', 'je découvre | je connais | je sais faire']),
    );
    const scenes = rows.filter((row) => row.identifiant?.startsWith('atelier-budget.'));
    expect(scenes.map((row) => row['réponses possibles']?.replace(/\w+ = /g, ''))).toEqual([
      'J’en parle d’abord avec l’association | J’accepte, l’argent manque',
      'Chacun en invite, et nous l’écrivons dans la convention | Nous reportons la question',
      'Je l’appelle, et je propose une réunion à trois | Je continue avec le bailleur',
    ]);
  });

  test('it foretells the pieces of a long text', () => {
    const row = sheets.table(`galerie/types.${target}`).find((one) => one.activité === 'Question ouverte');
    const pieces = [...reported.keys()].filter((id) => id.startsWith(`${row?.identifiant}.`));
    expect(pieces.length > 0).toBe(version === '1.2');
    for (const id of pieces.slice(0, 2)) expect(row?.remarques).toContain(id);
    expect(row?.remarques).toContain('¶');
  });
});

const COURSE = `id: depot
course-targets: [scorm12]
title: Au dépôt
lang: LANG
competencies: [{ id: freiner, title: Freiner à temps }]
variables: { chef: le chef }
modules: [rames]
`;
const BODY = `# Le quai {#quai}

:::choice{#ordre competency=freiner points=2}
Qui donne l'ordre de départ, {{chef}} ?

- [ ] =HYPERLINK("https://example.org";"ici")
- [x] L'agent ; ou *Mme* "Roy"
- [ ] -1
:::

:::choice{#soir only=soir}
Qui ferme, {{chef}} ?

- [x] Lui
- [ ] Personne
:::

:::numeric{#pente answer=-4,5 tolerance=0,5 unit="%"}
Quelle pente au plus ?
:::

:::open-question{#carnet seen-by=me}
Pour vous seul.
:::

:::quiz{#bilan bank="banks/q.md" draw=1 points=1}
:::
`;
const BANK = `---
title: Banque
---

:::true-false{#sable}
- [x] Le sable aide à freiner.
- [ ] La pluie aussi.
:::

:::short-text{#mot answer="-1 / moins un"}
Combien font deux moins trois ?
:::
`;
const COHORT = 'title: Le soir\ntags: [soir]\nvariables: { chef: Mme Roy }\n';

function course(lang: 'fr' | 'en' = 'fr'): string {
  const files = { 'course.yaml': COURSE.replace('LANG', lang), 'banks/q.md': BANK, 'cohorts/soir.yaml': COHORT };
  return depot({ ...rames(BODY), ...files });
}

test('a hostile text opens as text, numbers stay numbers, questions of a bank are marked as such', async () => {
  const sheets = await buildSheets(course());
  const text = sheets.codebook('depot/rames.scorm12');
  expect([...text].filter((sign) => sign === '\ufeff')).toHaveLength(1);
  const rows = new Map(sheets.table('depot/rames.scorm12').map((row) => [row.identifiant, row]));
  expect([...rows.keys()]).toEqual(['ordre', 'pente', 'sable.a', 'sable.b', 'mot']);
  expect(rows.get('ordre')).toEqual({
    'n° dans Moodle': '0',
    identifiant: 'ordre',
    séance: 'rames',
    page: 'Le quai',
    activité: 'Question à choix',
    'type SCORM': 'choice',
    question: 'Qui donne l’ordre de départ, le chef\u202f?',
    'réponses possibles': 'a = =HYPERLINK("https://example.org";"ici") | b = L’agent\u202f; ou Mme "Roy" | c = -1',
    'bonne réponse affichée': 'b',
    'bonne réponse en clair': 'b = L’agent\u202f; ou Mme "Roy"',
    compétences: 'freiner',
    points: '2',
    obligatoire: 'oui',
    remarques: '',
  });
  expect(rows.get('pente')).toMatchObject({ 'bonne réponse affichée': "'-5:-4", 'bonne réponse en clair': 'de -5 à -4\u00a0%' });
  expect(rows.get('mot')).toMatchObject({ 'bonne réponse affichée': "'-1 | moins un", 'bonne réponse en clair': "'-1 / moins un" });
  // It has no question of its own: its type's name would say nothing.
  expect(rows.get('sable.b')).toMatchObject({ question: 'La pluie aussi.', 'bonne réponse en clair': 'faux' });
  for (const id of ['sable.a', 'mot'])
    expect(rows.get(id)?.remarques).toBe('Question du quiz bilan, tirée au sort\u00a0: tout le monde ne la reçoit pas.');
});

test('a cohort has its own lines and words, and no key of what it does not see', async () => {
  const sheets = await buildSheets(course());
  expect(sheets.codebook('depot/rames.scorm12')).not.toMatch(/soir|Lui/);
  const [first, second] = sheets.table('depot/soir/rames.scorm12');
  expect([first?.question, second?.identifiant, second?.question]).toEqual([
    'Qui donne l’ordre de départ, Mme\u00a0Roy\u202f?',
    'soir',
    'Qui ferme, Mme\u00a0Roy\u202f?',
  ]);
});

test('an English course has an English codebook, parted by commas', async () => {
  const sheets = await buildSheets(course('en'), { targets: ['scorm2004-4'] });
  const head = sheets.codebook('depot/rames.scorm2004-4').split('\r\n')[0];
  expect(head).toBe(
    '\ufeffno. in Moodle,id,session,page,activity,SCORM type,question,possible answers,right answer as shown,right answer in words,competencies,points,required,notes',
  );
  const rows = new Map(sheets.table('depot/rames.scorm2004-4').map((row) => [row.id, row]));
  expect(rows.get('pente')).toMatchObject({ 'right answer as shown': "'-5[:]-4", 'possible answers': 'a number, in %', points: '1' });
  expect(rows.get('sable.a')).toMatchObject({ 'possible answers': 'true = true | false = false', required: 'yes' });
});

test('the codebook of the course is that of its sessions together', async () => {
  const sheets = await buildSheets(course());
  expect(sheets.codebook('depot/depot.scorm12')).toBe(sheets.codebook('depot/rames.scorm12'));
});

const BEFORE = `# Le quai {#quai}

:::choice{#signal}
Que dit {{chef}} ?

- [x] En route
- [ ] Bonne nuit, *{{chef}}*
- [ ] Demi-tour
:::

:::matching{#couleurs}
Reliez.

| Feu | Sens |
|---|---|
| Rouge | Arrêt |
| Blanc | Voie libre |
| Violet | Dépôt |
:::

:::true-false{#voies}
- [x] La voie est en acier.
- [ ] La nuit, le courant est coupé.
:::
`;
const AFTER = BEFORE.replace('- [ ] Bonne nuit, *{{chef}}*\n', '')
  .replace('| Violet | Dépôt |\n', '')
  .replace('- [ ] La nuit, le courant est coupé.\n', '- [ ] Le rail est en bois.\n');

test.each(['sco-per-module', 'one-sco'])('what old answers name and the text no longer has is named as retired: %s', async (kind) => {
  const project = depot({ ...rames(BEFORE), 'course.yaml': `${COURSE.replace('LANG', 'fr')}package: ${kind}\n` });
  const names = ['depot/rames.scorm12', 'depot/depot.scorm12'];
  const lines = (sheets: BuiltSheets) =>
    names.map((name) => Object.fromEntries(sheets.table(name).map((row) => [row.identifiant, [row['réponses possibles'], row.remarques]])));
  for (const rows of lines(await buildSheets(project))) expect(JSON.stringify(rows)).not.toContain('retiré');
  writeFileSync(join(project, 'modules/depot/rames.md'), rames(AFTER)['rames.md'] as string);
  for (const rows of lines(await buildSheets(project))) {
    expect(rows).toEqual({
      signal: ['a = En route | c = Demi-tour | b = bonne nuit, {{chef}} (retiré)', ''],
      couleurs: ['élément\u00a0: a = Rouge | b = Blanc → place\u00a0: a = Arrêt | b = Voie libre | c = violet → Dépôt (retiré)', ''],
      'voies.a': [
        't = vrai | f = faux',
        'Retiré du texte, mais d’anciennes réponses peuvent le nommer\u00a0: b = la nuit, le courant est coupé..',
      ],
      'voies.c': ['t = vrai | f = faux', ''],
    });
  }
});

test('a blank has its sentence once, after a question only if there is one', async () => {
  const cloze = (id: string, prompt: string): string => `:::cloze{#${id}}\n${prompt}Au signal [[blanc]], la voie est [[libre]].\n:::\n`;
  const sheets = await buildSheets(depot(rames(`# Le quai {#quai}\n\n${cloze('seul', '')}\n${cloze('mot', 'Complétez.\n\n')}`)));
  expect(sheets.table('depot/rames.scorm12').map(({ question }) => question)).toEqual([
    'Au signal [?], la voie est ….',
    'Au signal …, la voie est [?].',
    'Complétez. Au signal [?], la voie est ….',
    'Complétez. Au signal …, la voie est [?].',
  ]);
});
