// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';
import type { Fix } from '../../../build/studio/editor/fix.ts';
import { fixName, setProblems } from '../../../build/studio/editor/problem-lines.ts';
import type { Problem } from '../../../build/studio/engine/calls.ts';
import { t } from '../../../build/studio/strings.ts';
import { button, buttons, wordsOf } from '../../helpers/drawn.ts';
import { EditedText } from '../../helpers/edited-text.ts';

let text: EditedText | undefined;

afterEach(() => {
  text?.editor.close();
  document.body.replaceChildren();
});

const problem = (more: Partial<Problem>): Problem => ({
  severity: 'error',
  code: 'no-right-choice',
  path: 'modules/four/pain.md',
  line: 1,
  column: 1,
  problem: 'Aucune bonne réponse.',
  write: '',
  values: {},
  ...more,
});

/** Opens a text with problems. */
function opened(lines: readonly string[], ...problems: readonly Partial<Problem>[]): EditedText {
  text = new EditedText(lines.join('\n'));
  show(false, ...problems);
  return text;
}

function show(isWriting: boolean, ...problems: readonly Partial<Problem>[]): void {
  text?.view.dispatch({ effects: setProblems.of({ problems: problems.map(problem), isWriting }) });
}

const squiggles = (): string[] =>
  [...document.querySelectorAll('.s-squiggle')].map((one) => `${one.className.split('-').at(-1)}: ${one.textContent}`);
const shown = (): string[] => [...document.querySelectorAll('.s-fault p')].map(wordsOf);
/** The words of each line with those of the problems below it, in order. */
const rows = (): string[] => [...(text?.view.contentDOM.children ?? [])].map((one) => wordsOf(one.querySelector('p') ?? one));

describe('what a problem is about has a line under it', () => {
  test.each<[string, Partial<Problem>, string]>([
    ['the longest value of its message', { values: { name: 'pain', near: 'pain rond', count: 1 } }, 'pain rond'],
    ['a value behind its column', { column: 12, values: { name: 'pain' } }, 'pain'],
    ['all behind its column without a value', { column: 4 }, 'pain rond, pain'],
    ['all of the line', { values: { name: 'sel' } }, 'Un pain rond, pain'],
    ['no value of one character', { column: 15, values: { sign: 'a' } }, 'pain'],
    ['a value of two', { values: { sign: 'in' } }, 'in'],
    ['all behind its column for a value before it', { column: 10, values: { name: 'Un' } }, 'ond, pain'],
    ['a number', { values: { n: 12 } }, 'Un pain rond, pain'],
  ])('%s', (_, more, words) => {
    opened(['Un pain rond, pain'], more);
    expect(squiggles()).toEqual([`error: ${words}`]);
  });

  test('from the first place behind the column', () => {
    opened(['pain, pain'], { column: 2, values: { name: 'pain' } });
    expect([squiggles(), document.querySelector('.cm-line')?.firstChild?.textContent]).toEqual([['error: pain'], 'pain, ']);
  });

  test('not behind the end of the line, nor on an empty one', () => {
    opened(['Pain', ''], { column: 5 }, { column: 9 }, { line: 2 });
    expect([squiggles(), shown().length]).toEqual([[], 3]);
    show(false, { column: 4 });
    expect(squiggles()).toEqual(['error: n']);
  });
});

