// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { bindStories } from '../../src/room/story.ts';

const changed = vi.fn();
const effect = (rule: object): string => JSON.stringify(rule).replaceAll('"', '&quot;');

beforeEach(() => {
  changed.mockClear();
  document.body.innerHTML = `<div><div class="r-story" data-state="{&quot;pain&quot;:2}"><p class="r-state"></p>
<section class="r-scene" data-scene="four"><h2>Le four</h2><ul><li><button data-to="vente" data-rule="${effect({ changes: [['pain', '+', -1]] })}">Vendre</button><span class="r-told"> Il en reste un. </span></li><li><button id="need" data-to="nuit" data-rule="${effect({ needs: [['pain', '<', 2]] })}">Fermer</button></li></ul></section>
<section class="r-scene" data-scene="vente"><h2>La vente</h2><button data-to="nuit">Fermer</button><button id="back" data-back>Retour</button></section>
<section class="r-scene" data-scene="nuit"><h2>La nuit</h2><button data-again>Recommencer</button><button>Rien</button></section></div></div>`;
  bindStories(document.querySelector('div') as HTMLElement, changed);
});

const press = (selector: string): void => document.querySelector<HTMLElement>(selector)?.click();
const shown = (): string =>
  [...document.querySelectorAll('.r-scene:not([data-elsewhere]) h2')].map(({ textContent }) => textContent).join();
const after = (): (string | null)[] => [...document.querySelectorAll('.r-after')].map(({ textContent }) => textContent);

test('it begins with its first scene and its values, from which nothing leads back', () => {
  expect([shown(), document.querySelector('.r-state')?.textContent, changed.mock.calls.length]).toEqual(['Le four', 'pain 2', 0]);
  expect([...document.querySelectorAll<HTMLButtonElement>('[data-back], [data-again]')].map(({ disabled }) => disabled)).toEqual([
    true,
    true,
  ]);
});

test('a decision leads to its scene, which has the focus and the reason above it', () => {
  press('[data-to=vente]');
  expect([shown(), document.activeElement?.textContent, after()]).toEqual(['La vente', 'La vente', ['Il en reste un.']]);
  expect([...document.querySelectorAll('h2')].map((title) => title.getAttribute('tabindex'))).toEqual([null, '-1', null]);
  expect(document.querySelector('[data-scene=vente]')?.firstElementChild?.className).toBe('r-after');
  expect(changed).toHaveBeenCalledTimes(2);
  expect([...document.querySelectorAll<HTMLButtonElement>('[data-back], [data-again]')].map(({ disabled }) => disabled)).toEqual([
    false,
    false,
  ]);
});

test('a decision without a reason shows none, and removes the last one', () => {
  press('[data-to=vente]');
  press('[data-scene=vente] [data-to]');
  expect([shown(), after(), changed.mock.calls.length]).toEqual(['La nuit', [], 3]);
});

test('back is one decision, again is all', () => {
  press('[data-to=vente]');
  press('#back');
  expect([shown(), after()]).toEqual(['Le four', []]);
  press('[data-to=vente]');
  press('[data-scene=vente] [data-to]');
  press('[data-again]');
  expect([shown(), document.querySelector<HTMLButtonElement>('[data-again]')?.disabled]).toEqual(['Le four', true]);
});

test('values change with each decision, and decide which are offered', () => {
  const state = (): (string | boolean | null | undefined)[] => [
    document.querySelector('.r-state')?.textContent,
    document.querySelector<HTMLButtonElement>('#need')?.disabled,
  ];
  expect(state()).toEqual(['pain 2', true]);
  press('[data-to=vente]');
  expect(state()).toEqual(['pain 1', false]);
  press('#back');
  expect(state()).toEqual(['pain 2', true]);
});

test('effects of several decisions add up, and only a decision shows a reason', () => {
  const step = (name: string, to: string): string =>
    `<section class="r-scene" data-scene="${name}"><h2>${name}</h2><p><button data-to="${to}" data-rule="${effect({ changes: [['pain', '+', 2]] })}">${to}</button><span class="r-told">Parce que.</span><button data-back>Retour</button></p></section>`;
  document.body.innerHTML = `<div><div class="r-story" data-state="{&quot;pain&quot;:1}"><p class="r-state"></p>${step('un', 'deux')}${step('deux', 'trois')}${step('trois', 'un')}</div></div>`;
  bindStories(document.querySelector('div') as HTMLElement, changed);
  const state = (): string | null | undefined => document.querySelector('.r-state')?.textContent;
  press('[data-to=deux]');
  press('[data-to=trois]');
  expect([shown(), state(), after()]).toEqual(['trois', 'pain 5', ['Parce que.']]);
  press('[data-scene=trois] [data-back]');
  expect([shown(), state(), after()]).toEqual(['deux', 'pain 3', []]);
});

test('several values are separated', () => {
  document.body.innerHTML =
    '<div><div class="r-story" data-state="{&quot;pain&quot;:2,&quot;four&quot;:0}"><p class="r-state"></p></div></div>';
  bindStories(document.querySelector('div') as HTMLElement, changed);
  expect(document.querySelector('.r-state')?.textContent).toBe('pain 2 · four 0');
});

test('a story without a place for its values is shown all the same', () => {
  document.body.innerHTML =
    '<div><div class="r-story"><section class="r-scene" data-scene="four"><h2>Le four</h2></section><section class="r-scene" data-scene="nuit"></section></div></div>';
  bindStories(document.querySelector('div') as HTMLElement, changed);
  expect([shown(), document.querySelectorAll('[data-elsewhere]').length]).toEqual(['Le four', 1]);
});

test('a reason of spaces is none', () => {
  (document.querySelector('.r-told') as HTMLElement).textContent = ' ';
  press('[data-to=vente]');
  expect([shown(), after(), changed.mock.calls.length]).toEqual(['La vente', [], 1]);
});

test('each of several stories goes on by itself', () => {
  const scene = (name: string): string =>
    `<section class="r-scene" data-scene="${name}"><h2>${name}</h2><button data-to="fin">Fin</button></section>`;
  document.body.innerHTML = `<div>${['un', 'deux'].map((id) => `<div class="r-story" id="${id}">${scene(`${id} 1`)}${scene('fin')}</div>`).join('')}</div>`;
  bindStories(document.querySelector('div') as HTMLElement, changed);
  press('#deux button');
  expect(['un', 'deux'].map((id) => document.querySelector(`#${id} .r-scene:not([data-elsewhere]) h2`)?.textContent)).toEqual([
    'un 1',
    'fin',
  ]);
});

test('another button, and a click beside, change nothing', () => {
  press('[data-scene=nuit] button:last-child');
  press('h2');
  expect([shown(), changed.mock.calls.length]).toEqual(['Le four', 0]);
});
