// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const line: Options = {
  answer: 12.5,
  tolerance: 0.5,
  unit: 'km',
  choices: [{ token: 'a', text: '25', right: false, feedback: '<p>Aller et retour.</p>' }],
};

const numericOf = (attributes: string, list = '') =>
  readActivity('numeric', schema, `:::numeric{#q ${attributes}}\nCombien ?\n\n${list}\n:::`);

const input = (root: HTMLElement): HTMLInputElement => root.querySelector('input') as HTMLInputElement;

describe('what an author writes', () => {
  it('reads a decimal comma, and no tolerance as none', () => {
    expect(numericOf('answer=12,5').options).toMatchObject({ answer: 12.5, tolerance: 0, choices: [] });
    expect(numericOf('answer=12 tolerance=0')).toMatchObject({ found: [], options: { tolerance: 0 } });
    expect(numericOf('answer=12 tolerance=0,5')).toMatchObject({ found: [], options: { tolerance: 0.5 } });
  });

  it.each([
    ['no answer', numericOf('unit=km'), 'missing-attribute:1'],
    ['an answer that is no number', numericOf('answer=douze'), 'bad-attribute:1'],
    ['a tolerance below zero', numericOf('answer=12 tolerance=-1'), 'bad-attribute:1'],
    ['a mistake that is no number', numericOf('answer=12', '- [ ] douze'), 'not-a-number:4'],
    ['a mistake within the tolerance', numericOf('answer=12 tolerance=1', '- [ ] 13'), 'mistake-is-right:4'],
    ['bounds in the wrong order', numericOf('', '- [x] 4\n- [ ] 3..2'), 'not-a-number:5'],
    ['a line that the attribute takes', numericOf('answer=12', '- [x] 12'), 'line-never-reached:4'],
    ['a line within an earlier one', numericOf('', '- [x] 3\n- [ ] 0..10\n- [x] 2 ± 1 {weight=50}'), 'line-never-reached:6'],
    ['no number that is worth everything', numericOf('', '- [x] 3..4 {weight=50}'), 'no-full-answer:1'],
  ])('reports %s', (_, { found }, code) => expect(found).toEqual([code]));
});

describe('scoring a number', () => {
  it.each(['12', '13', '12,5', '12.5 km', '12,50', ' 13,0'])('accepts %s', (typed) => expect(score(line, typed).ratio).toBe(1));
  it.each(['11,99', '13,01', '-12,5', 'douze', '', '12,5 m'])('refuses %j', (typed) => expect(score(line, typed).ratio).toBe(0));

  it('reaches its bounds whatever binary fractions make of them', () => {
    const tenths = fc.integer({ min: -1000, max: 1000 });
    fc.assert(
      fc.property(tenths, fc.integer({ min: 0, max: 100 }), (answer, tolerance) => {
        const options: Options = { answer: answer / 10, tolerance: tolerance / 10, choices: [] };
        for (const bound of [answer - tolerance, answer + tolerance]) {
          const sign = bound < 0 ? '-' : '';
          const typed = `${sign}${Math.floor(Math.abs(bound) / 10)},${Math.abs(bound) % 10}`;
          expect(score(options, typed).ratio).toBe(1);
        }
        expect(score(options, `${(answer + tolerance + 1) / 10}`).ratio).toBe(0);
      }),
    );
  });

  it('is one numeric interaction with a range', () => {
    expect(slots(line)).toEqual([{ type: 'numeric', right: [{ type: 'numeric', min: 12, max: 13 }], text: '' }]);
    expect(report(line, '1 200,5')).toEqual([{ response: { type: 'numeric', value: 1200.5 }, result: 'incorrect' }]);
    expect(report(line, '12,5 km')).toEqual([{ response: { type: 'numeric', value: 12.5 }, result: 'correct' }]);
    expect(report(line, 'beaucoup')).toEqual([]);
  });
});

