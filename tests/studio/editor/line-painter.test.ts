// @vitest-environment happy-dom

import { EditorState, type Range } from '@codemirror/state';
import type { Decoration } from '@codemirror/view';
import { afterEach, describe, expect, test } from 'vitest';
import { LinePainter } from '../../../build/studio/editor/line-painter.ts';
import { reading } from '../../../build/studio/editor/reading.ts';
import { BoxWidget, IdWidget, PictureWidget } from '../../../build/studio/editor/small-widgets.ts';
import { setSurroundings, surroundings } from '../../../build/studio/editor/surroundings.ts';
import { typeOf } from '../../helpers/opened-studio.ts';

afterEach(() => document.body.replaceChildren());

const TYPES = [typeOf('choice', 'choices'), typeOf('quiz', 'composed'), typeOf('callout', 'prose', { kind: 'block' })];

/** Options for a text of a test. */
interface Text {
  /** Number of the line that is shown as it is written. */
  readonly open?: number;
  readonly selected?: { readonly anchor: number; readonly head?: number };
}

/** Paints a text. @returns what is drawn, line by line: its look, and in brackets its marks and widgets */
function painted(lines: readonly string[], { open = 0, selected = { anchor: 0 } }: Text = {}): string[] {
  const made = EditorState.create({ doc: lines.join('\n'), selection: selected, extensions: [surroundings, reading] });
  const picture = (address: string): string => `blob:${address}`;
  const facts = { ...made.field(surroundings), types: new Map(TYPES.map((one) => [one.name, one])), picture };
  const { state } = made.update({ effects: setSurroundings.of(facts) });
  const ranges: Range<Decoration>[] = [];
  const painter = new LinePainter(state, ranges);
  return lines.map((_, at) => {
    const [line, card] = [state.doc.line(at + 1), state.field(reading).lines.get(at + 1)];
    ranges.length = 0;
    if (card === undefined || card.role === 'body') painter.paint(line, card, at + 1 === open);
    return ranges.map((one) => drawn(one, state, line.from)).join(' ');
  });
}

/** Describes a decoration: `.look`, or `look(text)` with `-` for what is hidden. */
function drawn({ from, to, value: { spec } }: Range<Decoration>, state: EditorState, start: number): string {
  const { widget } = spec as { readonly widget?: unknown };
  const text = state.sliceDoc(from, to);
  if (widget instanceof BoxWidget) return `box(${text})`;
  if (widget instanceof IdWidget) return `id(${text})`;
  if (widget instanceof PictureWidget) return `picture(${text})`;
  const name = (spec.class ?? '-').replaceAll('s-', '');
  return from === to && from === start ? `.${name}` : `${name}(${text})`;
}
const one = (line: string, text?: Text): string => painted([line], text)[0] ?? '';

describe('a line of words', () => {
  test.each([
    ['Un pain.', ''],
    ['', '.blank'],
    ['   ', '.blank'],
    ['| Pain | Four |', '.row'],
    ['  | Pain |', '.row'],
    ['Pain | Four', ''],
    ['- Pain', '.item'],
    ['  * Pain', '.item'],
    ['+ Pain', '.item'],
    ['12. Pain', '.item'],
    ['3) Pain', '.item'],
    ['-Pain', ''],
    ['Un > pain', ''],
  ])('%j is drawn as « %s »', (line, look) => {
    expect(one(line)).toBe(look);
  });

  test('an empty line of the cursor has its full height', () => {
    expect(one('', { open: 1 })).toBe('');
  });

  test('marks are drawn without their signs, which are shown on the line of the cursor', () => {
    expect(one('Un **pain** `rond`')).toBe('strong(pain) -(**) -(**) code(rond) -(`) -(`)');
    expect(one('Un **pain**', { open: 1 })).toBe('strong(pain) sign(**) sign(**)');
    expect(one('- Un **pain**')).toBe('.item strong(pain) -(**) -(**)');
  });
});

describe('code', () => {
  test('is drawn as it is written, between its fences', () => {
    expect(painted(['```', '# Un **four**', '', '```', 'Un pain.'])).toEqual(['.mono', '.mono', '.mono', '.mono', '']);
  });

  test.each([
    ['a longer fence', '````', '.item'],
    ['a fence with words', '``` js', '.mono'],
    ['a shorter fence', '``', '.mono'],
    ['a fence of another sign', '~~~', '.mono'],
    ['an indented fence', '   ```', '.item'],
    ['a fence that is too far in', '    ```', '.mono'],
  ])('is ended or not by %s', (_, fence, look) => {
    expect(painted(['```', fence, '- Pain'])[2]).toBe(look);
  });

  test.each([
    ['~~~', '.mono'],
    ['  ~~~~ js', '.mono'],
    ['``', ''],
    ['    ```', ''],
    ['Un ```', ''],
  ])('begins or not with %j', (fence, look) => {
    expect(painted([fence, 'Pain'])[1]).toBe(look);
  });
});

