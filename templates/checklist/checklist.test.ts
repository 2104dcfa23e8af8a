// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const oven = (musts: string): Options => ({
  choices: ['a', 'b', 'c'].map((token) => ({
    token,
    right: musts.includes(token),
    feedback: `<p>Geste ${token}.</p>`,
    text: `Geste ${token}`,
    html: `Geste ${token}`,
  })),
});

describe('scoring a checklist', () => {
  it('counts what must be ticked and nothing else', () => {
    expect(score(oven('ab'), ['a', 'c'])).toEqual({ ratio: 0.5, parts: { a: 'right', b: 'missed' } });
    expect(score(oven('ab'), solve(oven('ab'))).ratio).toBe(1);
    expect(score(oven('ab'), ['a', 'b', 'c', 'gone']).ratio).toBe(1);
  });

  it('takes any answer where nothing must be ticked, none included', () => {
    expect(score(oven(''), []).ratio).toBe(1);
    expect(score(oven(''), null)).toEqual({ ratio: 0, parts: {} });
    expect(score(oven('a'), { a: true } as unknown as Answer)).toEqual({ ratio: 0, parts: {} });
    expect(report(oven('a'), { a: true } as unknown as Answer)).toEqual([]);
  });

  it('is sent to the LMS as steps that were done', () => {
    expect(slots(oven(''))).toEqual([{ type: 'performance', right: [], text: '' }]);
    const steps = [
      ['a', '1'],
      ['b', '1'],
    ];
    expect(slots(oven('ab'))).toEqual([{ type: 'performance', right: [{ type: 'performance', steps }], text: '' }]);
    expect(report(oven('c'), ['b', 'zz', 'a'])).toEqual([{ response: { type: 'performance', steps }, result: 'incorrect' }]);
    expect(report(oven('ab'), ['a'])[0]?.result).toBe('incorrect');
    const response = { type: 'performance', steps: [['a', '1']] };
    expect(report(oven(''), ['a'])).toEqual([{ response, result: 'neutral' }]);
    expect(report(oven('b'), ['a'])).toEqual([{ response, result: 'incorrect' }]);
    expect(report(oven('a'), ['a'])).toEqual([{ response, result: 'correct' }]);
  });

  it('reports an empty list too: removed ticks do not stay in the record', () => {
    const response = { type: 'performance', steps: [] };
    expect(report(oven(''), [])).toEqual([{ response, result: 'neutral' }]);
    expect(report(oven('b'), [])).toEqual([{ response, result: 'incorrect' }]);
  });
});

describe('a checklist on the page', () => {
  const boxes = (root: HTMLElement): HTMLInputElement[] => [...root.querySelectorAll('input')];
  const count = (root: HTMLElement): string => root.querySelector('.c-count')?.textContent ?? '';

  it('drafts each tick, says how many, and takes an empty list for an answer', () => {
    const bench = mountType('checklist', mount, oven(''));
    expect([bench.mounted.read?.(), count(bench.root), bench.drafts]).toEqual([[], '0 ligne cochée sur 3', []]);
    boxes(bench.root)[2]?.click();
    expect(count(bench.root)).toBe('1 ligne cochée sur 3');
    boxes(bench.root)[0]?.click();
    expect(bench.mounted.read?.()).toEqual(['a', 'c']);
    expect(bench.drafts).toEqual([['c'], ['a', 'c']]);
    expect(count(bench.root)).toBe('2 lignes cochées sur 3');
  });

  it('shows the stored ticks, and can’t be changed once it is locked or judged', () => {
    const states = (answer: Answer, locked: boolean) => {
      const { root, mounted } = mountType<Options, Answer>('checklist', mount, oven('a'), answer, locked);
      const off = (): boolean[] => boxes(root).map(({ disabled }) => disabled);
      const before = off();
      mounted.show(verdictOf(score(oven('a'), answer), true));
      return [count(root), boxes(root).map(({ checked }) => checked), before, off()];
    };
    const none = [false, false, false];
    const every = [true, true, true];
    expect(states(['b', 'zz'], false)).toEqual(['1 ligne cochée sur 3', [false, true, false], none, every]);
    expect(states([], true)).toEqual(['0 ligne cochée sur 3', none, every, every]);
  });

  it('explains what was ticked, and marks only what must be', () => {
    const bench = mountType<Options, Answer>('checklist', mount, oven('a'), ['a', 'c']);
    bench.mounted.show(verdictOf(score(oven('a'), ['a', 'c']), true));
    expect(bench.marks()).toEqual(['Juste']);
    expect(bench.reasons()).toEqual(['Geste a.', 'Geste c.']);
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('checklist', schema, `:::checklist{#q ${attributes}}\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['one line', read('- [x] un'), []],
    ['no line', read('Lisez.'), ['no-line:1']],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));

  it('has room for all ticks', () => {
    const options = read('- [x] un\n- [ ] deux').options as unknown as Options;
    expect(largest(options)).toEqual(options.choices.map(({ token }) => token));
  });
});
