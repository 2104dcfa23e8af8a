// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, choicesOf, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const reading = (rows: string, head = '| Pain | Farine | Cuisson |\n|---|---|---|') =>
  readActivity('compare', schema, `:::compare{#pains}\n${head}\n${rows}\n:::`);

describe('reading a table to compare', () => {
  it('reads rows, and blanks with equal answers as one', () => {
    const { options, activity, found } = reading('| Seigle | Bise, [[longue]] ! | Four |\n| Mie | [[blanche]] | [[Longue]] |');
    expect(found).toEqual([]);
    const blanks = options.blanks as { token: string; answer: string; text: string }[];
    expect(blanks.map(({ text }) => text)).toEqual(['longue', 'blanche', 'Longue']);
    expect(blanks[2]?.answer).toBe(blanks[0]?.token);
    expect(options.rows).toMatchObject([{ title: 'Seigle', cells: [{ lead: 'Bise, ' }, { lead: 'Four' }] }, { title: 'Mie' }]);
    expect(activity?.points).toBe(1);
  });

  it('is unscored without a blank', () => {
    const { options, activity } = reading('| Seigle | Bise | Four |\n| Mie | Blanche | Moule |');
    expect([options.asks, activity?.points]).toEqual([false, 0]);
  });

  it.each([
    ['| Seigle | Bise | Four |', ['nothing-to-compare:1']],
    ['| Seigle | [[a]] [[b]] | Four |\n| Mie | Blanche | Moule |', ['two-blanks-in-cell:4']],
    ['| Seigle | [[a]] | Four |\n| | Blanche | [[b]] |', ['row-without-title:5']],
    ['| Seigle | [[a]] | Four |\n| Mie | [[A]] | Moule |', ['one-target:1']],
    ['| Seigle | [[]] | Four |\n| Mie | [[b]] | Moule |', ['unclosed-blank:4', 'one-target:1']],
  ])('reports what is wrong in %j', (rows, codes) => expect(reading(rows).found).toEqual(codes));

  it('needs a second column; a body without a table is reported once', () => {
    expect(reading('| Seigle |\n| Mie |', '| Pain |\n|---|').found).toEqual(['nothing-to-compare:1']);
    expect(reading('', 'Comparez.').found).not.toContain('nothing-to-compare:1');
  });
});

const cell = (token?: string) => ({ lead: 'x', trail: '', ...(token && { token }) });
const table = (asks: boolean) => ({
  asks,
  columns: ['Pain', 'Farine'],
  rows: [
    { text: 'Seigle', title: 'Seigle', cells: [cell(asks ? 'a' : undefined)] },
    { text: 'Mie', title: 'Mie', cells: [cell(asks ? 'b' : undefined)] },
  ],
  blanks: asks
    ? [
        { token: 'a', answer: 'a', text: 'bise' },
        { token: 'b', answer: 'b', text: 'blanche' },
      ]
    : [],
});

it('a table to read is done once it was shown', () => {
  expect([score(table(false), null), score(table(false), {})]).toEqual([
    { ratio: 0, parts: {} },
    { ratio: 1, parts: {} },
  ]);
});

describe('a table to fill in', () => {
  it('scores each cell, as one matching', () => {
    const pairs = (b: string) => [
      ['a', 'a'],
      ['b', b],
    ];
    const given = (b: string) => ({ type: 'matching', pairs: pairs(b) });
    expect(slots(table(true))).toEqual([{ type: 'matching', right: [given('b')], text: '' }]);
    expect(report(table(true), { b: 'a', a: 'a', zz: 'a' })).toEqual([{ response: given('a'), result: 'incorrect' }]);
    expect(report(table(true), { a: 'zz' })).toEqual([]);
    expect(score(table(true), { a: 'b', b: 'b' })).toEqual({ ratio: 0.5, parts: { a: 'wrong', b: 'right' } });
    expect(score(table(true), null)).toEqual({ ratio: 0, parts: { a: 'missed', b: 'missed' } });
    expect(score(table(true), { a: 'a', b: 'gone' }).parts).toEqual({ a: 'right', b: 'missed' });
    expect(report(table(true), solve(table(true)))[0]?.result).toBe('correct');
  });

  it('takes each cell from a list and shows what was right once it is over', () => {
    const bench = mountType<Options, Answer>('compare', mount, table(true));
    expect(bench.missing()).toBe('Il reste 2 cases à remplir.');
    expect(bench.mounted.read?.()).toHaveProperty('at', bench.root.querySelector('select'));
    const [first, second] = bench.root.querySelectorAll('select');
    for (const select of [first, second]) {
      if (!select) continue;
      if (select === second) expect(bench.mounted.read?.()).toEqual({ missing: 'Il reste une case à remplir.', at: second });
      select.value = 'a';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }
    expect(bench.drafts).toEqual([{ a: 'a' }, { a: 'a', b: 'a' }]);
    expect(bench.mounted.read?.()).toEqual({ a: 'a', b: 'a' });
    bench.mounted.show(verdictOf(score(table(true), { a: 'a', b: 'a' }), true));
    expect(bench.marks()).toEqual(['Juste', 'À revoir']);
    expect(bench.root.querySelector('.c-expected')?.textContent?.replace(/[\u00a0\u202f]/g, ' ')).toBe('Réponse attendue : blanche');
    expect([first?.disabled, second?.disabled, bench.root.querySelectorAll('.c-expected').length]).toEqual([true, true, 1]);
    bench.mounted.show(verdictOf(score(table(true), { a: 'a', b: 'a' }), false));
    expect([first?.disabled, bench.marks(), bench.root.querySelector('.c-expected')]).toEqual([false, ['Juste', 'À revoir'], null]);
    bench.mounted.show(null);
    expect([first?.disabled, bench.marks()]).toEqual([false, []]);
  });

  it('shows the stored choices, not one that is gone; locked, they can’t be changed', () => {
    const selects = (answer: Answer, locked: boolean) => {
      const { root, mounted } = mountType<Options, Answer>('compare', mount, table(true), answer, locked);
      const list = [...root.querySelectorAll('select')];
      const before = list.map(({ value, disabled }) => `${value} ${disabled}`);
      mounted.show(null);
      return [...before, ...list.map(({ disabled }) => disabled)];
    };
    expect(selects({ a: 'b', b: 'zz' }, false)).toEqual(['b false', ' false', false, false]);
    expect(selects({ a: 'b' }, true)).toEqual(['b true', ' true', true, true]);
  });
});

