// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { mountCards } from '../../tests/helpers/mount-cards.ts';
import { mount } from './runtime.ts';

it('asks for nothing on dates that have nothing to open', async () => {
  const bench = mountCards('timeline', mount, [
    { title: '1911', second: 'Le premier tram', content: '<p>Il relie la gare au marché.</p>' },
    { title: '1958', second: 'La ligne ferme' },
  ]);
  await bench.settled();
  expect(bench.submitted).toEqual([]);
  expect(bench.root.querySelectorAll('summary')).toHaveLength(1);
  bench.press('summary');
  expect(bench.submitted).toEqual([['a']]);
});

it('asks for each date that can be opened, not for what is folded inside one', () => {
  const fold = '<details class="timeline-details" data-token="x"><summary>Plus</summary></details>';
  const bench = mountCards('timeline', mount, [
    { title: '1911', second: 'Le premier tram', content: `<p>Il relie la gare au marché.</p>${fold}` },
    { title: '1958', second: 'La ligne ferme', content: '<p>Le bus la remplace.</p>' },
  ]);
  bench.press('.timeline-item:last-child .timeline-details > summary');
  expect([bench.drafts, bench.submitted]).toEqual([[['b']], []]);
  bench.press('.timeline-item:first-child > .timeline-details > summary');
  expect(bench.submitted).toEqual([['a', 'b']]);
});

it('is done at once where no date can be opened', async () => {
  const bench = mountCards('timeline', mount, [{ title: '1911', second: 'Le premier tram' }]);
  expect(bench.submitted).toEqual([]);
  await bench.settled();
  expect(bench.submitted).toEqual([[]]);
});