describe('words', () => {
  test('stand below the line, with what to write', () => {
    opened(['Un', 'Deux', 'Trois'], { line: 2, problem: 'Trop court.', write: 'Écrivez plus.' }, { line: 3, problem: 'Trop long.' });
    expect(rows()).toEqual(['Un', 'Deux', 'Trop court. Écrivez plus.', 'Trois', 'Trop long.']);
    expect([...document.querySelectorAll('.s-fault-write')].map((one) => one.textContent)).toEqual(['Écrivez plus.']);
  });

  test.each(['error', 'warning', 'notice'] as const)('of the severity « %s » have their look and their drawing', (severity) => {
    opened(['Un', 'Deux', 'Trois'], ...(['error', 'warning', 'notice'] as const).map((one, at) => ({ line: at + 1, severity: one })));
    const drawings = [...document.querySelectorAll('.s-fault path')].map((one) => one.getAttribute('d')).filter((d) => d !== 'undefined');
    expect([document.querySelectorAll(`.s-fault.s-fault-${severity}`).length, new Set(drawings).size]).toEqual([1, 3]);
    expect(squiggles()).toContain(`${severity}: ${{ error: 'Un', warning: 'Deux', notice: 'Trois' }[severity]}`);
  });

  test('of lines that are not there are left out', () => {
    opened(['Un', 'Deux'], { line: 0 }, { line: 3 }, { line: 2, problem: 'Ici.' });
    expect([shown(), squiggles()]).toEqual([['Ici.'], ['error: Deux']]);
  });

  test('of front matter stand below all of it, and nothing in it has a line under it', () => {
    opened(
      ['---', 'id: Four', '---', '', 'Du pain.'],
      { line: 2, problem: 'Ceci.' },
      { line: 3, problem: 'Cela.' },
      { line: 5, problem: 'Là.' },
    );
    expect([rows().slice(-5), squiggles()]).toEqual([['Ceci.', 'Cela.', '', 'Du pain.', 'Là.'], ['error: Du pain.']]);
  });

  test('stay inside the card of their line, but for its last', () => {
    opened([':::quiz', ':::trainer', 'Pain', ':::', ':::', 'Four'], ...[1, 3, 4, 5, 6].map((line) => ({ line })));
    expect([...document.querySelectorAll('.s-fault-line')].map((one) => one.classList.contains('s-in-card'))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  test('wait on the line of the cursor while somebody writes; the line under it does not', () => {
    opened(['Un', 'Deux'], { line: 1, problem: 'Ici.' }, { line: 2, problem: 'Là.' });
    text?.put(3);
    show(true, { line: 1, problem: 'Ici.' }, { line: 2, problem: 'Là.' });
    expect([shown(), squiggles().length]).toEqual([['Ici.'], 2]);
    show(false, { line: 1, problem: 'Ici.' }, { line: 2, problem: 'Là.' });
    expect(shown()).toEqual(['Ici.', 'Là.']);
  });

  test('move with their line until the next check', () => {
    opened(['Un', 'Deux'], { line: 2 });
    text?.view.dispatch({ changes: { from: 0, insert: 'Zéro\n' } });
    expect(rows()).toEqual(['Zéro', 'Un', 'Deux', 'Aucune bonne réponse.']);
    show(false);
    expect([rows(), squiggles()]).toEqual([['Zéro', 'Un', 'Deux'], []]);
  });

  test.each<[Partial<Problem>, boolean]>([
    [{}, true],
    [{ column: 2, code: 'other' }, true],
    [{ severity: 'notice' }, false],
    [{ problem: 'Autre.' }, false],
    [{ write: 'Autre.' }, false],
    [{ code: 'unknown-page', values: { page: 'four', near: 'fours' } }, false],
  ])('are drawn again only if they differ: %j', (more, isSame) => {
    opened(['Un four'], {});
    const before = document.querySelector('.s-fault-line');
    show(false, more);
    expect(document.querySelector('.s-fault-line') === before).toBe(isSame);
  });
});

describe('a fix', () => {
  const LINES = ['# Four {#four}', '', 'Voir [le four](#fours).'];
  const wrong = { code: 'unknown-page', line: 3, column: 1, values: { page: 'fours', near: 'four' } };
  const name = t('editor.fix.replace', { shown: 'four' });

  test('is offered by a button, and changes the text', () => {
    const { view } = opened(LINES, wrong, { line: 1 });
    expect(buttons()).toEqual([name]);
    expect([button(name).type, button(name).textContent]).toEqual(['button', name]);
    button(name).click();
    const { text: fixed } = text ?? { text: '' };
    expect([fixed, view.state.selection.main.head]).toEqual([LINES.join('\n').replace('#fours', '#four'), fixed.indexOf(').')]);
  });

  test('is made for the line as it is by now', () => {
    opened(LINES, wrong);
    text?.view.dispatch({ changes: { from: 0, insert: 'Avant.\n' } });
    button(name).click();
    expect(text?.text).toBe(`Avant.\n${LINES.join('\n').replace('#fours', '#four')}`);
  });

  test('that no longer fits changes nothing', () => {
    opened(LINES, wrong);
    const written = LINES.join('\n').replace('#fours', '#pain');
    text?.view.dispatch({ changes: { from: 0, to: text.text.length, insert: written } });
    for (const one of document.querySelectorAll<HTMLElement>('.s-fault-fix')) one.click();
    expect(text?.text).toBe(written);
  });

  test('puts the cursor behind the last of its changes', () => {
    const { view } = opened(['• Pain', '• Four', ''], { code: 'pasted-bullet', values: { sign: '•' } });
    button(/./).click();
    expect([text?.text, view.state.selection.main.head]).toEqual(['- Pain\n- Four\n', '- Pain\n- '.length]);
  });

  test('knows the ids of the whole course', () => {
    text = new EditedText(':::choice{#a}\n:::\n\n:::choice{#a}\n:::', {}, ['a-2']);
    show(false, { code: 'duplicate-id', line: 4, values: { id: 'a' } });
    button(t('editor.fix.replace', { shown: '#a-3' })).click();
    expect(text.text).toContain('\n:::choice{#a-3}');
  });

  test('leaves its events to its button', () => {
    const { view } = opened(LINES, wrong);
    const { head } = view.state.selection.main;
    button(name).dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    expect(view.state.selection.main.head).toBe(head);
  });
});

test.each<[Partial<Fix>, string]>([
  [{ kind: 'replace', shown: 'four' }, t('editor.fix.replace', { shown: 'four' })],
  [{ kind: 'add', shown: '}\n:::' }, t('editor.fix.add', { shown: '} :::' })],
  [{ kind: 'add', shown: '\n}\n:::' }, t('editor.fix.add', { shown: ' } :::' })],
  [{ kind: 'remove', shown: '' }, t('editor.fix.remove')],
  [{ kind: 'add', shown: 'x'.repeat(40) }, t('editor.fix.add', { shown: 'x'.repeat(40) })],
  [{ kind: 'add', shown: `${'x'.repeat(40)}y` }, t('editor.fix.add', { shown: `${'x'.repeat(40)}…` })],
])('the fix %j is named « %s »', (fix, name) => {
  expect(fixName({ kind: 'add', shown: '', changes: [], ...fix })).toBe(name);
});
