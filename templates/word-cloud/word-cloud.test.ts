// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots, wordsOf } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const oven = (more: Partial<Options> = {}): Options => ({
  min: 2,
  max: 3,
  maxCharacters: 400,
  seenBy: 'trainer',
  fields: [{ token: 'a', maxCharacters: 400 }],
  ...more,
});
const words = (root: HTMLElement): string[] => [...root.querySelectorAll('li > span')].map((one) => one.textContent ?? '');

function bench(options: Options, answer: Answer | null = null, locked = false) {
  const made = mountType<Options, Answer>('word-cloud', mount, options, answer, locked);
  const field = made.root.querySelector('input') as HTMLInputElement;
  const add = made.root.querySelector('.word-cloud-add') as HTMLButtonElement;
  const put = (text: string): void => {
    made.type(field, text);
    add.click();
  };
  return { ...made, field, add, put };
}

describe('a word cloud', () => {
  it('takes words one by one, each once, as plain text, up to its maximum', () => {
    const { put, root, drafts, announced, field, add } = bench(oven());
    put('  pain   chaud ');
    put('PAIN CHAUD');
    put('<b>four</b>');
    put('païn chaud');
    expect(words(root)).toEqual(['pain chaud', '<b>four</b>']);
    expect(announced[0]?.replace(/[\u00a0\u202f]/g, ' ')).toBe('« pain chaud » est ajouté. 1 mot sur 3 ; il en faut 2.');
    expect(announced[1]?.replace(/[\u00a0\u202f]/g, ' ')).toBe('« PAIN CHAUD » y est déjà.');
    put('levain  du \t chef');
    expect(drafts.at(-1)).toEqual(['pain chaud', '<b>four</b>', 'levain du chef']);
    expect([field.disabled, add.disabled]).toEqual([true, true]);
    expect(root.querySelector('.c-count')?.textContent?.replace(/[\u00a0\u202f]/g, ' ')).toBe('3 mots sur 3 ; il en faut 2.');
  });

  it('compares words as the language of the page does', () => {
    const { put, root } = bench(oven());
    document.documentElement.lang = 'sv';
    for (const word of ['al', 'ål', 'ÅL']) put(word);
    document.documentElement.lang = 'fr';
    expect(words(root)).toEqual(['al', 'ål']);
  });

  it('takes a word back, and the focus goes to the field', () => {
    const { root, drafts, field } = bench(oven(), ['pain', 'four']);
    root.querySelector<HTMLElement>('.word-cloud-take')?.click();
    expect(words(root)).toEqual(['four']);
    expect(drafts).toEqual([['four']]);
    expect(document.activeElement).toBe(field);
  });

  it('takes a word on Enter, but not on the one that ends a composition', () => {
    const { root, type, field } = bench(oven());
    type(field, 'pain');
    const enter = (isComposing: boolean) => new KeyboardEvent('keydown', { key: 'Enter', isComposing, bubbles: true, cancelable: true });
    field.dispatchEvent(enter(true));
    expect([words(root), field.value]).toEqual([[], 'pain']);
    field.dispatchEvent(enter(false));
    expect([words(root), field.value]).toEqual([['pain'], '']);
  });

  it('takes nothing from an empty field, and lets Enter there be « done »', () => {
    const { put, type, field, root, drafts, announced } = bench(oven());
    put('   ');
    expect([words(root), drafts, announced, field.value, document.activeElement]).toEqual([[], [], [], '', field]);
    const press = (key: string): boolean => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
      field.dispatchEvent(event);
      return event.defaultPrevented;
    };
    const outside: string[] = [];
    root.parentElement?.addEventListener('keydown', ({ key }) => outside.push(key));
    const prevented = [press('Enter')];
    type(field, '  ');
    prevented.push(press('Enter'));
    type(field, 'pain');
    prevented.push(press('a'), press('Enter'));
    expect([prevented, outside, words(root)]).toEqual([[false, false, false, true], ['Enter', 'Enter', 'a'], ['pain']]);
  });

  it('names each button after its word, and announces what was taken back', () => {
    const { root, announced } = bench(oven(), ['pain', 'four', 'pain']);
    const buttons = [...root.querySelectorAll<HTMLButtonElement>('.word-cloud-take')];
    expect(buttons.map((button) => [button.type, button.textContent?.includes(button.previousElementSibling?.textContent ?? '?')])).toEqual(
      ['a', 'b', 'c'].map(() => ['button', true]),
    );
    expect(buttons.map((button) => button.lastElementChild?.className)).toEqual(Array(3).fill('c-words'));
    buttons[1]?.click();
    expect([words(root), announced.map((text) => text.replace(/\s/g, ' '))]).toEqual([['pain', 'pain'], ['« four » est retiré.']]);
  });

  it('moves the focus to the last word once no more fits, and leaves a word in a full field alone', () => {
    const { put, root, field, mounted } = bench(oven({ max: 2 }));
    put('pain');
    expect(document.activeElement).toBe(field);
    put('four');
    expect(document.activeElement).toBe(root.querySelector('li:last-child > button'));
    field.value = 'levain';
    expect(mounted.read?.()).toEqual(['pain', 'four']);
  });

  it('asks at the field for as many as it needs', () => {
    const { mounted, field } = bench(oven());
    expect(mounted.read?.()).toEqual({ missing: expect.stringMatching(/2/), at: field });
  });

  it('takes what still stands in the field when it is saved, and asks for what is missing', () => {
    const { mounted, missing, type, field } = bench(oven(), ['pain']);
    expect(missing()).toBe('Il manque encore un mot.');
    type(field, 'four');
    expect(mounted.read?.()).toEqual(['pain', 'four']);
  });

  it('never holds more than its characters', () => {
    const { put, field } = bench(oven({ max: 9, fields: [{ token: 'a', maxCharacters: 45 }] }));
    expect(field.maxLength).toBe(40);
    put('a'.repeat(40));
    expect(field.maxLength).toBe(5);
    put('b'.repeat(4));
    expect([field.maxLength, field.disabled]).toEqual([1, false]);
    put('c');
    expect([field.maxLength, field.disabled]).toEqual([1, true]);
  });

  it('can only be read once locked', () => {
    const { root, field } = bench(oven(), ['pain'], true);
    expect(words(root)).toEqual(['pain']);
    expect(field.disabled).toBe(true);
    expect(root.querySelector('.word-cloud-take')).toBeNull();
  });

  it('stays open after a verdict until it is the last one, and closed if it was locked', () => {
    const verdict = { outcome: 'done', ratio: 1, parts: {}, final: false } as const;
    const { mounted, field, root } = bench(oven(), ['pain']);
    const isOpen = (): boolean[] => [!field.disabled, root.querySelector('.word-cloud-take') !== null];
    mounted.show(verdict);
    expect(isOpen()).toEqual([true, true]);
    mounted.show({ ...verdict, final: true });
    expect(isOpen()).toEqual([false, false]);
    mounted.show(null);
    expect(isOpen()).toEqual([true, true]);
    const locked = bench(oven(), ['pain'], true);
    locked.mounted.show(null);
    expect(locked.field.disabled).toBe(true);
  });

  it('gives the notebook its words in one line', () => {
    expect(bench(oven(), ['pain', 'four']).mounted.text?.()).toBe('pain, four');
  });

  it('reports the words to the trainer, and counts those asked for', () => {
    expect(report(oven(), ['pain', 'four'])).toEqual([{ response: { type: 'long-fill-in', text: 'pain, four' }, result: 'neutral' }]);
    expect(report(oven(), [' '])).toEqual([]);
    expect([score(oven(), ['pain']).ratio, score(oven(), ['pain', 'four', 'sel']).ratio, score(oven(), null).ratio]).toEqual([0.5, 1, 0]);
  });

  it('opens the wall on consent only, and not at all where there is none', () => {
    const link = bench(oven({ wall: 'https://exemple.fr/mur' })).root.querySelector('a');
    expect(link?.closest('details')?.open).toBe(false);
    expect(link?.rel).toBe('noopener noreferrer');
    expect(bench(oven({ wall: '' })).root.querySelector('details')).toBeNull();
  });
});

describe('the text of an author', () => {
  const read = (body: string, attributes = '') => readActivity('word-cloud', schema, `:::word-cloud{#q ${attributes}}\n${body}\n:::`);

  it.each<[string, ReturnType<typeof read>, readonly string[]]>([
    ['words alone', read('Quels mots ?'), []],
    ['as many as at least', read('Quels mots ?', 'min=4 max=4'), []],
    ['fewer than at least', read('Quels mots ?', 'min=5 max=4'), ['min-over-max:1']],
    ['a heading', read('Quels mots ?\n\n## Un'), ['one-field:1']],
  ])('%s', (_, { found }, codes) => expect(found).toEqual(codes));
});

it('is one interaction of text, and has no words in its largest answer, because words are measured apart', () => {
  expect(slots()).toEqual([{ type: 'long-fill-in', right: [], text: '' }]);
  expect(largest()).toEqual([]);
  expect([wordsOf(['farine', ' ', 'eau']), wordsOf('farine' as never), wordsOf([3] as never), wordsOf(null)]).toEqual([
    ['farine', 'eau'],
    [],
    [],
    [],
  ]);
});
