// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { mount } from './runtime.ts';
import { type Answer, ideasOf, report, score, slots } from './scoring.ts';
import type { Options } from './type.ts';

const branch = (token: string, text: string, trail = '') => ({ token, text, html: text, trail });
const line = (more: Partial<Options> = {}): Options & { html: string } => ({
  fill: true,
  min: 2,
  max: 4,
  maxCharacters: 200,
  seenBy: 'trainer',
  centre: { text: 'La ligne 3' },
  branches: [branch('a', 'Au dépôt', '<ul><li>L’atelier</li></ul>'), branch('b', 'Sur la voie')],
  fields: [{ token: 'zz', maxCharacters: 200 }],
  html: '',
  ...more,
});
const toRead = line({ fill: false }) && {
  ...line({ fill: false }),
  html: '<ul><li>La ligne 3\n<ul><li><em>Au</em> dépôt</li></ul></li></ul>',
};

const bench = (options: Options = line(), answer: Answer | null = null, locked = false) => {
  const made = mountType<Options, Answer>('mind-map', mount, options, answer, locked);
  const { root } = made;
  const fields = (): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>('.mind-map-ideas input')];
  const add = (index: number): HTMLButtonElement => root.querySelectorAll<HTMLButtonElement>('.mind-map-add')[index] as HTMLButtonElement;
  return {
    ...made,
    fields,
    add,
    put(index: number, text: string) {
      add(index).click();
      made.type(document.activeElement as HTMLInputElement, text);
    },
    /** Opens the tools of an idea, and returns one of them. */
    tool(index: number, name: string): HTMLElement {
      const toggle = (): HTMLElement => fields()[index]?.parentElement?.querySelector('[aria-expanded]') as HTMLElement;
      if (toggle().getAttribute('aria-expanded') === 'false') toggle().click();
      return fields()[index]?.parentElement?.querySelector(name) as HTMLElement;
    },
    drawn: (): string[] => [...root.querySelectorAll('svg text')].map((one) => one.textContent ?? ''),
  };
};
const action = (name: string): string => `[data-action="mind-map-${name}"]`;

afterEach(() => vi.restoreAllMocks());

describe('the answer of a mind map', () => {
  it('counts what each branch asks for, and no more', () => {
    expect(score(line(), { a: ['x', 'y', 'z'], b: ['x'] }).ratio).toBe(0.75);
    expect(score(line(), { a: ['x', '\ty'], b: ['u', 'v', ' '] }).ratio).toBe(1);
    expect([score(toRead, null).ratio, score(toRead, {}).ratio]).toEqual([0, 1]);
  });

  it('reports the whole map to the trainer as a list; a read-only map reports nothing', () => {
    expect(report(line(), { b: ['Le conducteur', '\tSa relève'] })[0]?.response).toEqual({
      type: 'long-fill-in',
      text: '- La ligne 3\n  - Au dépôt\n  - Sur la voie\n    - Le conducteur\n      - Sa relève',
    });
    expect([report(line(), { a: [] }), report(toRead, {}), slots(toRead)]).toEqual([[], [], []]);
    expect(slots(line())).toEqual([{ type: 'long-fill-in', right: [], text: '' }]);
  });

  it('moves the ideas of a removed branch to the last one', () => {
    expect(ideasOf(line(), { gone: ['Le bus'], a: ['La fosse'] }).map((list) => list.map(({ text }) => text))).toEqual([
      ['La fosse'],
      ['Le bus'],
    ]);
  });
});

