import { expect, test } from 'vitest';
import { htmlOf, readText } from '../../../helpers/read-text.ts';

test('addresses become links in texts, and stay text in titles', () => {
  expect(htmlOf(readText('Voir https://example.org ici.'))).toContain('<a href="https://example.org"');
  expect(htmlOf(readText('- voir https://example.org'))).toContain('<a href="https://example.org"');
  expect(htmlOf(readText('## Voir https://example.org'))).not.toContain('<a ');
});

test('links and syntax left as text are reported in paragraphs, lists and cells, at the line of the row', () => {
  expect(readText('Voir [le quai] (#quai).').found).toEqual(['blank-before-address 1:6']);
  expect(readText('Une rame[^a].').found).toEqual(['footnote 1:9']);
  expect(readText('| a | b |\n|---|---|\n| c | d |\n| e | ==f== |').found).toEqual(['highlight 4:7']);
  // The same words stand in an earlier row, and below.
  expect(readText('| a | b |\n|---|---|\n| `==f==` | d |\n| e | ==f== |\n\n`==f==`').found).toEqual(['highlight 4:7']);
  expect(readText('`==f==`\n\nUn\n==mot== et ==f==').found).toEqual(['highlight 4:1', 'highlight 4:12']);
});

test('what stands behind a bar of a heading is reported at its line', () => {
  expect(readText('`==tram==`\n\n:::cards\n## Rame | ==tram==\n:::').found).toEqual(['highlight 4:11']);
});

test('of several references to missing notes in a sentence the first is reported', () => {
  const { found, values } = readText('Une rame[^a] et une voie[^b].');
  expect([found, values]).toEqual([['footnote 1:9'], { mark: '[^a]' }]);
});

test('what stands behind emphasis, code or the end of a line is read, too', () => {
  expect(readText('Voir *ici* puis une rame[^a].').found).toEqual(['footnote 1:25']);
  expect(readText('`Voir`\nici [le quai] (#quai).').found).toEqual(['blank-before-address 2:5']);
});

test('code is not read, and what stands behind a bar of a heading is part of a title', () => {
  expect(readText('Voir `[le quai] (#quai)` et `[^a]`.').found).toEqual([]);
  const [cards] = readText(':::cards\n## Rame | https://example.org\n\nx\n:::').blocks;
  const [heading] = cards?.kind === 'directive' ? cards.directive.body : [];
  expect(heading?.kind === 'heading' && heading.second?.html()).toBe('https://example.org');
});
