import { expect, it } from 'vitest';
import { safeAddress } from '../../../../build/stages/read/text/finish.ts';
import { parseBlocks } from '../../../../build/stages/read/text/tree.ts';
import { htmlOf, readText } from '../../../helpers/read-text.ts';

const html = (text: string): string => htmlOf(readText(text));

it('opens links to other sites in another tab, and those to a page here', () => {
  expect(html('[un site](https://example.org)')).toBe('<p><a href="https://example.org" target="_blank" rel="noopener">un site</a></p>');
  expect(html('[un quai](#quai)')).toBe('<p><a href="#p-quai">un quai</a></p>');
  expect(readText('[un](#un) et [deux](#deux)').env.pageLinks.map(({ page }) => page)).toEqual(['un', 'deux']);
  expect(readText('[un quai](#quai)').env.pageLinks).toMatchObject([{ page: 'quai', at: { line: 1, column: 11 } }]);
});

it('shows an address on paper once: where it is its own text, it has a class', () => {
  expect(html('Voir https://example.org.')).toContain('class="c-address"');
  expect(html('Voir <https://example.org>.')).toContain('class="c-address"');
  expect(html('[un site](https://example.org)')).not.toContain('c-address');
});

it('lets mail and telephone addresses pass, and refuses others', () => {
  expect(readText('[un](mailto:a@example.org) [deux](tel:+33100000000)').found).toEqual([]);
  expect(readText('[un](HTTPS://example.org) [deux](MAILTO:a@example.org)').found).toEqual([]);
  expect(readText('![Un](HTTPS://example.org/a.png)').found).toEqual(['remote-picture 1:7']);
  for (const address of ['javascript:alert(1)', 'ftp://example.org', '//example.org'])
    expect(readText(`[un](<${address}>)`).found.join()).toMatch(/refused-address 1:/);
  expect(html('[un](ftp://example.org)')).toContain('href="#"');
});

it('collects variables of texts and addresses, with their positions', () => {
  const { env } = readText('Voir {{chef}} et [ici]({{ plan }}).\n\n{chef} freine.');
  const found = env.variables.map(({ name, at, less }) => `${name} ${at.line}:${at.column}${less ? ' less' : ''}`);
  expect(found.sort()).toEqual(['chef 1:6', 'chef 3:1 less', 'plan 1:24']);
  const cells = readText('| {{chef}} |\n|---|\n| {{chef}} |\n| {{chef}} et {{chef}} |').env.variables;
  expect(cells.map(({ at }) => `${at.line}:${at.column}`)).toEqual(['1:3', '3:3', '4:3', '4:15']);
});

it.each<[string, string[]]>([
  ['Voir {{chef}} et {{ chef-2 }}.', ['chef', 'chef-2']],
  ['Voir {chef}.', ['chef less']],
  ['Voir {{chef}.', ['chef less']],
  ['Voir {chef}}.', ['chef less']],
  ['Voir { chef-2 }.', ['chef-2 less']],
  ['Voir \\{chef}.', []],
  ['Voir {Chef}, {a b} et {}.', []],
  ['Voir {{{chef}}}.', ['chef']],
  ['Voir https://example.org/{{chef}}.', ['chef', 'chef']],
  ['Voir :term[rame]{def="Un {{chef}}"}.', ['chef']],
  ['![Un {{chef}}](quai.svg)', ['chef']],
  ['Voir [ici](#quai?{{chef}}).', ['chef']],
  ['Voir [ici](https://example.org/{{chef}}/{{plan}}).', ['chef', 'plan']],
])('finds the variables of “%s”', (text, expected) => {
  const found = readText(text).env.variables.map(({ name, less }) => `${name}${less ? ' less' : ''}`);
  expect(found).toEqual(expected);
});

it('reports an id or a condition in a text, where it has no effect', () => {
  expect(readText('Un quai {#quai} ici.').found).toEqual(['unread-braces 1:9']);
  for (const braces of ['{only=mardi}', '{only = mardi}', '{#quai-2}'])
    expect(readText(`Un quai ${braces} ici.`).found).toEqual(['unread-braces 1:9']);
  for (const braces of ['{#Quai}', '{#}', '{{#quai}}', '{onlyx=mardi}', '{points=2}'])
    expect(readText(`Un quai ${braces} ici.`).found).toEqual([]);
  expect(readText('Un quai \\{#quai} ici.').found).toEqual([]);
});

