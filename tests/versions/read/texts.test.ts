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
  expect(textsOf('<section data-page="a"><button><p>Un', { b: '</section></section><p>Deux' }).pages.size).toBeLessThanOrEqual(2);
});
