// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { labelling, pairing, sorting } from '../../../build/room/forms/covered.ts';
import { ask, shownIn, textsOf } from './ask.ts';

const NAMES = ['Un', 'Deux', 'Trois', 'Quatre', 'Cinq', '<Six>'];

test('items to sort and words to choose from are in another order than the answers', () => {
  const items = NAMES.map((name) => ({ html: name.replace('<', '&lt;'), text: name }));
  shownIn(sorting(ask({ lists: { items } })).body);
  const mixed = textsOf('.r-row .r-text');
  expect([mixed.join() === NAMES.join(), [...mixed].sort()]).toEqual([false, [...NAMES].sort()]);
  const labels = NAMES.map((text, index) => ({ token: `t${index}`, text }));
  const shown = labelling(ask({ lists: { labels, spots: labels.map(({ token }) => ({ label: token })) } }));
  shownIn(shown.keep ?? '');
  const offered = textsOf('.r-bank li');
  expect([offered.join() === NAMES.join(), [...offered].sort()]).toEqual([false, [...NAMES].sort()]);
  shownIn(shown.body);
  expect(textsOf('[data-under]')).toEqual(NAMES);
});

test('the reasons of every part of an answer are given', () => {
  const asked = ask({ lists: { items: [{ html: 'Rail', text: 'Rail' }] } });
  const groups = ['Rail', 'Rame'].map((name) => ({ rows: [{ name, value: 'Quai', feedback: `<p>${name} !</p>` }] }));
  shownIn(sorting({ ...asked, groups }).body);
  expect(textsOf('.r-why')).toEqual(['RailRail !', 'RameRame !']);
});

test('the length of right halves is that of their words', () => {
  const targets = ['a', 'b'].map((token) => ({ token, html: `<strong class="c-long">${token.repeat(65)}</strong>` }));
  const pairs = [
    { left: 'Four', target: 'a' },
    { left: 'Pétrin', target: 'b' },
  ];
  expect(pairing(ask({ lists: { pairs, targets } })).body).not.toContain('data-joined');
});