describe('a mind map to fill in', () => {
  it('adds ideas under a branch, as plain text, saved and drawn as they are typed', () => {
    const one = bench();
    one.put(0, '<b>La fosse</b>');
    one.put(1, 'Le conducteur');
    expect(one.drafts.at(-1)).toEqual({ a: ['<b>La fosse</b>'], b: ['Le conducteur'] });
    expect(one.drawn().join(' ')).toBe('Au dépôt L’atelier <b>La fosse</b> Sur la voie Le conducteur La ligne 3');
    expect(one.root.querySelector('.mind-map-ideas b')).toBeNull();
    expect(one.root.querySelector('.c-count')?.textContent).toBe('2 idées · 28 sur 200 caractères');
  });

  it('asks each branch for its minimum, and leads to where it can be given', () => {
    const one = bench(line(), { a: ['x', 'y'] });
    expect(one.missing()).toBe('Il manque encore 2 idées sous «\u00a0Sur la voie\u00a0».');
    expect((one.mounted.read?.() as { at?: HTMLElement } | undefined)?.at).toBe(one.add(1));
    one.put(1, 'u');
    one.put(1, 'v');
    expect(one.mounted.read?.()).toEqual({ a: ['x', 'y'], b: ['u', 'v'] });
    expect(bench(line(), { b: ['x', 'y'] }).missing()).toContain('Au dépôt');
  });

  it('goes back to an empty field instead of adding another, and takes no more than its maximum', () => {
    const one = bench();
    one.add(0).click();
    one.add(0).click();
    expect(one.fields()).toHaveLength(1);
    one.type(one.fields()[0] as HTMLInputElement, 'a');
    for (const text of ['b', 'c', 'd']) one.put(0, text);
    expect([one.add(0).disabled, one.add(1).disabled]).toEqual([true, false]);
  });

  it('adds the next idea on Enter', () => {
    const one = bench();
    one.put(0, 'a');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
    (document.activeElement as HTMLElement).dispatchEvent(enter);
    expect([enter.defaultPrevented, one.fields().length, document.activeElement]).toEqual([true, 2, one.fields()[1]]);
    // Fields with the same name could not be distinguished.
    expect(one.fields().map((field) => field.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/^Idée 1 sous/),
      expect.stringMatching(/^Idée 2 sous/),
    ]);
  });

  it('leaves to an input method the Enter that ends a composition', () => {
    const one = bench();
    one.put(0, 'a');
    const enter = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true });
    (document.activeElement as HTMLElement).dispatchEvent(enter);
    expect([enter.defaultPrevented, one.fields().length]).toEqual([false, 1]);
  });

  it('never holds more than its characters', () => {
    const one = bench(line({ fields: [{ token: 'zz', maxCharacters: 65 }] }));
    one.put(0, 'x'.repeat(60));
    one.put(1, '');
    expect(one.fields()[1]?.maxLength).toBe(5);
    one.type(one.fields()[1] as HTMLInputElement, 'y'.repeat(5));
    expect(one.announced).toEqual(['Limite atteinte\u00a0: la suite de votre texte n’est pas prise en compte.']);
    expect([one.add(0).disabled, one.fields()[0]?.maxLength]).toEqual([true, 60]);
  });

  it('moves an idea by its tools, says where it is, and keeps the focus', () => {
    const one = bench(line(), { a: ['x', 'y'] });
    one.tool(0, action('down')).click();
    expect([one.drafts.at(-1), one.announced]).toEqual([{ a: ['y', 'x'], b: [] }, ['«\u00a0x\u00a0» est en place 2 sur 2.']]);
    expect(document.activeElement).toBe(one.tool(1, action('down')));
    expect(document.activeElement?.getAttribute('aria-disabled')).toBe('true');
    const select = one.tool(1, 'select') as HTMLSelectElement;
    expect([...select.options].map(({ text }) => text)).toEqual(['Au dépôt', 'Au dépôt › y', 'Sur la voie']);
    expect(select.selectedIndex).toBe(0);
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    expect(one.drafts.at(-1)).toEqual({ a: ['y', '\tx'], b: [] });
    expect((document.activeElement as HTMLSelectElement).selectedIndex).toBe(1);
  });

  it('adds an idea under another, and removes one without losing those under it', () => {
    const one = bench(line(), { a: ['x', 'y'] });
    one.tool(0, action('below')).click();
    one.type(document.activeElement as HTMLInputElement, 'z');
    expect(one.drafts.at(-1)).toEqual({ a: ['x', '\tz', 'y'], b: [] });
    one.tool(0, action('remove')).click();
    expect([one.drafts.at(-1), one.announced.at(-1)]).toEqual([{ a: ['z', 'y'], b: [] }, '«\u00a0x\u00a0» est retirée.']);
    expect(document.activeElement).toBe(one.fields()[0]);
    one.tool(0, action('remove')).click();
    one.tool(0, action('remove')).click();
    expect(document.activeElement).toBe(one.add(0));
  });

  it('leaves the field that is written in alone when its first change takes a verdict away', () => {
    const one = bench(line(), { a: ['x', 'y'], b: ['u', 'v'] });
    one.mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    const [field] = one.fields();
    one.mounted.show(null);
    expect(one.fields()[0]).toBe(field);
  });

  it('is text once locked', () => {
    const one = bench(line(), { a: ['x', '\ty'] }, true);
    one.mounted.show(null);
    expect([one.fields(), one.add(0).hidden]).toEqual([[], true]);
    expect(one.root.querySelector('.mind-map-ideas li li')?.textContent).toBe('y');
    expect(one.mounted.text?.()).toBe('- La ligne 3\n  - Au dépôt\n    - L’atelier\n    - x\n      - y\n  - Sur la voie');
  });
});

