import { expect, test } from 'vitest';
import { page } from '../../../bad-input/cases.ts';
import { depotPage, renderDepot } from '../../../helpers/depot-page.ts';

/** Lists the links of a page: address and text. */
function links(body: string): string[] {
  return [...depotPage(body).matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g)].map(([, address, words]) =>
    address === words ? String(address) : `${address} ${words}`,
  );
}

test.each<[string, string[]]>([
  ['Voir https://example.org.', ['https://example.org']],
  ['Voir http://example.org/a_b_c?x=1&y=2#z, puis.', ['http://example.org/a_b_c?x=1&amp;y=2#z']],
  ['(https://fr.wikipedia.org/wiki/Tram_(Nice))', ['https://fr.wikipedia.org/wiki/Tram_(Nice)']],
  ['« https://example.org », “https://example.org/b”…', ['https://example.org', 'https://example.org/b']],
  ['www.example.org/quai !', ['https://www.example.org/quai www.example.org/quai']],
  ['Écrivez à nadia.roy+tram@depot.example.org.', ['mailto:nadia.roy+tram@depot.example.org nadia.roy+tram@depot.example.org']],
  ['[https://example.org/a] {https://example.org/b?!}', ['https://example.org/a', 'https://example.org/b']],
  ['(https://example.org/a))', ['https://example.org/a']],
  ['nadia@example.fr et nadia@example.f', ['mailto:nadia@example.fr nadia@example.fr']],
  ['Voir HTTPS://example.org et WWW.example.org', ['HTTPS://example.org', 'https://WWW.example.org WWW.example.org']],
  ["<https://example.org/l'arrêt>", ["https://example.org/l'arr%C3%AAt https://example.org/l'arrêt"]],
  ['WWW.example.org', ['https://WWW.example.org WWW.example.org']],
  ['Voir https://example.org/a|b ici', ['https://example.org/a']],
  ['mailto:nadia@example.org', ['mailto:nadia@example.org']],
  ['www.example.org/@nadia', ['https://www.example.org/@nadia www.example.org/@nadia']],
  ['www.example.org?a=b@c', ['https://www.example.org?a=b@c www.example.org?a=b@c']],
  ['www.nadia@example.org', ['mailto:www.nadia@example.org www.nadia@example.org']],
  ["<https://example.org> puis [l'un](https://example.org/b)", ['https://example.org', 'https://example.org/b l’un']],
  ['https://example.org/été', ['https://example.org/%C3%A9t%C3%A9 https://example.org/été']],
  ["https://example.org/l'arrêt et l'autre", ["https://example.org/l'arr%C3%AAt https://example.org/l'arrêt"]],
  ['**https://example.org** et *www.example.org*', ['https://example.org', 'https://www.example.org www.example.org']],
  [
    '- https://example.org\n\n> https://example.org/b\n\n| Site |\n|---|\n| https://example.org/c |',
    ['https://example.org', 'https://example.org/b', 'https://example.org/c'],
  ],
])('addresses in “%s” are links', (body, expected) => {
  expect(links(body)).toEqual(expected);
});

test('signs of the sentence behind an address are no part of it', () => {
  const signs = [..."?!.,:;*_~'’…-"];
  expect(links(signs.map((sign) => `- Voir https://example.org/a${sign} ici`).join('\n'))).toEqual(
    signs.map(() => 'https://example.org/a'),
  );
});

test.each([
  'Le fichier plan.svg, commun/contact.md et example.org',
  '`https://example.org`',
  '```\nhttps://example.org\n```',
  'https\\://example.org',
  'nadia\\@example.org',
  'Le compte @depot et @depot@example.org',
  'a@b et 3@4',
  '## Le site https://example.org',
])('“%s” has no link', (body) => {
  expect(links(body)).toEqual([]);
});

test('what stands around addresses stays, with its typography', () => {
  const link = (href: string, words = href) => `<a href="${href}" target="_blank" rel="noopener" class="c-address">${words}</a>`;
  const [one, two] = [link('https://example.org'), link('https://www.example.org', 'www.example.org')];
  expect(depotPage("Voir https://example.org : l'un, www.example.org !")).toBe(`<p>Voir ${one}\u00a0: l’un, ${two}\u202f!</p>`);
  expect(depotPage("<https://example.org> : l'un (www.example.org) ici")).toBe(`<p>${one}\u00a0: l’un (${two}) ici</p>`);
  expect(depotPage("<https://example.org> : l'un")).toBe(`<p>${one}\u00a0: l’un</p>`);
  expect(depotPage("[l'un](https://example.org) : www.example.org")).toBe(
    `<p><a href="https://example.org" target="_blank" rel="noopener">l’un</a>\u00a0: ${two}</p>`,
  );
});

test('an address in the text of a link is part of it', () => {
  expect(links('[https://example.org/a](https://example.org/b)')).toEqual(['https://example.org/b https://example.org/a']);
});

test('an address opens as written links do, and paper shows it once', () => {
  expect(depotPage('https://example.org')).toBe(
    '<p><a href="https://example.org" target="_blank" rel="noopener" class="c-address">https://example.org</a></p>',
  );
  expect(depotPage('<https://example.org>')).toBe(depotPage('https://example.org'));
});

test('a variable in an address is filled in', () => {
  expect(links('https://example.org/{{chef}}')).toEqual([
    'https://example.org/le%20chef%20de%20d%C3%A9p%C3%B4t https://example.org/le chef de dépôt',
  ]);
});

test('a line to choose, to place or to order has its address as text: a press on it is an answer', () => {
  const { html } = renderDepot(
    page(
      ':::choice{#site}\nQuel site est le bon ?\n\n- [x] www.example.org\n- [ ] https://example.org.ru\n:::\n\n:::order{#ordre}\nRangez.\n\n1. a@example.org\n2. b@example.org\n:::',
    ),
  );
  for (const address of ['www.example.org', 'https://example.org.ru', 'a@example.org']) expect(html).toContain(`>${address}</span>`);
  expect(html).not.toContain('c-address');
});

test('an address in angle brackets is a link in such a line, too', () => {
  const { html } = renderDepot(page(':::choice{#site}\nQuel site ?\n\n- [x] Voir <https://example.org>\n- [ ] www.example.org\n:::'));
  expect([...html.matchAll(/<a href="https:\/\/(www\.)?example\.org"/g)].length).toBe(1);
});

test('cards to turn over have no links in them', () => {
  const body =
    ':::memory{#jeu}\n| Qui | Adresse |\n|---|---|\n| a@example.org | www.example.org |\n| b@example.org | https://example.org |\n:::';
  const { html } = renderDepot(page(body));
  expect(html).toContain('<span class="memory-face">a@example.org</span>');
  expect(html).toContain('<span class="memory-face">www.example.org</span>');
});
