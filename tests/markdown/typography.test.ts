import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Environment } from '../../build/markdown/environment.ts';
import { sourceLines } from '../../build/markdown/source-text.ts';
import { parseBlocks } from '../../build/markdown/tree.ts';
import { typography } from '../../build/markdown/typography.ts';

/** HTML of a paragraph. */
function parse(text: string): string {
  const env: Environment = {
    file: 'rames.md',
    lang: 'fr',
    lines: sourceLines(text),
    report: (code) => expect(code).toBe(''),
    pageLinks: [],
    variables: [],
    asset: (path) => path,
    pictureSize: () => null,
  };
  const [block] = parseBlocks(text, env);
  return block?.kind === 'prose' ? block.html() : '';
}

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

test.each([
  ['**Consigne** : lisez', '<strong>Consigne</strong>~: lisez'],
  ['**Consigne**: lisez', '<strong>Consigne</strong>: lisez'],
  ['*Qui* ? [Elle](https://exemple.fr) ! `x` ; fin', '<em>Qui</em>_? <a href="https://exemple.fr">Elle</a>_! <code>x</code>_; fin'],
  ['« **Nous** » et « *vous* »', '«~<strong>Nous</strong>~» et «~<em>vous</em>~»'],
  ['**« Nous »** :', '<strong>«~Nous~»</strong>~:'],
  ['la loi n° **2002-2**, **M.** Kone', 'la loi n°~<strong>2002-2</strong>, <strong>M.</strong>~Kone'],
  ['**25** km, 10 **000** pas, **60** %', '<strong>25</strong>~km, 10_<strong>000</strong> pas, <strong>60</strong>~%'],
  ["l'**atelier**, d'*abord*...", 'l’<strong>atelier</strong>, d’<em>abord</em>…'],
  [':term[bogie]{def="Le chariot : deux essieux"} :', '<dfn class="c-term" data-def="Le chariot~: deux essieux">bogie</dfn>~:'],
  [
    'Où va-t-il, et **viendra-t-elle** ?',
    'Où <span class="c-whole">va-t-il</span>, et <strong><span class="c-whole">viendra-t-elle</span></strong>_?',
  ],
  ['Dort-il ? A-t-ilot `va-t-il`', 'Dort-il_? A-t-ilot <code>va-t-il</code>'],
  ['une ligne\n: deux-points', 'une ligne\n: deux-points'],
  ["![L'atelier : le quai](plan.png) ?", '<img src="plan.png" alt="L’atelier~: le quai" loading="lazy">_?'],
])('in pieces: %s', (text, expected) => {
  const html = parse(text)
    .replaceAll('\u00a0', '~')
    .replaceAll('\u202f', '_')
    .replace(/ target="_blank" rel="noopener"/g, '');
  expect(html).toBe(`<p>${expected}</p>`);
});

test('English keeps its spaces', () => {
  expect(typography("What's this?", 'en')).toBe('What’s this?');
});
