// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Bar, BarWidget, FrontWidget, isOfButton } from '../../../build/studio/editor/bar-widget.ts';
import type { EditorActions } from '../../../build/studio/editor/surroundings.ts';
import { t } from '../../../build/studio/strings.ts';
import { ICONS } from '../../../build/studio/ui/icon-paths.ts';
import { button, buttons } from '../../helpers/drawn.ts';
import { EditedText } from '../../helpers/edited-text.ts';

const TEXT = '---\nid: four\n---\n\n# Four {#four}\n\nAvant.\n\n:::choice{#bois}\nDu bois ?\n:::\n';

const AT = TEXT.indexOf(':::choice');

beforeEach(() => {
  HTMLElement.prototype.showPopover = () => {};
});
afterEach(() => {
  Reflect.deleteProperty(HTMLElement.prototype, 'showPopover');
  document.body.replaceChildren();
});

/** A text whose only bar is of the choice. */
const opened = (actions?: EditorActions): EditedText => (actions ? new EditedText(TEXT, actions) : new EditedText(TEXT));

/** Draws a bar that is in no text. */
function drawn(more: Partial<Bar> = {}): HTMLElement {
  return new BarWidget({ label: 'Choix', drawing: 'pencil', chips: [], isInner: false, ...more }).toDOM(new EditorView());
}

