import { describe, expect, it } from 'vitest';
import { captionsIn } from '../../build/files/captions.ts';

describe('captions that the page shows', () => {
  it.each([
    [
      'hours, commas, settings and a number before the times',
      '1\r\n00:01.500 --> 00:03.000 line:0\r\nIl sort.\r\n\r\n2\r\n01:00:00,250 --> 01:00:02,000\r\nIl sonne.',
      2,
    ],
    ['no empty line between two', '00:01.000 --> 00:02.000\nIl sort.\n00:02.000 --> 00:03.000\nIl sonne.', 2],
    ['a first line of one space, as programs that listen write it', '00:01.000 --> 00:02.000 align:start\n \nIl<00:01.200> sort.', 1],
    ['one without words before the next', '00:01.000 --> 00:02.000\n\n2\n00:02.000 --> 00:03.000\nIl sonne.', 1],
    ['one without words at the end', '00:01.000 --> 00:02.000\nIl sonne.\n\n00:02.000 --> 00:03.000\n', 1],
    ['lines that end with a carriage return alone', '00:01.000 --> 00:02.000\rIl sort.\r\r00:02.000 --> 00:03.000\rIl sonne.', 2],
    ['one without words right above the next', '00:01.000 --> 00:02.000\n00:02.000 --> 00:03.000\nIl sonne.', 1],
    ['one without words before the next, which has no number', '00:01.000 --> 00:02.000\n\n00:02.000 --> 00:03.000\nIl sonne.', 1],
    ['one of a space before the next', '00:01.000 --> 00:02.000\n \n\n2\n00:02.000 --> 00:03.000\nIl sonne.', 1],
    ['one without words before a style', '00:01.000 --> 00:02.000\n\nSTYLE\n::cue {}\n\n00:02.000 --> 00:03.000\nIl sonne.', 1],
    ['one without words before a region', '00:01.000 --> 00:02.000\n\nREGION\nid:quai\n\n00:02.000 --> 00:03.000\nIl sonne.', 1],
    ['one without words before a note', '00:01.000 --> 00:02.000\n\nNOTE à relire\n\n00:02.000 --> 00:03.000\nIl sonne.', 1],
    ['words after five empty lines, too far to be its own', `00:01.000 --> 00:02.000${'\n'.repeat(6)}Il sort.`, 0],
    ['a fifth line with its words', `00:01.000 --> 00:02.000${'\n '.repeat(4)}\nIl sort.`, 1],
  ])('%s', (_, text, shown) => expect(captionsIn(`WEBVTT\n\n${text}`)).toEqual({ shown, lost: [] }));

  it.each([
    ['a point for the seconds', '0:01.0 --> 0:02.0\nIl sort.'],
    ['an end before the beginning', '00:03.000 --> 00:01.000\nIl sort.'],
    ['an end at the beginning', '00:03.000 --> 00:03.000\nIl sort.'],
    ['an empty line above the words', '00:01.000 --> 00:02.000\n\nIl sort.'],
    ['four empty lines above the words', `00:01.000 --> 00:02.000${'\n'.repeat(5)}Il sort.`],
    ['an arrow too short', '00:01.000 -> 00:02.000 -->\nIl sort.'],
  ])('not with %s', (_, text) => expect(captionsIn(`WEBVTT\n\n ${text}`)).toEqual({ shown: 0, lost: [{ line: 3, column: 2 }] }));
});