it('reports pictures on sites, without a text, and of formats that no browser shows', () => {
  expect(readText('![Le quai](quai.svg)').found).toEqual([]);
  expect(readText('![Le quai](quai.pdf.png)').found).toEqual([]);
  expect(readText('![Le quai](https://example.org/quai.png)').found).toEqual(['remote-picture 1:12']);
  for (const alt of ['', ' ']) expect(readText(`![${alt}](quai.svg)`).found).toEqual([`missing-alt 1:${alt.length + 5}`]);
  const types = 'heic HEIC heif tif tiff dng psd pdf doc docx odt ppt pptx odp mp4 m4v mov webm';
  for (const type of types.split(' ')) expect(readText(`![Le quai](quai.${type})`).found).toEqual(['picture-of-no-browser 1:12']);
});

it('leaves out HTML, and reports it unless it is a comment', () => {
  expect([readText('Un <b>quai</b>.').found, html('Un <b>quai</b>.')]).toEqual([['raw-html 1:4', 'raw-html 1:11'], '<p>Un quai.</p>']);
  expect(readText('Un <!-- vide --> quai.').found).toEqual([]);
});

it('refuses no address of a file, even with a colon further on', () => {
  expect(readText('[un](plans/note:a.pdf)').found).toEqual([]);
  expect(html('[un](plans/note.pdf)')).toContain('href="plans/note.pdf"');
  expect(readText('[un](C:/plan.pdf)').found.join()).not.toContain('refused-address');
});

it('reports a name that no inline directive has, and a block of HTML', () => {
  expect(readText('Un :mot[rame]{def="x"} ici.').found).toEqual(['unknown-inline 1:4']);
  const { found, values } = readText('Un quai.\n\n<div>\nUne rame.\n</div>');
  expect([found, values]).toEqual([['raw-html 3:1'], { html: '<div>\nUne rame.\n</div>' }]);
  expect(readText('<!-- note\nsur deux lignes -->').found).toEqual([]);
  expect(readText('<!-- note --> <b>x</b>').found).not.toEqual([]);
});

it('sets no-break spaces behind what is not text: a picture, code, a term', () => {
  expect(html('![Le quai](quai.png) : ici')).toMatch(/>\u00a0: ici/);
  expect(html('`quai` : ici')).toMatch(/<\/code>\u00a0: ici/);
  expect(html('**Le quai** : ici')).toMatch(/<\/strong>\u00a0: ici/);
  expect(html('« :term[rame]{def="x"} » **ici** : fin')).toMatch(/«\u00a0<dfn[^>]*>rame<\/dfn>\u00a0» <strong>ici<\/strong>\u00a0: fin/);
  for (const inner of ['`x`', '![x](quai.png)', '**x**'])
    expect(html(`« ${inner} » *ici* : fin`)).toMatch(/«\u00a0<.*>\u00a0» <em>ici<\/em>\u00a0: fin/);
  expect(html('Il dit *oui*\n! Bien')).toBe('<p>Il dit <em>oui</em>\n! Bien</p>');
  expect(html('Il dit *oui*  \n! Bien')).toBe('<p>Il dit <em>oui</em><br>\n! Bien</p>');
});

it('sets no-break spaces behind a blank and a term, and before emphasis when the text before it ends with a space', () => {
  expect(html('[[x]] : *ici*')).toBe('<p>[[x]]\u00a0: <em>ici</em></p>');
  expect(html('« [[x]] » *ici*')).toBe('<p>«\u00a0[[x]]\u00a0» <em>ici</em></p>');
  expect(html(':term[rame]{def="x"} : *ici*')).toMatch(/<\/dfn>\u00a0: <em>/);
  expect(html('Le n° **12**')).toBe('<p>Le n°\u00a0<strong>12</strong></p>');
});

it('sets them by the rules of the language', () => {
  const { env } = readText('');
  const english = (text: string) => htmlOf({ ...readText(''), blocks: parseBlocks(text, { ...env, lang: 'en', lines: [text] }) });
  expect([english('Stop ! *Go* !'), html('Stop ! *Go* !')]).toEqual([
    '<p>Stop ! <em>Go</em> !</p>',
    '<p>Stop\u202f! <em>Go</em>\u202f!</p>',
  ]);
});

it('collects variables behind the bar of a heading', () => {
  const { env, found } = readText(':::cards\n## Rame | {{chef}}\n\nUn mot.\n:::\n\n:::callout{kind=tip}\nUn mot.\n:::');
  expect([new Set(env.variables.map(({ name, at }) => `${name} ${at.line}`)), found]).toEqual([new Set(['chef 2']), []]);
});