describe('a heading', () => {
  test.each([
    ['# Four', '.heading heading-1 hash(# )'],
    ['## Four', '.heading heading-2 hash(## )'],
    ['### Four', '.heading heading-3 hash(### )'],
    ['###### Four', '.heading heading-3 hash(###### )'],
    ['##', '.heading heading-2 hash(##)'],
    ['#\tFour', '.heading heading-1 hash(#\t)'],
    ['####### Four', ''],
    ['#Four', ''],
    [' # Four', ''],
  ])('%j is drawn as « %s »', (line, look) => {
    expect(one(line)).toBe(look);
  });

  test('has its id as a sign, and as it is written on the line of the cursor', () => {
    expect(one('# Un *four* {#a_b_c}')).toBe('.heading heading-1 hash(# ) id( {#a_b_c}) emphasis(four) -(*) -(*)');
    expect(one('# Four {#four}', { open: 1 })).toBe('.heading heading-1 hash(# ) mono attributes( {#four})');
  });

  test('has its id without the space before it', () => {
    const state = EditorState.create({ doc: '# Four  {#four}', extensions: [surroundings, reading] });
    const ranges: Range<Decoration>[] = [];
    new LinePainter(state, ranges).paint(state.doc.line(1), undefined, false);
    expect(ranges.map(({ value }) => value.spec.widget).filter(Boolean)).toEqual([new IdWidget('{#four}')]);
  });

  test('has no marks in its attributes', () => {
    expect(one('# Four {title="*a* b"}')).toBe('.heading heading-1 hash(# ) id( {title="*a* b"})');
    expect(one('# *Four {title="a* b"}')).toBe('.heading heading-1 hash(# ) id( {title="a* b"})');
    expect(one('# *Four `b` {title="a* b"}')).toBe('.heading heading-1 hash(# ) id( {title="a* b"}) code(b) -(`) -(`)');
    expect(one('# *Four*{#a}')).toBe('.heading heading-1 hash(# ) id({#a}) emphasis(Four) -(*) -(*)');
  });
});

describe('a picture', () => {
  test('is shown, and written out on the line of the cursor', () => {
    expect(one('![Un *four*](assets/four.png)')).toBe('picture(![Un *four*](assets/four.png))');
    expect(one('![Un *four*](assets/four.png)', { open: 1 })).toBe('emphasis(four) sign(*) sign(*)');
    expect(painted(['```', '![Un four](assets/four.png)'])[1]).toBe('.mono');
  });

  test('has the address of its file in the page', () => {
    const state = EditorState.create({ doc: '![Un four](assets/four.png)', extensions: [surroundings, reading] });
    const facts = { ...state.field(surroundings), picture: (path: string) => (path === 'assets/four.png' ? 'blob:1' : undefined) };
    const ranges: Range<Decoration>[] = [];
    const after = state.update({ effects: setSurroundings.of(facts) }).state;
    new LinePainter(after, ranges).paint(after.doc.line(1), undefined, false);
    expect(ranges.map(({ value }) => value.spec.widget)).toEqual([new PictureWidget('assets/four.png', 'Un four', 'blob:1')]);
  });
});

describe('an answer', () => {
  test('has a box, and a look if it is right', () => {
    expect(painted(['Pain', '- [x] Un **pain**', '- [ ] Du sel']).slice(1)).toEqual([
      '.answer answer-right box(- [x] ) strong(pain) -(**) -(**)',
      '.answer box(- [ ] )',
    ]);
  });

  test.each<[Text['selected'], string]>([
    [{ anchor: 0 }, '.answer mono sign(- [ ] )'],
    [{ anchor: 5 }, '.answer mono sign(- [ ] )'],
    [{ anchor: 6 }, '.answer box(- [ ] )'],
    [{ anchor: 0, head: 3 }, '.answer box(- [ ] )'],
  ])('shows its signs only while the cursor is in them: %j', (selected, look) => {
    expect(painted(['- [ ] Du sel', ''], { selected: selected ?? { anchor: 0 } })[0]).toBe(look);
  });

  test('keeps its box while the cursor is in the line before', () => {
    expect(painted(['Pain', '- [ ] Du sel'], { selected: { anchor: 4 } })[1]).toBe('.answer box(- [ ] )');
    expect(painted(['Pain', '- [ ] Du sel'], { selected: { anchor: 5 } })[1]).toBe('.answer mono sign(- [ ] )');
  });

  test('is read out with its first 80 characters', () => {
    const state = EditorState.create({ doc: `Pain\n- [ ] ${'x'.repeat(79)}yz`, extensions: [surroundings, reading] });
    const ranges: Range<Decoration>[] = [];
    new LinePainter(state, ranges).paint(state.doc.line(2), undefined, false);
    const widget = ranges[1]?.value.spec.widget as BoxWidget;
    expect(widget.eq(new BoxWidget(false, `${'x'.repeat(79)}y`))).toBe(true);
  });
});

