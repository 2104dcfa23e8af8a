import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterEach, expect, test } from 'vitest';
import { phrases } from '../../../build/studio/editor/phrases.ts';
import { language } from '../../../build/studio/strings.ts';

afterEach(() => {
  language.value = 'fr';
});

const { resolve } = createRequire(import.meta.url);

/** Lists the phrases that a part of CodeMirror asks for. */
function askedFor(name: string): string[] {
  const source = readFileSync(resolve(`@codemirror/${name}`), 'utf8');
  return [...source.matchAll(/phrase\((?:view, )?"([^"]*)"/g)].map(([, phrase = '']) => phrase);
}

// « Selection deleted » was once read out in English.
test('everything that CodeMirror shows or reads out has a translation, and nothing else', () => {
  const asked = new Set(['autocomplete', 'commands', 'search'].flatMap(askedFor));
  expect(Object.keys(phrases()).sort()).toEqual([...asked].sort());
});

test.each([
  ['Find', 'Chercher'],
  ['Replace', 'Remplacer par'],
  ['next', 'suivant'],
  ['previous', 'précédent'],
  ['all', 'tous'],
  ['match case', 'majuscules'],
  ['by word', 'mot entier'],
  ['regexp', 'expression'],
  ['replace', 'remplacer'],
  ['replace all', 'tout remplacer'],
  ['close', 'fermer'],
  ['current match', 'trouvé'],
  ['on line', 'à la ligne'],
  ['Completions', 'Propositions'],
  ['go', 'aller'],
  ['Go to line', 'Aller à la ligne'],
  ['Selection deleted', 'Sélection supprimée'],
])('« %s » is « %s » in French', (phrase, words) => {
  expect(phrases()[phrase]).toBe(words);
});

test.each([
  ['replaced match on line $', 'remplacé à la ligne $', 'replaced match on line $'],
  ['replaced $ matches', '$ remplacements', 'replaced $ matches'],
])('« %s » keeps the place of its number', (phrase, french, english) => {
  expect(phrases()[phrase]).toBe(french);
  language.value = 'en';
  expect(phrases()[phrase]).toBe(english);
});
