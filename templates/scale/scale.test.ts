// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount } from './runtime.ts';
import { type Answer, largest, report, score, slots } from './scoring.ts';
import { type Options, definition as schema } from './type.ts';

const words = (list: readonly string[], tokens: string) => list.map((text, index) => ({ token: tokens[index] ?? '', text, html: text }));
const oven = (more: Partial<Options> = {}): Options => ({
  levels: words(['jamais', 'parfois', 'souvent'], 'abc'),
  items: words(['Pétrir', 'Cuire'], 'de'),
  seenBy: 'trainer',
  ...more,
});
const found = (text: string) => readActivity('scale', schema, text).found;

describe('reading a scale', () => {
  it('reads levels, lines and the competency of a line', () => {
    const { options } = readActivity(
      'scale',
      schema,
      ':::scale{#four levels="jamais; souvent"}\nOù ?\n\n- Pétrir {competency=c4-3}\n- Cuire\n:::',
    );
    expect((options.levels as { text: string }[]).map(({ text }) => text)).toEqual(['jamais', 'souvent']);
    expect(options.items).toMatchObject([{ text: 'Pétrir', competency: 'c4-3' }, { text: 'Cuire' }]);
  });

  it.each([
    [':::scale{#four}\n- Pétrir\n:::', ['wrong-levels:1']],
    [':::scale{#four levels="a; b; c; d; e; f; g; h; i; j"}\n- Pétrir\n:::', ['wrong-levels:1']],
    [':::scale{#four levels="non; oui"}\nOù ?\n:::', ['nothing-to-place:1']],
    [':::scale{#four again=avant}\n- Pétrir\n:::', ['again-with-body:1']],
    [':::scale{#four again=avant levels="non; oui"}\n:::', ['again-with-body:1']],
    [':::scale{#four again=avant}\n:::', []],
    [':::scale{#four levels="non; oui"}\n- Pétrir {competency=c9}\n:::', ['unknown-competency:2']],
    [':::scale{#four levels="non; oui"}\n- Pétrir {points=1}\n- Pétrir\n:::', ['item-twice:3', 'unknown-attribute:2']],
  ])('reports what is wrong in %j', (text, codes) => expect(found(text)).toEqual(codes));
});

describe('a scale in the notebook', () => {
  const notebook = (answer: Answer) => {
    const options = oven({ fields: [{ token: 'zz', maxCharacters: 500 }] });
    return mountType<Options, Answer>('scale', mount, options, answer).mounted.text?.().replaceAll('\u00a0', ' ');
  };

  it('lists each line with its level, and the comment with its label', () => {
    expect(notebook({ levels: { d: 'c', e: 'a' }, comment: ' Le four\nest neuf. ' })).toBe(
      'Pétrir : souvent\nCuire : jamais\nUn mot pour l’expliquer (facultatif) : Le four\nest neuf.',
    );
  });

  it('leaves out what was not answered', () => expect(notebook({ levels: { e: 'b' }, comment: ' ' })).toBe('Cuire : parfois'));
});

describe('reporting a scale to the LMS', () => {
  it('sends one likert interaction per line, and one for the comment', () => {
    const options = oven({ fields: [{ token: 'zz', maxCharacters: 500 }] });
    const long = { ...options, items: options.items.map((item) => ({ ...item, text: 'é'.repeat(251) })) };
    expect(slots(long)[0]?.text).toBe('é'.repeat(250));
    expect(slots(options)).toEqual([
      { part: 'd', type: 'likert', right: [], text: 'Pétrir' },
      { part: 'e', type: 'likert', right: [], text: 'Cuire' },
      { part: 'zz', type: 'long-fill-in', right: [], text: '' },
    ]);
    expect(report(options, { levels: { d: 'c', e: 'gone' }, comment: ' Le four est neuf. ' })).toEqual([
      { part: 'd', response: { type: 'likert', token: 'c' }, result: 'neutral' },
      { part: 'zz', response: { type: 'long-fill-in', text: 'Le four est neuf.' }, result: 'neutral' },
    ]);
  });

  it('counts the lines that have a level', () => {
    expect(score(oven(), { levels: { d: 'a' } }).ratio).toBe(0.5);
    expect(score(oven(), largest(oven())).ratio).toBe(1);
    expect(score(oven(), null)).toEqual({ ratio: 0, parts: {} });
    expect(score(oven({ items: [] }), null).ratio).toBe(0);
  });

  it('has no slot and no text of a comment without its field', () => {
    expect(slots(oven())).toEqual(['Pétrir', 'Cuire'].map((text, at) => ({ part: 'de'[at], type: 'likert', right: [], text })));
    expect(report(oven(), { levels: {}, comment: 'Neuf' })).toEqual([]);
    expect(report(oven(), { levels: { d: 'a' }, comment: 'Neuf' })).toEqual([
      { part: 'd', response: { type: 'likert', token: 'a' }, result: 'neutral' },
    ]);
    expect(score(oven(), 'un texte' as unknown as Answer).ratio).toBe(0);
    expect(report(oven({ fields: [{ token: 'zz', maxCharacters: 500 }] }), { levels: {} })).toEqual([]);
    expect(largest(oven())).toEqual({ levels: { d: 'c', e: 'b' } });
  });
});

