import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { partOf } from '../../../build/toolchain/site/document.ts';
import { Links } from '../../../build/toolchain/site/links.ts';
import { renderPart } from '../../../build/toolchain/site/markdown.ts';
import type { SitePage } from '../../../build/toolchain/site/pages.ts';

const root = mkdtempSync(join(tmpdir(), 'cartable-markdown-'));
mkdirSync(join(root, 'docs/images'), { recursive: true });

/** The beginning of a GIF of 40 × 20 pixels. */
const GIF = Buffer.from([0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 40, 0, 20, 0, ...Array(20).fill(0)]);
writeFileSync(join(root, 'docs/images/four.gif'), GIF);
writeFileSync(join(root, 'docs/images/petit four.gif'), GIF);
writeFileSync(join(root, 'docs/images/long.gif'), Buffer.from(GIF).fill(10, 8, 9));
writeFileSync(join(root, 'docs/images/plan.svg'), '<svg/>');
writeFileSync(join(root, 'docs/four.md'), '');

function rendered(text: string, language: 'fr' | 'en' = 'fr'): string {
  const page: SitePage = {
    source: 'docs/four.md',
    path: language === 'fr' ? 'four.html' : 'en/oven.html',
    language,
    title: 'Le four',
    group: 'begin',
    part: 'whole',
    other: null,
  };
  const part = partOf(page, `# Le four\n\n${text}\n`);
  return renderPart(root, page, part, new Links(root, new Map([[page, part]]))).trim();
}

describe('headings', () => {
  test('the highest below the title is 2, and each has its anchor', () => {
    expect(rendered('### Pétrir\n\n#### La pâte')).toBe('<h2 id="pétrir">Pétrir</h2>\n<h3 id="la-pâte">La pâte</h3>');
    expect(rendered('### Pétrir')).toBe('<h2 id="pétrir">Pétrir</h2>');
    expect(rendered('## Pétrir\n\n###### La pâte')).toBe('<h2 id="pétrir">Pétrir</h2>\n<h6 id="la-pâte">La pâte</h6>');
  });

  test('levels stay between 2 and 6, and a heading in a list has no anchor', () => {
    expect(rendered('## Un\n\n# Deux\n\n###### Trois')).toBe('<h3 id="un">Un</h3>\n<h2 id="deux">Deux</h2>\n<h6 id="trois">Trois</h6>');
    expect(rendered('## Un\n\n- # Deux')).toContain('<h2>Deux</h2>');
  });

  test('the heading of a type leads to its example in the gallery of its language', () => {
    expect(rendered('## Choix « un » : `true-false`')).toContain(
      '<p class="w-try"><a href="galerie/index.html#/page-true-false">Essayer<span class="w-hidden"> : Choix « un »</span></a></p>',
    );
    expect(rendered('## True or false: `true-false`', 'en')).toContain(
      '<p class="w-try"><a href="../gallery/index.html#/page-true-false">Try it<span class="w-hidden"> : True or false</span></a></p>',
    );
    expect(rendered('## Choix : `true-false` et autres\n\n## Le `four`')).not.toContain('w-try');
  });
});

describe('source', () => {
  test.each(['markdown', 'yaml', 'sh', 'json', 'html'])('%s wraps', (language) => {
    expect(rendered(`\`\`\`${language} \nfour\n\`\`\``)).toBe('<pre class="w-source"><code>four</code></pre>');
  });

  test('drawings and other languages keep their lines, and can be scrolled by keyboard', () => {
    expect(rendered('```\na <b>\n\nc\n```')).toBe('<pre class="w-drawn" tabindex="0"><code>a &lt;b&gt;\n\nc</code></pre>');
    expect(rendered('```ts\na\n```')).toContain('w-drawn');
    expect(rendered('```\n  a\n\n```')).toBe('<pre class="w-drawn" tabindex="0"><code>  a\n</code></pre>');
    expect(rendered('    a\n    b')).toBe('<pre class="w-drawn" tabindex="0"><code>a\nb</code></pre>');
    expect(rendered('```yaml\na: 1\n```')).toContain('<span class="k-sign">a:</span>');
  });
});