describe('a mind map to read', () => {
  it('is drawn from its list', () => {
    const one = bench(toRead);
    expect(one.drawn()).toEqual(expect.arrayContaining(['La ligne 3', 'Au dépôt']));
    const html = '<ul><li>Au <b>tram</b>,<br>XX<sup>e</sup>\n<ol><li>L’<i>eau</i>\n\nde  pluie</li>\n<li>R&amp;D</li></ol>\n</li></ul>';
    expect(bench({ ...toRead, html } as Options).drawn()).toEqual(['L’eau de', 'pluie', 'R&D', 'Au tram, XXe']);
    expect(one.root.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
    expect(one.mounted.read).toBeUndefined();
  });

  it.each([
    ['once it was shown', false, false, [{}]],
    ['but not twice', false, true, []],
    ['but not where nothing is recorded', true, false, []],
  ])('is done %s', async (_, locked, before, reported) => {
    const { root } = bench(toRead);
    const submitted: Answer[] = [];
    const strings = {};
    const mounted = mount(root, {
      options: toRead,
      strings,
      answer: before ? {} : null,
      locked,
      attempts: 0,
      draft: () => {},
      submit: (answer) => void submitted.push(answer),
      overview: overviewOf(),
      recall: () => undefined,
      announce: () => {},
    });
    if (before) mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: false });
    mounted.show(null);
    await Promise.resolve();
    expect(submitted).toEqual(reported);
  });
});

describe('the picture and the files', () => {
  it('gives the file, and its text beside where the frame refuses it', () => {
    const names: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:carte');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      names.push(this.download);
    });
    const one = bench(line(), { a: ['x'] });
    const field = one.root.querySelector('textarea') as HTMLTextAreaElement;
    expect(field.value).toContain('- La ligne 3\n  - Au dépôt');
    for (const name of ['opml', 'svg', 'md']) {
      (one.root.querySelector(action(name)) as HTMLElement).click();
      if (name !== 'md') expect(field.value).toContain('<opml version="2.0">');
    }
    expect(field.value).toContain('    - x');
    expect(names).toEqual(['carte.opml', 'carte.svg', 'carte.md']);
    expect(one.announced.at(-1)).toContain('copiez le texte');
  });

  it('keeps the scale that the learner chose', () => {
    const one = bench();
    const width = (): number => Number(one.root.querySelector('.mind-map-svg')?.getAttribute('width'));
    const before = width();
    (one.root.querySelector(action('in')) as HTMLElement).click();
    expect(width()).toBeGreaterThan(before);
    const zoomed = one.root.querySelector('.mind-map-svg')?.getAttribute('width');
    one.put(0, '');
    expect([one.root.querySelector('.mind-map-svg')?.getAttribute('width'), one.announced[0]]).toEqual([zoomed, '125 %']);
  });
});
