import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Target } from '../../src/model/course/course.ts';
import { depot, type Files } from '../bad-input/depot-project.ts';
import { openBrowser } from '../helpers/browser.ts';
import { bakeryProject } from '../helpers/run-cartable.ts';
import { type BuiltSheets, buildSheets } from './built-sheets.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const targets: readonly Target[] = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'];

const ASKS = `# Le quai {#quai}

:::choice{#feu}
Quel feu ?

- [x] Vert
- [ ] Rouge
:::

:::open-question{#recit}
Racontez un départ.
:::

:::open-question{#pour-soi seen-by=me}
Et pour vous ?
:::
`;
const QUIZ = `# Le bilan {#bilan-page}

:::quiz{#bilan attempts=2}
:::choice{#frein}
Quel frein ?

- [x] Le sable
- [ ] La cloche
:::
:::
`;

function module(front: string, body: string): Files {
  return { 'rames.md': `---\nid: rames\ntitle: "Les <rames> & l'arrêt"\n${front}\n---\n${body}` };
}

/** The sheet's words of one module in all targets that are asked for. */
async function wordsOf(front: string, target: Target, body = ASKS, lang = 'fr'): Promise<string> {
  const files = { ...module(front, body), 'course.yaml': `id: depot\ntitle: Le dépôt\nlang: ${lang}\nmodules: [rames]\n` };
  const sheets = await buildSheets(depot(files), { targets: [target], coursePackages: false });
  return sheets.words(`depot/rames.${target}`);
}

