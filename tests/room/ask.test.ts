import { expect, test } from 'vitest';
import { askOf } from '../../build/room/ask.ts';

test.each([
  ['one short question', '<p>Quel feu ?</p>', '', 'Quel feu ?'],
  [
    'a situation before it',
    '<p>Le soir, Inès annonce à Nadia : « J’ai déjà onze partenaires ! » Quelle réponse est la plus juste ?</p>',
    '<p>Le soir, Inès annonce à Nadia : « J’ai déjà onze partenaires ! »</p>',
    'Quelle réponse est la plus juste ?',
  ],
  [
    'a quotation in English before it',
    '<p>Inès says to Nadia: “We have eleven partners already!” Which answer is the best?</p>',
    '<p>Inès says to Nadia: “We have eleven partners already!”</p>',
    'Which answer is the best?',
  ],
  ['a sentence without an end before it', '<p>Le feu passe au rouge… Quel quai ?</p>', '<p>Le feu passe au rouge…</p>', 'Quel quai ?'],
  [
    'a remark after it',
    '<p>Qui ferme le dépôt ? Trois mots, sans réfléchir longtemps.</p>',
    '<p>Trois mots, sans réfléchir longtemps.</p>',
    'Qui ferme le dépôt ?',
  ],
  [
    'an instruction before a remark',
    '<p>Sans remonter plus haut, remettez ces cinq sens dans l’ordre où ils sont apparus. Cet exercice ne compte pas dans votre score.</p>',
    '<p>Cet exercice ne compte pas dans votre score.</p>',
    'Sans remonter plus haut, remettez ces cinq sens dans l’ordre où ils sont apparus.',
  ],
  [
    'a paragraph that asks, then one that doesn’t',
    '<p>À quel rythme ?</p>\n<p>Ajoutez un fait.</p>\n',
    '<p>Ajoutez un fait.</p>',
    'À quel rythme ?',
  ],
  [
    'a question, then a paragraph that asks in its middle',
    '<p>Quel feu ?</p><p>Ou quai ? Dites-le.</p>',
    '<p>Quel feu ?</p>',
    'Ou quai ? Dites-le.',
  ],
  [
    'a question, a picture, then an instruction',
    '<p>Quel feu ?</p><p><img></p><p>Dites-le.</p>',
    '<p><img></p><p>Dites-le.</p>',
    'Quel feu ?',
  ],
  ['a space at its end', '<p>Quel feu ? </p>', '', 'Quel feu ? '],
  ['a list after a paragraph', '<p>Lisez.</p><ul><li>un</li></ul>', '<p>Lisez.</p><ul><li>un</li></ul>', 'Le titre'],
  [
    'two paragraphs that ask, then one that doesn’t',
    '<p>Quel feu ?</p><p>Quel quai ?</p><p>Dites-le.</p>',
    '<p>Quel feu ?</p><p>Dites-le.</p>',
    'Quel quai ?',
  ],
  ['a list at the end', '<ul><li>un</li></ul>', '<ul><li>un</li></ul>', 'Le titre'],
])('%s', (_, prompt, context, ask) => {
  expect(askOf(prompt, 'Le titre')).toEqual({ context, ask });
});

test.each([
  [89, true],
  [90, true],
  [91, false],
])('a last paragraph of %d characters is whole: %j', (length, isWhole) => {
  const last = `${'a'.repeat(length - 17)}. Quel quai ? ici`;
  expect(last.length).toBe(length);
  expect(askOf(`<p>Avant.</p><p>${last}</p>`, '').ask === last).toBe(isWhole);
});

test.each([
  [90, true],
  [91, false],
])('instructions of %d characters without a question are whole: %j', (length, isWhole) => {
  const prompt = `Rangez les rames. Puis ${'a'.repeat(length - 24)}.`;
  expect([prompt.length, askOf(`<p>${prompt}</p>`, '').ask === prompt]).toEqual([length, isWhole]);
});

test('no element is cut: a paragraph whose markup runs over the end of a sentence stays whole', () => {
  const inside = `Elle dit <em>qu’elle part. Et qu’elle revient.</em> ${'mot '.repeat(30)}vraiment ?`;
  expect(askOf(`<p>${inside}</p>`, '')).toEqual({ context: '', ask: inside });
});

test('a single long question stays whole, and so does a paragraph of which one sentence is cut', () => {
  const long = `Faut-il ${'vraiment '.repeat(12)}partir ?`;
  expect(askOf(`<p>${long}</p>`, '')).toEqual({ context: '', ask: long });
  const cut = `Elle dit <em>qu’elle part. Et revient.</em> ${'mot '.repeat(25)}oui. Quel quai ?`;
  expect(askOf(`<p>${cut}</p>`, '')).toEqual({ context: '', ask: cut });
});

const REMARK = `Ceci est ${'très '.repeat(12)}long.`;

test.each([
  ['the last of two questions', `Quel feu ? Quel quai ? ${REMARK} ${REMARK}`, 'Quel quai ?'],
  ['the first of two instructions', `${REMARK} Rangez les rames. Fermez le quai. ${REMARK}`, 'Rangez les rames.'],
  ['the last sentence, if none asks', `${REMARK} ${REMARK} Une rame part.`, 'Une rame part.'],
  [
    'an instruction, not a word that contains one',
    `Un trapeze passe. Un nez passe. ${REMARK} Rangez les rames. ${REMARK}`,
    'Rangez les rames.',
  ],
  ['a question of the author, not one that somebody quotes', `Quel quai ? Elle crie : « Où ? » ${REMARK}`, 'Quel quai ?'],
  ['a sentence with a number in it', `${REMARK} Le feu de 3.5 volts <b>est</b> <i>vert</i>. Quel quai ?`, 'Quel quai ?'],
  ['a question before an instruction', `Quel feu ? Rangez les rames. ${REMARK}`, 'Quel feu ?'],
])('%s is asked', (_, text, asked) => {
  expect(askOf(`<p>${text}</p>`, '')).toEqual({ context: `<p>${text.replace(asked, '').replace('  ', ' ').trim()}</p>`, ask: asked });
});
