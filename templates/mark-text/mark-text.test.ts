// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, solve } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

interface Read {
  readonly passages: readonly { readonly lead: string; readonly html: string; readonly text: string; readonly right: boolean }[];
  readonly html: string;
}

const fire = (text: string) => {
  const { options, found } = readActivity('mark-text', schema, `:::mark-text{#four}\n${text}\n:::`);
  return { read: options as unknown as Read, found };
};

describe('reading a text with passages', () => {
  it('cuts what is not marked at its clauses, and loses nothing of it', () => {
    const text = 'Le boulanger allume le four, puis [[il pétrit la pâte]]. Ensuite, à 14:30, on vend 12,5 kg de pain.';
    const { passages, html } = fire(text).read;
    expect(passages.map((one) => [one.text.replace(/[\u00a0\u202f]/g, ' '), one.right])).toEqual([
      ['Le boulanger allume le four', false],
      ['il pétrit la pâte', true],
      ['on vend 12,5 kg de pain', false],
    ]);
    const whole = passages.map((one) => one.lead + one.html).join('') + html;
    expect(whole.replace(/<[^>]*>/g, '').replace(/[\u00a0\u202f]/g, ' ')).toBe(text.replace('[[', '').replace(']]', ''));
  });

  it('does not cut at print marks', () => {
    const { passages } = fire('La boulangère dort-elle, ou viendra-t-elle au XIXe siècle ? [[Le pain des 18-25 ans]] cuit.').read;
    expect(passages.map(({ text }) => text.replace(/\u00a0/g, ' '))).toEqual([
      'La boulangère dort-elle',
      'ou viendra-t-elle au XIXe siècle',
      'Le pain des 18-25 ans',
    ]);
    expect(passages[1]?.html.replace(/\u00a0/g, ' ')).toBe('ou <span class="c-whole">viendra-t-elle</span> au XIX<sup>e</sup> siècle');
    expect(passages[2]?.html).toContain('<span class="c-whole">18-25</span>');
  });

  it('takes the paragraphs before the first mark for the question', () => {
    const { read: found } = fire('Que fait le boulanger ?\n\nIl allume le four & [[il pétrit < la pâte]].');
    expect(found.passages[0]?.html).toBe('Il allume le four &amp;');
    expect(found.passages[1]?.html).toBe('il pétrit &lt; la pâte');
  });

  it.each([
    ['Le four est chaud, le pain est cuit.', ['no-blank:1']],
    ['[[Le four est chaud]], [[le pain est cuit]].', ['only-right-passages:1']],
    [`[[Le four]] ${'et le pain est cuit, '.repeat(40)}`, ['too-many-passages:1']],
    ['Le [[four est chaud, le pain est cuit.', ['unclosed-blank:2', 'no-blank:1']],
    ['Le four de [[{{boulanger}}]] est chaud.', ['answer-in-variable:2']],
  ])('reports what is wrong in %j', (text, codes) => expect(fire(text).found).toEqual(codes));
});

const options: Options & { passages: readonly { lead: string; html: string }[]; html: string } = {
  passages: ['pétrir la pâte', 'fermer la porte', 'cuire le pain'].map((html, index) => ({
    token: 'abc'[index] ?? '',
    right: index !== 1,
    text: html,
    lead: ' ',
    html,
  })),
  html: '.',
};

