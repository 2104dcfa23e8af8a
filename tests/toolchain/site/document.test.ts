import { expect, test } from 'vitest';
import { headingsOf, partOf, titleOf } from '../../../build/toolchain/site/document.ts';
import type { SitePage } from '../../../build/toolchain/site/pages.ts';

const TWO = `# Le bilan

*(English [below](#in-english).)*

Du texte.

## Compter

\`\`\`markdown
# Pas un titre
\`\`\`

## In English

Some text.

### Counting

### Compter
`;

const page = (part: SitePage['part']): SitePage => ({
  source: 'docs/bilan.md',
  path: 'bilan.html',
  language: part === 'second' ? 'en' : 'fr',
  title: 'The report',
  group: 'follow',
  part,
  other: null,
});

test('headings in source are none, and links or code in a heading leave their text', () => {
  expect(headingsOf(TWO).map(({ slug }) => slug)).toEqual(['le-bilan', 'compter', 'in-english', 'counting', 'compter-1']);
  expect(headingsOf('## [Nombre](a.md) : `numeric` ##\n')[0]).toMatchObject({
    level: 2,
    text: 'Nombre : numeric',
    slug: 'nombre--numeric',
  });
  expect(headingsOf('#  Le four  \n')).toEqual([{ level: 1, text: 'Le four', short: 'Le four', slug: 'le-four', line: 0 }]);
  const shorts = headingsOf('## Nombre : `numeric`\n## Number: `numeric`\n## Le : `code` ici\n').map(({ short }) => short);
  expect(shorts).toEqual(['Nombre', 'Number', 'Le : code ici']);
  expect(headingsOf('````\n```\n# Un\n````\n~~~\n```\n# Deux\n~~~\n# **Trois** `x` #a\n').map(({ text, line }) => [text, line])).toEqual([
    ['Trois x #a', 8],
  ]);
  expect(headingsOf('```\n# Un\n`````\n#### Quatre\n###### Six\n').map(({ text, level }) => [text, level])).toEqual([
    ['Quatre', 4],
    ['Six', 6],
  ]);
  expect(headingsOf('Voir # Un\n#Deux\n####### Sept\n')).toEqual([]);
});

test('a document of two languages has a part for each, without the pointer to the other', () => {
  const [french, english] = [partOf(page('first'), TWO), partOf(page('second'), TWO)];
  expect(french.text).toContain('Du texte.');
  expect(french.text).not.toMatch(/English|Some text/);
  expect(english.text).toContain('Some text.');
  expect(english.text).not.toMatch(/Du texte|In English/);
  expect(french.headings).toEqual([{ level: 2, text: 'Compter', short: 'Compter', slug: 'compter', line: 6 }]);
  expect([french.start, english.start]).toEqual([['le-bilan'], ['in-english']]);
  // Anchors are those of the whole document: links from GitHub's view of it lead here too.
  expect(english.headings.map(({ slug }) => slug)).toEqual(['counting', 'compter-1']);
  for (const { line, text } of english.headings) expect(english.text.split('\n')[line]).toContain(text);
  expect([titleOf(page('first'), TWO), titleOf(page('second'), TWO)]).toEqual(['Le bilan', 'The report']);
});

test('a document has its own title, but for README, which is headed by the project’s name', () => {
  const whole = page('whole');
  expect(titleOf(whole, '## Compter\n\n# Le bilan\n\n# Fin\n')).toBe('Le bilan');
  expect(titleOf(whole, '## Compter\n')).toBe('The report');
  expect(titleOf(whole, '# Nombre : `numeric`\n')).toBe('Nombre : numeric');
  expect(['README.md', 'README.en.md', 'docs/README.md'].map((source) => titleOf({ ...whole, source }, '# Le bilan\n'))).toEqual([
    'The report',
    'The report',
    'Le bilan',
  ]);
});

test('a whole document is its own part, without its title', () => {
  expect(partOf(page('whole'), '\n# Le bilan\n\n*(English [below](#x).)*\n## Compter\n')).toEqual({
    text: '\n\n\n*(English [below](#x).)*\n## Compter\n',
    headings: [{ level: 2, text: 'Compter', short: 'Compter', slug: 'compter', line: 4 }],
    start: ['le-bilan'],
  });
  expect(partOf(page('whole'), 'Du texte.\n')).toEqual({ text: 'Du texte.\n', headings: [], start: [] });
});

test('only a line of its own leads to the English part', () => {
  const mentioned = TWO.replace('# Le bilan\n', '# Le bilan\n\nVoir English [below](#compter)\n');
  expect(partOf(page('second'), mentioned).start).toEqual(['in-english']);
  const bare = partOf(page('first'), TWO.replace('*(English [below](#in-english).)*', '[In English](#in-english)'));
  expect(bare.text).not.toContain('In English');
  expect(bare.text).toContain('Du texte.');
});

test('the pointer may be written as the heading is', () => {
  const written = TWO.replace('(#in-english)', '(#In-English)');
  expect(partOf(page('second'), written).start).toEqual(['in-english']);
});

test('a document that lacks its English part is reported by name', () => {
  expect(() => partOf(page('first'), '# Le bilan\n\nDu texte.\n')).toThrow('docs/bilan.md');
});
