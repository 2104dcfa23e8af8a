// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, labelOn, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const reading = (rows: string, head = '| Nom | x | y | Retour |\n|---|---|---|---|') =>
  readActivity('label-image', schema, `:::label-image{#four}\n![Le fournil](four.png)\n\n${head}\n${rows}\n:::`);

describe('reading labels', () => {
  it('reads labels with their places, and lures without', () => {
    const { options, found } = reading('| Four | 10 | 20 | Il chauffe. |\n| Pétrin | 50,5 | 60 | |\n| Vélo | | | |');
    expect(found).toEqual([]);
    expect(options.labels).toHaveLength(3);
    expect(options.spots).toMatchObject([
      { x: 10, y: 20, feedback: '<p>Il chauffe.</p>' },
      { x: 50.5, y: 60 },
    ]);
  });

  it.each([
    ['| Four | 10 | 20 | |\n| Four | 50 | 60 | |', ['item-twice:7']],
    ['| Four | 10 | 20 | |\n| Pétrin | 50 | | |', ['label-outside:7']],
    ['| Four | 10 | 20 | |\n| Pétrin | 150 | 3 | |', ['label-outside:7']],
    ['| Four | 10 | 20 | |\n| Vélo | | | Non. |', ['feedback-of-loose-label:7', 'too-few-spots:1']],
    ['| Four | 10 | 20 | |\n| | 10 | 20 | |', ['label-without-name:7']],
  ])('reports what is wrong in %j', (rows, codes) => expect(reading(rows).found).toEqual(codes));

  it('needs three columns or four, and a picture', () => {
    expect(reading('| Four | 10 |', '| Nom | x |\n|---|---|').found).toEqual(['label-outside:6', 'wrong-label-columns:1']);
    expect(readActivity('label-image', schema, ':::label-image{#four}\nOù ?\n:::').found).toEqual(['no-picture:1', 'no-table:1']);
  });
});

const oven: Options = {
  columns: 4,
  labels: ['a', 'c', 'e'].map((token) => ({ token, text: `mot ${token}` })),
  spots: [
    { token: 'b', x: 10, y: 20, label: 'a', feedback: '<p>Le four.</p>' },
    { token: 'd', x: 30, y: 40, label: 'c' },
  ],
};

