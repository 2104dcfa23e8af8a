import { expect, test } from 'vitest';
import { textsOf } from '../../../build/versions/read/texts.ts';

const FIRST = `<section class="c-page" data-view="cover"><p>Six rames</p></section>
<section class="c-page" data-page="quai"><header class="c-head"><h1>Le quai</h1></header>
<p>Une rame&nbsp;<b>attend</b>.</p>
<section class="c-activity" data-activity="frein"><p class="c-kicker">Question</p><p>Quel frein ?</p>
<section class="c-card"><p>Le bon</p></section><button type="button">Vérifier</button></section>
<p>Elle part.</p></section>
<section class="c-page" data-view="results"><p>Mes résultats</p></section>`;

test('texts belong to their page or activity; what Cartable says is left out', () => {
  const { pages, activities, cover } = textsOf(FIRST, { voie: '<p>La voie.</p>' });
  expect([...pages]).toEqual([
    ['quai', 'Une rame attend . Elle part.'],
    ['voie', 'La voie.'],
  ]);
  expect([...activities]).toEqual([['frein', 'Quel frein ? Le bon']]);
  expect(cover).toBe('Six rames');
});

test('markup that is never closed gives what there is', () => {
  const { pages } = textsOf('<section data-page="a"><button><p>Un', { b: '</section></section><p>Deux' });
  expect([...pages]).toEqual([
    ['a', 'Un'],
    ['b', ''],
  ]);
});

test.each([
  ['a heading of the page', '<header class="c-head"><h1>Le quai</h1></header>'],
  ['a drawing', '<svg viewBox="0 0 1 1"><title>Un four</title></svg>'],
  ['a button', '<button type="button">Vérifier</button>'],
  ['the name of a type', '<p class="c-kicker">Question</p>'],
  ['a hint', '<p class="c-hint" id="a">Une réponse</p>'],
  ['a count', '<p class="c-count">2 sur 3</p>'],
  ['what is missing', '<p class="c-missing c-x">Il manque</p>'],
  ['the label of a field', '<label class="c-label" for="a">Votre réponse</label>'],
])('%s is left out, whatever stands around it', (_, html) => {
  const { pages } = textsOf(`<section data-page="a">Un ${html} deux ${html}</section>`, {});
  expect(pages.get('a')).toBe('Un deux');
});

test('what only looks like it stays, and so does what is never closed', () => {
  const page = (html: string): string | undefined => textsOf(`<section data-page="a">${html}</section>`, {}).pages.get('a');
  expect(page('<p class="c-hinter">Un</p><p class="x c-hint">Deux</p><header class="x">Trois</header>')).toBe('Un Deux Trois');
  expect(page('Un <button>deux')).toBe('Un deux');
  expect(page('<button>Un<button>deux</button>trois</button> quatre')).toBe('trois quatre');
});

test('spaces of all kinds are one, and entities of other signs stay', () => {
  const { pages } = textsOf('<section data-page="a"> Un&#160;\u202f<br>\n deux&amp;trois&nbsp;&#160;quatre&nbsp;! </section>', {});
  expect(pages.get('a')).toBe('Un deux&amp;trois quatre !');
});

test('views of the player and sections of nobody belong to no page', () => {
  const { pages, activities, cover } = textsOf(
    '<section data-view="results">Zéro<section data-page="a">Un</section>Deux</section><section class="x">Trois</section>',
    {},
  );
  expect([[...pages], [...activities], cover]).toEqual([[['a', 'Un']], [], '']);
  const inner = textsOf('<section data-page="a">Un <section>deux</section> trois</section>', {});
  expect([...inner.pages]).toEqual([['a', 'Un deux trois']]);
  expect(textsOf('<section data-page="a">Un<section data-view="cover">Six</section></section>', {}).cover).toBe('Six');
});
