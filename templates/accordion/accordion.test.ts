// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { mountCards } from '../../tests/helpers/mount-cards.ts';
import { renderType } from '../../tests/helpers/render-type.ts';
import { mount } from './runtime.ts';
import { largest, report, score, slots } from './scoring.ts';

const PARTS = [
  { title: 'Le levain', second: 'Il fermente' },
  { title: 'Le repos', second: 'Deux heures', content: '<p>La pâte lève.</p>' },
];
const scroll = vi.fn();

beforeEach(() => {
  scroll.mockClear();
  HTMLElement.prototype.scrollIntoView = scroll;
  document.body.className = 'c-screen';
});
afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'scrollIntoView');
  document.body.className = '';
});

it('keeps each part that was opened, and is done once all were', async () => {
  const bench = mountCards('accordion', mount, PARTS);
  bench.press('.accordion-item:first-child summary');
  await bench.settled();
  expect([bench.drafts, bench.submitted, bench.ticked()]).toEqual([[['a']], [], ['Le levain']]);
  bench.press('.accordion-item:last-child summary');
  await bench.settled();
  expect([bench.drafts, bench.submitted]).toEqual([[['a']], [['a', 'b']]]);
});

it('ticks what was opened before, and leaves it closed', () => {
  const bench = mountCards('accordion', mount, PARTS, { answer: ['b'] });
  expect([bench.ticked(), bench.root.querySelectorAll('details[open]').length]).toEqual([['Le repos Deux heures'], 0]);
});

it('opens one part at a time only where activities are in them', async () => {
  const plain = mountCards('accordion', mount, PARTS);
  plain.press('summary');
  await plain.settled();
  expect(scroll).not.toHaveBeenCalled();
  const asking = mountCards('accordion', mount, [...PARTS, { title: 'Question', content: '<section data-activity="q"></section>' }]);
  asking.press('.accordion-item:last-child summary');
  await asking.settled();
  expect(scroll.mock.calls).toEqual([[{ block: 'nearest' }]]);
  asking.press('.accordion-item:first-child summary');
  await asking.settled();
  expect(scroll).toHaveBeenCalledTimes(2);
});

it('takes no parts of an accordion inside it for its own', async () => {
  const inner = '<div class="accordion"><details class="accordion-item" data-token="z"><summary>Dedans</summary></details></div>';
  const bench = mountCards('accordion', mount, [{ title: 'Dehors', content: inner }]);
  bench.press('.accordion-item[data-token="a"] > summary');
  await bench.settled();
  expect(bench.submitted).toEqual([['a']]);
});

it('has nothing right or wrong, and no question', () => {
  const options = { cards: [{ token: 'a' }, { token: 'b' }] } as unknown as Parameters<typeof score>[0];
  expect([score(options, null), score(options, ['a']), slots(options), report(options, ['a']), largest(options)]).toEqual([
    { ratio: 0, parts: {} },
    { ratio: 1, parts: {} },
    [],
    [],
    ['a', 'b'],
  ]);
});

it('shows a second part beside the title, or as the text where there is no other', () => {
  const cards = [
    { token: 'a', title: 'Le <b>levain</b>', second: 'Il fermente', icon: 'kit/pain.svg' },
    { token: 'b', title: 'Le repos', second: 'Deux heures', content: '<p>La pâte lève.</p>' },
    { token: 'c', title: 'Le four', content: '<p>Chaud.</p>' },
  ];
  const lines = renderType('accordion', { cards }).split('\n');
  expect(lines.filter((line) => line.startsWith('<summary'))).toEqual([
    '<summary><img class="c-pic" src="kit/pain.svg" alt="" width="32" height="32" loading="lazy" decoding="async"><span class="accordion-title">Le <b>levain</b></span></summary>',
    '<summary><span class="accordion-title">Le repos <span class="accordion-second">Deux heures</span></span></summary>',
    '<summary><span class="accordion-title">Le four</span></summary>',
  ]);
  expect(lines.filter((line) => line.startsWith('<div class="c-details-body'))).toEqual([
    '<div class="c-details-body c-prose"><p>Il fermente</p></div>',
    '<div class="c-details-body c-prose"><p>La pâte lève.</p></div>',
    '<div class="c-details-body c-prose"><p>Chaud.</p></div>',
  ]);
  expect(lines.filter((line) => line.startsWith('<details'))).toEqual(
    ['a', 'b', 'c'].map((token) => `<details class="c-details accordion-item" data-token="${token}">`),
  );
});
