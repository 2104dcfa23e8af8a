import { describe, expect, test } from 'vitest';
import type { HeadingText, SectionText } from '../../../build/studio/text/edit-parts.ts';
import {
  addSection,
  moveSection,
  removeSection,
  setLines,
  setSecond,
  setTitle,
  shownTitle,
} from '../../../build/studio/text/edit-sections.ts';
import { applied, sectionsIn } from '../../helpers/body-text.ts';

const TEXT = 'Avant.\n\n## Un | plus {icon=sun}\nTexte un.\n\n\n## Deux\n- a\n';

function sectionIn(text: string, index: number): SectionText {
  const section = sectionsIn(text)[index];
  if (!section) throw new Error('no section');
  return section;
}

const headingIn = (text: string, index = 0): HeadingText => sectionIn(text, index).heading;

describe('a heading', () => {
  test.each([
    ['## Un | plus {icon=sun}', ' Uni\nvers ', '## Uni vers | plus {icon=sun}'],
    ['## Un | plus', 'a | b', '## a \\| b | plus'],
    ['## Un', 'a \\| b', '## a \\| b'],
    ['## Un', 'a | b | c', '## a \\| b \\| c'],
    ['## Un {#u}', '# x {y}', '## \\# x \\{y} {#u}'],
    ['##', 'Un', '## Un'],
    ['##', '', '##'],
    ['## Un', 'Un', '## Un'],
  ])('the title of %j becomes %j', (text, value, expected) => {
    expect(applied(text, setTitle(text, headingIn(text), value))).toBe(expected);
  });

  test('the same title is no change, and is shown with its bars', () => {
    expect(setTitle(TEXT, headingIn(TEXT), 'Un')).toEqual([]);
    expect(shownTitle('a \\| b \\| c')).toBe('a | b | c');
  });

  test.each([
    ['## Un | plus {icon=sun}', 'moins | rien', '## Un | moins \\| rien {icon=sun}'],
    ['## Un | plus {icon=sun}', '', '## Un {icon=sun}'],
    ['## Un {icon=sun}', 'plus', '## Un | plus {icon=sun}'],
    ['## Un', '', '## Un'],
    ['## Un | plus', 'plus', '## Un | plus'],
  ])('the second part of %j becomes %j', (text, value, expected) => {
    expect(applied(text, setSecond(text, headingIn(text), value))).toBe(expected);
  });
});

describe('lines', () => {
  const at = (text: string, words: string) => ({ from: text.indexOf(words), to: text.indexOf(words) + words.length });

  test.each([
    [':::choice\n:::\n', 10, 'Q ?', ':::choice\nQ ?\n\n:::\n'.replace('\n\n', '\n')],
    [':::choice\n- [x] b\n:::\n', 10, 'Q ?', ':::choice\nQ ?\n\n- [x] b\n:::\n'],
    [':::choice\n\n- [x] b\n:::\n', 10, 'Q ?', ':::choice\nQ ?\n- [x] b\n:::\n'],
    [':::choice\n\n\n- [x] b\n', 10, 'Q ?', ':::choice\nQ ?\n\n- [x] b\n'],
    ['## Un', 5, 'Texte.', '## Un\nTexte.'],
    ['a', 1, 'Texte.', 'a\nTexte.'],
    ['## Un\n\n## Deux', 5, 'Texte.', '## Un\nTexte.\n\n## Deux'],
    ['', 0, 'Texte.', 'Texte.'],
  ])('%j gets lines at %i: %j', (text, offset, value, expected) => {
    expect(applied(text, setLines(text, { from: offset, to: offset }, value, 'free'))).toBe(expected);
  });

  test('lines that are there are replaced, and none are no change', () => {
    expect(applied(TEXT, setLines(TEXT, at(TEXT, 'Texte un.'), 'A\n\n## B\n> C', 'in-sections'))).toBe(
      TEXT.replace('Texte un.', 'A\n\n\\## B\n\\> C'),
    );
    expect(applied(TEXT, setLines(TEXT, at(TEXT, 'Texte un.'), '## B', 'free'))).toBe(TEXT.replace('Texte un.', '## B'));
    expect(setLines(TEXT, at(TEXT, 'Texte un.'), 'Texte un.', 'free')).toEqual([]);
    expect(setLines(TEXT, { from: 6, to: 6 }, ' \n', 'free')).toEqual([]);
    expect(applied('> un\n\ndeux', setLines('> un\n\ndeux', { from: 6, to: 10 }, '> trois', 'in-sections'))).toBe('> un\n\n\\> trois');
    expect(applied('> un\ndeux', setLines('> un\ndeux', { from: 0, to: 9 }, '> trois', 'in-sections'))).toBe('> trois');
  });
});

describe('sections', () => {
  test('one is added below another with a blank line on either side', () => {
    expect(applied(TEXT, addSection(TEXT, sectionIn(TEXT, 0), '## N\nx'))).toBe(TEXT.replace('Texte un.\n', 'Texte un.\n\n## N\nx\n'));
    expect(applied(TEXT, addSection(TEXT, sectionIn(TEXT, 1), '## N'))).toBe(`${TEXT.trimEnd()}\n\n## N\n`);
    expect(applied('## Un', addSection('## Un', { from: 0, to: 5 }, '## N'))).toBe('## Un\n\n## N');
    expect(applied('## Un:::', addSection('## Un:::', { from: 0, to: 5 }, '## N'))).toBe('## Un\n\n## N\n:::');
    expect(applied('## Un:::\n', addSection('## Un:::\n', { from: 0, to: 5 }, '## N'))).toBe('## Un\n\n## N\n:::\n');
    expect(applied('## Un\n\nx', addSection('## Un\n\nx', { from: 0, to: 5 }, '## N'))).toBe('## Un\n\n## N\n\nx');
  });

  test('one is removed with the blank lines beside it', () => {
    const sections = sectionsIn(TEXT);
    expect(applied(TEXT, removeSection(TEXT, sections, 0))).toBe('Avant.\n\n## Deux\n- a\n');
    expect(applied(TEXT, removeSection(TEXT, sections, 1))).toBe('Avant.\n\n## Un | plus {icon=sun}\nTexte un.\n');
    expect(applied('## Un\n', removeSection('## Un\n', sectionsIn('## Un\n'), 0))).toBe('\n');
    expect(removeSection(TEXT, sections, 2)).toEqual([]);
  });

  test('the only one is removed with the blank lines above it, and does not move', () => {
    const text = 'Avant.\n\n\n## Un\nx\n';
    expect(applied(text, removeSection(text, sectionsIn(text), 0))).toBe('Avant.\n');
    expect([moveSection(text, sectionsIn(text), 0, 1), moveSection(text, sectionsIn(text), 0, -1)]).toEqual([[], []]);
  });

  test('two change places, and blank lines stay', () => {
    const sections = sectionsIn(TEXT);
    const moved = 'Avant.\n\n## Deux\n- a\n\n\n## Un | plus {icon=sun}\nTexte un.\n';
    expect(applied(TEXT, moveSection(TEXT, sections, 0, 1))).toBe(moved);
    expect(applied(TEXT, moveSection(TEXT, sections, 1, -1))).toBe(moved);
    expect([moveSection(TEXT, sections, 0, -1), moveSection(TEXT, sections, 1, 1)]).toEqual([[], []]);
  });
});
