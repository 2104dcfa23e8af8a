import { expect, it } from 'vitest';
import { noteMarker } from '../../../build/model/markers.ts';
import { NoteScope } from '../../../build/stages/resolve/page-notes.ts';

const mark = (label: string, html = `<p>Note ${label}.</p>`): string =>
  noteMarker({ label, html, at: { file: 'rames.md', line: 1, column: 1 }, isInLine: false });
const hrefs = (html: string): string[] => [...html.matchAll(/href="#([^"]+)"/g)].map(([, id = '']) => id);
const ids = (html: string): string[] => [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id);

it('numbers notes in the order of their references, and lists each once below the text', () => {
  const html = new NoteScope('quai', 'fr').whole(`<p>Un${mark('b')} deux${mark('a')} trois${mark('b')}.</p>`);
  expect([...html.matchAll(/aria-label="Note (\d)"/g)].map(([, number]) => number)).toEqual(['1', '2', '1']);
  expect(html.match(/<li /g)).toHaveLength(2);
  expect(html.indexOf('Note b.')).toBeLessThan(html.indexOf('Note a.'));
  const backs = [...html.matchAll(/aria-label="Retour au texte, note ([^"]+)"/g)].map(([, which]) => which);
  expect(backs).toEqual(['1, appel 1', '1, appel 2', '2']);
});

it('leads from each reference to its note, and from the note to each of its references', () => {
  const html = new NoteScope('quai', 'en').whole(`<p>Un${mark('a')} deux${mark('a')}.</p>`);
  expect(new Set(hrefs(html))).toEqual(new Set(ids(html)));
  const noteref = (reference: number): string =>
    `<sup class="c-noteref"><a href="#a-quai_1" id="a-quai_1-${reference}" role="doc-noteref" aria-label="Note 1">1</a></sup>`;
  const back = (reference: number): string =>
    ` <a href="#a-quai_1-${reference}" role="doc-backlink" aria-label="Back to the text, note 1, reference ${reference}">\u21a9\ufe0e</a>`;
  expect(html).toBe(
    `<p>Un${noteref(1)} deux${noteref(2)}.</p>\n<div class="c-notes" role="group" aria-label="Notes">\n<ol>\n` +
      `<li id="a-quai_1" tabindex="-1"><p>Note a.${back(1)}${back(2)}</p></li>\n</ol>\n</div>`,
  );
});

it('leads back at the end of the last paragraph of a note, or below what is none', () => {
  const noted = (html: string): string => new NoteScope('quai', 'fr').whole(`<p>Un${mark('a', html)}.</p>`);
  expect(noted('<p>Un.</p><p>Deux.</p>')).toMatch(/<p>Deux\. <a [^>]*>[^<]*<\/a><\/p><\/li>/);
  expect(noted('<ul><li>Un</li></ul>')).toMatch(/<\/ul><p> <a [^>]*>[^<]*<\/a><\/p><\/li>/);
});

it('distinguishes notes of one name in two files, and never uses an id twice', () => {
  const scope = new NoteScope('quai', 'fr');
  const [first, second] = [
    scope.whole(`<p>Un${mark('a')} deux${mark('a', '<p>Autre.</p>')}.</p>`),
    scope.whole(`<p>Trois${mark('c')}.</p>`),
  ];
  const all = [...ids(first), ...ids(second)];
  expect([first.match(/<li /g)?.length, new Set(all).size === all.length]).toEqual([2, true]);
});

it('distinguishes notes of two names with one text, and numbers those of each text from one', () => {
  const scope = new NoteScope('quai', 'fr');
  const [first, second] = [scope.whole(`<p>${mark('a', '<p>X.</p>')}${mark('b', '<p>X.</p>')}</p>`), scope.whole(`<p>${mark('c')}</p>`)];
  expect([first.match(/<li /g)?.length, /aria-label="Note (\d)">(\d)</.exec(second)?.slice(1)]).toEqual([2, ['1', '1']]);
});

it('has no list without notes', () => {
  const scope = new NoteScope('quai', 'fr');
  expect([scope.whole('<p>Un.</p>'), scope.text().list()]).toEqual(['<p>Un.</p>', '']);
});
