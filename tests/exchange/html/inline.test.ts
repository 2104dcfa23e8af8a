import { expect, test } from 'vitest';
import { inline } from '../../../build/exchange/html/inline.ts';
import type { TextContext } from '../../../build/exchange/html/loss.ts';
import { parseHtml } from '../../../build/exchange/html/parse.ts';

function read(html: string, before = '', lang: 'fr' | 'en' = 'fr'): readonly [text: string, lost: readonly string[]] {
  const lost: string[] = [];
  const context: TextContext = {
    lang,
    isQuestion: true,
    lose: (what, detail) => void lost.push(detail === undefined ? what : `${what} ${detail}`),
    picture: (src) => (src.endsWith('.png') ? `assets/${src}` : undefined),
  };
  return [inline(parseHtml(html).children, context, before), lost];
}

test.each([
  ['<b>un</b> <strong>deux</strong>', '**un** **deux**'],
  ['<th>un</th>', '**un**'],
  ...['i', 'em', 'cite', 'dfn', 'var', 'u'].map((tag) => [`<${tag}>un</${tag}>`, '*un*'] as [string, string]),
  ...['code', 'kbd', 'samp', 'tt'].map((tag) => [`<${tag}>un *</${tag}>`, '`un *`'] as [string, string]),
  ['<span>un</span><small>deux</small>', 'undeux'],
  ['un<br>deux', 'un\ndeux'],
  ['un \n\t\r\f deux*', 'un deux\\*'],
])('%s', (html, markdown) => {
  expect(read(html)).toEqual([markdown, []]);
});

test.each([
  ['spaces stay outside', '<b> un </b>', ' **un** '],
  ['nothing to mark', '<b> </b>', ' '],
  ['marks at the edges', '<b><i>un</i> deux</b>', '*un* deux'],
  ['marks at the end', '<b>un <i>deux</i></b>', 'un *deux*'],
  ['a break inside', '<b>un<br>deux</b>', 'un\ndeux'],
  ['punctuation after a word', 'a<b>(un</b>', 'a(un'],
  ['punctuation after a space', 'a <b>(un</b>', 'a **(un**'],
  ['punctuation after a space inside', 'a<b> (un</b>', 'a **(un**'],
  ['a word after a word', 'a<b>un</b>', 'a**un**'],
  ['an end that is no word', '<b>un)</b>', 'un)'],
  ['an end of a sentence', '<b>un.</b><b> deux !</b> <b>trois ?</b> <i>quatre…</i>', '**un.** **deux !** **trois ?** *quatre…*'],
  ['another mark before', '<i>un</i><b>deux</b>', '*un*deux'],
  ['another mark before a space', '<i>un</i> <b>deux</b>', '*un* **deux**'],
  ['the same mark inside', '<b>un <b>deux</b> trois</b>', 'un **deux** trois'],
  ['another mark inside', '<b>un <i>deux</i> trois</b>', '**un *deux* trois**'],
  ['another mark inside, with punctuation after a word', 'a<b><i>(un</i> deux</b> b<b> <i>(un</i></b>', 'a(un deux b *(un*'],
  ['escaped stars inside', '<i>un * deux</i>', '*un \\* deux*'],
])('marks: %s', (_, html, markdown) => {
  expect(read(html)[0]).toBe(markdown);
});

test('the text before a node decides about its mark', () => {
  expect(read('<b>(un</b>', 'a')[0]).toBe('(un');
  expect(read('<b>(un</b>', 'a ')[0]).toBe('**(un**');
  expect(read('<b>un</b>', '*')[0]).toBe('un');
  expect(read('<b>un</b>', '_')[0]).toBe('un');
});