describe('a scale on the page', () => {
  const radio = (root: HTMLElement, line: string, level: string) =>
    root.querySelector<HTMLInputElement>(`[data-line="${line}"] input[value="${level}"]`) as HTMLInputElement;
  const press = (input: HTMLInputElement): void => {
    input.checked = true;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const hints = (root: HTMLElement): string[] => [...root.querySelectorAll('.scale-before')].map((one) => one.textContent ?? '');

  it('requires a level on each line, and drafts each change', () => {
    const bench = mountType<Options, Answer>('scale', mount, oven());
    expect(bench.mounted.read?.()).toEqual({ missing: 'Il reste 2 lignes sans niveau.', at: radio(bench.root, 'd', 'a') });
    press(radio(bench.root, 'd', 'b'));
    expect(bench.mounted.read?.()).toEqual({ missing: 'Il reste une ligne sans niveau.', at: radio(bench.root, 'e', 'a') });
    press(radio(bench.root, 'e', 'a'));
    expect(bench.drafts.at(-1)).toEqual({ levels: { d: 'b', e: 'a' } });
    expect(bench.mounted.read?.()).toEqual({ levels: { d: 'b', e: 'a' } });
  });

  it('shows the earlier level, and the progress after submission', () => {
    const first = {
      title: '',
      options: { levels: words(['jamais', 'parfois', 'souvent'], 'xyz'), items: words(['Pétrir', 'Cuire'], 'uv') },
    };
    const answer: Answer = { levels: { d: 'c', e: 'a' } };
    const recalled = { avant: { ...first, answer: { levels: { u: 'x', v: 'y' } } } };
    const bench = mountType<Options, Answer>('scale', mount, oven({ again: 'avant' }), answer, false, recalled);
    expect(hints(bench.root)).toEqual(['Au départ\u00a0: jamais.', 'Au départ\u00a0: parfois.']);
    bench.mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    expect(hints(bench.root)).toEqual(['Au départ\u00a0: jamais. 2 niveaux de plus.', 'Au départ\u00a0: parfois. Un niveau de moins.']);
    press(radio(bench.root, 'e', 'b'));
    bench.mounted.shown?.();
    expect(hints(bench.root)[1]).toBe('Au départ\u00a0: parfois. Vous êtes au même niveau.');
    radio(bench.root, 'd', 'c').checked = false;
    bench.mounted.show(null);
    expect(hints(bench.root)).toEqual(['Au départ\u00a0: jamais.', 'Au départ\u00a0: parfois.']);
    bench.mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    expect(hints(bench.root)[0]).toBe('Au départ\u00a0: jamais.');
  });

  it('shows what is chosen, and the room that a comment has', () => {
    const options = oven({ fields: [{ token: 'zz', maxCharacters: 20 }] });
    const { root, announced, drafts, mounted, type } = mountType<Options, Answer>('scale', mount, options, { levels: { d: 'c', e: 'a' } });
    const [area, count] = [root.querySelector('textarea') as HTMLTextAreaElement, root.querySelector('.c-count')];
    expect([...root.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)).toEqual(['c', 'a']);
    expect([area.value, count?.textContent, mounted.read?.()]).toEqual(['', '0 caractère sur 20', { levels: { d: 'c', e: 'a' } }]);
    type(area, 'Four');
    expect([count?.textContent, announced]).toEqual(['4 caractères sur 20', []]);
    type(area, 'Le four est tout neuf');
    expect(announced).toEqual(['Limite atteinte\u00a0: la suite de votre texte n’est pas prise en compte.']);
    expect(drafts.at(-1)).toEqual({ levels: { d: 'c', e: 'a' }, comment: 'Le four est tout neuf' });
    type(area, ' Neuf ');
    expect(drafts.at(-1)).toEqual({ levels: { d: 'c', e: 'a' }, comment: ' Neuf ' });
  });

  it.each(['Trop chaud.', ''])('reports a deleted comment to the LMS, now or at the previous visit (%j)', (comment) => {
    const options = oven({ fields: [{ token: 'zz', maxCharacters: 500 }] });
    const bench = mountType<Options, Answer>('scale', mount, options, { levels: { d: 'a', e: 'a' }, comment });
    bench.type(bench.root.querySelector('textarea') as HTMLTextAreaElement, '');
    const answer = bench.mounted.read?.() as Answer;
    expect(answer.comment).toBe('');
    expect(report(options, answer).at(-1)).toEqual({ part: 'zz', response: { type: 'long-fill-in', text: '' }, result: 'neutral' });
  });

  it('shows nothing if there is no earlier answer', () => {
    const bench = mountType<Options, Answer>('scale', mount, oven({ again: 'avant' }), null);
    expect(hints(bench.root)).toEqual(['', '']);
    press(radio(bench.root, 'd', 'b'));
    bench.mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    expect(hints(bench.root)).toEqual(['', '']);
  });
});

it.each([true, false])('levels can be chosen and a comment typed unless the scale is locked: %s', (locked) => {
  const options = oven({ fields: [{ token: 'zz', maxCharacters: 500 }] });
  const { root } = mountType<Options, Answer>('scale', mount, options, { levels: { d: 'c', e: 'a' }, comment: 'Neuf' }, locked);
  const area = root.querySelector('textarea');
  expect([area?.readOnly, area?.value]).toEqual([locked, 'Neuf']);
  expect([...root.querySelectorAll('input')].map(({ disabled }) => disabled)).toEqual(Array(6).fill(locked));
});
