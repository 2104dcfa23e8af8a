// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { asMarkdown, asPage } from './document.ts';

afterEach(() => vi.restoreAllMocks());

it('keeps as text what looks like a tag, and leaves other signs alone', () => {
  expect(asMarkdown('Mon écrit', [{ title: 'Un', text: 'a < b <i>c</I> <!-- <?d 1<2\n\nfin' }])).toBe(
    '# Mon écrit\n\n## Un\n\na < b \\<i>c\\</I> \\<!-- \\<?d 1<2\n\nfin\n',
  );
  expect(asMarkdown('Vide', [])).toBe('# Vide\n');
});

it('is a page in the language of this one, with a paragraph for each, and its lines', () => {
  document.documentElement.lang = 'fr';
  const made = vi.spyOn(document.implementation, 'createHTMLDocument');
  const parts = [
    { title: 'Un', text: 'a\nb\nc\n \nd\n\n\ne' },
    { title: 'Deux', text: '' },
  ];
  expect(asPage('Mon & écrit', parts)).toBe(
    '<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"></head><body><h1>Mon &amp; écrit</h1>' +
      '<h2>Un</h2><p>a<br>b<br>c</p><p>d</p><p>e</p><h2>Deux</h2><p></p></body></html>',
  );
  expect(made.mock.calls).toEqual([['Mon & écrit']]);
});
