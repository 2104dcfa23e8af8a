import { describe, expect, test } from 'vitest';
import { snippetOf } from '../../build/cli/snippet.ts';
import { exampleOf, languages, types } from '../helpers/examples-project.ts';
import { expandSnippet } from '../helpers/expand-snippet.ts';

const bodyOf = (type: string, text: string): string => snippetOf(type, text).body.join('\n');

describe.each(languages)('in %s', (lang) => {
  test.each(types)('%s: left as it is, its snippet is its example', (type) => {
    const { prefix, body } = snippetOf(type, exampleOf(type, lang));
    expect(prefix).toMatch(new RegExp(`^::?:${type}$`));
    expect(exampleOf(type, lang)).toMatch(new RegExp(`^:*${prefix}(?![a-z-])`, 'm'));
    expect(expandSnippet(body.join('\n'))).toBe(exampleOf(type, lang).trimEnd());
  });
});

test('each id is a tab stop, and what refers to it follows', () => {
  const text = ':::open-question{#idee}\nQuoi ?\n:::\n\n:::recap{#bilan}\n\n## Avant {of=idee}\n\nVoyez [plus haut](#idee).\n:::\n';
  const body = bodyOf('recap', text);
  expect(body.split('\n').filter((line) => line.includes('idee'))).toEqual([
    `:::open-question{#\${1:idee}\\}`,
    `## Avant {of=\${1:idee}\\}`,
    `Voyez [plus haut](#\${1:idee}).`,
  ]);
  expect(body).toContain(`:::recap{#\${2:bilan}\\}`);
  expect(expandSnippet(body, { 1: 'souvenir' })).toBe(text.trimEnd().replaceAll('idee', 'souvenir'));
});

test('what an editor would take for its own is escaped', () => {
  const text = `:::text\n12 $ et $1, \${nom}, {{contact}} ou C:\\dossier\n:::\n`;
  expect(bodyOf('text', text)).toContain(`12 \\$ et \\$1, \\\${nom\\}, {{contact\\}\\} ou C:\\\\dossier`);
  expect(expandSnippet(bodyOf('text', text))).toBe(text.trimEnd());
});

test('a type that stands on one line is typed with two colons', () => {
  expect(snippetOf('audio', '::audio{src=assets/son.wav}\n').prefix).toBe('::audio');
  expect(snippetOf('audio', 'Avant.\n\n::audio{src=assets/son.wav}\n').prefix).toBe('::audio');
  expect(snippetOf('quiz', '::::quiz{#q}\n::::\n').prefix).toBe(':::quiz');
  expect(snippetOf('text', '::text-2{#a}\n\n:::text{#b}\n:::\n').prefix).toBe(':::text');
  expect(snippetOf('text', 'Un ::text\n').prefix).toBe(':::text');
});

test('an id that is written twice is one stop, and longer words that begin with it are left', () => {
  const text = '::a{#un}\n::a{#deux of=un}\n::a{#un of=unique}\n';
  expect(bodyOf('a', text)).toBe(`::a{#\${1:un}\\}\n::a{#\${2:deux} of=\${1:un}\\}\n::a{#\${1:un} of=unique\\}`);
  expect(bodyOf('a', '::b{of=autre}\n::a{#un}\n')).toBe(`::b{of=autre\\}\n::a{#\${1:un}\\}`);
});
