import createMarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { setSpacing } from '../../../build/toolchain/site/spacing.ts';

function rendered(text: string, language = 'fr'): string {
  const md = createMarkdownIt();
  md.core.ruler.push('spacing', setSpacing);
  return md.render(text, { language }).trim();
}

test('a mark finds its word across bold words and code', () => {
  expect(rendered('Le **four** : chaud')).toBe('<p>Le <strong>four</strong>\u00a0: chaud</p>');
  expect(rendered('Écrivez `four` : il chauffe')).toBe('<p>Écrivez <code>four</code>\u00a0: il chauffe</p>');
  expect(rendered('**Le four !** Et `a` *non ?* Oui')).toBe(
    '<p><strong>Le four\u202f!</strong> Et <code>a</code> <em>non\u202f?</em> Oui</p>',
  );
});

test('what is in code stays as written', () => {
  expect(rendered("`l'un : deux` : l'autre")).toBe("<p><code>l'un : deux</code>\u00a0: l’autre</p>");
  expect(rendered("    l'un : deux")).toBe("<pre><code>l'un : deux\n</code></pre>");
});

test('apostrophes are set; a text whose length would change keeps its letters', () => {
  expect(rendered("l'un **l'autre** : oui")).toBe('<p>l’un <strong>l’autre</strong>\u00a0: oui</p>');
  expect(rendered("l'un... puis **deux** : oui")).toBe("<p>l'un... puis <strong>deux</strong>\u00a0: oui</p>");
});

test('English has apostrophes, but none of the French spaces', () => {
  expect(rendered("The oven's **hot** : bake", 'en')).toBe('<p>The oven’s <strong>hot</strong> : bake</p>');
});

test('every line of a text is set by itself', () => {
  expect(rendered('Le four : un\n\n- deux : trois')).toBe('<p>Le four\u00a0: un</p>\n<ul>\n<li>deux\u00a0: trois</li>\n</ul>');
});