describe('a bar', () => {
  test('shows the name of its type and its chips, in order', () => {
    const chips = [{ text: '2 pts' }, { text: 'C1.2', colour: 3, title: 'C1.2 Cuire' }, { text: 'C2', colour: 1 }];
    const bar = drawn({ chips });
    expect([bar.className, bar.querySelector('b')?.textContent, bar.firstElementChild?.tagName]).toEqual(['s-card-bar', 'Choix', 'svg']);
    const shown = [...bar.querySelectorAll<HTMLElement>('.s-bar-chips > *')];
    expect(shown.map((one) => [one.className, one.textContent, one.getAttribute('title')])).toEqual([
      ['s-chip s-boxed', '2 pts', null],
      ['s-chip', 'C1.2', 'C1.2 Cuire'],
      ['s-chip', 'C2', null],
    ]);
    expect(shown.map((one) => one.firstElementChild?.className)).toEqual([undefined, 's-dot s-dot-3', 's-dot s-dot-1']);
    expect(shown[1]?.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
  });

  test('has the drawing of its type, of a pencil and of three dots', () => {
    const lines = (place: Element | null): (string | null)[] =>
      [...(place?.querySelectorAll('path') ?? [])].map((one) => one.getAttribute('d'));
    expect(lines(drawn({ drawing: 'code' }))).toEqual([ICONS.code, ICONS.pencil, ICONS.ellipsis]);
    opened();
    expect(lines(document.querySelector('.s-front'))).toEqual([ICONS['sliders-horizontal'], ICONS.pencil]);
  });

  test('is smaller inside a card', () => {
    expect(drawn({ isInner: true }).className).toBe('s-card-bar s-card-bar-inner');
  });

  test('has two buttons, which name what they act on', () => {
    const [edit, more, ...others] = drawn().querySelectorAll('button');
    expect([edit?.getAttribute('aria-label'), edit?.type, edit?.textContent]).toEqual([
      t('editor.edit.of', { name: 'Choix' }),
      'button',
      t('editor.edit'),
    ]);
    expect(['aria-label', 'aria-haspopup', 'aria-expanded'].map((name) => more?.getAttribute(name))).toEqual([
      t('editor.more', { name: 'Choix' }),
      'menu',
      'false',
    ]);
    expect([edit?.querySelectorAll('svg').length, others]).toEqual([1, []]);
    expect([edit?.className, more?.className, more?.title]).toEqual(['s-bar-edit', 's-bar-more', t('editor.more', { name: 'Choix' })]);
  });

  test.each<[string, Partial<Bar>, boolean]>([
    ['the same content', { chips: [{ text: 'a' }] }, true],
    ['another name', { chips: [{ text: 'a' }], label: 'Tri' }, false],
    ['another drawing', { chips: [{ text: 'a' }], drawing: 'code' }, false],
    ['other chips', { chips: [{ text: 'b' }] }, false],
    ['another depth', { chips: [{ text: 'a' }], isInner: true }, false],
  ])('with %s is drawn again only if it must be', (_, more, isSame) => {
    const bar: Bar = { label: 'Choix', drawing: 'pencil', chips: [{ text: 'a' }], isInner: false };
    expect(new BarWidget({ ...bar, ...more }).eq(new BarWidget(bar))).toBe(isSame);
  });

  test('opens the form of its directive, wherever that is by now', () => {
    const text = opened();
    text.view.dispatch({ changes: { from: TEXT.indexOf('Avant'), insert: 'Bien ' } });
    button(t('editor.edit.of', { name: 'choice' })).click();
    expect(text.edited.map(({ id, from }) => [id, from])).toEqual([['bois', text.text.indexOf(':::choice')]]);
  });

  test('opens a menu of its directive', () => {
    const text = opened();
    const more = button(t('editor.more', { name: 'choice' }));
    more.click();
    expect([document.querySelector('[role=menu]')?.getAttribute('aria-label'), more.getAttribute('aria-expanded')]).toEqual([
      t('editor.more', { name: 'choice' }),
      'true',
    ]);
    button(t('editor.remove')).click();
    expect([text.text, document.querySelector('[role=menu]')]).toEqual([TEXT.slice(0, AT), null]);
  });

  test('whose directive is gone does nothing', () => {
    const text = opened();
    const bar = new BarWidget({ label: 'Tri', drawing: 'pencil', chips: [], isInner: false }).toDOM(text.view);
    text.view.contentDOM.querySelector('.cm-line')?.append(bar);
    for (const one of bar.querySelectorAll('button')) one.click();
    expect([text.edited, document.querySelector('[role=menu]')]).toEqual([[], null]);
  });
});

describe('front matter', () => {
  test('is one bar with a button', () => {
    opened();
    const front = document.querySelector('.s-front');
    expect([front?.querySelector('b')?.textContent, front?.querySelectorAll('svg').length]).toEqual([t('editor.front'), 2]);
    expect(buttons()[0]).toBe(t('editor.edit.of', { name: t('editor.front') }));
    const edit = front?.querySelector('button');
    expect([edit?.type, edit?.className, edit?.textContent]).toEqual(['button', 's-bar-edit', t('editor.edit')]);
    expect(new FrontWidget().eq()).toBe(true);
  });

  test('opens its form', () => {
    const onEditFront = vi.fn();
    const text = opened({ onEditFront });
    text.put(TEXT.length);
    button(t('editor.edit.of', { name: t('editor.front') })).click();
    expect([onEditFront.mock.calls.length, text.view.state.selection.main.head]).toEqual([1, TEXT.length]);
  });

  test('is shown as it is written where there is no form', () => {
    const text = opened({});
    text.put(TEXT.length);
    button(t('editor.edit.of', { name: t('editor.front') })).click();
    expect(text.view.state.selection.main.head).toBe(0);
  });
});

test('the editor leaves events of buttons and boxes to them', () => {
  const bar = drawn();
  const box = document.createElement('input');
  bar.append(box);
  const at = (target: EventTarget): Event => {
    const event = new Event('mousedown');
    target.dispatchEvent(event);
    return event;
  };
  const widget = new BarWidget({ label: '', drawing: 'pencil', chips: [], isInner: false });
  const [edit, name] = [bar.querySelector('button span') as Element, bar.querySelector('b') as Element];
  expect([edit, box, name, window].map((target) => isOfButton(at(target)))).toEqual([true, true, false, false]);
  expect([edit, name].map((target) => widget.ignoreEvent(at(target)))).toEqual([true, false]);
  expect([edit, name].map((target) => new FrontWidget().ignoreEvent(at(target)))).toEqual([true, false]);
});