describe('marking a text', () => {
  it('takes wrong passages off the right ones', () => {
    expect(score(options, ['a', 'b']).ratio).toBe(0);
    expect(score(options, ['a']).ratio).toBe(0.5);
    expect(score(options, solve(options)).ratio).toBe(1);
    expect(report(options, ['a', 'gone'])).toEqual([{ response: { type: 'choice', tokens: ['a'] }, result: 'incorrect' }]);
    expect(report(options, ['c', 'a'])).toEqual([{ response: { type: 'choice', tokens: ['a', 'c'] }, result: 'correct' }]);
    expect([report(options, []), report(options, ['gone']), report(options, 'a, b' as unknown as Answer)]).toEqual([[], [], []]);
    expect(score(options, null)).toEqual({ ratio: 0, parts: { a: 'missed', c: 'missed' } });
    expect(score(options, {} as unknown as Answer)).toEqual(score(options, null));
    expect(score(options, ['a', 'b']).parts).toEqual({ a: 'right', b: 'wrong', c: 'missed' });
  });

  it('drafts each passage, announces their number, and gives them to the notebook', () => {
    const bench = mountType<Options, Answer>('mark-text', mount, options);
    expect([bench.missing(), bench.root.querySelector('.c-count')?.textContent]).toEqual([
      'Choisissez d’abord un passage.',
      '0 passage choisi',
    ]);
    expect(bench.mounted.text?.()).toBe('');
    bench.root.querySelectorAll('input')[2]?.click();
    bench.root.querySelectorAll('input')[0]?.click();
    expect(bench.drafts).toEqual([['c'], ['a', 'c']]);
    expect(bench.root.querySelector('.c-count')?.textContent).toBe('2 passages choisis');
    expect(bench.mounted.text?.()).toBe('– pétrir la pâte\n– cuire le pain');
    expect(bench.mounted.read?.()).toEqual(['a', 'c']);
  });

  it('starts with what was chosen, and can be locked', () => {
    const boxes = (locked: boolean): unknown[] => {
      const { root } = mountType<Options, Answer>('mark-text', mount, options, ['b', 'gone'], locked);
      const inputs = [...root.querySelectorAll('input')];
      return [root.querySelector('.c-count')?.textContent, inputs.map(({ checked }) => checked), inputs.map(({ disabled }) => disabled)];
    };
    expect(boxes(false)).toEqual(['1 passage choisi', [false, true, false], [false, false, false]]);
    expect(boxes(true)).toEqual(['1 passage choisi', [false, true, false], [true, true, true]]);
  });

  it('keeps the punctuation after a passage before its verdict', () => {
    const text = {
      ...options,
      passages: options.passages.map((one, index) => ({ ...one, lead: ['', '\u00a0», puis ', '\u202f; enfin '][index] ?? '' })),
    };
    const bench = mountType<Options, Answer>('mark-text', mount, text, ['b', 'c']);
    bench.mounted.show(verdictOf(score(text, ['b', 'c']), true));
    const shown = bench.root.querySelector('.mark-text')?.textContent?.trim().replace(/\s+/g, ' ');
    expect(shown).toBe('pétrir la pâte », Réponse attendue puis fermer la porte ; À revoir enfin cuire le pain. Juste');
  });

  it.each(['.', ',', ';', ':', '!', '?', '…', ')', '»', '\u00a0»', '…).'])(
    'keeps “%s” before the verdict, but not a sign further on in the text',
    (sign) => {
      const text = {
        ...options,
        passages: options.passages.map((one, at) => ({ ...one, lead: ['', `${sign} et, `, ' puis, '][at] ?? '' })),
      };
      const bench = mountType<Options, Answer>('mark-text', mount, text, ['a', 'b', 'c']);
      const passages = [...bench.root.querySelectorAll('.mark-text-passage')].map(({ textContent }) => textContent?.trim());
      expect(passages).toEqual([`pétrir la pâte${sign}`, 'fermer la porte', 'cuire le pain.']);
    },
  );

  it('marks what was chosen, and what was missed once it is final', () => {
    const bench = mountType<Options, Answer>('mark-text', mount, options, ['a', 'b']);
    bench.mounted.show(verdictOf(score(options, ['a', 'b']), true));
    expect(bench.marks()).toEqual(['Juste', 'À revoir', 'Réponse attendue']);
  });
});

it('is one interaction of choices; its largest answer has every passage', () => {
  const tokens = options.passages.filter(({ right }) => right).map(({ token }) => token);
  expect(slots(options)).toEqual([{ type: 'choice', right: [{ type: 'choice', tokens }], text: '' }]);
  expect(largest(options)).toEqual(options.passages.map(({ token }) => token));
  expect(tokens).not.toEqual(largest(options));
});
