import { expect, test } from 'vitest';
import { inOrder } from '../../build/diagnostics/diagnostics.ts';
import { messageOf } from '../../build/diagnostics/format.ts';
import { check } from '../../build/pipeline.ts';
import { engine } from '../helpers/engine.ts';
import { CHOICE, page } from './cases.ts';
import { depot, type Files, requestFor } from './depot-project.ts';

function found(files: Files) {
  const { diagnostics } = check(requestFor(depot(files)), engine);
  return inOrder(diagnostics.list);
}

/** Messages about a page, in French and in English. */
function messages(body: string): string {
  return found(page(body))
    .map((one) => {
      const [fr, en] = [messageOf(one, 'fr'), messageOf(one, 'en')];
      return `${one.severity} ${one.code} ${one.at.line}:${one.at.column}\n${fr.problem} ${fr.write}\n${en.problem} ${en.write}`;
    })
    .join('\n');
}

/** Codes and positions of the same messages. */
function codes(body: string): string[] {
  return found(page(body)).map(({ severity, code, at }) => `${severity === 'error' ? '' : 'warning '}${code} ${at.line}:${at.column}`);
}

test('a list of answers outside an activity is reported with the lines to write', () => {
  expect(messages('Quel frein ?\n\n- [x] Le patin\n> Il frotte.\n- [ ] La cloche\n> Elle sonne.')).toMatchInlineSnapshot(`
    "error stray-box 10:3
    Cette liste a des cases « [ ] » ou « [x] », et aucune activité ne les lit ici : les apprenants n’en verraient que les lignes. Une liste de réponses va dans une activité : écrivez :::choice{#…} avant la question, laissez une ligne vide entre elle et la liste, et fermez par ::: ; ou :::checklist{#…} pour une liste à cocher ; pour montrer les cases telles quelles, écrivez « - \\[ ] … ».
    This list has boxes, “[ ]” or “[x]”, and no activity reads them here: learners would see only its lines. A list of answers goes into an activity: write :::choice{#…} before the question, leave an empty line between it and the list, and close with :::; or :::checklist{#…} for a list to tick off; to show the boxes as they are, write “- \\[ ] …”."
  `);
});

test.each<[string, string, string[]]>([
  ['in a list of a page, once', '- un\n  - [ ] deux\n  - [x] trois\n\n- [ ] quatre', ['stray-box 9:5']],
  ['in a quotation', '> - [ ] sable\n> - [x] frein', ['stray-box 8:5']],
  ['in a callout', ':::callout\n- [ ] sable\n:::', ['stray-box 9:3']],
  ['in a card', ':::cards{#mots}\n## Frein\n\n- [ ] sable\n\n## Rail | Deux barres\n:::', ['stray-box 11:3']],
  ['in words for afterwards', CHOICE.replace(/:::\n$/, '\n:::after\n- [ ] sable\n:::\n:::\n'), ['stray-box 15:3']],
  ['in feedback', CHOICE.replace('- [ ]', '> - [x] bien vu\n- [ ]'), ['stray-box 12:5']],
  ['in a text with blanks', ':::cloze{#trou}\n- [ ] Le [[patin]]\n:::', ['stray-box 9:3']],
  ['in a note for the trainer', ':::trainer\n- [ ] imprimer\n:::', ['stray-box 9:3']],
])('boxes %s are reported', (_where, body, expected) => {
  expect(codes(body)).toEqual(expected);
});

test('a blank that nothing reads is reported', () => {
  expect(messages('Le [[patin]] frotte.')).toMatchInlineSnapshot(`
    "error stray-blank 8:4
    « [[patin]] » n’est pas un blanc à cet endroit : les apprenants verraient la réponse entre ses crochets. Pour un texte à trous, écrivez :::cloze{#…} avant ce texte et ::: après ; si les crochets font partie du texte, écrivez \\[[patin]].
    “[[patin]]” is not a blank here: learners would see the answer between its brackets. For a text with blanks, write :::cloze{#…} before this text and ::: after it; if the brackets are part of the text, write \\[[patin]]."
  `);
});

