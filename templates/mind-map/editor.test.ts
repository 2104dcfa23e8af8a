// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { mount } from './runtime.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

const branch = (token: string, text: string) => ({ token, text, html: text, trail: '' });

function open(answer: Answer | null, more: Partial<Options> = {}, most = 200) {
  const options = {
    ...{ fill: true, min: 1, max: 4, maxCharacters: most, seenBy: 'trainer', centre: { text: 'La ligne 3' } },
    branches: [branch('a', 'Au dépôt'), branch('b', 'Sur la voie')],
    fields: [{ token: 'zz', maxCharacters: most }],
    ...more,
  } as Options;
  const bench = mountType<Options, Answer>('mind-map', mount, options, answer);
  const { root } = bench;
  const fields = (): HTMLInputElement[] => [...root.querySelectorAll<HTMLInputElement>('.mind-map-ideas input')];
  const rowOf = (text: string): HTMLElement => fields().find(({ value }) => value === text)?.parentElement as HTMLElement;
  const toggle = (text: string): HTMLButtonElement => rowOf(text).querySelector('[aria-expanded]') as HTMLButtonElement;
  return {
    ...bench,
    fields,
    toggle,
    add: (index: number) => root.querySelectorAll<HTMLButtonElement>('.mind-map-add')[index] as HTMLButtonElement,
    /** Texts of the ideas of a branch, with those below another between brackets. */
    shown: (index: number): string => {
      const itemText = (item: Element): string => {
        const [below] = item.querySelectorAll('ul');
        const own = item.querySelector('input')?.value;
        return below ? `${own} [${[...below.children].map(itemText).join(', ')}]` : `${own}`;
      };
      return [...(root.querySelectorAll('.mind-map-ideas')[index]?.children ?? [])].map(itemText).join(', ');
    },
    enter(text: string): KeyboardEvent {
      const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      rowOf(text).querySelector('input')?.dispatchEvent(event);
      return event;
    },
    /** Opens the tools of an idea, and returns one of them. */
    tool(text: string, name: string): HTMLElement {
      if (toggle(text).getAttribute('aria-expanded') === 'false') toggle(text).click();
      return rowOf(text).querySelector(name === 'select' ? name : `[data-action="mind-map-${name}"]`) as HTMLElement;
    },
    count: (): string | null | undefined => root.querySelector('.c-count')?.textContent,
  };
}

const isOff = (button: HTMLElement): boolean => button.getAttribute('aria-disabled') === 'true';