/** Blanks of French print as plain ones, so that tests can be read. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('’', "'");

describe('what a closing tab can send', () => {
  const texts = (count: number): string => {
    const all = Array.from(
      { length: count },
      (_, n) => `:::open-question{#recit-${n} max-characters=600}\nRacontez le départ ${n}.\n:::\n`,
    );
    return `# Le quai {#quai}\n\n${all.join('\n')}`;
  };
  const sheet = async (target: Target, body?: string): Promise<string> => plain(await wordsOf('completion: activities', target, body));

  test('a 2004 package whose texts alone are too large says how large, and how learners are to end', async () => {
    const words = await sheet('scorm2004-4', texts(60));
    const size = Number(/jusqu'à (\d+) Kio à envoyer/.exec(words)?.[1]);
    expect(size).toBeGreaterThan(64);
    expect(words).toContain('faites toujours quitter ainsi, ou préférez le paquet SCORM 1.2');
    expect(await sheet('scorm12', texts(60))).not.toContain('Kio à envoyer');
  });

  test('one that leaves something out says what, and what becomes of an attempt begun before', async () => {
    const words = await sheet('scorm2004-3', texts(36));
    expect(words).toContain("ce paquet n'envoie pas : le poids des questions, le temps mis à répondre, l'heure de chaque réponse.");
    expect(words).toContain('Une tentative commencée avec un paquet plus ancien garde ces détails');
    expect(words).not.toContain('Kio à envoyer');
  });

  test('a small one says nothing of it', async () => {
    const words = await sheet('scorm2004-4');
    for (const part of ["Quand on ferme l'onglet", 'paquet plus ancien', 'Kio à envoyer']) expect(words).not.toContain(part);
  });
});

describe('when it is completed, and what to tick for that', () => {
  test.each<[string, Target, string[], string[]]>([
    ['completion: visited', 'scorm12', ['voir toutes les pages.', 'cochez « Terminé »', "n'a pas de seuil"], ['« Réussi » et « Terminé »']],
    [
      'completion: visited\npass: 70',
      'scorm12',
      ['voir toutes les pages et atteindre 70 %', 'cochez « Réussi » et « Terminé »', 'laissez vide'],
      [],
    ],
    ['completion: activities', 'scorm2004-4', ['obligatoires, juste ou non', 'cochez « Terminé »', "n'a pas de seuil"], ['« Échec »']],
    [
      'completion: activities\npass: 60',
      'scorm12',
      ['obligatoires et atteindre 60 %', "l'état est « Incomplet », ensuite « Réussi »"],
      ['« Échec »'],
    ],
    [
      'completion: activities\npass: 60',
      'scorm2004-3',
      ['cochez « Réussi » et « Terminé »', 'Requiert un score minimal 60', '« Échec »', 'changez aussi'],
      ['laissez vide'],
    ],
    ['completion: score\npass: 62.5', 'scorm2004-4', ['Il faut atteindre 62,5 %.', 'Requiert un score minimal 62'], []],
    ['completion: visited+score\npass: 50', 'scorm12', ['voir toutes les pages et atteindre 50 %', 'les 50 % sont atteints'], []],
  ])('%j for %s', async (front, target, reported, unreported) => {
    const words = plain(await wordsOf(front, target));
    for (const sentence of reported) expect(words).toContain(sentence);
    for (const sentence of unreported) expect(words).not.toContain(sentence);
  });

  test('a session that can be failed says what becomes of the attempt', async () => {
    const front = 'completion: activities\npass: 60\non-fail: failed';
    const words = plain(await wordsOf(front, 'scorm12', QUIZ));
    for (const sentence of ['Moodle ferme la tentative', 'pour recommencer, il en faut une autre']) expect(words).toContain(sentence);
    expect(plain(await wordsOf(front, 'scorm2004-4', QUIZ))).toContain('le travail peut continuer');
    expect(plain(await wordsOf('completion: activities\npass: 60', 'scorm12', QUIZ))).not.toContain('« Échec »');
    expect(plain(await wordsOf(front, 'scorm12', QUIZ.replace(' attempts=2', '')))).not.toContain('« Échec »');
  });
});

test('in English too', async () => {
  const words = await wordsOf('completion: activities\npass: 60', 'scorm2004-4', ASKS, 'en');
  for (const sentence of [
    'answer all required activities and reach 60%',
    'tick “Passed” and “Completed”',
    'Require minimum score 60',
    'Track details',
  ]) {
    expect(words).toContain(sentence);
  }
  expect(words).not.toMatch(/[«»]|Moodle affiche/);
});

describe('the way through Moodle 4.5, step by step', () => {
  const french = [
    'ouvrez « Paramètres » : ce sont ceux du cours',
    "Sous « Suivi d'achèvement »",
    "« Activer le suivi de l'achèvement des activités » est à « Oui »",
    "Activez le mode d'édition",
    'choisissez « Ajouter une activité ou ressource », puis Paquetage SCORM',
    "Donnez-lui un « Nom » (Moodle l'exige)",
    'sous « Paquetage »',
    'choisissez rames.scorm12.zip',
    'Choisissez « Enregistrer et afficher »',
    "Achèvement d'activité",
    '« Ajouter des conditions »',
    "« Afficher l'activité comme terminée dès que les conditions sont remplies »",
    'cochez « Réussi » et « Terminé »',
    'Lire les réponses',
    'choisissez « Interactions »',
    'Cochez « Résumé de question » et cliquez sur « Enregistrer les préférences »',
    '« n° dans Moodle », première colonne du guide des réponses',
    "Le rapport « Objectifs » et la page « Interactions » d'une tentative restent vides",
    'Tout est dans « Détails du parcours »',
    "sous « Paquetage », remplacez l'ancien fichier par le nouveau rames.scorm12.zip",
    "une question retirée n'est plus dans le nouveau",
  ];
  const english = [
    'open “Settings”: they are those of the course',
    'Under “Completion tracking”',
    '“Enable completion tracking” is set to “Yes”',
    'Switch on “Edit mode”',
    'choose “Add an activity or resource”, then SCORM package',
    'Give it a “Name” (Moodle requires one)',
    'under “Package”',
    'choose rames.scorm12.zip',
    'Choose “Save and display”',
    'Activity completion',
    '“Add requirements”',
    '“Show activity as complete when conditions are met”',
    'tick “Passed” and “Completed”',
    'Read the answers',
    'choose “Interactions”',
    'Tick “Question summary” and press “Save preferences”',
    '“no. in Moodle”, the first column of the codebook',
    'The report “Objectives” and the page “Interactions” of one attempt stay empty',
    '“Track details” has it all',
    'under “Package”, replace the old file with the new rames.scorm12.zip',
    'a question that was removed is no longer in the new one',
  ];

  test.each([
    ['fr', french],
    ['en', english],
  ])('%s: the steps stand in the order of the forms, and no label that 4.5 lacks', async (lang, steps) => {
    const text = await wordsOf('completion: activities\npass: 60', 'scorm12', ASKS, lang);
    const words = lang === 'fr' ? plain(text) : text.replaceAll('’', "'");
    let from = 0;
    for (const step of steps) {
      const at = words.indexOf(step, from);
      expect(at, step).toBeGreaterThanOrEqual(from);
      from = at + step.length;
    }
    expect(words).not.toMatch(/Requiert un statut|Require status/);
  });

  test('2004 is read in the details of an attempt; without answers there is nothing to read', async () => {
    const words = plain(await wordsOf('completion: activities', 'scorm2004-4'));
    expect(words).toContain('choisissez une tentative et lisez « Détails du parcours »');
    expect(words).not.toContain('Résumé de question');
    const bare = await wordsOf('completion: visited', 'scorm12', '# Le quai {#quai}\n\nUne rame attend.\n');
    expect(plain(bare)).not.toContain('Lire les réponses');
  });
});

describe('what is recorded', () => {
  test('answers, score, open answers and those of the notebook', async () => {
    const words = plain(await wordsOf('completion: activities', 'scorm12'));
    for (const sentence of [
      '2 lignes de réponses',
      'sur 1 point.',
      '1 texte libre y arrive entier',
      'plus de 255 signes',
      '1 texte reste dans le carnet',
      'Interactions',
    ]) {
      expect(words).toContain(sentence);
    }
    const later = plain(await wordsOf('completion: activities', 'scorm2004-4'));
    for (const sentence of ['Détails du parcours', 'plus de 3 999 signes']) expect(later).toContain(sentence);
  });

  test('a session without anything scored is described as having no score', async () => {
    const words = plain(await wordsOf('completion: visited', 'scorm12', '# Le quai {#quai}\n\nUne rame attend.\n'));
    for (const sentence of ['Pas de score', 'Aucune réponse', 'Moodle affichera 0']) expect(words).toContain(sentence);
    expect(words).not.toContain("Méthode d'évaluation");
  });
});

describe('packages of a course and of cohorts', () => {
  let sheets: BuiltSheets;
  beforeAll(async () => {
    const rule = 'completion: activities\npass: 60';
    sheets = await buildSheets(
      depot({
        ...module(rule, ASKS),
        'soir.md': `---\nid: soir\ntitle: Le soir\ncompletion: visited\n---\n${QUIZ}`,
        'course.yaml':
          'id: depot\ntitle: Le dépôt\nlang: fr\nmodules: [rames, soir]\ncourse-targets: [scorm12, scorm2004-3, scorm2004-4, web]\n',
        'cohorts/2028.yaml': "title: Promotion 2028, l'hiver\nmodules: { rames: { pass: 40 } }\n",
      }),
      { targets },
    );
  });

  test('several sessions: the average, all SCOs, each rule; in 2004 the warning that only the first is recorded', () => {
    const words = plain(sheets.words('depot/depot.scorm12'));
    for (const sentence of [
      '« Note moyenne »',
      "Tous les SCOs doivent retourner le statut d'achèvement",
      'La moyenne laisse de côté les séances sans score',
      'Interactions » de Moodle mélange les séances',
      'Revenir à une séance',
      '(rames) : répondre à toutes',
      '(soir) : voir toutes',
      'qui a un seuil est « Réussie »',
      'rames, soir',
    ]) {
      expect(words).toContain(sentence);
    }
    expect(words).not.toContain("n'enregistre que la première");
    expect(plain(sheets.words('depot/rames.scorm12'))).not.toMatch(/mélange les séances|Revenir à une séance|L'application Moodle/);
    expect(plain(sheets.words('depot/rames.scorm2004-4'))).toContain("L'application Moodle n'ouvre que les paquets SCORM 1.2");
    expect(plain(sheets.words('depot/depot.scorm2004-4'))).toContain(
      "Ce paquet réunit 2 séances en SCORM 2004 : Moodle n'enregistre que la première.",
    );
    expect(plain(sheets.words('depot/rames.scorm2004-4'))).not.toContain("n'enregistre que la première");
  });

  test('a cohort has its name and its own pass mark', () => {
    const words = plain(sheets.words('depot/2028/rames.scorm12'));
    for (const sentence of ["Promotion 2028, l'hiver", 'atteindre 40 %']) expect(words).toContain(sentence);
    expect(plain(sheets.words('depot/rames.scorm12'))).toContain('sans promotion');
  });

  test('the web has a sheet of its own, that speaks of no LMS', () => {
    const words = plain(sheets.words('depot/rames.web'));
    for (const sentence of ['Décompressez rames.web.zip', 'index.html', "Rien n'est transmis"]) expect(words).toContain(sentence);
    expect(words).not.toMatch(/Moodle|codebook/);
    expect(plain(sheets.words('depot/depot.web'))).toContain('rames/index.html, soir/index.html');
  });

  test.each(targets)('%s: valid HTML on its own, without script, with the facts of its zip', async (target) => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      rules: { 'void-style': 'off', 'no-trailing-whitespace': 'off', 'long-title': 'off' },
    });
    for (const name of ['rames', 'depot']) {
      const html = sheets.depot(`depot/${name}.${target}`);
      const { results } = await validator.validateString(html);
      expect(results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`))).toEqual([]);
      expect(html).not.toMatch(/<script|\ssrc=|url\(|https?:|\{\w+\}|undefined|\[codebook\]/);
      const { packages } = JSON.parse(readFileSync(join(sheets.out, 'build.json'), 'utf8'));
      const report = packages.find(({ file }: { file: string }) => file === `depot/${name}.${target}.zip`);
      expect(html).toContain(report.sha256);
      for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g))
        expect(readFileSync(join(sheets.out, 'depot', href)).length).toBeGreaterThan(0);
    }
  });
});

describe('in a browser', () => {
  let browser: Awaited<ReturnType<typeof openBrowser>>;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  test('axe finds nothing, and nothing is wider than the screen, from 320 pixels, light and dark', async () => {
    const sheets = await buildSheets(bakeryProject(), { targets: ['scorm2004-4'] });
    const found: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width: 320, height: 640 }, colorScheme });
      await page.goto(pathToFileURL(join(sheets.out, 'boulangerie/petrissage.scorm2004-4.depot.html')).href);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      await page.evaluate(axeSource);
      found.push(
        ...(await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }> } };
          return (await axe.run()).violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${String(target)}`));
        })),
      );
      await page.emulateMedia({ media: 'print', colorScheme });
      expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(27, 36, 48)');
      await page.close();
    }
    expect(found).toEqual([]);
  });
});