test.each([
  ['raised', '<sup>0123456789+-=()n</sup> 1<sup>er</sup>', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ 1ᵉʳ', []],
  ['lowered', '<sub>0123456789+-=()</sub>', '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎', []],
  ['without such characters', 'a<sup>2x*</sup><sub>n</sub>', 'a2x\\*n', ['small 2x*', 'small n']],
  ['with spaces', 'm<sup> 2 </sup>', 'm²', []],
])('%s characters', (_, html, markdown, lost) => {
  expect(read(html)).toEqual([markdown, lost]);
});

test.each([
  ['<a href="https://a.fr/x">le <b>site</b></a>', '[le **site**](https://a.fr/x)', []],
  ['<a href=" HTTP://a.fr/x ">site</a>', '[site](HTTP://a.fr/x)', []],
  ['<a href="mailto:a@b.fr">moi</a>', '[moi](mailto:a@b.fr)', []],
  ['<a href="tel:+33">moi</a>', '[moi](tel:+33)', []],
  [
    '<a href="https://a.fr/x y\n(z)<\\>&quot;{}`[]^|">site</a>',
    '[site](https://a.fr/x%20y%0A%28z%29%3C%5C%3E%22%7B%7D%60%5B%5D%5E%7C)',
    [],
  ],
  ['<a href="#bas">bas</a>', 'bas', []],
  ['<a>nu</a>', 'nu', []],
  ['<a href="https://a.fr"> </a>', '', []],
  ['<a href="/cours">cours</a>', 'cours', ['link /cours']],
  ['<a href="xhttps://a.fr">x</a>', 'x', ['link xhttps://a.fr']],
  [`<a href="${'j'.repeat(90)}">x</a>`, 'x', [`link ${'j'.repeat(80)}`]],
  ['<a href="https://a.fr"><img src="a.png" alt="Un four"></a>', '![Un four](assets/a.png)', ['link https://a.fr']],
])('%s', (html, markdown, lost) => {
  expect(read(html)).toEqual([markdown, lost]);
});

test.each([
  ['<img src="a.png" alt=" Un\n four* ">', '![Un four\\*](assets/a.png)', []],
  ['<img src="a.jpg" alt="Un four*">', 'Un four\\*', []],
  ['<img alt="Un four">', 'Un four', []],
  ['<img src="a.png" alt="un four (2).JPEG">', '![À revoir\u00a0: décrivez l’image](assets/a.png)', ['alt assets/a.png']],
  ['<img src="a.png">', '![À revoir\u00a0: décrivez l’image](assets/a.png)', ['alt assets/a.png']],
  ['<img src="a.png" alt=" ">', '![À revoir\u00a0: décrivez l’image](assets/a.png)', ['alt assets/a.png']],
  ['<img src="a.png" alt="un.png ouvert">', '![un.png ouvert](assets/a.png)', []],
  ['<img src="a.png" alt="À.png">', '![À.png](assets/a.png)', []],
])('%s', (html, markdown, lost) => {
  expect(read(html)).toEqual([markdown, lost]);
});

test.each(['png', 'jpg', 'gif', 'webp', 'svg', 'bmp'])('a name with the extension %s describes nothing', (extension) => {
  expect(read(`<img src="a.png" alt="x.${extension}">`, '', 'en')).toEqual([
    '![To review: describe the picture](assets/a.png)',
    ['alt assets/a.png'],
  ]);
});

test.each([
  ['script', 'script'],
  ['style', 'script'],
  ['link', 'script'],
  ['meta', 'script'],
  ['base', 'script'],
  ['input', 'form'],
  ['select', 'form'],
  ['button', 'form'],
  ['textarea', 'form'],
])('<%s> is left out and reported as %s', (tag, what) => {
  expect(read(`a<${tag}>x`)[1]).toEqual([`${what} ${tag}`]);
  expect(read(`a<${tag}>x</${tag}>`)[0]).not.toContain(tag);
});

test('what is in a left out element isn’t read', () => {
  expect(read('a<button>x</button>b')).toEqual(['ab', ['form button']]);
});

test.each(['audio', 'video', 'iframe', 'embed', 'object', 'source', 'track', 'canvas', 'svg'])('<%s> is a medium', (tag) => {
  expect(read(`<${tag}>`)).toEqual(['', [`media ${tag}`]]);
});

test.each([
  ['<video src="https://a.fr/x_(1).mp4"></video>', '[https://a.fr/x\\_(1).mp4](https://a.fr/x_%281%29.mp4)', 'https://a.fr/x_(1).mp4'],
  ['<object data="http://a.fr/x"></object>', '[http://a.fr/x](http://a.fr/x)', 'http://a.fr/x'],
  [
    '<video><source src="https://a.fr/x.mp4"><source src="https://a.fr/y.webm"></video>',
    '[https://a.fr/x.mp4](https://a.fr/x.mp4)',
    'https://a.fr/x.mp4',
  ],
  ['<audio><track><source src="https://a.fr/x.mp3"></audio>', '[https://a.fr/x.mp3](https://a.fr/x.mp3)', 'https://a.fr/x.mp3'],
  ['<video src="x.mp4"></video>', '', 'x.mp4'],
  [`<video src="${'v'.repeat(99)}"></video>`, '', 'v'.repeat(80)],
  ['<video src="x https://a.fr"></video>', '', 'x https://a.fr'],
])('%s', (html, markdown, detail) => {
  expect(read(html)).toEqual([markdown, [`media ${detail}`]]);
});

test.each([
  ['<code>a`b</code>', '``a`b``'],
  ['<code>a``b`c</code>', '```a``b`c```'],
  ['<code>`a</code>', '`` `a ``'],
  ['<code>a`</code>', '`` a` ``'],
  ['<code> a \n b </code>', '`a b`'],
  ['<code> </code>', ''],
  ['<code>a <b>b</b></code>', '`a b`'],
])('%s is %s', (html, markdown) => {
  expect(read(html)[0]).toBe(markdown);
});

test.each([
  ['\\(x\\) et', 'formula \\(x\\)'],
  ['\\[x\\]', 'formula \\[x\\]'],
  ['$$x$$', 'formula $$x$$'],
  ['<math>a + b </math>', 'formula a + b'],
  [`\\(${'x'.repeat(200)}\\)`, `formula \\(${'x'.repeat(58)}`],
  [`<math>${'x'.repeat(99)}</math>`, `formula ${'x'.repeat(60)}`],
])('the formula %s is reported', (html, lost) => {
  expect(read(html)[1]).toEqual([lost]);
});

test('a formula has 500 signs at most', () => {
  const found = (length: number): number[] =>
    [
      ['\\(', '\\)'],
      ['\\[', '\\]'],
      ['$$', '$$'],
    ].map(([begin, end]) => read(`${begin}${'x'.repeat(length)}${end}`)[1].length);
  expect([found(500), found(501)]).toEqual([
    [1, 1, 1],
    [0, 0, 0],
  ]);
});

test('two dollars apart, and brackets, are no formula', () => {
  expect(read('5 $ et 6 $, (x) [y]')[1]).toEqual([]);
  expect(read('<math>a</math>')[0]).toBe('a');
});
