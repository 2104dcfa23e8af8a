import { expect, test } from 'vitest';
import type { TextLoss } from '../../../build/exchange/html/loss.ts';
import { Reading } from '../../../build/exchange/read/reading.ts';

const png = (mark: string): Uint8Array => Uint8Array.from(`\x89PNG\r\n${mark}`, (sign) => sign.charCodeAt(0));

test('the same remark is kept once; another key, line or value is another one', () => {
  const reading = new Reading('fr', 'assets/x');
  reading.remark('note', 'a', 1);
  reading.remark('lost', 'a', 1);
  reading.remark('note', 'b', 1);
  reading.remark('note', 'a', 2, { n: 1 });
  reading.remark('note', 'a', 2, { n: 2 });
  expect(reading.remarks.map(({ level, key, line, values }) => [level, key, line, values])).toEqual([
    ['note', 'a', 1, {}],
    ['note', 'b', 1, {}],
    ['note', 'a', 2, { n: 1 }],
    ['note', 'a', 2, { n: 2 }],
  ]);
});

test('each refused question is reported with its text', () => {
  const reading = new Reading('en', 'assets/x');
  reading.refuse('a', 1, ' Un \n');
  reading.refuse('a', 1, 'Un', { kind: 'b' });
  expect(reading.remarks).toEqual([
    { level: 'refused', key: 'a', line: 1, values: {}, text: 'Un' },
    { level: 'refused', key: 'a', line: 1, values: { kind: 'b' }, text: 'Un' },
  ]);
  expect([reading.lang, reading.place]).toEqual(['en', 'line']);
});

test.each<[TextLoss, string]>([
  ['alt', 'review'],
  ['bad-picture', 'review'],
  ['missing-picture', 'review'],
  ['style', 'note'],
  ['language', 'note'],
  ['flattened', 'note'],
  ['small', 'note'],
  ['script', 'lost'],
  ['form', 'lost'],
  ['media', 'lost'],
  ['link', 'lost'],
  ['formula', 'lost'],
  ['merged-cells', 'lost'],
])('%s is reported as %s', (what, level) => {
  const reading = new Reading('fr', 'assets/x');
  reading.context(4, true).lose(what, 'x');
  reading.context(5, true).lose(what);
  expect(reading.remarks).toEqual([
    { level, key: `text.${what}`, line: 4, values: { detail: 'x' } },
    { level, key: `text.${what}`, line: 5, values: { detail: '' } },
  ]);
});

test('a context knows its language and place', () => {
  const reading = new Reading('en', 'assets/x');
  expect(reading.context(1, true)).toMatchObject({ lang: 'en', isQuestion: true, hasTable: false });
  expect(reading.context(1, false, new Map(), true)).toMatchObject({ isQuestion: false, hasTable: true });
});

test('a picture is one of the text, else of the document, else beside the file', () => {
  const asked: string[] = [];
  const reading = new Reading('fr', 'assets/x', (path) => {
    asked.push(path);
    return path === 'img/c.png?x' ? png('c') : undefined;
  });
  reading.files.set('a b.png', png('document'));
  reading.files.set('d.png', png('d'));
  const { picture } = reading.context(2, true, new Map([['a b.png', png('text')]]));
  expect([picture('@@PLUGINFILE@@/x/a%20b.png?v=1#x'), picture('d.png'), picture('img/c.png?x')]).toEqual([
    'assets/x/a-b.png',
    'assets/x/d.png',
    'assets/x/c.png',
  ]);
  expect([reading.pictures.list.map(({ bytes }) => bytes), asked]).toEqual([[png('text'), png('d'), png('c')], ['img/c.png?x']]);
  expect(reading.remarks).toEqual([]);
});

test('a picture in its own address', () => {
  const reading = new Reading('fr', 'assets/x');
  const { picture } = reading.context(2, true);
  const data = btoa(String.fromCharCode(...png('1')));
  expect([picture(`data:image/png;base64,${data}`), picture(`DATA:image/svg+xml;base64,${data}`)]).toEqual([
    'assets/x/image.png',
    'assets/x/image.png',
  ]);
  expect([picture(`data:text/html;base64,${data}`), picture(`x.data:image/png;base64,${data}`)]).toEqual([undefined, undefined]);
  expect(reading.remarks.map(({ key }) => key)).toEqual(['text.missing-picture', 'text.missing-picture']);
});

test('what is missing, and what is no picture, is reported by the first 80 characters of its address', () => {
  const reading = new Reading('fr', 'assets/x');
  const { picture } = reading.context(2, true, new Map([['a%zz.png', Uint8Array.of(1)]]));
  expect([picture(`x/${'b'.repeat(99)}`), picture('x/a%zz.png'), picture('data:image/png;base64,*')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  expect(reading.remarks.map(({ level, key, values }) => [level, key, values.detail])).toEqual([
    ['review', 'text.missing-picture', `x/${'b'.repeat(78)}`],
    ['review', 'text.bad-picture', 'x/a%zz.png'],
    ['review', 'text.missing-picture', 'data:image/png;base64,'],
  ]);
});
