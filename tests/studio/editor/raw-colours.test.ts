// @vitest-environment happy-dom
import { EditorView } from '@codemirror/view';
import { afterEach, expect, test } from 'vitest';
import { rawColours } from '../../../build/studio/editor/raw-colours.ts';

let view: EditorView | undefined;

afterEach(() => {
  view?.destroy();
  document.body.replaceChildren();
});

function opened(...lines: readonly string[]): EditorView {
  view?.destroy();
  view = new EditorView({ doc: lines.join('\n'), parent: document.body, extensions: rawColours() });
  return view;
}
const coloured = (name: string): (string | null)[] =>
  [...document.querySelectorAll(`.cm-content .s-raw-${name}`)].map((one) => one.textContent);

test('the source has its look', () => {
  expect(opened('Un four').dom.classList.contains('s-source')).toBe(true);
});

test('lines of directives and ids of headings are coloured', () => {
  opened(
    '# Four {#four}',
    ':::choice{#bois}',
    'Un : ::non',
    '::video{src=a.mp4}',
    ':::',
    ': non',
    '## Bois {only=soir}',
    '# Pain {#pain}  ',
    '# Sel {#}',
  );
  expect(coloured('directive')).toEqual(['{#four}', ':::choice{#bois}', '::video{src=a.mp4}', ':::', '{#pain}  ', '{#}']);
  expect(coloured('sign')).toEqual(['#', '##', '#', '#']);
});

test.each([
  ['- Un pain', ['- ']],
  ['  * Un pain', ['  * ']],
  ['+ Un pain', ['+ ']],
  ['12. Un pain', ['12. ']],
  ['3) Un pain', ['3) ']],
  ['- [x] Un pain', ['- [x]']],
  ['- [X] Un pain', ['- [X]']],
  ['- [ ] Un pain', ['- [ ]']],
  ['- [y] Un pain', ['- ']],
  ['Un {#pain} rond', []],
  ['-Un pain', []],
  ['Un - pain', []],
  ['> Un pain > un four', ['>']],
  ['###### Un pain', ['######']],
  ['####### Un pain', []],
  ['#Un pain', []],
  ['Un **pain** rond', ['**', '**']],
  ['Un [[pain]] rond', ['[[', ']]']],
  ['Un *pain* [rond](a)', []],
  ['', []],
])('in %j the signs %j are coloured', (line, signs) => {
  opened(line);
  expect([coloured('sign'), coloured('directive')]).toEqual([signs, []]);
});

test('colours follow the text', () => {
  opened('Un', 'four').dispatch({ changes: { from: 0, insert: '> ' } });
  expect(coloured('sign')).toEqual(['>']);
  view?.dispatch({ changes: { from: 5, insert: '- ' } });
  expect(coloured('sign')).toEqual(['>', '- ']);
  view?.dispatch({ changes: { from: 0, to: 2 } });
  expect(coloured('sign')).toEqual(['- ']);
});

test('colours follow a change that keeps the length of the text', () => {
  opened('Un', 'four').dispatch({ changes: { from: 0, to: 2, insert: '> ' } });
  expect(coloured('sign')).toEqual(['>']);
});

test('moving the cursor colours nothing again', () => {
  opened('> Un four').dispatch({ changes: { from: 2, insert: 'A' } });
  const [sign] = document.querySelectorAll('.s-raw-sign');
  view?.dispatch({ selection: { anchor: 3 } });
  expect([document.querySelector('.s-raw-sign') === sign, coloured('sign')]).toEqual([true, ['>']]);
});
