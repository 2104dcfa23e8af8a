import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { FOLD_SCRIPT } from '../../build/sheets/fold-script.ts';
import { partNames } from '../../build/sheets/part-names.ts';
import { plainHtml } from '../../build/text/plain-html.ts';
import { activityTypes } from '../../build/types/activities.ts';
import type { Activity } from '../../src/model/course/activity.ts';
import type { ModuleContent } from '../../src/model/course/course.ts';
import { depot, rames } from '../bad-input/depot-project.ts';
import { examplesProject, types } from '../helpers/examples-project.ts';
import { type BuiltSheets, buildSheets, type Paper, wordsOf } from './built-sheets.ts';
import { noted } from './noted-depot.ts';
import { paperOf } from './one-paper.ts';

const kinds: readonly Paper[] = ['guide', 'conducteur', 'cahier', 'accessibilite'];

/** A paper without the guide's own script. */
const unscripted = (html: string): string => html.replace(`<script>${FOLD_SCRIPT}</script>`, '');

/** Blanks and apostrophes of French as plain ones, so that tests can be read. */
function plain(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, ' ').replaceAll('’', "'");
}

/** Text of a paper, in its order. */
function output(sheets: BuiltSheets, name: string, kind: Paper): string {
  return plain(wordsOf(sheets.paper(name, kind)));
}

/** All feedback of an activity, wherever it stands in its options. */
function feedbackOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'feedback' && typeof inner === 'string' ? [plain(plainHtml(inner))] : feedbackOf(inner),
  );
}