describe('accepted lines', () => {
  const LINES = '- [x] 3,5 ± 0,2\n> Oui.\n- [x] 3..4 {weight=50}\n> L’ordre de grandeur.\n- [ ] -10..-1\n> Un signe de trop.\n- [ ] 35 km';
  const options = numericOf('unit=km', LINES).options as unknown as Options;

  it('are numbers, numbers with a tolerance, or ranges, each worth what its author says', () => {
    expect(numericOf('unit=km', LINES).found).toEqual([]);
    const ratios = ['3,5', '3.3 km', '3,7', '3,8', '3', '4', '4,01', '-5', '35'].map((typed) => score(options, typed).ratio);
    expect(ratios).toEqual([1, 1, 1, 0.5, 0.5, 0.5, 0, 0, 0]);
    expect(slots(options)[0]?.right).toEqual([{ type: 'numeric', min: 3.3, max: 3.7 }]);
    expect(score(options, solve(options)).ratio).toBe(1);
    expect(report(options, '3,8')).toEqual([{ response: { type: 'numeric', value: 3.8 }, result: 'incorrect' }]);
    for (const written of ['3.5+-0.2', '3,5 +/- 0,2', '3,3..3,7', '3,3 .. 3,7'])
      expect(slots(numericOf('', `- [x] ${written}`).options as unknown as Options)).toEqual(slots(options));
  });

  it('have their feedback, and an expected range is shown by its bounds', () => {
    const reasons = (typed: string): unknown => {
      const bench = mountType<Options, Answer>('numeric', mount, options, typed);
      bench.mounted.show(verdictOf(score(options, typed), true));
      return [bench.marks(), bench.reasons(), /attendue.*/.exec(bench.root.textContent ?? '')?.[0]];
    };
    expect(reasons('3,6')).toEqual([['Juste'], ['Oui.'], undefined]);
    expect(reasons('3,9')).toEqual([[], ['L’ordre de grandeur.'], 'attendue\u00a0: 3,5 km']);
    expect(reasons('-2')).toEqual([['À revoir'], ['Un signe de trop.'], 'attendue\u00a0: 3,5 km']);
    const range = numericOf('', '- [x] -1,5..2').options as unknown as Options;
    const bench = mountType<Options, Answer>('numeric', mount, range, '9');
    bench.mounted.show(verdictOf(score(range, '9'), true));
    expect(bench.root.textContent).toContain('attendue\u00a0: -1,5 – 2');
    expect(input(bench.root).inputMode).toBe('text');
  });

  it('give the share of the first that contains the number', () => {
    const line = fc.record({ min: fc.integer({ min: -20, max: 20 }), width: fc.nat(10), weight: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.integer({ min: -25, max: 35 }), (lines, value) => {
        const choices = lines.map(({ min, width, weight }, index) => {
          const more = weight > 0 ? { right: true, weight } : { right: false };
          return { token: `t${index}`, text: `${min}..${min + width}`, html: '', ...more };
        });
        const first = lines.find(({ min, width }) => min <= value && value <= min + width);
        expect(score({ tolerance: 0, choices }, String(value)).ratio).toBe((first?.weight ?? 0) / 100);
      }),
    );
  });
});

