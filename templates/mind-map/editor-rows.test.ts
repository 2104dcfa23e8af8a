// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { mountType } from '../../tests/helpers/mount-type.ts';
import { hang, linesOf } from './ideas.ts';
import { mount } from './runtime.ts';
import type { Answer, Idea } from './scoring.ts';
import type { Options } from './type.ts';

const branch = (token: string, text: string) => ({ token, text, html: text, trail: '' });

function open(answer: Answer | null, locked = false) {
  const options = {
    ...{ fill: true, min: 2, max: 4, maxCharacters: 200, seenBy: 'trainer', centre: { text: 'La ligne 3' } },
    branches: [branch('a', 'Au dépôt'), branch('b', 'Sur la voie')],
    fields: [{ token: 'zz', maxCharacters: 200 }],
  } as Options;
  const bench = mountType<Options, Answer>('mind-map', mount, options, answer, locked);
  const fields = (): HTMLInputElement[] => [...bench.root.querySelectorAll<HTMLInputElement>('.mind-map-ideas input')];
  const toggle = (at: number): HTMLButtonElement => fields()[at]?.parentElement?.querySelector('[aria-expanded]') as HTMLButtonElement;
  const itemText = (item: Element): string => {
    const [below] = item.querySelectorAll('ul');
    const own = item.querySelector('input')?.value ?? '';
    return below ? `${own} [${[...below.children].map(itemText).join(', ')}]` : own;
  };
  return {
    ...bench,
    fields,
    toggle,
    shown: (index: number): string => [...(bench.root.querySelectorAll('.mind-map-ideas')[index]?.children ?? [])].map(itemText).join(', '),
    add: (index: number) => bench.root.querySelectorAll<HTMLButtonElement>('.mind-map-add')[index] as HTMLButtonElement,
    tool(at: number, name: string): HTMLElement {
      if (toggle(at).getAttribute('aria-expanded') === 'false') toggle(at).click();
      return fields()[at]?.parentElement?.querySelector(name === 'select' ? name : `[data-action="mind-map-${name}"]`) as HTMLElement;
    },
    count: (): string | null | undefined => bench.root.querySelector('.c-count')?.textContent,
  };
}

it('nests ideas under the one before them, each under its own', () => {
  expect(open({ a: ['x', '\ty', 'w', '\tv'] }).shown(0)).toBe('x [y], w [v]');
});

it('adds an idea at the end of its branch, on the level of the branch', () => {
  const one = open({ a: ['x', '\ty'] });
  one.add(0).click();
  one.type(document.activeElement as HTMLInputElement, 'z');
  expect([one.shown(0), one.drafts.at(-1)]).toEqual(['x [y], z', { a: ['x', '\ty', 'z'], b: [] }]);
});

it('takes a field of spaces for an empty one, and counts its characters', () => {
  const one = open({ a: ['x'] });
  one.add(0).click();
  one.type(document.activeElement as HTMLInputElement, '  ');
  one.add(0).click();
  expect([one.fields().length, document.activeElement, one.count()]).toEqual([2, one.fields()[1], '1 idée · 3 sur 200 caractères']);
  one.type(one.fields()[0] as HTMLInputElement, ' La fosse ');
  expect(one.count()).toBe('1 idée · 12 sur 200 caractères');
});

it('leaves the focus on what follows a removed idea', () => {
  const one = open({ a: ['x', 'y', 'z'] });
  one.tool(1, 'remove').click();
  expect([one.shown(0), document.activeElement]).toEqual(['x, z', one.fields()[1]]);
});

it('offers no empty idea as a place, and no branch without room for all', () => {
  const places = (answer: Answer, empty: boolean): string[] => {
    const one = open(answer);
    if (empty) one.add(0).click();
    return [...(one.tool(0, 'select') as HTMLSelectElement).options].map(({ text }) => text);
  };
  expect(places({ a: ['x', 'y'], b: [] }, true)).toEqual(['Au dépôt', 'Au dépôt › y', 'Sur la voie']);
  expect(places({ a: ['x', '\ty'], b: ['u', 'v', 'w'] }, false)).toEqual(['Au dépôt']);
});

it('has a button of one name for the tools of an idea, which no action of the page takes', () => {
  const one = open({ a: ['x'] });
  expect([one.toggle(0).type, one.toggle(0).dataset.action, one.toggle(0).lastElementChild?.className]).toEqual([
    'button',
    undefined,
    'c-words',
  ]);
  expect([one.tool(0, 'up').getAttribute('type'), one.tool(0, 'up').lastElementChild?.className]).toEqual(['button', 'c-words']);
});

it('is text from the beginning where it is locked, and counts what is missing in a branch', () => {
  expect(open({ a: ['x'] }, true).fields()).toEqual([]);
  expect(open({ a: ['x', 'y'], b: ['u'] }).missing()).toBe('Il manque encore une idée sous «\u00a0Sur la voie\u00a0».');
});

it('an idea below another stands on the level of the branch to which it moves', () => {
  const [from, to]: Idea[][] = [
    [
      { text: 'a', under: false },
      { text: 'b', under: true },
    ],
    [{ text: 'c', under: false }],
  ];
  hang(from as Idea[], from?.[1] as Idea, to as Idea[]);
  expect([linesOf(from ?? []), linesOf(to ?? []), linesOf([{ text: 'a', under: true }])]).toEqual([['a'], ['c', 'b'], ['a']]);
});
