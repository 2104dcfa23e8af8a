import { expect, test } from 'vitest';
import type { BuiltModule, Course } from '../../build/model/built.ts';
import { handoutChapter } from '../../build/sheets/handout.ts';
import type { PaperPage } from '../../build/sheets/paper-text.ts';
import { bakery } from '../helpers/bakery.ts';
import { wordsOf } from './built-sheets.ts';
import { keyWords } from './key-words.ts';

const part = (html: string) =>
  ({ node: { kind: 'prose', html }, html, read: () => '', questions: [] }) as unknown as PaperPage['parts'][number];

test('pages are numbered, with what is on them, under the names of session and course', () => {
  const pages: PaperPage[] = [
    { id: 'quai', title: 'Le <quai>', parts: [part('<p>a</p>'), part('<p>b</p>')] },
    { id: 'plus', title: 'Plus', further: true, parts: [] },
  ];
  const chapter = (organisation: string) =>
    handoutChapter({ content: bakery() } as unknown as BuiltModule, { title: 'Le pain', organisation } as Course, pages, keyWords);
  const html = chapter('École');
  expect(html).toMatch(/^<section class="s-chapter" id="m-nuit">/);
  expect(html).toContain('<section class="s-page"><h2 id="p-quai">1. Le &lt;quai&gt;</h2>\n<p>a</p>\n<p>b</p></section>');
  expect(html).toContain('<section class="s-page"><p class="s-kind">paper.further</p><h2 id="p-plus">2. Plus</h2>');
  expect(wordsOf(html).trim()).toBe(
    'cahier.kind · Le pain · École Une nuit au fournil cahier.about cahier.name cahier.date guide.aims Pétrir Vendre ' +
      '1. Le <quai> a b paper.further 2. Plus',
  );
  expect(html.match(/aria-label="paper\.blank"/g)).toHaveLength(2);
  expect(chapter('')).not.toContain('Le pain · ');
});