describe('fields', () => {
  it('stand in nested lists, named by their rank, and hold what was written', () => {
    const one = open({ a: ['x', '\ty', '\tz', 'w'], b: ['v'] });
    expect([one.shown(0), one.shown(1)]).toEqual(['x [y, z], w', 'v']);
    expect(one.fields().map((field) => [field.getAttribute('aria-label'), field.type, field.autocomplete])).toEqual(
      [
        ...['Idée 1 sous «\u00a0Au dépôt\u00a0»', 'Idée 2, de second rang, sous «\u00a0Au dépôt\u00a0»'],
        ...['Idée 3, de second rang, sous «\u00a0Au dépôt\u00a0»', 'Idée 4 sous «\u00a0Au dépôt\u00a0»'],
        'Idée 1 sous «\u00a0Sur la voie\u00a0»',
      ].map((name) => [name, 'text', 'off']),
    );
    expect(one.count()).toBe('5 idées · 5 sur 200 caractères');
  });

  it('hold sixty characters, or what is left of all', () => {
    const one = open({ a: ['x'.repeat(50), 'y'.repeat(70)] }, {}, 130);
    expect(one.fields().map(({ maxLength }) => maxLength)).toEqual([60, 70]);
    one.type(one.fields()[0] as HTMLInputElement, 'x'.repeat(58));
    expect(one.fields().map(({ maxLength }) => maxLength)).toEqual([60, 70]);
    expect([one.count(), one.announced]).toEqual(['2 idées · 128 sur 130 caractères', []]);
    one.type(one.fields()[0] as HTMLInputElement, 'x');
    expect(one.fields().map(({ maxLength }) => maxLength)).toEqual([60, 70]);
    one.type(one.fields()[1] as HTMLInputElement, ' ');
    expect([one.count(), one.fields()[1]?.maxLength]).toEqual(['1 idée · 2 sur 130 caractères', 60]);
  });

  it('are full at their limit, and not one character earlier', () => {
    const one = open({ a: ['x'], b: [] }, {}, 100);
    const type = (count: number): unknown[] => {
      one.type(one.fields()[0] as HTMLInputElement, 'x'.repeat(count));
      return [one.announced.length, one.add(0).disabled, one.add(1).disabled];
    };
    expect([type(99), type(100), type(98)]).toEqual([
      [0, false, false],
      [1, true, true],
      [1, false, false],
    ]);
  });

  it('become text at the last verdict, and fields again without one, unless they are locked', () => {
    const one = open({ a: ['x'] });
    const shown = () => [one.fields().length, one.add(0).hidden, one.root.querySelector('.mind-map-ideas')?.textContent];
    one.mounted.show({ outcome: 'done', ratio: 1, parts: {}, final: true });
    expect(shown()).toEqual([0, true, 'x']);
    one.mounted.show(null);
    expect(shown().slice(0, 2)).toEqual([1, false]);
  });

  it('that are empty are where a missing idea can be written', () => {
    const one = open({ a: [], b: ['v'] });
    one.add(0).click();
    expect(one.mounted.read?.()).toEqual({ missing: expect.stringContaining('Au dépôt'), at: one.fields()[0] });
    one.fields()[1]?.focus();
    one.add(0).click();
    expect([one.fields().length, document.activeElement]).toEqual([2, one.fields()[0]]);
  });

  it('name their tools by what is written in them', () => {
    const one = open({ a: ['x'] });
    one.type(one.fields()[0] as HTMLInputElement, ' La fosse ');
    expect(one.toggle(' La fosse ').textContent).toBe('Déplacer ou retirer «\u00a0La fosse\u00a0»');
    one.type(one.fields()[0] as HTMLInputElement, ' ');
    expect(one.toggle(' ').textContent).toBe('Déplacer ou retirer «\u00a0idée sans texte\u00a0»');
    expect(one.drafts).toEqual([
      { a: ['La fosse'], b: [] },
      { a: [], b: [] },
    ]);
  });
});

describe('the Enter key', () => {
  it('adds the next idea of the same rank, below what stands under the idea', () => {
    const one = open({ a: ['x', '\ty', 'z'] });
    one.enter('x');
    expect([one.shown(0), document.activeElement]).toEqual(['x [y], , z', one.fields()[2]]);
    const other = open({ a: ['x', '\ty', 'z'] });
    other.enter('y');
    expect([other.shown(0), document.activeElement]).toEqual(['x [y, ], z', other.fields()[2]]);
  });

  it('is kept from the frame only where it adds an idea', () => {
    const one = open({ a: ['x', 'y', 'z', 'w'], b: ['v'] });
    const outside = vi.fn();
    one.root.addEventListener('keydown', outside);
    expect([one.enter('v').defaultPrevented, outside.mock.calls.length]).toEqual([true, 0]);
    // An empty idea, and a branch that is full.
    expect([one.enter('').defaultPrevented, one.enter('x').defaultPrevented, outside.mock.calls.length]).toEqual([false, false, 2]);
    one.fields()[0]?.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true }));
    expect([one.fields().length, outside.mock.calls.length]).toEqual([6, 3]);
  });
});