test.each<[string, string, string[]]>([
  ['in a choice', CHOICE.replace('Le patin', 'Le [[patin]]'), ['stray-blank 11:10']],
  ['in a question', CHOICE.replace('Quel frein ?', 'Quel [[frein]] ?'), ['stray-blank 9:6']],
  ['in feedback', CHOICE.replace('- [ ]', '> Le [[patin]]\n- [ ]'), ['stray-blank 12:6']],
  [
    'in the title of a card',
    ':::cards{#mots}\n## Le [[frein]] | freine\n\n## Rail | Deux [[barres]]\n:::',
    ['stray-blank 9:7', 'stray-blank 11:16'],
  ],
  ['in a cell of a page', '| Frein |\n|---|\n| [[patin]] |', ['stray-blank 10:3']],
  [
    'in the first column of a comparison',
    ':::compare{#tri}\n| Frein | Lieu |\n|---|---|\n| [[patin]] | [[quai]] |\n| cloche | [[rue]] |\n:::',
    ['stray-blank 11:1'],
  ],
  ['in a callout', ':::callout\nLe [[patin]].\n:::', ['stray-blank 9:4']],
])('a blank %s is reported', (_where, body, expected) => {
  expect(codes(body)).toEqual(expected);
});

test('boxes as LiaScript has them are reported, once a list', () => {
  expect(messages('- [[x]] Le patin\n- [[ ]] La cloche')).toMatchInlineSnapshot(`
    "error foreign-box 8:3
    « [[x]] » n’est pas une case de réponse : elle serait montrée telle quelle. Écrivez chaque réponse « - [ ] … », les bonnes « - [x] … », entre :::choice{#…} et ::: ; si c’est bien du texte, mettez « \\ » devant.
    “[[x]]” is not an answer box: it would be shown as it is. Write each answer as “- [ ] …”, the right ones as “- [x] …”, between :::choice{#…} and :::; if it is meant as text, put “\\” before it."
  `);
  expect(codes('[[ ]] Le patin\n[[X]] La cloche')).toEqual(['foreign-box 8:1']);
  expect(codes('- [(x)] Le patin\n- [( )] La cloche')).toEqual(['foreign-box 8:3']);
  expect(codes('[( )] Le patin\n[(X)] La cloche')).toEqual(['foreign-box 8:1']);
  // No second message for the missing answers.
  expect(codes(':::choice{#frein}\nQuel frein ?\n\n- [[x]] Le patin\n- [[ ]] La cloche\n:::')).toEqual(['foreign-box 11:3']);
});

test('boxes and brackets that are meant as text are text', () => {
  expect(
    codes(
      '- \\[ ] acheter du sable\n- \\[x] huiler le frein\n\nUn \\[[mot]] et `[[code]]`, \\[(x)] aussi.\n\n```\n- [ ] code\n[[ ]] code\n```',
    ),
  ).toEqual([]);
  expect(codes(':::cloze{#trou}\nLe [[patin]] et\n[[x]] frottent.\n:::')).toEqual([]);
});

test('a formula is reported', () => {
  expect(messages('La distance vaut $d = v^2 / 2a$.')).toMatchInlineSnapshot(`
    "error formula 8:18
    « $d = v^2 / 2a$ » : les formules ne sont pas composées, les apprenants liraient les « $ ». Écrivez-la avec les signes du clavier (x² + y² = r²), ou montrez-la dans une image : ![ce qu’elle dit](assets/formule.svg) ; un « $ » qui fait partie du texte s’écrit \\$.
    “$d = v^2 / 2a$”: formulas are not typeset, learners would read the “$”. Write it with plain characters (x² + y² = r²), or show it in a picture: ![what it says](assets/formula.svg); a “$” that is part of the text is written \\$."
  `);
  expect(codes('$$\n\\frac{v^2}{2a}\n$$\n\nSoit $x$, et $a_1$ ; $$y = 2$$.')).toEqual([
    'formula 8:1',
    'formula 12:6',
    'formula 12:14',
    'formula 12:22',
  ]);
});