it('keeps code, pictures and terms in the plain text of a line', () => {
  const { blocks } = readText('- Voir `le quai` **ici** :term[rame]{def="Un tram"} ![la voie](quai.png)');
  const textOf = (list: (typeof blocks)[number] | undefined) => (list?.kind === 'list' ? list.items[0]?.text : undefined);
  expect(textOf(blocks[0])).toBe('Voir le quai ici rame la voie');
  expect(textOf(readText('- `le quai` <!-- note -->').blocks[0])).toBe('le quai');
  expect(textOf(readText("- L'*arrêt* : ici\\\n  et là").blocks[0])).toBe("L'arrêt : ici et là");
  expect(textOf(readText('- Voir https://example.org/{{chef}} *ici*\n  et [[là]]').blocks[0])).toBe(
    'Voir https://example.org/{{chef}} ici et …',
  );
});

it('reserves the place of a picture whose size is known, and lets it load late', () => {
  expect(html('![Le quai](quai.svg)')).toBe('<p><img src="quai.svg" alt="Le quai" width="40" height="30" loading="lazy"></p>');
  expect(html('![Le quai](qu%61i.svg)')).toContain('width="40" height="30"');
  expect(html('![Le quai](voie.svg)')).toBe('<p><img src="voie.svg" alt="Le quai" loading="lazy"></p>');
});

it('reports texts nested more than twenty lists deep', () => {
  const deep = (levels: number): string[] =>
    readText(Array.from({ length: levels }, (_, n) => `${'  '.repeat(n)}- ${n}`).join('\n')).found.filter((one) =>
      one.startsWith('text-too'),
    );
  expect([deep(20), deep(21).length]).toEqual([[], 1]);
});

it.each<[string, string, Readonly<Record<string, unknown>>]>([
  ['Un {only = mardi} quai.', 'unread-braces 1:4', { text: '{only = mardi}' }],
  ['Un [quai](<ftp://a b>).', 'refused-address 1:12', { address: 'ftp://a%20b' }],
  ['![Le quai](https://example.org/été.png)', 'remote-picture 1:12', { address: 'https://example.org/%C3%A9t%C3%A9.png' }],
  ['![](été.png)', 'missing-alt 1:5', { file: 'été.png' }],
  ['![Le quai](%C3%A9t%C3%A9.pdf)', 'picture-of-no-browser 1:12', { file: 'été.pdf' }],
  [`Un <b title="${'x'.repeat(50)}">quai`, 'raw-html 1:4', { html: `<b title="${'x'.repeat(30)}` }],
  [`Un.\n\n<div title="${'x'.repeat(50)}">`, 'raw-html 3:1', { html: `<div title="${'x'.repeat(28)}` }],
  [Array.from({ length: 21 }, (_, n) => `${'  '.repeat(n)}- ${n}`).join('\n'), 'text-too-deep 21:1', { limit: 20 }],
])('%j: quotes what is wrong', (text, place, reported) => {
  const { found, values } = readText(text);
  expect([found[0], values]).toEqual([place, reported]);
});

it('decodes the addresses of files, and hands each over with its place', () => {
  const asked: unknown[] = [];
  const { env } = readText('');
  const asset = (address: string, at: { line: number; column: number }): string => `${asked.push([address, `${at.line}:${at.column}`])}`;
  const own = { ...env, lines: ['[un](plans/été.pdf) [deux](%C3%A9t%C3%A9.pdf)', '[trois](a%ZZ.pdf)'], asset };
  expect(['plans/%C3%A9t%C3%A9.pdf', '%C3%A9t%C3%A9.pdf', 'a%ZZ.pdf'].map((raw) => safeAddress(own, raw, 0, 2))).toEqual(['1', '2', '3']);
  expect(asked).toEqual([
    ['plans/été.pdf', '1:6'],
    ['été.pdf', '1:28'],
    ['a%ZZ.pdf', '2:9'],
  ]);
  const twice = { ...own, lines: ['[un](été.pdf)', '[deux](%C3%A9t%C3%A9.pdf)', '[trois](plans/%7b%7bchef%7d%7d.pdf)'] };
  expect(safeAddress(twice, '%C3%A9t%C3%A9.pdf', 0, 1)).toBe('4');
  expect(safeAddress(twice, 'plans/%7b%7bchef%7d%7d.pdf', 2, 3)).toBe('5');
  expect(asked.slice(3)).toEqual([
    ['été.pdf', '1:6'],
    ['plans/{{chef}}.pdf', '3:1'],
  ]);
});