describe('a number on the page', () => {
  it('asks for a number and takes nothing else', () => {
    const bench = mountType<Options, Answer>('numeric', mount, line);
    expect(bench.missing()).toBe('Écrivez d’abord un nombre.');
    bench.type(input(bench.root), 'douze');
    expect(bench.missing()).toBe('Ceci n’est pas un nombre. Écrivez par exemple 12 ou 12,5.');
    expect(bench.mounted.read?.()).toEqual({ missing: bench.missing(), at: input(bench.root) });
    bench.type(input(bench.root), '12,5 km');
    expect(bench.mounted.read?.()).toBe('12,5 km');
    expect(bench.drafts).toEqual(['douze', '12,5 km']);
    bench.type(input(bench.root), '  ');
    expect(bench.mounted.read?.()).toEqual({ missing: 'Écrivez d’abord un nombre.', at: input(bench.root) });
  });

  it('has what was typed before, at most 24 characters, and is read-only where it is locked or no try is left', () => {
    const field = (answer: unknown, locked = false) =>
      input(mountType<Options, Answer>('numeric', mount, line, answer as Answer, locked).root);
    expect([field('12,5 km').value, field(['12']).value, field(null).value, field(null).maxLength]).toEqual(['12,5 km', '', '', 24]);
    expect([field('12').readOnly, field('12', true).readOnly]).toEqual([false, true]);
    const states = (locked: boolean): boolean[] => {
      const bench = mountType<Options, Answer>('numeric', mount, line, '12', locked);
      return [null, false, true].map((final) => {
        bench.mounted.show(final === null ? null : verdictOf(score(line, '12'), final));
        return input(bench.root).readOnly;
      });
    };
    expect([states(false), states(true)]).toEqual([
      [false, false, true],
      [true, true, true],
    ]);
  });

  it('shows the answer only once no try is left, and nothing without a verdict', () => {
    const bench = mountType<Options, Answer>('numeric', mount, { ...line, answer: 1234.5, tolerance: 1000, unit: '' }, '25');
    const shown = () => [bench.marks(), bench.reasons(), bench.root.querySelector('.c-expected')?.textContent];
    const verdict = { ratio: 0, parts: {}, outcome: 'wrong' as const };
    bench.mounted.show({ ...verdict, final: false });
    expect(shown()).toEqual([['À revoir'], ['Aller et retour.'], undefined]);
    bench.mounted.show({ ...verdict, final: true });
    expect(shown()).toEqual([['À revoir'], ['Aller et retour.'], 'Réponse attendue\u00a0: 1234,5']);
    bench.mounted.show({ ...verdict, outcome: 'right', final: true });
    expect(shown()).toEqual([['Juste'], ['Aller et retour.'], undefined]);
    bench.mounted.show(null);
    expect(shown()).toEqual([[], [], undefined]);
  });

  it('shows the first answer that is worth everything, with all of its digits', () => {
    const expectedOf = (options: Options): string | null | undefined => {
      const bench = mountType<Options, Answer>('numeric', mount, options, '9');
      bench.mounted.show({ ratio: 0, parts: {}, outcome: 'wrong', final: true });
      return bench.root.querySelector('.c-expected')?.textContent;
    };
    const choice = (token: string, text: string, more: object = {}) => ({ token, text, right: true, ...more });
    const choices = [choice('a', '1', { weight: 50 }), choice('b', '2'), choice('c', '3')];
    expect(expectedOf({ tolerance: 0, choices } as unknown as Options)).toBe('Réponse attendue\u00a0: 2');
    expect(expectedOf({ answer: 0.12345, tolerance: 0, choices: [] })).toBe('Réponse attendue\u00a0: 0,12345');
  });

  it('keeps what was typed as it is, and colours its reason by the outcome', () => {
    const bench = mountType<Options, Answer>('numeric', mount, line);
    bench.type(input(bench.root), ' 25 ');
    expect([bench.drafts, bench.mounted.read?.()]).toEqual([[' 25 '], ' 25 ']);
    bench.mounted.show(verdictOf(score(line, '25'), false));
    expect(bench.root.querySelector<HTMLElement>('.c-feedback')?.dataset.mark).toBe('wrong');
  });

  it('writes the answer in the language of the page', () => {
    const bench = mountType<Options, Answer>('numeric', mount, { ...line, answer: -1.25 }, '25');
    document.documentElement.lang = 'en';
    bench.mounted.show(verdictOf(score(line, '25'), true));
    expect(bench.root.querySelector('.c-expected')?.textContent).toBe('Réponse attendue\u00a0: -1.25 km');
  });

  it('explains a foreseen mistake, and writes the answer with a comma and its unit', () => {
    const bench = mountType<Options, Answer>('numeric', mount, line, '25,0');
    bench.mounted.show(verdictOf(score(line, '25,0'), true));
    expect(bench.marks()).toEqual(['À revoir']);
    expect(bench.reasons()).toEqual(['Aller et retour.']);
    expect(bench.root.textContent).toContain('Réponse attendue\u00a0: 12,5 km');
    expect(input(bench.root).readOnly).toBe(true);
  });

  it('offers a keyboard with a minus where one may be needed', () => {
    expect(input(mountType<Options, Answer>('numeric', mount, line).root).inputMode).toBe('decimal');
    expect(input(mountType<Options, Answer>('numeric', mount, { ...line, answer: -2 }).root).inputMode).toBe('text');
  });
});

describe('the solution', () => {
  it('is the answer, which is right', () => expect(score(line, solve(line)).ratio).toBe(1));
  it('is no number that an earlier line takes, and nothing where none is worth everything', () => {
    const lines = (...choices: object[]) => ({ tolerance: 0, choices }) as unknown as Options;
    const half = { token: 'a', text: '3', right: true, weight: 50 };
    expect(solve(lines(half, { token: 'b', text: '3..5', right: true }))).toBe('5');
    expect(solve(lines(half, { token: 'b', text: '3 ± 1', right: true }))).toBe('');
    expect(solve(lines(half, { ...half, text: '5' }, { token: 'b', text: '3..5', right: true }))).toBe('4');
    expect([solve(lines(half)), solve({ ...line, answer: 7 })]).toEqual(['', '7']);
  });
  it('takes no more room than a field that is full', () => expect(largest(line)).toHaveLength(24));
});

describe('the keypad of a phone', () => {
  const keypad = (answer: number, tolerance: number): string | undefined =>
    mountType<Options, Answer>('numeric', mount, { ...line, answer, tolerance }).root.querySelector('input')?.inputMode;

  it('has a minus sign where an accepted number is below zero', () => {
    expect([keypad(12, 0), keypad(0, 0), keypad(-2, 0), keypad(1, 2)]).toEqual(['decimal', 'decimal', 'text', 'text']);
    const of = (list: string) => mountType<Options, Answer>('numeric', mount, numericOf('', list).options as unknown as Options).root;
    const lists = ['- [x] 3\n- [x] -3', '- [x] 3\n- [x] -3 {weight=1}', '- [x] 3\n- [ ] -3'];
    expect(lists.map((list) => input(of(list)).inputMode)).toEqual(['text', 'text', 'decimal']);
  });
});
