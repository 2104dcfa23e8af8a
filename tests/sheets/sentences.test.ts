import { expect, test } from 'vitest';
import { clipped, firstSentences, sentencesOf } from '../../build/sheets/sentences.ts';

test.each([
  ['Une rame part. Une autre attend.', ['Une rame part.', 'Une autre attend.']],
  ['L’article L. 312-7 le permet. Il suffit.', ['L’article L. 312-7 le permet.', 'Il suffit.']],
  ['Dites « attention ». Notez-le au tableau.', ['Dites « attention ».', 'Notez-le au tableau.']],
  ['La C4.4 est haute. 12 rames.', ['La C4.4 est haute.', '12 rames.']],
  ['sans fin', ['sans fin']],
  [
    'Part-on? Oui! Bien… Alors. (Ou pas.) « Oui. » “No.” Fin.',
    ['Part-on?', 'Oui!', 'Bien…', 'Alors.', '(Ou pas.) « Oui. »', '“No.”', 'Fin.'],
  ],
  ['Qui part\u202f? Lui\u00a0! Non ? « Où ? » Ici !', ['Qui part\u202f?', 'Lui\u00a0!', 'Non ?', '« Où ? »', 'Ici !']],
  ['Le quai (vide). Le dépôt ».  La nuit ”. 3 rames', ['Le quai (vide).', 'Le dépôt ».', 'La nuit ”.', '3 rames']],
  ['On part. ensuite on revient. à pied', ['On part. ensuite on revient. à pied']],
  ['Une rame.Une autre.\u00a0Élan', ['Une rame.Une autre.', 'Élan']],
])('sentences of « %s »', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});

test('a text that fits stays as it is; a longer one keeps its first sentences and shows that there is more', () => {
  const text = 'Une rame part. Une autre attend. La dernière rentre.';
  expect(firstSentences(text, 60)).toBe(text);
  expect(firstSentences(text, 40)).toBe('Une rame part. Une autre attend.\u00a0…');
  expect(firstSentences(text, 32)).toBe('Une rame part. Une autre attend.\u00a0…');
  expect([firstSentences(text, text.length), firstSentences(text, 14)]).toEqual([text, 'Une rame part.\u00a0…']);
  expect(firstSentences(text, 31)).toBe('Une rame part.\u00a0…');
  expect(firstSentences('Une rame part. Une autre attend encore. Fin.', 20)).toBe('Une rame part.\u00a0…');
});

test('a first sentence that is too long is cut behind a word, at a clause where there is one', () => {
  expect(clipped('La rame attend que le quai soit vide, puis elle part', 44)).toBe('La rame attend que le quai soit vide…');
  expect(clipped('La rame attend longtemps', 10)).toBe('La rame…');
  expect(firstSentences('La rame attend que le quai soit vide. Fin.', 20)).toBe('La rame attend que…');
});

test('no sign stands before the mark of a cut', () => {
  expect(clipped('La rame « part tout de suite »', 10)).toBe('La rame…');
  expect(clipped('La rame (part) tout de suite', 10)).toBe('La rame…');
  expect(clipped('La rame, – qui part – attend', 10)).toBe('La rame…');
  expect([clipped('La rame', 7), clipped('La rames', 7)]).toEqual(['La rame', 'La rame…']);
});

test('a quotation that is cut is closed', () => {
  expect(firstSentences('« Regardez le feu. Puis partez sans courir. »', 24)).toBe('« Regardez le feu.\u00a0…\u00a0»');
  expect(clipped('Say “look at the light before you leave”', 20)).toBe('Say “look at the…”');
  expect(clipped('Say “a” then “look at the light before you leave”', 30)).toBe('Say “a” then “look at the…”');
  expect(clipped('Say “a” then look at the light before you leave', 30)).toBe('Say “a” then look at the light…');
  expect(clipped('Dites « a » puis « regardez le feu avant de partir »', 34)).toBe('Dites « a » puis « regardez le feu…\u00a0»');
  expect(clipped('Dites « a » puis « b » avant de partir sans courir', 34)).toBe('Dites « a » puis « b » avant de…');
  expect(clipped('Say “a” and “b” before you leave at once', 30)).toBe('Say “a” and “b” before you…');
  expect(clipped('Dites « a » puis regardez le feu avant de partir', 34)).toBe('Dites « a » puis regardez le feu…');
});

test.each([' ; ', '\u00a0; ', '\u00a0: ', ': ', ', '])('a clause ends at “%s”, the last one that fits', (mark) => {
  const text = `La rame${mark}le quai${mark}le feu passe au vert`;
  expect(clipped(text, 24)).toBe(`La rame${mark}le quai…`);
});

test('a clause that would lose too much is not cut at, nor is a word in the middle of a text without spaces', () => {
  expect(clipped('La rame, attend que le quai soit vide', 24)).toBe('La rame, attend que le…');
  expect(clipped('a bcdefghijklmnopqrstuvwxyz', 10)).toBe('a bcdefghi…');
  expect(clipped('abcdefghij\u00a0klm', 12)).toBe('abcdefghij…');
});

test('a clause is cut at behind more than six tenths of the limit, a word behind more than half of it', () => {
  expect([clipped('abcdef, g hijkl', 10), clipped('abcdefg, h ijkl', 10)]).toEqual(['abcdef, g…', 'abcdefg…']);
  expect([clipped('abcde fghijklmn', 10), clipped('abcdef ghijklmn', 10)]).toEqual(['abcde fghi…', 'abcdef…']);
});

test.each([...',;:.(«“–', '\u00a0', '\u202f'])('“%s” does not stand before the mark of a cut', (sign) => {
  expect(clipped(`La rame ${sign} part tout de suite`, 10)).toBe('La rame…');
});
