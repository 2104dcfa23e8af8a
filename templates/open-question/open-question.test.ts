// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType, verdictOf } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

type Shown = Options & { readonly seenBy: 'trainer' | 'me'; readonly prompt: string };

const round = (more: object = {}, seenBy: 'trainer' | 'me' = 'trainer'): Shown => ({
  seenBy,
  prompt: '<p>Racontez votre tournée.</p>',
  fields: [{ token: 'a', maxCharacters: 80, ...more }],
});
const area = (root: HTMLElement): HTMLTextAreaElement => root.querySelector('textarea') as HTMLTextAreaElement;
const count = (root: HTMLElement): string => root.querySelector('.c-count')?.textContent ?? '';

describe('an open question', () => {
  it('has nothing right or wrong, and reaches the trainer whole', () => {
    const text = ` ${'Le tram était plein. '.repeat(50)}\n`;
    expect(score(round(), text)).toEqual({ ratio: 1, parts: {} });
    expect([score(round(), ' \n').ratio, score(round(), null).ratio, score(round(), ['a'] as never).ratio]).toEqual([0, 0, 0]);
    expect(slots()).toEqual([{ type: 'long-fill-in', right: [], text: '' }]);
    expect(report(round(), text)).toEqual([{ response: { type: 'long-fill-in', text }, result: 'neutral' }]);
    expect(report(round(), '  ')).toEqual([]);
  });

  it('says above the field who reads it', () => {
    expect(mountType<Options, Answer>('open-question', mount, round()).root.textContent).toContain(
      'Pour votre formatrice ou votre formateur',
    );
    expect(mountType<Options, Answer>('open-question', mount, round({}, 'me')).root.textContent).toContain('Pour vous seulement');
  });

  it('counts words and characters while they are typed', () => {
    const bench = mountType<Options, Answer>('open-question', mount, round({ minWords: 3, maxWords: 5 }));
    expect(count(bench.root)).toBe('0 mot (au moins 3, au plus 5), 0\u00a0caractère\u00a0sur\u00a080');
    bench.type(area(bench.root), 'Bonjour ! Le tram');
    expect(count(bench.root)).toBe('3 mots (au moins 3, au plus 5), 17\u00a0caractères\u00a0sur\u00a080');
    expect([bench.drafts, bench.announced]).toEqual([['Bonjour ! Le tram'], []]);
    const again = mountType<Options, Answer>('open-question', mount, round(), 'Le tram.').root;
    expect([area(again).value, count(again)]).toEqual(['Le tram.', '2 mots, 8\u00a0caractères\u00a0sur\u00a080']);
    expect(area(mountType<Options, Answer>('open-question', mount, round(), ['a'] as never).root).value).toBe('');
  });

  it('says when its limit is reached, and never cuts what was stored before it was lowered', () => {
    const bench = mountType<Options, Answer>('open-question', mount, round());
    expect(area(bench.root).maxLength).toBe(80);
    bench.type(area(bench.root), 'x'.repeat(80));
    expect(bench.announced).toEqual(['Limite atteinte\u00a0: la suite de votre texte n’est pas prise en compte.']);
    expect(count(bench.root)).toContain('Limite atteinte');
    const long = 'Le tram. '.repeat(20);
    expect(mountType<Options, Answer>('open-question', mount, round(), long).mounted.read?.()).toBe(long);
  });

  it('asks for a text, and asks once for more or fewer words', () => {
    const bench = mountType<Options, Answer>('open-question', mount, round({ minWords: 3, maxWords: 4 }));
    expect(bench.missing()).toBe('Écrivez d’abord votre réponse.');
    expect(bench.mounted.read?.()).toEqual({ missing: bench.missing(), at: area(bench.root) });
    bench.type(area(bench.root), ' \n');
    expect(bench.missing()).toBe('Écrivez d’abord votre réponse.');
    bench.type(area(bench.root), 'Deux mots');
    expect(bench.missing()).toContain('Votre réponse compte 2 mots, il en faut au moins 3.');
    expect(bench.mounted.read?.()).toBe('Deux mots');
    bench.type(area(bench.root), 'Un deux trois quatre cinq');
    expect(bench.missing()).toContain('il en faut au plus 4');
    bench.type(area(bench.root), 'Un deux trois quatre cinq six');
    expect(bench.mounted.read?.()).toEqual({ missing: expect.stringContaining('6 mots'), at: area(bench.root) });
    expect(bench.mounted.read?.()).toBe('Un deux trois quatre cinq six');
    bench.type(area(bench.root), 'Un deux trois');
    expect(bench.mounted.read?.()).toBe('Un deux trois');
  });

  it('shows an earlier answer, where there is one', () => {
    const earlier = (answer: string | null): string | undefined => {
      const recalled = { depart: { title: 'Au départ', options: {}, answer } };
      const options = { ...round(), recall: 'depart' };
      const { root } = mountType<Options, Answer>('open-question', mount, options, null, false, recalled);
      return root.querySelector('figure:not([hidden]) blockquote')?.textContent ?? undefined;
    };
    expect(earlier('Je conduisais.\nSeul.')).toBe('Je conduisais.\nSeul.');
    expect(earlier(null)).toBeUndefined();
  });

  it('shows an earlier answer as it is when the question comes back into view', () => {
    const recalled = { depart: { title: 'Au départ', options: {}, answer: '' } };
    const bench = mountType<Options, Answer>('open-question', mount, { ...round(), recall: 'depart' }, null, false, recalled);
    const box = bench.root.querySelector('figure') as HTMLElement;
    expect(box.hidden).toBe(true);
    recalled.depart.answer = 'Je conduisais.';
    bench.mounted.shown?.();
    expect([box.hidden, box.querySelector('blockquote')?.textContent]).toEqual([false, 'Je conduisais.']);
  });

  it('is readonly once locked', () => {
    const bench = mountType<Options, Answer>('open-question', mount, round(), 'Le tram.', true);
    bench.mounted.show(null);
    expect(area(bench.root).readOnly).toBe(true);
    const free = mountType<Options, Answer>('open-question', mount, round(), 'Le tram.');
    const states = [null, false, true].map((final) => {
      free.mounted.show(final === null ? null : verdictOf(score(round(), 'Le tram.'), final));
      return area(free.root).readOnly;
    });
    expect(states).toEqual([false, false, true]);
    expect(area(mountType<Options, Answer>('open-question', mount, round(), 'Le tram.', true).root).readOnly).toBe(true);
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('open-question', schema, `:::open-question{#q ${attributes}}\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['one field', read('Pourquoi ?', 'min-words=3 max-words=3'), []],
    ['a heading', read('Pourquoi ?\n\n## Un'), ['one-field:1']],
    ['two headings', read('Pourquoi ?\n\n## Un\n## Deux'), ['one-field:1']],
    ['more words than allowed', read('Pourquoi ?', 'min-words=4 max-words=3'), ['more-than-allowed:1']],
    ['only a lowest number', read('Pourquoi ?', 'min-words=4'), []],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));
});

it('has no text in its largest answer, because words are measured apart', () => {
  expect(largest()).toBe('');
});