/** Faults of a page as HTML. */
async function typosOf(html: string): Promise<string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: {
      'void-style': 'off',
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
      'no-inline-style': 'off',
      'prefer-native-element': 'off',
      'attribute-boolean-style': 'off',
      'wcag/h63': 'off',
      'no-redundant-role': 'off',
    },
  });
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`));
}

describe('of every type', () => {
  let sheets: BuiltSheets;
  let content: ModuleContent;
  const of = (type: string): Activity[] => content.activities.filter((activity) => activity.type === type);

  beforeAll(async () => {
    sheets = await buildSheets(examplesProject(), { coursePackages: false, sheets: true });
    content = await sheets.content('galerie/types.scorm12');
  });

  /** A type's page of the handout. */
  const pageOf = (type: string): string => {
    const [, rest = ''] = sheets.paper('galerie/types', 'cahier').split(`<h2 id="p-page-${type}">`);
    return rest.split('<h2 id="p-page-')[0] ?? '';
  };

  test.each(types)('%s: the handout has no feedback, no model answer, and no order of its key', (type) => {
    const html = pageOf(type);
    const words = plain(wordsOf(html));
    expect(words.length).toBeGreaterThan(10);
    for (const activity of of(type)) {
      const hidden = [...feedbackOf(activity.options), ...(activity.after ? [plain(plainHtml(activity.after))] : [])];
      for (const secret of hidden.filter((one) => one.length > 12)) expect(words).not.toContain(secret);
      const { near, far } = partNames(activity.options as object, 'fr');
      const at = (text = ''): number => words.lastIndexOf(plain(text));
      for (const pattern of activity.slots.flatMap(({ right }) => right)) {
        if (pattern.type === 'sequencing') {
          const places = pattern.tokens.map((token) => at(near.get(token)));
          expect(places).not.toContain(-1);
          expect(places).not.toEqual([...places].sort((a, b) => a - b));
        }
        const goals = pattern.type === 'matching' ? pattern.pairs.map(([, goal]) => goal) : [];
        // Where several go to one place, the places are groups, which keep the order of the text.
        if (new Set(goals).size < goals.length || activity.type === 'stakeholder-map') continue;
        const places = goals.map((goal) => at(far.get(goal)));
        if (places.length > 1 && !places.includes(-1)) expect(places).not.toEqual([...places].sort((a, b) => a - b));
      }
    }
    // What is done on a screen can't be done here.
    expect(words).not.toMatch(/cliqu|gliss|appuy|retourn(?:er|ez)|dans la liste|d'un appui|bouton|onglet|s'affiche|écran|clavier|souris/i);
    // Tokens are letters in the order of the key.
    expect(html).not.toMatch(
      / data-(?:chip|pair|card|place|spot|blank|line|statement|choice)="| value="|<(?:input|select|button|textarea)\b/,
    );
  });

  test('each question has one number, in the guide and in the handout', () => {
    const numbersIn = (kind: Paper): [string, string][] =>
      [
        ...sheets
          .paper('galerie/types', kind)
          .matchAll(/data-question="([^"]+)"[^>]*>\s*(?:<summary>)?<h\d class="s-asked"><span class="s-number">(\d+)</g),
      ].map(([, id = '', n = '']) => [id, n]);
    const guide = new Map(numbersIn('guide'));
    expect([...guide.values()].map(Number)).toEqual([...guide].map((_, index) => index + 1));
    expect(numbersIn('cahier').length).toBeGreaterThan(20);
    for (const [id, number] of numbersIn('cahier')) expect(guide.get(id), id).toBe(number);
  });

  test.each(types)('%s: the guide has every feedback and model answer, and a type with a key shows it', (type) => {
    const words = output(sheets, 'galerie/types', 'guide');
    for (const activity of of(type)) {
      const { near } = partNames(activity.options as object, 'fr');
      for (const text of [...feedbackOf(activity.options), ...(activity.after ? [plain(plainHtml(activity.after))] : [])]) {
        expect(words.replaceAll(' ', '')).toContain(text.replaceAll(' ', ''));
      }
      if (activityTypes.get(type)?.scoring?.draw || activity.slots.every(({ right }) => right.length === 0)) continue;
      const card = sheets.paper('galerie/types', 'guide').split(`id="q-types-${activity.id}"`)[1]?.split('</details>')[0] ?? '';
      const [first] = activity.slots.flatMap(({ right }) => right);
      if (first?.type === 'choice') expect(card).toContain('data-mark="right"');
      if (first?.type === 'sequencing') expect(plain(wordsOf(card))).toContain(plain(near.get(first.tokens[0] ?? '') ?? '?'));
      if (first?.type === 'fill-in') expect(plain(wordsOf(card))).toContain(plain(first.text));
      if (first?.type === 'matching') expect(card).toContain('→');
    }
  });

  test('what a checklist asks for is not called right', () => {
    const [, rest = ''] = sheets.paper('galerie/types', 'guide').split('<h2 id="p-page-checklist">');
    const words = plain(wordsOf(rest.split('<h2 id="p-page-')[0] ?? ''));
    expect(words).toContain('✓ à cocher');
    expect(words).not.toContain('✓ juste');
  });

  test.each(kinds)('%s: valid HTML on its own, without a foreign script, a file beside it or a loose end', async (kind) => {
    const html = unscripted(sheets.paper('galerie/types', kind));
    expect(await typosOf(html)).toEqual([]);
    expect(html).not.toMatch(/<script|<link|url\(|\{\w+\}|undefined|\[object|[\ue000-\ue006]/);
    for (const [, source = ''] of html.matchAll(/\ssrc="([^"]*)"/g)) expect(source).toMatch(/^data:image\//);
  });

  test('time and machine have no influence: the same texts give the same bytes', async () => {
    const again = await buildSheets(examplesProject(), { targets: ['web', 'scorm2004-4'], coursePackages: false, sheets: true });
    for (const kind of kinds) expect(again.paper('galerie/types', kind)).toBe(sheets.paper('galerie/types', kind));
  });
});

describe('of a session with notes, a bank and a cohort', () => {
  let sheets: BuiltSheets;
  beforeAll(async () => {
    sheets = await buildSheets(depot(noted), { sheets: true });
  });

  test('the guide: aims, minutes of each page and in all, notes, keys, reasons, model answers', () => {
    const words = output(sheets, 'depot/rames', 'guide');
    for (const sentence of [
      'Objectifs Freiner à temps Parler au public',
      '1. Le quai 8 min 3',
      '2. La nuit 12 min 3',
      'En tout 20 min 6',
      'À dire : « Regardez le feu », puis le chef répond.',
      'Question à choix 2 points 3 essais Freiner à temps Quel feu ?',
      '✓ juste Vert',
      "C'est la couleur du départ.",
      '✗ faux Rouge',
      'Le modèle : on regarde avant de partir.',
      'sablière accepté aussi : la sablière',
      "gardée dans le carnet de l'apprenant",
    ]) {
      expect(words).toContain(sentence);
    }
  });

  test('the guide: questions of a bank stand under their competencies, and the key has them all', () => {
    const words = output(sheets, 'depot/rames', 'guide');
    for (const sentence of ['pose 2 questions, tirées au sort parmi les 3', 'Freiner à temps 2 questions', 'Parler au public 1 question']) {
      expect(words).toContain(sentence);
    }
    const [, key = ''] = words.split('Corrigé en bref');
    for (const answer of ['1 Vert', 'sablière', 'Oui, un', 'Oui, deux', 'Oui, trois']) expect(key).toContain(answer);
    expect(key).not.toContain('Rouge');
  });

  test('the handout: questions without keys or notes, lines by their limits, and of a bank no more than a round', () => {
    const html = sheets.paper('depot/rames', 'cahier');
    const words = plain(wordsOf(html));
    for (const sentence of [
      'Nom :',
      'Quel feu ?',
      'Vert',
      'Rouge',
      '2 des 3 questions de la banque',
      'Question deux ?',
      'Question trois ?',
    ]) {
      expect(words).toContain(sentence);
    }
    for (const secret of ['sablière', 'couleur du départ', 'Le modèle', 'minutes', 'Regardez le feu', 'Question un ?', 'juste']) {
      expect(words).not.toContain(secret);
    }
    expect(html.match(/<i><\/i>/g)).toHaveLength(5);
  });

  test('a cohort has its own words and parts', () => {
    for (const kind of ['guide', 'cahier'] as const) {
      expect(output(sheets, 'depot/soir/rames', kind)).toContain('Mme Roy');
      expect(output(sheets, 'depot/soir/rames', kind)).toContain('Qui ferme ?');
      expect(output(sheets, 'depot/rames', kind)).not.toMatch(/Mme Roy|Qui ferme/);
    }
    expect(output(sheets, 'depot/soir/rames', 'guide')).toContain('Promotion Le soir');
  });

  test('the course has one of each, its sessions are chapters', async () => {
    // Both sessions draw from one bank.
    for (const kind of kinds) expect(await typosOf(sheets.paper('depot/depot', kind))).toEqual([]);
    const words = output(sheets, 'depot/depot', 'guide');
    for (const sentence of ['Au dépôt', 'Les rames', 'Regardez le feu', 'Corrigé en bref']) expect(words).toContain(sentence);
    expect(sheets.paper('depot/depot', 'cahier')).toContain('href="#m-rames"');
  });
});

test('a scale of many steps has a column for some of them, its ends among these', async () => {
  const body = '# Le quai {#quai}\n\n:::sliders{#etat min=0 max=95}\nEn quel état ?\n\n- Le rail\n- La cloche\n:::\n';
  const sheets = await buildSheets(depot(rames(body)), { coursePackages: false, sheets: true });
  const heads = [...sheets.paper('depot/rames', 'cahier').matchAll(/<th scope="col">(\d+)</g)].map(([, n]) => Number(n));
  expect(heads).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95]);
});

test('hostile texts stay text: markup, formulas, other writing directions', async () => {
  const chef = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
  const files = {
    ...noted,
    'course.yaml': noted['course.yaml'].replace('chef: le chef', `chef: '${chef}'`).replace('title: Au dépôt', "title: '</title><b>=1+1'"),
    'cohorts/soir.yaml': `title: '<i>\u05e2\u05e8\u05d1'\nvariables: { contact: '<a href="javascript:x">ici</a>' }\n`,
  };
  const sheets = await buildSheets(depot(files), { sheets: true });
  for (const name of ['depot/rames', 'depot/soir/rames', 'depot/soir/depot']) {
    for (const kind of kinds) {
      const html = sheets.paper(name, kind);
      expect(unscripted(html)).not.toMatch(/<script|<img|<b>=1|<i>\u05e2|<a href="javascript/);
    }
  }
  expect(wordsOf(sheets.paper('depot/rames', 'guide'))).toContain('<script>alert(1)</script>');
});

test('pictures are embedded; one that is too large is replaced by its text', async () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"><rect width="4" height="4"/></svg>';
  const large = picture.replace('<rect', `<desc>${'x'.repeat(600 * 1024)}</desc><rect`);
  const body =
    '# Le quai {#quai}\n\n![Le petit plan](assets/a.svg)\n\n![Le grand plan & son "nord"](assets/b.svg)\n\n:::trainer\n![Le plan du chef](assets/a.svg)\n:::\n';
  const sheets = await buildSheets(depot({ ...rames(body), 'assets/a.svg': picture, 'assets/b.svg': large }), { sheets: true });
  const html = sheets.paper('depot/rames', 'cahier');
  expect(html).toContain(`src="data:image/svg+xml;base64,${Buffer.from(picture).toString('base64')}"`);
  expect(html.match(/<img\b/g)).toHaveLength(1);
  expect(wordsOf(html)).toMatch(/Le grand plan & son "nord"\s+Image trop lourde/);
  expect(sheets.paper('depot/rames', 'guide').match(/<img\b/g)).toHaveLength(2);
});

// The author writes the right choice first, and asks for them to be mixed: on paper it was the first one each time.
test('choices that are mixed on a screen are mixed on paper, those that aren’t stand as they were written', async () => {
  const question = (n: number, shuffle: string): string =>
    `:::choice{#q${n} ${shuffle}}\nQuestion ${n} ?\n\n- [x] juste ${n}\n- [ ] faux ${n}\n- [ ] autre ${n}\n:::\n`;
  const body = `# Le quai {#quai}\n\n${[1, 2, 3, 4, 5, 6].map((n) => question(n, 'shuffle')).join('\n')}\n${question(7, '')}`;
  const sheets = await buildSheets(depot(rames(body)), { sheets: true });
  const words = wordsOf(sheets.paper('depot/rames', 'cahier'));
  const isFirst = (n: number): boolean => words.indexOf(`juste ${n}`) < Math.min(words.indexOf(`faux ${n}`), words.indexOf(`autre ${n}`));
  expect(isFirst(7)).toBe(true);
  const first = [1, 2, 3, 4, 5, 6].filter(isFirst).length;
  expect(first).toBeLessThan(5);
});