describe('tools', () => {
  it('open for one idea at a time, and close again', () => {
    const one = open({ a: ['x', 'y'] });
    const states = () => [one.toggle('x'), one.toggle('y')].map((button) => button.getAttribute('aria-expanded'));
    const bars = () => one.root.querySelectorAll('.mind-map-tools').length;
    one.toggle('x').click();
    expect([states(), bars(), document.activeElement]).toEqual([['true', 'false'], 1, one.toggle('x')]);
    one.toggle('y').click();
    expect([states(), bars(), document.activeElement]).toEqual([['false', 'true'], 1, one.toggle('y')]);
    one.toggle('y').click();
    expect([states(), bars(), one.drafts]).toEqual([['false', 'false'], 0, []]);
  });

  it('are off where they can do nothing', () => {
    const off = (answer: Answer, text: string) => {
      const one = open(answer);
      return ['up', 'down', 'below', 'remove'].filter((name) => isOff(one.tool(text, name)));
    };
    expect(off({ a: ['x', 'y', 'z'] }, 'x')).toEqual(['up']);
    expect(off({ a: ['x', 'y', 'z'] }, 'y')).toEqual([]);
    expect(off({ a: ['x', 'y', 'z'] }, 'z')).toEqual(['down']);
    expect(off({ a: ['x', '\ty', '\tz'] }, 'y')).toEqual(['up', 'below']);
    expect(off({ a: ['x', 'y', 'z', 'w'] }, 'y')).toEqual(['below']);
    const one = open({ a: ['x', 'y'] });
    one.tool('x', 'up').click();
    expect([one.shown(0), one.drafts]).toEqual(['x, y', []]);
  });

  it('name the idea', () => {
    const one = open({ a: ['x'] });
    expect(['up', 'down', 'below', 'remove'].map((name) => one.tool('x', name).textContent)).toEqual([
      'Monter «\u00a0x\u00a0»',
      'Descendre «\u00a0x\u00a0»',
      'Ajouter une idée sous «\u00a0x\u00a0»',
      'Retirer «\u00a0x\u00a0»',
    ]);
  });

  it('move an idea up, and keep the focus', () => {
    const one = open({ a: ['x', 'y', 'z'] });
    one.tool('z', 'up').click();
    expect([one.shown(0), one.announced, one.drafts]).toEqual([
      'x, z, y',
      ['«\u00a0z\u00a0» est en place 2 sur 3.'],
      [{ a: ['x', 'z', 'y'], b: [] }],
    ]);
    expect(document.activeElement).toBe(one.tool('z', 'up'));
  });

  it('add an idea below those that stand under another already', () => {
    const one = open({ a: ['x', '\ty', 'z'] });
    one.tool('x', 'below').click();
    expect([one.shown(0), document.activeElement]).toEqual(['x [y, ], z', one.fields()[2]]);
  });

  it('remove an idea, and leave the focus on the next one, or the last', () => {
    const one = open({ a: ['x', 'y', 'z'] });
    one.tool('x', 'remove').click();
    expect(document.activeElement).toBe(one.fields()[0]);
    one.tool('z', 'remove').click();
    expect([one.shown(0), document.activeElement === one.fields()[0]]).toEqual(['y', true]);
    expect(one.announced).toEqual(['«\u00a0x\u00a0» est retirée.', '«\u00a0z\u00a0» est retirée.']);
  });

  it('offer the places that have room for an idea and what stands under it', () => {
    const places = (answer: Answer, text: string) => {
      const select = open(answer).tool(text, 'select') as HTMLSelectElement;
      return [select.selectedIndex, [...select.options].map((option) => option.text)];
    };
    const full = { a: ['x', '\ty', 'z'], b: ['u', 'v', 'w', '\tt'] };
    expect(places(full, 'z')).toEqual([0, ['Au dépôt', 'Au dépôt › x']]);
    expect(places(full, 'y')).toEqual([1, ['Au dépôt', 'Au dépôt › x', 'Au dépôt › z']]);
    expect(places(full, 'x')).toEqual([0, ['Au dépôt']]);
    expect(places(full, 'u')).toEqual([
      3,
      ['Au dépôt', 'Au dépôt › x', 'Au dépôt › z', 'Sur la voie', 'Sur la voie › v', 'Sur la voie › w'],
    ]);
    expect(places(full, 'w')).toEqual([0, ['Sur la voie']]);
    expect(places({ a: ['x', '\ty'], b: ['u', 'v'] }, 'x')).toEqual([0, ['Au dépôt', 'Sur la voie']]);
    expect(places({ a: ['x', 'z', '\ty'] }, 'y')).toEqual([2, ['Au dépôt', 'Au dépôt › x', 'Au dépôt › z', 'Sur la voie']]);
  });

  it('move an idea to another branch with what stands under it, and keep the focus', () => {
    const one = open({ a: ['x', '\ty'], b: ['u'] });
    const select = one.tool('x', 'select') as HTMLSelectElement;
    select.selectedIndex = 1;
    select.dispatchEvent(new Event('change'));
    expect([one.shown(0), one.shown(1), one.drafts]).toEqual(['', 'u, x [y]', [{ a: [], b: ['u', 'x', '\ty'] }]]);
    expect(document.activeElement).toBe(one.tool('x', 'select'));
  });
});
