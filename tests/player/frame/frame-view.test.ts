// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import { createFrameView } from '../../../src/player/frame/frame-view.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';
import { words } from '../stage.ts';

let root: HTMLElement;
beforeEach(() => {
  useStrings(words);
  document.body.innerHTML = `<section id="a" data-state="new"><div data-body inert data-retry="Encore"><p>a</p><input><button>b</button></div>
    <p class="c-missing" hidden><svg></svg><span></span></p><p class="c-actions"><button data-action="check">Vérifier</button></p>
    <div class="c-outcome"><p class="c-verdict"></p><div data-after hidden></div></div></section>`;
  root = document.getElementById('a') as HTMLElement;
});
const line = () => root.querySelector('.c-verdict');
const behind = () => root.querySelector<HTMLElement>('[data-after]');
const outcome = () => root.querySelector<HTMLElement>('.c-outcome');
const actions = () => root.querySelector<HTMLElement>('.c-actions');
const button = () => root.querySelector<HTMLElement>('.c-actions button');

describe('what the frame shows', () => {
  test('its state; a change of it is an event', () => {
    const view = createFrameView(root, false);
    let changes = 0;
    document.body.addEventListener('cartable:change', () => changes++);
    for (const state of ['right', 'right', 'wrong'] as const)
      view.show({ state, reported: state, button: 'none' } as never, state === 'wrong', ['', ''], '');
    expect([root.dataset.state, changes, root.hasAttribute('data-locked')]).toEqual(['wrong', 2, true]);
    view.show({ state: 'new', button: 'check' } as never, false, ['', ''], '');
    expect(root.hasAttribute('data-locked')).toBe(false);
  });

  test('the verdict with its icon, and what follows an answer', () => {
    const view = createFrameView(root, false);
    const show = (reported: string | undefined, text: string, more: string, html: string) =>
      view.show({ state: 'right', ...(reported && { shown: reported }), button: 'none' } as never, false, [text, more], html);
    show('right', 'Bravo.', ' Encore.', '<p>Fin</p>');
    expect([line()?.textContent, line()?.querySelector('b')?.textContent, line()?.querySelector('svg') !== null]).toEqual([
      'Bravo. Encore.',
      'Bravo.',
      true,
    ]);
    expect([behind()?.innerHTML, behind()?.hidden, outcome()?.dataset.mark]).toEqual(['<p>Fin</p>', false, 'right']);
    const kept = line()?.firstChild;
    show('right', 'Bravo.', ' Encore.', '<p>Autre</p>');
    expect([line()?.firstChild === kept, behind()?.innerHTML]).toEqual([true, '<p>Autre</p>']);
    show(undefined, 'Noté.', '', '');
    expect([outcome()?.dataset.mark, behind()?.hidden, behind()?.innerHTML]).toEqual(['info', true, '<p>Autre</p>']);
    // What follows the answer stays as the learner left it (an opened fold), as long as it is the same.
    const opened = behind()?.firstChild;
    show('wrong', '', '', '<p>Autre</p>');
    expect([outcome()?.dataset.mark, line()?.childNodes.length, behind()?.firstChild === opened]).toEqual(['info', 0, true]);
    show('wrong', '', '', '<p>Fin</p>');
    expect(behind()?.innerHTML).toBe('<p>Fin</p>');
    show('wrong', '', '', '');
    expect(outcome()?.dataset.mark).toBeUndefined();
  });

  test('cells of the page beside a right verdict alone', () => {
    document.body.innerHTML = `<div data-page>${'<section class="c-ask" data-state="right"></section>'.repeat(2)}${document.body.innerHTML}</div>`;
    root = document.getElementById('a') as HTMLElement;
    const view = createFrameView(root, false);
    const cells = (['wrong', 'right'] as const).map((shown) => {
      view.show({ state: shown, shown, button: 'none' } as never, false, [shown, ''], '');
      return line()?.querySelectorAll('.c-cells').length;
    });
    expect(cells).toEqual([0, 1]);
  });

  test('its verdict to screen readers, with the reasons of its body, if there is one', () => {
    document.body.insertAdjacentHTML('beforeend', '<div id="c-live"></div>');
    const live = () => document.getElementById('c-live')?.textContent;
    const view = createFrameView(root, false);
    view.fresh().querySelector('p')?.insertAdjacentHTML('beforeend', '<span class="c-feedback">Il vit.</span>');
    view.speak();
    expect(live()).toBe('');
    view.show({ state: 'right', shown: 'right', button: 'none' } as never, false, ['Bravo.', ''], '');
    view.speak();
    expect(live()).toBe('Bravo. Il vit.');
  });

  test('the button for what comes next, with its words', () => {
    const view = createFrameView(root, false);
    const offer = (offered: string) => {
      view.show({ state: 'new', button: offered } as never, false, ['', ''], '');
      return [actions()?.hidden, button()?.dataset.action, button()?.textContent];
    };
    expect([offer('check'), offer('retry'), offer('go-on'), offer('none'), offer('check')]).toEqual([
      [false, 'check', 'Vérifier'],
      [false, 'retry', 'Encore'],
      [false, 'go-on', words['go-on'] ?? expect.anything()],
      [true, 'check', 'Vérifier'],
      [false, 'check', 'Vérifier'],
    ]);
    expect(offer('continue')).toEqual([false, 'continue', words.continue]);
    offer('check');
    const label = button()?.firstChild;
    offer('check');
    expect(button()?.firstChild).toBe(label);
  });

  test('what is missing', () => {
    const view = createFrameView(root, false);
    const missing = root.querySelector<HTMLElement>('.c-missing');
    view.miss('Choisissez.');
    expect([missing?.hidden, missing?.lastChild?.textContent]).toEqual([false, 'Choisissez.']);
    view.miss('');
    expect(missing?.hidden).toBe(true);
    missing?.remove();
    expect(() => createFrameView(root, false).miss('x')).not.toThrow();
  });
});

