import { expect, it } from 'vitest';
import { Diagnostics } from '../../../build/diagnostics/diagnostics.ts';
import { splitFront } from '../../../build/stages/read/front-matter.ts';

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