describe('labels on a picture', () => {
  it('scores each spot, and forgets labels that are gone', () => {
    expect(score(oven, { b: 'a', d: 'gone' })).toEqual({ ratio: 0.5, parts: { b: 'right', d: 'missed' } });
    expect(score(oven, solve(oven)).ratio).toBe(1);
    expect(score(oven, { b: 'e' }).parts).toEqual({ b: 'wrong', d: 'missed' });
    expect(score(oven, null)).toEqual({ ratio: 0, parts: { b: 'missed', d: 'missed' } });
    expect(report(oven, { b: 'c', d: 'gone', x: 'a' })).toEqual([
      { response: { type: 'matching', pairs: [['b', 'c']] }, result: 'incorrect' },
    ]);
    expect(report(oven, solve(oven))).toEqual([{ response: slots(oven)[0]?.right[0], result: 'correct' }]);
    expect(report(oven, { b: 'a' })).toEqual([{ response: { type: 'matching', pairs: [['b', 'a']] }, result: 'incorrect' }]);
    expect(report(oven, { d: 'gone' })).toEqual([]);
  });

  it('takes each label from a list; a point leads to its own', () => {
    const bench = mountType<Options, Answer>('label-image', mount, oven);
    expect(bench.missing()).toBe('Il reste 2 numéros sans étiquette.');
    bench.root.querySelectorAll<HTMLElement>('.c-point')[1]?.click();
    const second = bench.root.querySelectorAll('select')[1] as HTMLSelectElement;
    expect(document.activeElement).toBe(second);
    second.value = 'e';
    second.dispatchEvent(new Event('change', { bubbles: true }));
    expect(bench.drafts).toEqual([{ d: 'e' }]);
    expect([...bench.root.querySelectorAll('.c-point')].map((point) => point.hasAttribute('data-on'))).toEqual([false, true]);
  });

  it('shows which spots have a label, as stored, and lists all in the notebook', () => {
    const bench = mountType<Options, Answer>('label-image', mount, oven, { b: 'a' });
    expect([...bench.root.querySelectorAll('.c-point')].map((point) => point.hasAttribute('data-on'))).toEqual([true, false]);
    expect(bench.mounted.text?.()).toBe('1 : mot a\n2 : …');
    expect(bench.mounted.read?.()).toEqual({ missing: 'Il reste un numéro sans étiquette.', at: bench.root.querySelectorAll('select')[1] });
    const second = bench.root.querySelectorAll('select')[1] as HTMLSelectElement;
    second.value = 'c';
    expect(bench.mounted.read?.()).toEqual({ b: 'a', d: 'c' });
  });

  it('starts each list at its label, except one that is gone, and locks all of them', () => {
    const lists = (answer: Answer, locked: boolean): unknown[] =>
      [...mountType<Options, Answer>('label-image', mount, oven, answer, locked).root.querySelectorAll('select')].map((list) => [
        list.value,
        list.disabled,
      ]);
    expect(lists({ b: 'e', d: 'gone' }, false)).toEqual([
      ['e', false],
      ['', false],
    ]);
    expect(lists({ d: 'c' }, true)).toEqual([
      ['', true],
      ['c', true],
    ]);
  });

  it('has a table of three or four columns, and at least two spots', () => {
    const found = (head: string, row: (name: string, at: number) => string, count = 2): readonly string[] =>
      readActivity(
        'label-image',
        schema,
        `:::label-image{#four}\nOù ?\n\n![Le fournil](four.png)\n\n${head}\n${['sole', 'voûte']
          .slice(0, count)
          .map((name, index) => row(name, 10 + index))
          .join('\n')}\n:::`,
      ).found;
    expect(found('| a | x |\n|---|---|', (name, at) => `| ${name} | ${at} |`)).toContain('wrong-label-columns:1');
    expect(found('| a | x | y |\n|---|---|---|', (name, at) => `| ${name} | ${at} | 5 |`)).toEqual([]);
    expect(found('| a | x | y | r |\n|---|---|---|---|', (name, at) => `| ${name} | ${at} | 5 | r |`)).toEqual([]);
    expect(found('| a | x | y | r | s |\n|---|---|---|---|---|', (name, at) => `| ${name} | ${at} | 5 | r | s |`)).toEqual([
      'wrong-label-columns:1',
    ]);
    expect(found('| a | x | y |\n|---|---|---|', (name, at) => `| ${name} | ${at} | 5 |`, 1)).toEqual(['too-few-spots:1']);
  });

  it('shows what was right, with its reason, once it is over', () => {
    const answer: Answer = { b: 'a', d: 'e' };
    const bench = mountType<Options, Answer>('label-image', mount, oven, answer);
    bench.mounted.show(verdictOf(score(oven, answer), true));
    expect(bench.marks()).toEqual(['Juste', 'À revoir']);
    expect(bench.reasons()).toEqual(['Le four.']);
    const shown = (name: string): (string | undefined)[] =>
      [...bench.root.querySelectorAll(name)].map(({ textContent }) => textContent?.replace(/[\u00a0\u202f]/g, ' '));
    const points = (): unknown[] => [...bench.root.querySelectorAll<HTMLElement>('.c-point')].map(({ dataset }) => dataset.mark);
    const off = (): boolean[] => [...bench.root.querySelectorAll('select')].map(({ disabled }) => disabled);
    expect([shown('.c-expected'), points(), off()]).toEqual([['Réponse attendue : mot c'], ['right', 'wrong'], [true, true]]);
    const hosts = [...bench.root.querySelectorAll('.c-mark')].map((mark) => mark.closest('.c-field, select, :has(> select)'));
    expect(hosts).toEqual([...bench.root.querySelectorAll('select')].map(({ parentElement }) => parentElement));
    expect(bench.root.querySelector<HTMLElement>('.c-feedback')?.dataset.mark).toBe('right');
    bench.mounted.show(verdictOf(score(oven, { b: 'e' }), false));
    expect([bench.marks(), bench.reasons(), shown('.c-expected'), points(), off()]).toEqual([
      ['À revoir'],
      ['Le four.'],
      [],
      ['wrong', undefined],
      [false, false],
    ]);
    bench.mounted.show(null);
    expect([bench.marks(), bench.reasons(), shown('.c-expected'), points()]).toEqual([[], [], [], [undefined, undefined]]);
  });
});

it('stays locked whatever its verdict', () => {
  const { root, mounted } = mountType<Options, Answer>('label-image', mount, oven, { b: 'a', d: 'e' }, true);
  const off = [null, false].map((final) => {
    mounted.show(final === null ? null : verdictOf(score(oven, { b: 'a', d: 'e' }), final));
    return [...root.querySelectorAll('select')].map(({ disabled }) => disabled);
  });
  expect(off).toEqual([
    [true, true],
    [true, true],
  ]);
});

it('is one interaction of pairs; its largest answer has a label on every spot', () => {
  const right = [
    {
      type: 'matching',
      pairs: [
        ['b', 'a'],
        ['d', 'c'],
      ],
    },
  ];
  expect(slots(oven)).toEqual([{ type: 'matching', right, text: '' }]);
  expect(largest(oven)).toEqual({ b: 'a', d: 'c' });
  expect(largest({ ...oven, labels: [...oven.labels, { token: 'g', text: 'mot g' }] })).toEqual({ b: 'g', d: 'e' });
  expect(['b', 'd', 'x'].map((spot) => labelOn(oven, { b: 'e', d: 'gone' }, spot))).toEqual(['e', undefined, undefined]);
});