test('a text for paper is in handout and guide, one for the screen is not, and the statement counts those of the screen', async () => {
  const picture = (only: string): string => `:::text{only=${only}}\nVoyez le plan ${only}.\n\n![Le plan ${only}](plan.svg)\n:::\n\n`;
  const body = `${picture('paper')}${picture('screen')}${picture('screen')}`;
  const files = { 'plan.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' };
  for (const kind of ['cahier', 'guide'] as const) {
    const { words } = await paperOf(body, kind, files);
    expect(words).toContain('Voyez le plan paper');
    expect(words).not.toContain('Voyez le plan screen');
  }
  expect((await paperOf(body, 'accessibilite', files)).words).toMatch(/Images : 2,/);
});

test('a change in a text for paper makes the papers again', async () => {
  const keys = await Promise.all(
    ['Un mot.', 'Deux mots.'].map(async (text) => {
      const { out } = await buildSheets(depot(rames(`# Le quai {#quai}\n\nIci.\n\n:::text{only=paper}\n${text}\n:::\n`)), { sheets: true });
      const { packages } = JSON.parse(readFileSync(join(out, 'build.json'), 'utf8'));
      return packages.map(({ papers, contentSha256 }: Record<string, string>) => [papers, contentSha256]);
    }),
  );
  expect(keys[0][0][0]).not.toBe(keys[1][0][0]);
});

