import { expect, test } from 'vitest';
import { readDelimited } from '../../../build/results/read/delimited.ts';

test.each<[string, string[][]]>([
  [
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '\ufeffa;b\r\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\n1\t2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    '"a,b,c";d\n1;2',
    [
      ['a,b,c', 'd'],
      ['1', '2'],
    ],
  ],
  [
    '"a\n,b,";"d ""x"""\n1;2',
    [
      ['a\n,b,', 'd "x"'],
      ['1', '2'],
    ],
  ],
  ['a\n\nb\n', [['a'], ['b']]],
  [
    'a;b\r1,2,3;4\r',
    [
      ['a', 'b'],
      ['1,2,3', '4'],
    ],
  ],
  ['"";"a,b,c";d\n', [['', 'a,b,c', 'd']]],
  ['"a,b";"c,d,e,f"\n', [['a,b', 'c,d,e,f']]],
  [
    'a,b\n\ufeff,c\n',
    [
      ['a', 'b'],
      ['\ufeff', 'c'],
    ],
  ],
  ['a,b;c\n', [['a', 'b;c']].map(([one = '', two = '']) => (one === 'a' ? ['a,b', 'c'] : [one, two]))],
])('%j', (text, table) => {
  expect(readDelimited(text)).toEqual(table);
});
