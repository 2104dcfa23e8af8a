import { expect, it } from 'vitest';
import { filledIn } from '../../build/sheets/filled-in.ts';

const BLANK = '<span class="s-blank" style="x"><i></i><i></i></span>';
const rows = (...values: (string | undefined)[]) => [
  { rows: values.map((value) => ({ name: '', ...(value !== undefined && { value }) })) },
];

it('writes the answers into the blanks, in their order, as text', () => {
  expect(filledIn(`Le ${BLANK} et la ${BLANK}.`, rows('patin', undefined, '<cloche>'))).toBe(
    'Le <strong class="s-filled">patin</strong> et la <strong class="s-filled">&lt;cloche&gt;</strong>.',
  );
});

it('takes the answers of several groups in their order', () => {
  const groups = [...rows('a', 'b'), ...rows(undefined), ...rows('c')];
  expect(filledIn(`${BLANK}${BLANK} ${BLANK}`, groups).replace(/<\/?strong[^>]*>/g, '|')).toBe('|a||b| |c|');
});

it('fills a blank without a width of its own', () => {
  expect(filledIn('<span class="s-blank"></span>', rows('a'))).toBe('<strong class="s-filled">a</strong>');
});

it('leaves the blanks if there are more or fewer answers', () => {
  const body = `Le ${BLANK}.`;
  expect([filledIn(body, rows('a', 'b')), filledIn(body, [])]).toEqual([body, body]);
});