test('highlighting, small letters and names of emojis are reported', () => {
  expect(messages('Le ==patin== frotte.')).toMatchInlineSnapshot(`
    "error highlight 8:4
    « ==patin== » ne surligne rien : les apprenants liraient les « = ». Écrivez **patin** ; si c’est bien du texte, mettez « \\ » devant.
    “==patin==” highlights nothing: learners would read the “=”. Write **patin**; if it is meant as text, put “\\” before it."
  `);
  expect(messages('De l’eau : H~2~O.')).toMatchInlineSnapshot(`
    "error single-tilde 8:13
    « ~2~ » ne change rien au texte : les apprenants liraient les « ~ ». Pour barrer, écrivez ~~2~~ ; un indice s’écrit avec son propre signe : H₂O ; si c’est bien du texte, mettez « \\ » devant.
    “~2~” changes nothing in the text: learners would read the “~”. To strike out, write ~~2~~; a subscript is a character of its own: H₂O; if it is meant as text, put “\\” before it."
  `);
  expect(messages('Dix m^2^.')).toMatchInlineSnapshot(`
    "error caret 8:6
    « ^2^ » ne fait pas un exposant : les apprenants liraient les « ^ ». Un exposant s’écrit avec son propre signe : m², 10³ ; si c’est bien du texte, mettez « \\ » devant.
    “^2^” does not make a superscript: learners would read the “^”. A superscript is a character of its own: m², 10³; if it is meant as text, put “\\” before it."
  `);
  expect(messages('Bravo :tada:')).toMatchInlineSnapshot(`
    "error emoji-name 8:7
    « :tada: » n’est pas remplacé par un dessin : les apprenants liraient ce nom. Mettez le dessin lui-même, par exemple 🙂, ou retirez-le ; si c’est bien du texte, mettez « \\ » devant.
    “:tada:” is not replaced by a picture: learners would read this name. Put the emoji itself, for example 🙂, or remove it; if it is meant as text, put “\\” before it."
  `);
  expect(codes('Le ~vieux frein~ patine, ==deux fois== et ==deux fois==, CO~2~, 10^-6^ :+1:')).toEqual([
    'single-tilde 8:4',
    'highlight 8:26',
    'highlight 8:43',
    'single-tilde 8:60',
    'caret 8:67',
    'emoji-name 8:72',
  ]);
});

test('definitions and underlined titles are reported', () => {
  expect(messages('Patin\n: Pièce qui frotte.')).toMatchInlineSnapshot(`
    "warning definition-list 9:1
    « : » au début d’une ligne ne fait pas une définition : ce ne serait que la suite de la phrase. Écrivez :::definition{term="Patin"}, la définition sur la ligne suivante, puis ::: ; si c’est bien du texte, mettez « \\ » devant.
    A “:” at the start of a line does not make a definition: it would only continue the sentence. Write :::definition{term="Patin"}, the definition on the next line, then :::; if it is meant as text, put “\\” before it."
  `);
  expect(codes('Patin\n\n: Pièce qui frotte.')).toEqual(['definition-list 10:1']);
  expect(messages('Le frein\n========\n\nLe rail\n-------')).toMatchInlineSnapshot(`
    "error underlined-title 8:1
    « === » sous une ligne n’en fait pas un titre. Écrivez « # Le frein » ; pour un trait ou pour du texte, laissez une ligne vide avant « === ».
    “===” under a line does not make it a title. Write “# Le frein”; for a rule, or for text, leave an empty line before “===”.
    error underlined-title 11:1
    « --- » sous une ligne n’en fait pas un titre. Écrivez « ## Le rail » ; pour un trait ou pour du texte, laissez une ligne vide avant « --- ».
    “---” under a line does not make it a title. Write “## Le rail”; for a rule, or for text, leave an empty line before “---”."
  `);
  expect(codes('- Le frein\n  ---\n\n> Le rail\n> ---')).toEqual(['underlined-title 8:1', 'underlined-title 11:1']);
});

test.each([
  'Un ticket à 5 $, dix à 10 $ et 20 $ ; de 5$ à 10$, 5$/mois ou 50$/an, $5 and $10, $5–$10, US$5, (5$-10$), $10$.',
  'Restaurants : $$ ou $$$, de $$ à $$. La variable $LIGNE/$QUAI.',
  'Vers ~5 h, ~10 min ou ~20/~30, ~5 à ~10 ; ~/dossier/~autre.',
  'À 10:30:45, rapport 1:2:3, a:b:c, Frein:patin:cloche, :x: et :12: ::.',
  'Si a == b, alors b == a ; a==b==c ; ==> oui <==.',
  'Le 2^3 et ^_^ ou ^^, \\$x^2\\$, \\==non==, H\\~2~O, \\:tada:, m\\^2^.',
  'Code : `$x$ ==y== ~z~ ^2^ :tada:`, adresse <https://example.org/~a~/==b==/:tada:>.',
  'https://example.org/~a~/==b==/$x^2$/:tada:',
  'Un texte long qui est écrit sur deux lignes par un éditeur de textes\n: la suite.',
  'Un trait sous une phrase.\n---',
  'Un trait\n\n---\n\nseul',
  '**Total : 3 €**\n\n***\n\nfin',
  '- un point\n---',
  '| a |\n|---|\n| === |',
])('“%s” is text', (text) => {
  expect(codes(text)).toEqual([]);
});
