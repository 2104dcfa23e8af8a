// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const line: Options = {
  answer: 12.5,
  tolerance: 0.5,
  unit: 'km',
  choices: [{ token: 'a', text: '25', right: false, feedback: '<p>Aller et retour.</p>' }],
};

const numericOf = (attributes: string, list = '') =>
  readActivity('numeric', schema, `:::numeric{#q ${attributes}}\nCombien ?\n\n${list}\n:::`);

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
    ['a mistake that is no number', numericOf('answer=12', '- [ ] douze'), 'not-a-number:1'],
    ['a mistake within the tolerance', numericOf('answer=12 tolerance=1', '- [ ] 13'), 'mistake-is-right:1'],
    ['a ticked mistake', numericOf('answer=12', '- [x] 12'), 'ticked-mistake:1'],
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
    expect(report(line, 'beaucoup')).toEqual([]);
  });
});

describe('a number on the page', () => {
  const input = (root: HTMLElement): HTMLInputElement => root.querySelector('input') as HTMLInputElement;

  it('asks for a number and takes nothing else', () => {
    const bench = mountType<Options, Answer>('numeric', mount, line);
    expect(bench.missing()).toBe('Écrivez d’abord un nombre.');
    bench.type(input(bench.root), 'douze');
    expect(bench.missing()).toBe('Ceci n’est pas un nombre. Écrivez par exemple 12 ou 12,5.');
    bench.type(input(bench.root), '12,5 km');
    expect(bench.mounted.read?.()).toBe('12,5 km');
    expect(bench.drafts).toEqual(['douze', '12,5 km']);
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
});

describe('the keypad of a phone', () => {
  const keypad = (answer: number, tolerance: number): string | undefined =>
    mountType<Options, Answer>('numeric', mount, { ...line, answer, tolerance }).root.querySelector('input')?.inputMode;

  it('has a minus sign where an accepted number is below zero', () => {
    expect([keypad(12, 0), keypad(0, 0), keypad(-2, 0), keypad(1, 2)]).toEqual(['decimal', 'decimal', 'text', 'text']);
  });
});