describe('a table in the notebook', () => {
  const notebook = (answer: Answer | null, asks = true) =>
    mountType<Options, Answer>('compare', mount, table(asks), answer).mounted.text?.().replaceAll('\u00a0', ' ');

  it('names the row and the column of each cell, and leaves a gap where nothing was chosen', () => {
    expect(notebook({ a: 'b' })).toBe('Seigle, Farine : xblanche\nMie, Farine : x…');
  });

  it('says nothing of marks and of what was expected', () => {
    const { mounted } = mountType<Options, Answer>('compare', mount, table(true), { a: 'b', b: 'b' });
    mounted.show(verdictOf(score(table(true), { a: 'b', b: 'b' }), true));
    expect(mounted.text?.()).not.toMatch(/revoir|attendue/);
  });

  it('has no line of a table to read', () => expect(notebook(null, false)).toBe(''));
});

describe('a table to read', () => {
  it('sends the LMS nothing, and hides unselected rows, never all of them', () => {
    const { root, drafts } = mountType<Options, Answer>('compare', mount, table(false));
    expect(slots(table(false))).toEqual([]);
    const boxes = [...root.querySelectorAll<HTMLInputElement>('.compare-filter input')];
    expect(root.querySelector<HTMLElement>('.compare-filter')?.hidden).toBe(false);
    boxes[0]?.click();
    boxes[1]?.click();
    expect(boxes.map(({ checked }) => checked)).toEqual([false, true]);
    expect([...root.querySelectorAll<HTMLElement>('tbody > tr')].map((row) => row.hidden)).toEqual([true, false]);
    expect(boxes[1]?.checked).toBe(true);
    boxes[0]?.click();
    expect([...root.querySelectorAll<HTMLElement>('tbody > tr')].map((row) => row.hidden)).toEqual([false, false]);
    const changed: string[] = [];
    document.body.onchange = () => void changed.push('change');
    boxes[0]?.click();
    document.body.onchange = null;
    expect(changed).toEqual([]);
    expect(drafts).toEqual([]);
  });
});

describe('a table is done once it was shown', () => {
  const submitted = async (asks: boolean, locked: boolean): Promise<number> => {
    const bench = mountType<Options, Answer>('compare', mount, table(asks), null, locked);
    await Promise.resolve();
    return bench.submitted.length;
  };

  it('with an empty answer, unless it was shown as done before', async () => {
    const done = async (...verdicts: Parameters<ReturnType<typeof mount>['show']>[0][]) => {
      const bench = mountType<Options, Answer>('compare', mount, table(false));
      for (const verdict of verdicts) bench.mounted.show(verdict);
      await Promise.resolve();
      return bench.submitted;
    };
    const verdict = verdictOf({ ratio: 1, parts: {} }, true);
    expect([await done(null), await done(verdict), await done(verdict, null)]).toEqual([[{}], [], []]);
  });

  it('if it asks nothing and can still be sent', async () => {
    expect([
      await submitted(false, false),
      await submitted(true, false),
      await submitted(false, true),
      await submitted(true, true),
    ]).toEqual([1, 0, 0, 0]);
  });
});

it('cells of one answer share its token', () => {
  const blanks = [
    { token: 'a', answer: 'a', text: 'bise' },
    { token: 'b', answer: 'b', text: 'blanche' },
    { token: 'c', answer: 'a', text: 'Bise' },
  ];
  const options = { ...table(true), blanks };
  const pairs = [
    ['a', 'a'],
    ['b', 'b'],
    ['c', 'a'],
  ];
  expect(slots(options)).toEqual([{ type: 'matching', right: [{ type: 'matching', pairs }], text: '' }]);
  expect(solve(options)).toEqual({ a: 'a', b: 'b', c: 'a' });
  expect(report(options, solve(options))).toEqual([{ response: { type: 'matching', pairs }, result: 'correct' }]);
  expect(report(options, { b: 'a' })).toEqual([{ response: { type: 'matching', pairs: [['b', 'a']] }, result: 'incorrect' }]);
});

describe('the largest answer', () => {
  it('fills each blank with one of the choices', () => {
    const { options } = reading('| un | [[1]] |\n| deux | [[2]] |\n| trois | [[1]] |', '| a | b |\n|---|---|');
    const typed = options as unknown as Options;
    const choices = typed.blanks.map(({ answer }) => answer);
    expect(choices).toHaveLength(3);
    expect(Object.keys(largest(typed))).toEqual(typed.blanks.map(({ token }) => token));
    for (const token of Object.values(largest(typed))) expect(choices).toContain(token);
    expect(largest(table(true))).toEqual({ a: 'b', b: 'a' });
    const shared = {
      ...table(true),
      blanks: ['a', 'b', 'c'].map((token) => ({ token, answer: token === 'c' ? 'a' : token, text: token })),
    };
    expect([choicesOf(shared).map(({ token }) => token), score(shared, { c: 'a' }).parts.c, score(shared, { c: 'c' }).parts.c]).toEqual([
      ['a', 'b'],
      'right',
      'missed',
    ]);
  });
});