test('the papers list the pages that go further apart, and add up the minutes of the others', async () => {
  const note = (minutes: number): string => `:::trainer\n**${minutes} minutes.** Voilà.\n:::\n`;
  const body = `Un mot.\n\n${note(8)}\n# La nuit {#nuit further}\n\nUn autre.\n\n${note(12)}`;
  const guide = await paperOf(body, 'guide');
  expect(guide.words).toMatch(/1\. Le quai 8 min 0 En tout 8 min 0 Pour aller plus loin Page Durée Questions 2\. La nuit 12 min 0/);
  const kicker = /<p class="s-kind">Pour aller plus loin<\/p>(?:<details class="s-fold" open><summary>)?<h2 id="p-nuit">/;
  expect(guide.html).toMatch(kicker);
  const handout = await paperOf(body);
  expect(handout.html).toMatch(kicker);
  expect(handout.html).not.toContain('Pour aller plus loin</p><h2 id="p-quai">');
});

test('each sheet has its name, and the style of its kind', async () => {
  const sheets = await buildSheets(depot(rames('# Le quai {#quai}\n\nUne rame.\n')), { coursePackages: false, sheets: true });
  const names = readdirSync(join(sheets.out, 'depot')).filter((name) => name.endsWith('.html') && !name.includes('depot'));
  expect(names.sort()).toEqual([...kinds, 'salle'].map((kind) => `rames.${kind}.html`).sort());
  const isRun = (kind: Paper): boolean => sheets.paper('depot/rames', kind).includes('--r-font');
  expect(kinds.filter(isRun)).toEqual(['conducteur']);
  for (const kind of kinds) expect([kind, sheets.paper('depot/rames', kind).match(/<style>[^<]{500,}/) !== null]).toEqual([kind, true]);
});