describe('tables', () => {
  const written = (columns: number): string =>
    [Array(columns).fill('a'), Array(columns).fill('-'), Array(columns).fill('b')].map((row) => `| ${row.join(' | ')} |`).join('\n');
  const table = (columns: number): string => rendered(written(columns));

  test('those of four columns scroll, narrower ones wrap', () => {
    expect(table(3)).toMatch(/^<div class="w-table"><table>/);
    expect(table(4)).toMatch(/^<div class="w-table w-wide" tabindex="0"><table>/);
    expect(table(4)).toMatch(/<\/table><\/div>$/);
    const looks = [...rendered([3, 4, 2].map(written).join('\n\n')).matchAll(/<div class="([^"]*)"/g)].map(([, look]) => look);
    expect(looks).toEqual(['w-table', 'w-table w-wide', 'w-table']);
  });

  test('cells are aligned by class, and a heading without words is a plain cell', () => {
    const html = rendered('|   | pain | prix | four |\n|---|:---:|---:|:---|\n| a | b | c | d |');
    expect(html).toContain('<td></td>');
    expect(html).toContain('<th scope="col" class="w-center">pain</th>');
    expect(html).toContain('<th scope="col" class="w-right">prix</th>');
    expect(html).toContain('<th scope="col">four</th>');
    expect(html).toContain('<td>a</td>\n<td class="w-center">b</td>\n<td class="w-right">c</td>\n<td>d</td>');
    expect(html).not.toContain('style=');
  });
});

describe('pictures', () => {
  test('have their size, their alternative text and the address of the site', () => {
    expect(rendered('![Un *four*](images/four.gif)')).toBe(
      '<p><img src="images/four.gif" alt="Un four" width="40" height="20" loading="lazy"></p>',
    );
    expect(rendered('![Un four](images/petit%20four.gif)', 'en')).toBe(
      '<p><img src="../images/petit%20four.gif" alt="Un four" width="40" height="20" loading="lazy"></p>',
    );
    expect(rendered('![](https://tram.example/four.gif)')).toBe('<p><img src="https://tram.example/four.gif" alt="" loading="lazy"></p>');
    expect(rendered('![Un "four" & <pain>](images/plan.svg)')).toMatch(/ alt="Un [^"<>]*four[^"<>]* &amp; &lt;pain&gt;" loading/);
    expect(rendered('![](images/plan.svg)')).toBe('<p><img src="images/plan.svg" alt="" loading="lazy"></p>');
  });

  test('in HTML get the height that belongs to their width', () => {
    expect(rendered('<img src="images/four.gif" alt="" width="10">')).toBe(
      '<img loading="lazy" height="5" src="images/four.gif" alt="" width="10">',
    );
    expect(rendered('<img src="images/four.gif" alt="" width="15">')).toContain('height="8"');
    expect(rendered('<img src="images/long.gif" alt="" width="13">')).toContain('height="3"');
    expect(rendered('<picture><source srcset="images/four.gif"><img src="images/long.gif" alt=""></picture>', 'en')).toContain(
      '<source srcset="../images/four.gif"><img loading="lazy" src="../images/long.gif" alt="">',
    );
    expect(rendered('<img src="images/four.gif" alt="">')).toBe('<img loading="lazy" src="images/four.gif" alt="">');
    expect(rendered('<img src="https://tram.example/a.gif" alt="" width="10">')).toBe(
      '<img loading="lazy" src="https://tram.example/a.gif" alt="" width="10">',
    );
  });
});

describe('HTML and links', () => {
  test('addresses are those of the site, and comments are left out', () => {
    expect(rendered('<!-- note -->\n<p><a href="four.md">Le four</a></p>', 'en')).toBe('<p><a href="oven.html">Le four</a></p>');
    expect(rendered('Du <a href="https://tram.example/?a=1&amp;b=2">tram</a>')).toContain('<a href="https://tram.example/?a=1&amp;b=2">');
    expect(rendered('a <!-- b --> c')).toBe('<p>a  c</p>');
    expect(rendered('<div><!-- a\n<script> -->b<!-- c -->d</div>')).toBe('<div>bd</div>');
    const twice = '<img src="images/four.gif" alt="">';
    expect(rendered(`<div>${twice}${twice}</div>`, 'en')).toBe(
      `<div>${'<img loading="lazy" src="../images/four.gif" alt="">'.repeat(2)}</div>`,
    );
    expect(rendered('[Le four](four.md) et [b](https://tram.example/?a&b)')).toBe(
      '<p><a href="four.html">Le four</a> et <a href="https://tram.example/?a&amp;b">b</a></p>',
    );
  });

  test('code in HTML and links that lead nowhere are refused', () => {
    expect(() => rendered('<script>a()</script>')).toThrow('docs/four.md');
    expect(() => rendered('Un <b onclick="a()">four</b>')).toThrow('docs/four.md');
    expect(() => rendered('[Le four](gare.md)')).toThrow('gare.md');
  });

  test('an address alone is no link, and French is set as in print', () => {
    expect(rendered('https://tram.example : "oui" (c)')).toBe('<p>https://tram.example\u00a0: &quot;oui&quot; (c)</p>');
    expect(rendered('the tram : "yes"', 'en')).toBe('<p>the tram : &quot;yes&quot;</p>');
  });
});
