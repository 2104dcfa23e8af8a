import { expect, test } from 'vitest';
import { check } from '../../build/pipeline.ts';
import { depotMessages, renderDepot } from '../helpers/depot-page.ts';
import { engine } from '../helpers/engine.ts';
import { CHOICE, page } from './cases.ts';
import { depot, type Files, requestFor } from './depot-project.ts';

const quiz = (questions: string): Files => ({
  ...page('::quiz{#bilan bank="banks/rames.md"}'),
  'banks/rames.md': `---\ntitle: Rames\n---\n\n${CHOICE}\n${questions}\n`,
});

/** Lists what is reported, as `code file:line:column`. */
function codes(files: Files): string[] {
  const { diagnostics } = check(requestFor(depot(files)), engine);
  return diagnostics.list.map(({ code, at }) => `${code} ${at.file.replace(/^.*modules\/depot\//, '')}:${at.line}:${at.column}`);
}

test('a bank takes what a quiz may hold, and nothing else', () => {
  const open = ':::open-question{#avis}\nQu’en dites-vous ?\n:::';
  expect(depotMessages(quiz(open))).toMatchInlineSnapshot(`
    "error inner-activity banks/rames.md:12:1
    « open-question » ne peut pas se trouver dans « quiz ». Placez-la après, dans la séance.
    “open-question” can't be inside “quiz”. Put it after it, in the session."
  `);
  expect(codes(page(`:::quiz{#bilan}\n${CHOICE}\n${open}\n:::`))).toEqual(['inner-activity rames.md:16:1']);
  expect(codes(quiz(':::callout\nUn mot.\n:::'))).toEqual(['inner-activity banks/rames.md:12:1']);
  expect(codes(quiz(':::numeric{#poids answer=12}\nCombien de tonnes ?\n:::'))).toEqual([]);
});

test('a note for the trainer in a bank is reported: no guide would have it', () => {
  expect(codes(quiz(':::trainer\nÀ dire.\n:::'))).toEqual(['text-in-bank banks/rames.md:1:1']);
});

test('names that other tools have are reported with the line to write', () => {
  const names = ['note', 'Info', 'tip', 'warning', 'danger', 'citation', 'relier', 'sondage', 'glossaire', 'glossary', 'details'];
  const lines = names.map((name) => depotMessages(page(`:::${name}{#a}\nTexte.\n:::`)).split('\n'));
  expect(lines.map(([, fr]) => fr)).toMatchInlineSnapshot(`
    [
      "« note » n’est pas une activité connue. Vouliez-vous dire « callout » ? Écrivez :::callout{kind=info}.",
      "« Info » n’est pas une activité connue. Vouliez-vous dire « callout » ? Écrivez :::callout{kind=info}.",
      "« tip » n’est pas une activité connue. Vouliez-vous dire « callout » ? Écrivez :::callout{kind=tip}.",
      "« warning » n’est pas une activité connue. Vouliez-vous dire « callout » ? Écrivez :::callout{kind=warning}.",
      "« danger » n’est pas une activité connue. Vouliez-vous dire « callout » ? Écrivez :::callout{kind=warning}.",
      "« citation » n’est pas une activité connue. Vouliez-vous dire « quote » ? Écrivez :::quote{author="Jeanne Roche"}.",
      "« relier » n’est pas une activité connue. Vouliez-vous dire « matching » ? Écrivez :::matching{#mes-paires}.",
      "« sondage » n’est pas une activité connue. Vouliez-vous dire « scale » ? Écrivez :::scale{#mon-avis levels="non; plutôt non; plutôt oui; oui"}.",
      "« glossaire » n’est pas une activité connue. Vouliez-vous dire « definition » ? Écrivez :::definition{term="Partenariat"}.",
      "« glossary » n’est pas une activité connue. Vouliez-vous dire « definition » ? Écrivez :::definition{term="Partenariat"}.",
      "« details » n’est pas une activité connue. Vouliez-vous dire « accordion » ? Écrivez :::accordion{#en-savoir-plus} ou :::reveal{#en-savoir-plus}, et « ## Titre » au-dessus de chaque partie.",
    ]
  `);
  expect(lines.map(([, , en]) => en)).toMatchInlineSnapshot(`
    [
      "“note” is not a known activity. Did you mean “callout”? Write :::callout{kind=info}.",
      "“Info” is not a known activity. Did you mean “callout”? Write :::callout{kind=info}.",
      "“tip” is not a known activity. Did you mean “callout”? Write :::callout{kind=tip}.",
      "“warning” is not a known activity. Did you mean “callout”? Write :::callout{kind=warning}.",
      "“danger” is not a known activity. Did you mean “callout”? Write :::callout{kind=warning}.",
      "“citation” is not a known activity. Did you mean “quote”? Write :::quote{author="Jane Rowe"}.",
      "“relier” is not a known activity. Did you mean “matching”? Write :::matching{#my-pairs}.",
      "“sondage” is not a known activity. Did you mean “scale”? Write :::scale{#my-view levels="no; rather no; rather yes; yes"}.",
      "“glossaire” is not a known activity. Did you mean “definition”? Write :::definition{term="Partnership"}.",
      "“glossary” is not a known activity. Did you mean “definition”? Write :::definition{term="Partnership"}.",
      "“details” is not a known activity. Did you mean “accordion”? Write :::accordion{#find-out-more} or :::reveal{#find-out-more}, and “## Title” above each part.",
    ]
  `);
});

