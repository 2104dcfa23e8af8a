import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { END, markVariables, tokenMarker, VARIABLE_IN_ADDRESS, VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from '../../../build/model/markers.ts';
import { createReplacer } from '../../../build/stages/resolve/replace.ts';

function replaced(text: string, variables: Readonly<Record<string, string>> = {}) {
  const diagnostics = new Diagnostics();
  const replace = createReplacer({
    variables,
    tokens: ['a', 'b'],
    at: { file: 'rames.md', line: 4, column: 1 },
    lang: 'fr',
    pages: new Set(['quai']),
    diagnostics,
  });
  return {
    text: replace(text),
    found: diagnostics.list.map(({ severity, code, at, values }) =>
      [...(severity === 'error' && at.line === 4 ? [] : [severity]), code, ...Object.values(values)].join(' '),
    ),
  };
}
const html = (text: string): string => markVariables(text, VARIABLE_IN_HTML);
const plain = (text: string): string => markVariables(text, VARIABLE_IN_TEXT);
const address = (text: string): string => markVariables(text, VARIABLE_IN_ADDRESS);

it('puts the token of a part in the place of its marker', () => {
  expect(replaced(`x${tokenMarker(1)}y${tokenMarker(0)}${tokenMarker(9)}`).text).toBe('xbya');
});

it('typesets a variable; in HTML it stays text', () => {
  const variables = { chef: "l'équipe : <b> A&B" };
  expect(replaced(`<p>${html('{{chef}}')}</p>`, variables).text).toBe('<p>l’équipe\u00a0: &lt;b&gt; A&amp;B</p>');
  expect(replaced(plain('{{chef}}'), variables).text).toBe('l’équipe\u00a0: <b> A&B');
});

it('accepts the address of a site, of mail and of a telephone in a link, and escapes it', () => {
  const link = `<a href="${address('{{plan}}')}">`;
  expect(replaced(link, { plan: 'https://example.org/?a=1&b="2"' })).toEqual({
    text: '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">',
    found: [],
  });
  expect([replaced(link, { plan: 'mailto:a@example.org' }).found, replaced(link, { plan: 'tel:+331' }).found]).toEqual([[], []]);
  for (const plan of ['HTTPS://example.org', 'Mailto:a@example.org', 'TEL:+331', 'http://example.org'])
    expect(replaced(link, { plan }).found).toEqual([]);
  expect(replaced(link, { plan: 'x:https://example.org' }).found).toEqual(['refused-address x:https://example.org']);
  expect(replaced(link, { plan: 'javascript:alert(1)' }).found).toEqual(['refused-address javascript:alert(1)']);
  expect(replaced(link, { plan: '' }).found).toEqual(['empty-address plan']);
  expect(replaced(`<img src="${address('{{plan}}')}">`, { plan: 'https://example.org/a.png' }).found).toEqual([
    'remote-picture https://example.org/a.png',
  ]);
});

it('encodes a variable inside an address', () => {
  expect(replaced(`<a href="https://example.org/?q=${address('{{plan}}')}">`, { plan: 'a b&c' }).text).toBe(
    '<a href="https://example.org/?q=a%20b%26c">',
  );
});

it('wants a site where a whole attribute is a variable, unless it may be empty', () => {
  expect(replaced(address('{{mur}}'), { mur: 'HTTPS://example.org' }).found).toEqual([]);
  expect(replaced(`${VARIABLE_IN_ADDRESS}mur?${END}`, { mur: 'http://example.org' }).found).toEqual(['refused-address http://example.org']);
  expect(replaced(address('{{mur}}'), { mur: 'https://example.org' })).toEqual({ text: 'https://example.org', found: [] });
  expect(replaced(address('{{mur}}'), { mur: 'http://example.org' }).found).toEqual(['refused-address http://example.org']);
  expect(replaced(address('{{mur}}'), { mur: '' }).found).toEqual(['empty-address mur']);
  expect(replaced(`${VARIABLE_IN_ADDRESS}mur?${END}`, { mur: '' })).toEqual({ text: '', found: [] });
});

it('reports a variable that a cohort doesn’t have, and a link to a page that it doesn’t see', () => {
  expect(replaced(html('{{chefs}}'), { chef: 'x' })).toEqual({ text: '', found: ['unknown-variable chefs chef'] });
  expect(replaced(html('{{constructor}}')).found).toEqual(['unknown-variable constructor ']);
  expect(replaced('<a href="#p-quai">').found).toEqual([]);
  expect(replaced('<a href="#p-voie">').found).toEqual(['page-left-out voie']);
  expect(replaced('<a href="#p-voie"><a href="#p-quai"><a href="#p-gare">').found).toEqual(['page-left-out voie', 'page-left-out gare']);
});
