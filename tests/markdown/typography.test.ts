import fc from 'fast-check';
import { expect, test } from 'vitest';
import { typography } from '../../build/markdown/typography.ts';

/** Makes no-break spaces visible: `~` wide, `_` thin. */
const shown = (text: string): string => typography(text, 'fr').replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

test.each([
  ['Que faites-vous ?', 'Que faites-vous_?'],
  ['Consigne : lisez ; puis répondez !', 'Consigne~: lisez_; puis répondez_!'],
  ['« Nous sommes libres »', '«~Nous sommes libres~»'],
  ["l'association d'abord", 'l’association d’abord'],
  ['Mme Roy et M. Kone', 'Mme~Roy et M.~Kone'],
  ['10 000 habitants, 25 km, 90 min, 60 %', '10_000 habitants, 25~km, 90~min, 60~%'],
  ['la loi n° 2002-2', 'la loi n°~2002-2'],
  ['et puis...', 'et puis…'],
  ['à 14:30, 1:1', 'à 14:30, 1:1'],
  ['https://exemple.fr/a?b', 'https://exemple.fr/a?b'],
])('%s', (text, expected) => {
  expect(shown(text)).toBe(expected);
});

test('doing it twice changes nothing, and no word is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab «»:;!?.'’ 12%n°M".split('')) }), (text) => {
      const once = typography(text, 'fr');
      expect(typography(once, 'fr')).toBe(once);
      expect(
        once
          .replace(/[\u00a0\u202f]/g, ' ')
          .replaceAll('’', "'")
          .replaceAll('…', '...'),
      ).toBe(text.replaceAll('’', "'").replaceAll('…', '...'));
    }),
  );
});

test('English keeps its spaces', () => {
  expect(typography("What's this?", 'en')).toBe('What’s this?');
});