test('a letter of another alphabet in an id is reported where it stands', () => {
  expect(depotMessages(page(CHOICE.replace('#frein', '#fr\u0435in')))).toMatchInlineSnapshot(`
    "error lookalike-in-id rames.md:8:14
    Dans l’identifiant « frеin », « е » (U+0435) n’est pas le « e » du clavier, même s’il lui ressemble. Effacez l’identifiant et tapez-le de nouveau : frein.
    In the id “frеin”, “е” (U+0435) is not the “e” of the keyboard, although it looks like it. Delete the id and type it again: frein."
  `);
  expect(codes(page('# La voie {#v\u043eie}\n\nUn mot, voir [la voie](#voie).'))).toEqual(['lookalike-in-id rames.md:8:14']);
  expect(codes(page(CHOICE.replace('#frein', '#q\u2013frein')))).toEqual(['lookalike-in-id rames.md:8:13']);
  expect(codes(page(CHOICE.replace('#frein', '#Frein')))).toEqual(['invalid-id rames.md:8:11']);
  expect(codes(page(CHOICE.replace('#frein', '#\u0436\u0430')))).toEqual(['invalid-id rames.md:8:11']);
});

test('characters that turn the direction of a text are reported where they stand', () => {
  expect(depotMessages(page('Une \u202erame\u202c part.'))).toMatchInlineSnapshot(`
    "error forbidden-sign rames.md:8:5
    Le signe U+202E, qui ne se voit pas, n’est pas admis dans un texte. Effacez-le : placez le curseur juste derrière, puis appuyez sur la touche Retour arrière.
    The invisible character U+202E isn't allowed in a text. Erase it: put the cursor just after it and press Backspace.
    error forbidden-sign rames.md:8:10
    Le signe U+202C, qui ne se voit pas, n’est pas admis dans un texte. Effacez-le : placez le curseur juste derrière, puis appuyez sur la touche Retour arrière.
    The invisible character U+202C isn't allowed in a text. Erase it: put the cursor just after it and press Backspace."
  `);
  expect(
    codes({ ...page('Une rame &#x2066;part&#8297;.'), 'course.yaml': 'id: depot\ntitle: Au \u2067dépôt\nmodules: [rames]\n' }),
  ).toEqual(['forbidden-sign course.yaml:2:11', 'forbidden-sign rames.md:8:10', 'forbidden-sign rames.md:8:22']);
  expect(codes({ ...page('Une rame.'), 'course.yaml': 'id: depot\ntitle: "Au \\u202Edépôt"\nmodules: [rames]\n' })).toEqual([
    'forbidden-sign course.yaml:2:8',
  ]);
});

const titled = (title: string): Files => ({
  'rames.md': `---\nid: rames\ntitle: ${title}\ncompletion: visited\n---\n# Le quai {#quai}\n\nUne rame.\n`,
});

test.each([
  ['Séance 1 : Accueil', 'Séance 1\u00a0: Accueil'],
  ['Séance 1\u00a0: Accueil', 'Séance 1\u00a0: Accueil'],
  ['Session 1: Welcome: a start', 'Session 1: Welcome: a start'],
  ['Qui suis-je :', 'Qui suis-je\u00a0:'],
  ['Départ 14:30 : le quai # remarque', 'Départ 14:30\u00a0: le quai'],
  ['"Séance 1 : Accueil"', 'Séance 1\u00a0: Accueil'],
])('a title %s needs no quotes', (title, shown) => {
  expect(renderDepot(titled(title)).content.title).toBe(shown);
});

test('titles of a course, a cohort, a competency and a bank need none either', () => {
  const files: Files = {
    ...quiz(''),
    'banks/rames.md': `---\ntitle: Banque : rames\n---\n\n${CHOICE}`,
    'course.yaml':
      'id: depot\ntitle: Au dépôt : la nuit\nlang: fr\ncompetencies:\n  - id: freiner\n    title: Freiner : à temps\n  - title: Rouler : en ville\n    id: rouler\nmodules: [rames]\n',
    'cohorts/soir.yaml': 'title: Soir : groupe 1\nmodules:\n  rames:\n    title: Les rames : le soir\n',
  };
  const { content } = renderDepot(files, 'soir');
  expect([content.courseTitle, content.title]).toEqual(['Au dépôt\u00a0: la nuit', 'Les rames\u00a0: le soir']);
});

test('places behind a title with a colon are those of the file', () => {
  expect(
    codes({
      'rames.md': '---\nid: rames\ntitle: Séance 1 : Accueil\npass: beaucoup\ncompletion: visited\n---\n# Le quai {#quai}\n\nUne rame.\n',
    }),
  ).toEqual(['bad-value rames.md:4:7']);
  expect(codes(titled('« Séance 1 : Accueil »'))).toEqual(['yaml-curly-quotes rames.md:3:8']);
});
