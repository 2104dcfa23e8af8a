import { describe, expect, test } from 'vitest';
import { assetMarker } from '../../build/model/markers.ts';
import type { Node } from '../../build/model/source.ts';
import type { PaperPage, Question } from '../../build/sheets/paper-text.ts';
import { statementFacts, sumFacts } from '../../build/sheets/statement-facts.ts';
import { engine } from '../helpers/engine.ts';

const prose: Node = { kind: 'prose', html: '' };
const block = (type: string, options: object = {}): Node => ({ kind: 'block', type, options: options as Record<string, unknown> });
const questions = (count: number): Question[] => Array.from({ length: count }, () => ({}) as Question);

function page(title: string, ...parts: readonly { node?: Node; html?: string; asked?: number; of?: number }[]): PaperPage {
  return {
    id: title,
    title,
    parts: parts.map(({ node = prose, html = '', asked, of = 0 }) => {
      const all = questions(of);
      return { node, html, read: () => html, questions: all, ...(asked !== undefined && { drawn: new Set(all.slice(0, asked)) }) };
    }),
  };
}
const facts = (...pages: PaperPage[]) => statementFacts(pages, engine.types);

test('nothing', () => {
  expect(facts()).toEqual({
    pages: 0,
    asked: 0,
    questions: 0,
    pictures: 0,
    decorative: 0,
    videos: 0,
    captioned: 0,
    videoTexts: 0,
    sounds: 0,
    soundTexts: 0,
    embeds: 0,
    links: 0,
    documents: 0,
    tables: 0,
    skipping: [],
    foreign: 0,
    types: [],
  });
});

test('pages and questions: those of one round, and all', () => {
  expect(facts(page('a', { of: 2 }, { of: 5, asked: 3 }), page('b', { of: 1 }))).toMatchObject({ pages: 2, asked: 6, questions: 8 });
});

test('media by their attributes, at any depth', () => {
  const captions = assetMarker('a.vtt');
  expect(
    facts(
      page(
        'a',
        { node: block('video', { captions, transcript: 'x' }) },
        { node: block('video') },
        { node: block('audio', { transcript: 'x' }) },
        { node: block('audio', { transcript: 'y' }) },
        { node: block('audio') },
        { node: block('callout', { nodes: [block('audio')] }) },
      ),
    ),
  ).toMatchObject({
    videos: 2,
    captioned: 1,
    videoTexts: 1,
    sounds: 4,
    soundTexts: 2,
    types: ['audio', 'callout', 'video'],
  });
});

test('content of other sites, and documents', () => {
  const found = facts(
    page(
      'a',
      { node: block('embed', { url: 'https://example.org' }) },
      { node: block('document', { src: assetMarker('plan.PDF') }) },
      { node: block('document', { src: '' }) },
      { node: block('figure', { src: assetMarker('quai.svg') }) },
    ),
  );
  const two = ['embed', 'embed', 'document', 'document'].map((type) => ({
    node: block(type, type === 'embed' ? { url: 'https://example.org' } : { src: assetMarker('a.pdf'), title: 'a.pdf' }),
  }));
  expect(facts(page('a', ...two))).toMatchObject({ embeds: 2, documents: 2 });
  const bare = [assetMarker('planpdf'), assetMarker('a.odt')].map((src) => ({ node: block('document', { src }) }));
  expect(facts(page('a', { html: '<p lang="en">a</p>' }, ...bare))).toMatchObject({ documents: 1, foreign: 0 });
  expect(found).toMatchObject({ embeds: 1, documents: 1, types: ['document', 'embed', 'figure'] });
});

test('activities count as types; their tables are forms', () => {
  const activity = { kind: 'activity', activity: { id: 'a', type: 'choice', options: {} } } as unknown as Node;
  const html = '<table><tr></tr></table>';
  expect(facts(page('a', { html }, { node: activity, html }))).toMatchObject({ tables: 1, types: ['choice'] });
});

test('what stands in any part of any page counts', () => {
  const html =
    '<table></table><img src="a" alt=""><img src="b" alt="b"><a href="https://a.org">a</a><span lang="en">d</span><h3>a</h3><h5>b</h5>';
  expect(
    facts(page('a', { html: '<p>a</p>' }, { html: html + html }), page('b'), page('c', { html }, { html: 'c' }, { html })),
  ).toMatchObject({
    ...{ pages: 3, tables: 4, pictures: 8, decorative: 4, links: 4, foreign: 4, skipping: ['a', 'c'] },
  });
});

test('pictures, links and words in another language', () => {
  const html =
    '<img src="a" alt=""><img src="b" alt="Le quai"><a href="https://a.org">a</a><a href="#b">b</a><a data-site href="https://c.org">c</a><span lang="en">d</span>';
  expect(facts(page('a', { html }, { html: '<a href="http://e.org">e</a>' }), page('b', { html: '<p>f</p>' }))).toMatchObject({
    pages: 2,
    tables: 0,
    pictures: 2,
    decorative: 1,
    links: 2,
    foreign: 1,
  });
});

describe('headings', () => {
  test.each<[string, string[]]>([
    ['<h3>a</h3><h4>b</h4><h2>c</h2><h3>d</h3>', []],
    ['<h4>a</h4>', ['a']],
    ['<h3 id="x">a</h3><h5 id="y">b</h5>', ['a']],
    ['<h3>a</h3><h4>b</h4><h3>c</h3><h5>d</h5>', ['a']],
  ])('%s', (html, skipping) => {
    expect(facts(page('a', { html })).skipping).toEqual(skipping);
  });
});

test('facts of several sessions are added up, their types listed once', () => {
  const one = {
    ...facts(page('a', { node: block('video'), html: '<h4>x</h4><img alt="">', of: 2 })),
    foreign: 3,
    asked: 14,
    links: 4,
    documents: 5,
    tables: 6,
    embeds: 7,
    sounds: 8,
    soundTexts: 9,
    captioned: 10,
    videoTexts: 11,
    decorative: 12,
    pictures: 13,
  };
  expect(sumFacts([one, facts(page('b', { node: block('audio') }))]).types).toEqual(['audio', 'video']);
  const two = sumFacts([one, one]);
  for (const [key, value] of Object.entries(one))
    if (typeof value === 'number') expect([key, two[key as 'pages']]).toEqual([key, 2 * value]);
  expect([two.skipping, two.types]).toEqual([['a', 'a'], ['video']]);
});
