// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { afterEach, expect, test } from 'vitest';
import { BoxWidget, IdWidget, PictureWidget } from '../../../build/studio/editor/small-widgets.ts';
import { t } from '../../../build/studio/strings.ts';

afterEach(() => document.body.replaceChildren());

const view = (doc = '- [x] Pain'): EditorView => new EditorView({ doc, parent: document.body });
const boxIn = (place: HTMLElement): HTMLInputElement => place.querySelector('input') as HTMLInputElement;

test('a box is ticked as in the text and is read out with its answer', () => {
  const [ticked, empty] = [new BoxWidget(true, 'Pain').toDOM(view()), new BoxWidget(false, 'Sel').toDOM(view())];
  expect([ticked.className, boxIn(ticked).type, boxIn(ticked).checked, boxIn(empty).checked]).toEqual(['s-box', 'checkbox', true, false]);
  expect([ticked, empty].map((place) => boxIn(place).getAttribute('aria-label'))).toEqual(
    ['Pain', 'Sel'].map((answer) => t('editor.right.of', { answer })),
  );
});

test('a box takes over another tick and answer; a place without a box is drawn again', () => {
  const place = new BoxWidget(true, 'Pain').toDOM(view());
  const box = boxIn(place);
  expect(new BoxWidget(false, 'Sel').updateDOM(place)).toBe(true);
  expect([boxIn(place), box.checked, box.getAttribute('aria-label')]).toEqual([box, false, t('editor.right.of', { answer: 'Sel' })]);
  expect(new BoxWidget(true, 'Sel').updateDOM(document.createElement('span'))).toBe(false);
  expect(
    [new BoxWidget(true, 'a'), new BoxWidget(false, 'a'), new BoxWidget(true, 'b')].map((one) => one.eq(new BoxWidget(true, 'a'))),
  ).toEqual([true, false, false]);
});

test('ticking a box changes its line', () => {
  const editor = view();
  const place = new BoxWidget(true, 'Pain').toDOM(editor);
  editor.contentDOM.querySelector('.cm-line')?.prepend(place);
  boxIn(place).dispatchEvent(new Event('change'));
  expect(editor.state.doc.toString()).toBe('- [ ] Pain');
  editor.destroy();
});

test('the editor leaves events of a box alone and takes those beside it, and of the other signs', () => {
  const place = new BoxWidget(true, 'Pain').toDOM(view());
  const at = (target: Element): Event => {
    const event = new Event('mousedown');
    target.dispatchEvent(event);
    return event;
  };
  const widget = new BoxWidget(true, 'Pain');
  expect([widget.ignoreEvent(at(boxIn(place))), widget.ignoreEvent(at(place))]).toEqual([true, false]);
  expect([new IdWidget('{#a}').ignoreEvent(), new PictureWidget('a.png', '', undefined).ignoreEvent()]).toEqual([false, false]);
});

test('an id is a small sign with its words; other attributes are shown', () => {
  const id = new IdWidget('{ #four }').toDOM();
  expect([id.className, id.textContent, id.title, id.getAttribute('role'), id.getAttribute('aria-label')]).toEqual([
    's-id',
    '#',
    '{ #four }',
    'img',
    '{ #four }',
  ]);
  const words = new IdWidget('{only=soir #x}').toDOM();
  expect([words.className, words.textContent]).toEqual(['s-id s-id-words', 'only=soir #x']);
  expect([new IdWidget('{#a}'), new IdWidget('{#b}')].map((one) => one.eq(new IdWidget('{#a}')))).toEqual([true, false]);
});

test('a picture is shown with the name of its file and its text', () => {
  const shown = new PictureWidget('assets/fours/bois.png', 'Un four', 'blob:1').toDOM();
  expect(shown.className).toBe('s-shot');
  const picture = shown.querySelector('img');
  expect(picture?.getAttribute('decoding')).toBe('async');
  expect([picture?.getAttribute('src'), picture?.alt, shown.querySelector('.s-shot-none')]).toEqual(['blob:1', '', null]);
  expect([...shown.querySelectorAll('.s-shot-words > *')].map((one) => one.textContent)).toEqual(['bois.png', 'Un four']);
});

test('a picture without a file or a text says so', () => {
  const shown = new PictureWidget('bois.png', '', undefined).toDOM();
  expect([shown.querySelector('img'), shown.querySelectorAll('.s-shot-none').length]).toEqual([null, 1]);
  expect(shown.querySelector('.s-shot-alt')?.textContent).toBe(t('editor.noAlt'));
});

test.each<[[address: string, alt: string, source: string | undefined], boolean]>([
  [['a.png', 'x', 'blob:1'], true],
  [['b.png', 'x', 'blob:1'], false],
  [['a.png', 'y', 'blob:1'], false],
  [['a.png', 'x', undefined], false],
])('%j is drawn again unless it is the same picture', (facts, isSame) => {
  expect(new PictureWidget(...facts).eq(new PictureWidget('a.png', 'x', 'blob:1'))).toBe(isSame);
});
