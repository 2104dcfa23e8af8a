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

it('is done at once where no date can be opened', async () => {
  const bench = mountCards('timeline', mount, [{ title: '1911', second: 'Le premier tram' }]);
  expect(bench.submitted).toEqual([]);
  await bench.settled();
  expect(bench.submitted).toEqual([[]]);
});
