import { describe, expect, test } from 'vitest';
import { stepMarkup, stepsOf, wordsIn } from '../../build/html/steps.ts';
import type { Node, ValidActivity } from '../../build/model/source.ts';

const prose = (html: string): Node => ({ kind: 'prose', html });
const callout = (html: string): Node => ({ kind: 'block', type: 'callout', options: { html } });
const activity = (title: string, more: Partial<ValidActivity> = {}): Node => ({
  kind: 'activity',
  activity: { id: title, type: 'choice', title, options: { prompt: title }, ...more } as ValidActivity,
});
const words = (count: number): string => `<p>${'pain '.repeat(count).trim()}</p>`;
const titles = (...nodes: readonly Node[]): string[] => stepsOf(nodes, 'La page').map(({ title }) => title);

describe('a page in steps', () => {
  test('ends a step after each activity', () => {
    expect(titles(prose('<p>Un four.</p>'), activity('Quel four ?'), prose('<p>Puis.</p>'), activity('Quel pain ?'))).toEqual([
      'Quel four ?',
      'Quel pain ?',
    ]);
  });

  test('keeps an aside with the activity above it', () => {
    const [four, aside, text] = [activity('Quel four ?'), callout('<p>En salle</p>'), prose('<p>Puis.</p>')];
    expect(stepsOf([four, aside, text], 'La page').map(({ nodes }) => nodes)).toEqual([[four, aside], [text]]);
    const quote: Node = { kind: 'block', type: 'quote', options: {} };
    expect(stepsOf([aside, quote, four, quote, aside], 'La page').map(({ nodes }) => nodes)).toEqual([
      [aside, quote, four],
      [quote, aside],
    ]);
  });

  test('begins a step at a heading below an activity or enough text, and nowhere else', () => {
    expect(titles(prose(`${words(50)}<h2>Le levain</h2>${words(10)}`))).toEqual(['La page', 'Le levain']);
    expect(titles(prose(`${words(10)}<h2>Le levain</h2>${words(10)}`))).toEqual(['Le levain']);
    expect(titles(activity('Quel four ?'), prose('<h2>Le levain</h2><p>Court.</p>'))).toEqual(['Quel four ?', 'Le levain']);
    expect(titles(prose(words(25)), callout(words(90)), prose(`${words(15)}<h2 id="levain">Le <b>levain</b></h2>`))).toEqual([
      'La page',
      'Le levain',
    ]);
  });

  test('loses nothing', () => {
    const page = [prose(`${words(60)}<h2>A</h2><p>b</p>`), activity('c'), callout('d'), prose('<h2>E</h2>')];
    const kept = stepsOf(page, '').flatMap(({ nodes }) => nodes);
    expect(kept).toEqual([prose(words(60)), prose('<h2>A</h2><p>b</p>'), ...page.slice(1)]);
  });

  test('has no gap in its headings where the one above is in another step', () => {
    const [, below] = stepsOf([activity('Quel four ?'), prose('<h3>Le levain</h3><h4>Le nourrir</h4>')], '');
    expect(below?.nodes).toEqual([prose('<h2>Le levain</h2><h3>Le nourrir</h3>')]);
    const [kept] = stepsOf([prose('<h2>Le four</h2><p>x</p><h3>La sole</h3>')], '');
    expect(kept?.nodes).toEqual([prose('<h2>Le four</h2><p>x</p><h3>La sole</h3>')]);
  });

  test('of several headings in a step the first is its title, and all keep their levels', () => {
    const [step] = stepsOf([prose('<h3>Avant</h3><h2>Le four</h2><p>x</p><h2>Le gaz</h2>')], '');
    expect(step).toEqual({
      title: 'Le four',
      nodes: [prose('<h3>Avant</h3>'), prose('<h2>Le four</h2><p>x</p>'), prose('<h2>Le gaz</h2>')],
    });
  });

  test('names an activity without a question by its cards, else by the text above it, never by its type', () => {
    const oven = activity('Frise', {
      options: { prompt: '', cards: [{ title: '1890', second: 'La <b>braise</b>' }, { title: 'Le gaz' }] },
    });
    expect(titles(prose('<p>Trois fours.</p>'), oven)).toEqual(['La braise · Le gaz']);
    const ovens = ['La braise du fournil', 'Le gaz de la ville', 'Le courant'].map((title) => ({ title }));
    expect(titles(activity('Frise', { options: { cards: ovens } }))).toEqual(['La braise du fournil · Le gaz de la ville…']);
    expect(titles(prose('<p>Trois fours.</p>'), activity('Vidéo', { options: {} }))).toEqual(['Trois fours.']);
    expect(titles(activity('Vidéo', { options: {} }))).toEqual(['La page']);
    expect(titles(prose('<p>Trois</p>'), prose('<p>fours.</p>'), activity('Vidéo', { options: {} }))).toEqual(['Trois fours.']);
    expect(titles(activity('Frise', { options: { a: [{ title: 'Le bois' }], b: [null, 3, { title: 'Le gaz' }] } }))).toEqual([
      'Le bois · Le gaz',
    ]);
    expect(titles(activity('Frise', { heading: 'Cent ans de fours', options: {} }))).toEqual(['Cent ans de fours']);
  });

  test('skips cards without a heading in a title', () => {
    const cards = ['', 'Le four', '', 'Le gaz'].map((title) => ({ title }));
    expect(titles(activity('Frise', { options: { cards } }))).toEqual(['Le four · Le gaz']);
  });

  test('joins headings of 40 characters together, and shows that there are more', () => {
    const named = (length: number): string =>
      titles(activity('Frise', { options: { cards: [{ title: 'a'.repeat(10) }, { title: 'b'.repeat(length) }] } }))[0] ?? '';
    expect(named(30)).toBe(`${'a'.repeat(10)} · ${'b'.repeat(30)}`);
    expect(named(31)).toBe(`${'a'.repeat(10)}…`);
  });

  test('begins a step at a heading below 40 words, not below 39', () => {
    const count = (before: number): number => titles(prose(`${words(before)}<h2>Le levain</h2>${words(3)}`)).length;
    expect([count(39), count(40)]).toEqual([1, 2]);
    expect(titles(prose(words(39)), callout(words(9)), prose('<h2>Le levain</h2>'))).toEqual(['Le levain']);
  });

  test('keeps titles of 60 characters', () => {
    const title = (length: number): string => titles(activity('a'.repeat(30).concat(' ', 'b'.repeat(length - 31))))[0] ?? '';
    expect([title(60), title(61)]).toEqual([`${'a'.repeat(30)} ${'b'.repeat(29)}`, `${'a'.repeat(30)}…`]);
    expect(titles(activity('a'.repeat(61)))).toEqual([`${'a'.repeat(59)}…`]);
    expect(titles(activity(`${'a'.repeat(40)}, ; ${'b'.repeat(40)}`))).toEqual([`${'a'.repeat(40)}…`]);
  });

  test('cuts long titles at a word', () => {
    const [title = ''] = titles(activity('Quelle farine prendriez-vous pour un pain qui se garde une semaine entière ?'));
    expect(title).toBe('Quelle farine prendriez-vous pour un pain qui se garde une…');
  });

  test('writes titles as attributes', () => {
    expect(stepMarkup('« Pain » & "beurre"', '<p>a</p>')).toBe(
      '<div class="c-screen c-prose" data-screen="« Pain » &amp; &quot;beurre&quot;" tabindex="-1">\n<p>a</p>\n</div>',
    );
  });
});

test('words are counted without tags', () => {
  expect(['<p>Un <b>bon</b> pain</p>', ' Un  bon\npain ', '', '<p></p>'].map(wordsIn)).toEqual([3, 3, 0, 0]);
});