test('each mount has the first body, if the type changes it', () => {
  const change = (isFresh: boolean) => {
    const view = createFrameView(root, isFresh);
    const body = view.fresh();
    body.querySelector('p')?.remove();
    body.inert = true;
    const again = view.fresh();
    return [body === again, again.querySelector('p') !== null, again.inert, root.contains(again)];
  };
  expect([change(true), change(false)]).toEqual([
    [false, true, false, true],
    [true, false, false, true],
  ]);
});

test.each([
  ['<p tabindex="-1">a</p><select></select><textarea></textarea>', 'SELECT'],
  ['<textarea></textarea><button>b</button>', 'TEXTAREA'],
  ['<p tabindex="-1">a</p><button>b</button><p tabindex="0">c</p>', 'BUTTON'],
  ['<p tabindex="-1">a</p><b tabindex="0">c</b><input>', 'B'],
])('of %s the first that can be used gets the focus', (html, focused) => {
  const view = createFrameView(root, false);
  view.fresh().innerHTML = html;
  view.enter();
  expect(document.activeElement?.tagName).toBe(focused);
});

test('what belongs to an activity inside is left to that one', () => {
  const inside = root.outerHTML.replace('id="a"', 'id="b"');
  root.querySelector('[data-body]')?.insertAdjacentHTML('afterbegin', inside);
  const inner = document.getElementById('b') as HTMLElement;
  const before = inner.outerHTML;
  const view = createFrameView(root, false);
  expect(view.fresh()).toBe(root.firstElementChild);
  view.miss('Choisissez.');
  view.show({ state: 'right', shown: 'right', button: 'retry' } as never, false, ['Bravo.', ''], '<p>Fin</p>');
  expect([inner.outerHTML, view.button?.closest('section'), view.line.closest('section')]).toEqual([before, root, root]);
  expect(root.lastElementChild?.textContent).toBe('Bravo.Fin');
});

test('the first field gets the focus; an activity without a button works', () => {
  const first = createFrameView(root, false);
  first.fresh();
  first.enter();
  expect(document.activeElement?.tagName).toBe('INPUT');
  actions()?.remove();
  const view = createFrameView(root, false);
  view.show({ state: 'done', button: 'check' } as never, false, ['Fait.', ''], '');
  expect([view.button, view.line.textContent]).toEqual([undefined, 'Fait.']);
});
