import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Environment } from '../../build/stages/read/text/environment.ts';
import { sourceLines } from '../../build/stages/read/text/source-text.ts';
import { parseBlocks } from '../../build/stages/read/text/tree.ts';
import { plainHtml } from '../../build/text/plain-html.ts';
import { dropPrintMarks, setPrintMarks } from '../../build/text/print-marks.ts';
import { spacing, typography } from '../../build/text/typography.ts';

/** HTML of a paragraph. */
function parse(text: string): string {
  const env: Environment = {
    file: 'rames.md',
    lang: 'fr',
    lines: sourceLines(text),
    report: (code) => expect(code).toBe(''),
    warn: () => {},
    pageLinks: [],
    variables: [],
    reached: new Map(),
    notes: new Map(),
    asset: (path) => path,
    pictureSize: () => null,
    callout: (kind) => [`<div data-kind="${kind}">`, '</div>'],
  };
  const [block] = parseBlocks(text, env);
  return block?.kind === 'prose' ? block.html() : '';
}

/** Makes no-break spaces visible: `~` wide, `_` thin. */
const shown = (text: string): string => typography(text, 'fr').replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

test.each<readonly [string, string]>([
  ['Que faites-vous ?', 'Que faites-vous_?'],
  ['Consigne : lisez ; puis répondez !', 'Consigne~: lisez_; puis répondez_!'],
  ['« Nous sommes libres »', '«~Nous sommes libres~»'],
  ['« Nous » ; « vous »', '«~Nous~»_; «~vous~»'],
  ["'l'été' : l'« ami », d'1 an, l'", "'l’été'~: l’«~ami~», d'1~an, l’"],
  ["l'association d'abord", 'l’association d’abord'],
  ['Mme Roy et M. Kone', 'Mme~Roy et M.~Kone'],
  ['10 000 habitants, 25 km, 90 min, 60 %', '10_000 habitants, 25~km, 90~min, 60~%'],
  ['du 7 janvier au 22 juillet 1983, 3 000 euros, 2 maisons', 'du 7~janvier au 22~juillet 1983, 3_000~euros, 2 maisons'],
  ['la loi n° 2002-2', 'la loi n°~2002-2'],
  ...['voir art. 12', 'voir p. 4', 'le L. 116', 'dit Mlle Roy', 'dit Mme Roy', 'disent Mmes Roy', 'dit Dr Roy', 'disent MM. Roy'].map(
    (text) => [text, text.replace(/ (?=\S+$)/, '~')] as const,
  ),
  ['art. un, MMme Roy, 3p. 4, Mme roy', 'art. un, MMme Roy, 3p. 4, Mme roy'],
  ['de 10 000 à 20 000 000, 5 0000', 'de 10_000 à 20_000_000, 5 0000'],
  ['12 minutes, 3 anses, 4 € et 5 €', '12 minutes, 3 anses, 4~€ et 5~€'],
  ['un : deux : trois :quatre', 'un~: deux~: trois :quatre'],
  ['au XIXe siècle, du Ier au XXIe siècles, 18-25 ans', 'au XIXe~siècle, du Ier au XXIe~siècles, 18-25~ans'],
  ...'% € euro euros min h km an ans mois jour jours janvier février mars avril mai juin juillet août septembre octobre novembre décembre'
    .split(' ')
    .map((unit) => [`le 9 ${unit}.`, `le 9~${unit}.`] as const),
  ['le Ier siècle, les XXes siècles, 2 sièclesx, XIXe sièclesx', 'le Ier~siècle, les XXes~siècles, 2 sièclesx, XIXe sièclesx'],
  ['« ', '«~'],
  [' »', '~»'],
  ['Consigne :', 'Consigne~:'],
  ['Non !', 'Non_!'],
  ['et puis...', 'et puis…'],
  ['un... deux... et trois...', 'un… deux… et trois…'],
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
  ['la loi n° **2002-2**, **M.** Kone', 'la loi n°~<strong><i>2002-2</i></strong>, <strong>M.</strong>~Kone'],
  ['**25** km, 10 **000** pas, **60** %', '<strong>25</strong>~km, 10_<strong>000</strong> pas, <strong>60</strong>~%'],
  ["l'**atelier**, d'*abord*...", 'l’<strong>atelier</strong>, d’<em>abord</em>…'],
  [':term[bogie]{def="Le chariot : deux essieux"} :', '<dfn class="c-term" data-def="Le chariot~: deux essieux">bogie</dfn>~:'],
  [
    'Où va-t-il, et **viendra-t-elle** ?',
    'Où <span class="c-whole">va-t-il</span>, et <strong><span class="c-whole">viendra-t-elle</span></strong>_?',
  ],
  ['Dort-il ? A-t-ilot `va-t-il`', 'Dort-il_? A-t-ilot <code>va-t-il</code>'],
  ['les 18-25 ans, de 2024–2025 à 2026-01-15', 'les <i>18-25</i>~ans, de <i>2024–2025</i> à <i>2026-01-15</i>'],
  ['la loi 2002-2. Ou **7-9** ?', 'la loi <i>2002-2</i>. Ou <strong><i>7-9</i></strong>_?'],
  ['C4-3, b1-2, 1/2-3, 1.2-3, 1er-mai', 'C4-3, b1-2, 1/2-3, 1.2-3, 1er-mai'],
  ['{{an-18-25}} {{a1er}} {{va-t-il}} {{n-1er}}', '\ue000an-18-25\ue005 \ue000a1er\ue005 \ue000va-t-il\ue005 \ue000n-1er\ue005'],
  ['`18-25` [1](https://exemple.fr/18-25/1er) 10-12.5', '<code>18-25</code> <a href="https://exemple.fr/18-25/1er">1</a> 10-12.5'],
  ['Le XIXe siècle, Ier, 1re et 21es', 'Le XIX<sup>e</sup>~siècle, I<sup>er</sup>, 1<sup>re</sup> et 21<sup>es</sup>'],
  ['XIXe–XXe siècles', '<i>XIX<sup>e</sup>–XX<sup>e</sup></i>~siècles'],
  ['Ce, Les, Vie, 1e5, 2er, 3ère, X1e', 'Ce, Les, Vie, 1e5, 2er, 3ère, X1e'],
  ['une ligne\n: deux-points', 'une ligne\n: deux-points'],
  ["![L'atelier : le quai](plan.png) ?", '<img src="plan.png" alt="L’atelier~: le quai" loading="lazy">_?'],
])('in pieces: %s', (text, expected) => {
  const html = parse(text)
    .replaceAll('\u00a0', '~')
    .replaceAll('\u202f', '_')
    .replace(/ target="_blank" rel="noopener"/g, '')
    .replace(/<span class="c-whole">((?!va-|viendra).*?)<\/span>/g, '<i>$1</i>');
  expect(html).toBe(`<p>${expected}</p>`);
});

test('print marks are in the markup, not in the text', () => {
  const text = 'Viendra-t-il ? Les 18-25 ans du XIXe–XXe siècle';
  const html = setPrintMarks(text, 'fr');
  expect(plainHtml(html)).toBe(text);
  expect(dropPrintMarks(html)).toBe(text);
  expect(dropPrintMarks('<strong lang="fr">un</strong> <span lang="la">rete</span>')).toBe(
    '<strong lang="fr">un</strong> <span lang="la">rete</span>',
  );
  expect(setPrintMarks('the 18-25s of the 1er, 3-4', 'en')).toBe('the 18-25s of the 1er, 3-4');
});

test('English keeps its spaces', () => {
  expect(typography("What's this?", 'en')).toBe('What’s this?');
  const text = "the dogs' bowl : 10 000 km ... « so »";
  expect([typography(text, 'en'), spacing('Qui ? « Toi »', 'en'), spacing("L'ami ? « Toi » ...", 'fr-CA')]).toEqual([
    text,
    'Qui ? « Toi »',
    "L'ami\u202f? «\u00a0Toi\u00a0» ...",
  ]);
  expect(typography("l'ami ?", 'fr-CA')).toBe('l’ami\u202f?');
});
