import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { idIn, splitFront } from '../../../build/stages/read/front-matter.ts';

function split(text: string) {
  const diagnostics = new Diagnostics();
  return { ...splitFront(text, 'rames.md', diagnostics), found: diagnostics.list.map(({ code, at }) => `${code} ${at.line}`) };
}

it('separates front matter and body, whose lines keep their numbers', () => {
  expect(split('---\nid: rames\ntitle: Rames\n---\n# Quai\n')).toEqual({
    front: 'id: rames\ntitle: Rames',
    skip: 1,
    body: '\n\n\n\n# Quai\n',
    found: [],
  });
});

it('accepts empty lines, a mark of byte order, and Windows line ends before it', () => {
  const { front, body, found, skip } = split('\ufeff\r\n---\r\nid: rames\r\n---\r\n# Quai\r\n');
  expect([front, skip, body.trim(), body.split('\n').length, found]).toEqual(['id: rames', 2, '# Quai', 6, []]);
});

it('may be empty, or end the file', () => {
  expect(split('---\n---\nTexte.')).toMatchObject({ front: '', found: [] });
  expect(split('---\nid: rames\n---')).toMatchObject({ front: 'id: rames', found: [] });
});

it('is absent in a text that begins otherwise', () => {
  expect(split('# Quai\n\n---\n')).toMatchObject({ front: null, found: [] });
});

it('reports lines that a word processor has changed, and reads it all the same', () => {
  expect(split('—\nid: rames\n—\n# Quai\n')).toMatchObject({
    front: 'id: rames',
    body: '\n\n\n# Quai\n',
    found: ['front-matter-line 1', 'front-matter-line 3'],
  });
  expect(split('---\nid: rames\n— —\n')).toMatchObject({ found: ['front-matter-unclosed 3'] });
});

it('reports that its end is missing, below its last line', () => {
  const { front, found } = split('---\nid: rames\ntitle: Rames\n\n# Quai {#quai}\n\n---\n');
  expect([front?.trim(), found]).toEqual(['id: rames\ntitle: Rames', ['front-matter-unclosed 3']]);
});

it.each([
  ['Quai\nid: rames\n', null, []],
  ['---\n\nTexte.\n', null, []],
  ['— —\nid: rames\n---\n', null, []],
  ['===\nid: rames\n---\n# Quai\n', 'id: rames', ['front-matter-line 1']],
  ['---\nid: rames\n***  \n# Quai\n', 'id: rames', ['front-matter-line 3']],
  ['\ufeff—\nid: rames\n—\n# Quai\n', 'id: rames', ['front-matter-line 1', 'front-matter-line 3']],
  ['___\nid: rames\n-—-\n# Quai\n', 'id: rames', ['front-matter-line 1', 'front-matter-line 3']],
  ['-\nid: rames\n---\n', null, []],
  ['\n--\nid\u00a0: rames\n--\n# Quai\n', 'id\u00a0: rames', ['front-matter-line 2', 'front-matter-line 4']],
  ['---\nid: rames\n# remarque\n\naims:\n  - a\n- b\n–\n# Quai\n', 'id: rames\n# remarque\n\naims:\n  - a\n- b', ['front-matter-line 8']],
  ['---\nid: rames\nTexte libre.\n---\n# Quai\n', 'id: rames\nTexte libre.', []],
  ['--\nid: rames\nTexte libre.\n--\n\n# Quai\n', 'id: rames\nTexte libre.', ['front-matter-line 1', 'front-matter-line 4']],
  ['---\nid: rames\nTexte libre.\n\n# Quai\n', 'id: rames\nTexte libre.', ['front-matter-unclosed 3']],
  ['---\nid: rames\n:::choice{#q}\n---\n', 'id: rames', ['front-matter-unclosed 2']],
  ['---\nid: rames', 'id: rames', ['front-matter-unclosed 2']],
  ['---  \nid: rames\n***\n# Quai\n', 'id: rames', ['front-matter-line 3']],
  ['—\n  id: rames\n—\n# Quai\n', '  id: rames', ['front-matter-line 1', 'front-matter-line 3']],
  ['—\nÉtat: ouvert\n—\n# Quai\n', 'État: ouvert', ['front-matter-line 1', 'front-matter-line 3']],
  ['—\naims:\n-\n\nid: rames\n—\n# Quai\n', 'aims:\n-\n\nid: rames', ['front-matter-line 1', 'front-matter-line 6']],
  ['---\nid: rames\n# un {mot}\n---\n# Quai\n', 'id: rames\n# un {mot}', []],
  ['—\r\nid: rames\r\n—\r\n# Quai\r\n', 'id: rames', ['front-matter-line 1', 'front-matter-line 3']],
])('%j: what is front matter, and what is reported', (text, front, reported) => {
  const result = split(text);
  expect([result.front, result.found]).toEqual([front, reported]);
});

it('quotes the line that is wrong, in the file that has it', () => {
  const diagnostics = new Diagnostics();
  splitFront('---\nid: rames\n ***  \n', 'rames.md', diagnostics);
  expect(diagnostics.list.map(({ at, values }) => [at, values])).toEqual([[{ file: 'rames.md', line: 3, column: 1 }, { line: '***' }]]);
});

it('keeps the lines of the body where its end is missing or wrong', () => {
  const [unclosed, loose] = [split('---\nid: rames\n:::choice\nx\n'), split('\n---\nid: rames\n***\n# Quai\nx')];
  expect([unclosed.skip, unclosed.body, loose.skip, loose.body]).toEqual([1, '\n\n:::choice\nx\n', 2, '\n\n\n\n# Quai\nx']);
});

it.each([
  ['---\nid: rames\n---\n', 'rames'],
  ['---\ntitle: x\nid:   "rames-2"\n---\n', 'rames-2'],
  ["---\nid: 'rames'\n---\n", 'rames'],
  ['\ufeff---\nid: rames\n---\n', 'rames'],
  ['  \n\t\n---\t\nid: rames\n--- ', 'rames'],
  ['---\r\nid: rames\r\n---', 'rames'],
  ['---\n  id: rames\n---\n', undefined],
  ['---\nid: Rames\n---\n', undefined],
  ['# Quai\nid: rames\n', undefined],
])('%j: the id', (text, id) => {
  expect(idIn(text)).toBe(id);
});
