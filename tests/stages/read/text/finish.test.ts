import { expect, it } from 'vitest';
import { htmlOf, readText } from '../../../helpers/read-text.ts';

const html = (text: string): string => htmlOf(readText(text));

it('opens links to other sites in another tab, and those to a page here', () => {
  expect(html('[un site](https://example.org)')).toBe('<p><a href="https://example.org" target="_blank" rel="noopener">un site</a></p>');
  expect(html('[un quai](#quai)')).toBe('<p><a href="#p-quai">un quai</a></p>');
  expect(readText('[un quai](#quai)').env.pageLinks).toMatchObject([{ page: 'quai', at: { line: 1, column: 11 } }]);
});

it('shows an address on paper once: where it is its own text, it has a class', () => {
  expect(html('Voir https://example.org.')).toContain('class="c-address"');
  expect(html('Voir <https://example.org>.')).toContain('class="c-address"');
  expect(html('[un site](https://example.org)')).not.toContain('c-address');
});

it('lets mail and telephone addresses pass, and refuses others', () => {
  expect(readText('[un](mailto:a@example.org) [deux](tel:+33100000000)').found).toEqual([]);
  for (const address of ['javascript:alert(1)', 'ftp://example.org', '//example.org'])
    expect(readText(`[un](<${address}>)`).found.join()).toMatch(/refused-address 1:/);
  expect(html('[un](ftp://example.org)')).toContain('href="#"');
});

it('collects variables of texts and addresses, with their positions', () => {
  const { env } = readText('Voir {{chef}} et [ici]({{ plan }}).\n\n{chef} freine.');
  const found = env.variables.map(({ name, at, less }) => `${name} ${at.line}:${at.column}${less ? ' less' : ''}`);
  expect(found.sort()).toEqual(['chef 1:6', 'chef 3:1 less', 'plan 1:24']);
});

it('reports an id or a condition in a text, where it has no effect', () => {
  expect(readText('Un quai {#quai} ici.').found).toEqual(['unread-braces 1:9']);
  expect(readText('Un quai {only=mardi} ici.').found).toEqual(['unread-braces 1:9']);
  expect(readText('Un quai \\{#quai} ici.').found).toEqual([]);
});

it('reports pictures on sites, without a text, and of formats that no browser shows', () => {
  expect(readText('![Le quai](quai.svg)').found).toEqual([]);
  expect(readText('![Le quai](https://example.org/quai.png)').found).toEqual(['remote-picture 1:12']);
  expect(readText('![](quai.svg)').found).toEqual(['missing-alt 1:5']);
  expect(readText('![Le quai](quai.heic)').found).toEqual(['picture-of-no-browser 1:12']);
});

it('leaves out HTML, and reports it unless it is a comment', () => {
  expect([readText('Un <b>quai</b>.').found, html('Un <b>quai</b>.')]).toEqual([['raw-html 1:4', 'raw-html 1:11'], '<p>Un quai.</p>']);
  expect(readText('Un <!-- vide --> quai.').found).toEqual([]);
});
