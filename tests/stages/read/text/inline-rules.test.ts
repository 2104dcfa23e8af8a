import { expect, test } from 'vitest';
import { VARIABLE_IN_HTML, VARIABLE_IN_TEXT } from '../../../../build/model/markers.ts';
import { htmlOf, readText } from '../../../helpers/read-text.ts';

const html = (text: string): string => htmlOf(readText(text)).replace(/^<p>|<\/p>$/g, '');

test.each([
  ['Une [[rame & *voie*]] part.', 'Une [[rame &amp; *voie*]] part.'],
  ['Une [[&amp;]] part.', 'Une [[&amp;]] part.'],
  ['Une [[]] part.', 'Une [[]] part.'],
  ['Une [[a [[b]] part.', 'Une [[a [[b]] part.'],
])('a blank outside an activity stays text: %s', (text, expected) => {
  expect(html(text)).toBe(expected);
});

test('a blank is given its content without spaces around it; brackets without content are none', () => {
  const [block] = readText('Une [[ rame ]] et une [[voie]], sans [[]].').blocks;
  const seen: string[] = [];
  if (block?.kind === 'prose') block.html((content) => String(seen.push(content)));
  expect(seen).toEqual(['rame', 'voie']);
  const [torn] = readText('Une [[a [[b]] part, [[c]](d).').blocks;
  if (torn?.kind === 'prose') torn.html((content) => String(seen.push(content)));
  expect(seen.slice(2)).toEqual(['b', 'c']);
});

test('a term has its definition, with typography, and an escaped text', () => {
  expect(html(':term[rame]{def="Un tram ! <b>"} part.')).toBe('<dfn class="c-term" data-def="Un tram\u202f! &lt;b&gt;">rame</dfn> part.');
});

test('a definition may have braces and variables, and stands behind any other attribute', () => {
  expect(html(':term[rame]{lang=fr def="un { là"}')).toContain('data-def="un { là"');
  const { found, ...read } = readText(':term[rame]{def="Un {{chef}} et {{contact}} là"} part.');
  const text = htmlOf({ found, ...read });
  expect([found, text.split(VARIABLE_IN_HTML).length - 1, text.includes(VARIABLE_IN_TEXT)]).toEqual([[], 2, false]);
  expect(html(":term[l'arrêt]{def=x}")).toContain('>l’arrêt</dfn>');
});

test('a text in another language has its code', () => {
  expect(html(':lang[the "train"]{en-GB}')).toBe('<span lang="en-GB">the &quot;train&quot;</span>');
  expect(readText(':lang[the train]{en}').found).toEqual([]);
  expect(html(':lang[the train]{en fr}')).toBe('<span lang="en">the train</span>');
});

test.each<[string, string[]]>([
  [':lang[the train]', ['lang-without-code 1:1']],
  ['Un :lang[the train]{English}', ['lang-without-code 1:4']],
  [':lang[the train]{eng}', []],
  [':lang[the train]{en-gb}', ['lang-without-code 1:1']],
  [':lang[the train]{engl}', ['lang-without-code 1:1']],
  [`:term[${'a'.repeat(500)}]`, ['term-without-definition 1:1']],
  [`:term[${'a'.repeat(501)}]`, []],
  [':lang[the train]{e}', ['lang-without-code 1:1']],
  [':term[rame]', ['term-without-definition 1:1']],
  [':term[rame]{def=""}', ['term-without-definition 1:1']],
  [':term[rame]{def=un tram rouge}', ['words-without-quotes 1:20']],
  [':term[rame]{def=un}', []],
  [`:term[rame]{def=${'a'.repeat(1996)}}`, []],
  [':term[rame]{def=un lang=fr}', []],
  [':mot[rame]{def="x"}', ['unknown-inline 1:1']],
  [':mot[rame]{def', ['unknown-inline 1:1']],
  [':term[rame]{un tram}', ['term-without-definition 1:1']],
  ['Un :mot [rame]{def="x"}', ['unknown-inline 1:4']],
  ['Deux : [rame] {x}', []],
])('%s', (text, found) => {
  expect(readText(text).found).toEqual(found);
});

test('what to write around words without quotes, and the name of an unknown form', () => {
  expect(readText(':term[rame]{def=un tram rouge}').values).toEqual({ key: 'def', fit: 'def="un tram rouge"' });
  expect(readText(':mot[rame]{def="x"}').values).toEqual({ text: ':mot' });
  expect(readText(':term[rame]').values).toEqual({ term: 'rame' });
});

test.each([
  ['un~~b~~', 'un<s>b</s>'],
  ['un**b**', 'un<strong>b</strong>'],
  ['un _b_', 'un <em>b</em>'],
  ['un`b`', 'un<code>b</code>'],
  ['un\\*b', 'un*b'],
  ['un&amp;b', 'un&amp;b'],
  ['un[b](#c)', 'un<a href="#p-c">b</a>'],
  ['un![b](c.png)', 'un<img src="c.png" alt="b" loading="lazy">'],
  ['un<!-- b -->', 'un'],
  ['un:lang[b]{en}', 'un<span lang="en">b</span>'],
])('a form may begin right behind a word: %s', (text, expected) => {
  expect(html(text)).toBe(expected);
});

test('characters that begin nothing are text', () => {
  expect(html('a ! b # c $ d % e + f : g @ h ^ i } j ~ k')).toContain('a\u202f! b # c');
  expect(html('un\ndeux')).toBe('un\ndeux');
});