describe('feedback', () => {
  const QUESTION = [':::choice{#a}', 'Du bois ?', '- [x] Oui', '> Bien.', '>Sec.', '- [ ] Non', '> Si.', ':::'];

  test('begins, goes on, and has the look of its answer', () => {
    expect(painted(QUESTION).slice(2, 7)).toEqual([
      '.answer answer-right box(- [x] )',
      '.feedback feedback-right feedback-first -(> )',
      '.feedback feedback-right -(>)',
      '.answer box(- [ ] )',
      '.feedback feedback-first -(> )',
    ]);
  });

  test('of a later directive isn’t that of a right answer above it', () => {
    const callout = [':::callout{#b}', '> Une mie.', ':::'];
    const right = QUESTION.slice(0, 4);
    expect(painted([...right, ':::', ...callout])[6]).toBe('.feedback feedback-first -(> )');
    expect(painted([...right, ':::', '', ...QUESTION.slice(0, 2), '> Mie.', ...QUESTION.slice(2)])[8]).toBe(
      '.feedback feedback-first -(> )',
    );
  });

  test('of a question in a quiz has the look of its own answer', () => {
    expect(painted([':::quiz{#q}', ...QUESTION, ':::']).slice(3, 8)).toEqual(painted(QUESTION).slice(2, 7));
    expect(painted([':::quiz{#q}', ...QUESTION.slice(0, 4), ':::', '> Fin.', ':::'])[6]).toBe('.feedback feedback-first -(> )');
  });

  test('shows its marker on the line of the cursor', () => {
    expect(painted(QUESTION, { open: 4 })[3]).toBe('.feedback feedback-right feedback-first mono sign(> )');
  });

  test('outside of directives it is a quotation', () => {
    expect(painted(['> Un *pain*', '> rond', '', '>\tsec'])).toEqual([
      '.quote feedback-first -(> ) emphasis(pain) -(*) -(*)',
      '.quote -(> )',
      '.blank',
      '.quote feedback-first -(>\t)',
    ]);
    expect(painted(['- [x] Oui', '> Bien.'])[1]).toBe('.quote feedback-first -(> )');
  });
});

describe('a prompt', () => {
  test('is the first paragraph of an activity', () => {
    expect(painted([':::choice{#a}', 'Du bois', 'ou du gaz ?', '', 'Pensez-y.', ':::']).slice(1, 5)).toEqual([
      '.prompt',
      '.prompt',
      '.blank',
      '',
    ]);
  });

  test('is in no block, and in nothing that is unknown', () => {
    expect(painted([':::callout', 'Du bois.', ':::', '', ':::other', 'Du gaz.', ':::', 'Fin.'])).toEqual([
      '',
      '',
      '',
      '.blank',
      '',
      '',
      '',
      '',
    ]);
  });

  test('each activity has its own', () => {
    expect(painted([':::choice{#a}', 'Un ?', ':::', ':::choice{#b}', 'Deux ?', ':::']).filter((look) => look === '.prompt')).toHaveLength(
      2,
    );
  });

  test('of a quiz stands before its questions, which have theirs; behind them is none', () => {
    const quiz = [':::quiz{#q}', 'Trois questions.', ':::choice{#a}', 'Un ?', ':::', 'Fin.', ':::'];
    expect(
      painted(quiz)
        .map((look, at) => (look === '.prompt' ? at : -1))
        .filter((at) => at >= 0),
    ).toEqual([1, 3]);
    const late = [':::quiz{#q}', ':::choice{#a}', '- [x] Un', ':::', 'Fin.', ':::'];
    expect(painted(late)).toEqual(['', '', '.answer answer-right box(- [x] )', '', '', '']);
  });
});
