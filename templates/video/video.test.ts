// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { mount, readCaptions } from './runtime.ts';
import { definition as schema } from './type.ts';

describe('captions', () => {
  it('reads numbered cues, hours, commas, settings and several lines', () => {
    const text =
      'WEBVTT - le dépôt\r\nKind: captions\r\n\r\nNOTE à relire\r\n\r\n1\r\n00:01.500 --> 00:03.000 line:0\r\nLe tram sort.\r\n\r\n01:00:00,250 --> 01:00:02,000\r\n<i>Il sonne.</i>\r\nDeux fois.\r\n';
    expect(readCaptions(text)).toEqual([
      { start: 1.5, end: 3, text: 'Le tram sort.' },
      { start: 3600.25, end: 3602, text: '<i>Il sonne.</i>\nDeux fois.' },
    ]);
  });

  it('reads any ends of lines, and any number of empty lines', () => {
    const text = 'WEBVTT\r\r\r00:01.000 --> 00:02.000\rIl sort.\r\r\r\r00:02.000 --> 00:03.000\rIl sonne.\r';
    expect(readCaptions(text)).toEqual([
      { start: 1, end: 2, text: 'Il sort.' },
      { start: 2, end: 3, text: 'Il sonne.' },
    ]);
  });

  it('begins a new one at each line of times', () => {
    const text = 'WEBVTT\n00:01.000 --> 00:02.000\nIl sort.\n2\n00:02.000 --> 00:03.000\nIl sonne.';
    expect(readCaptions(text).map(({ start, text: words }) => [start, words])).toEqual([
      [1, 'Il sort.\n2'],
      [2, 'Il sonne.'],
    ]);
  });

  it.each([
    ['nothing', ''],
    ['a header alone', 'WEBVTT'],
    ['a cue that ends before it begins', 'WEBVTT\n\n00:03.000 --> 00:01.000\nTrop tard.'],
    ['a cue without words', 'WEBVTT\n\n00:01.000 --> 00:03.000\n'],
    ['times without words after them', 'WEBVTT\n\n00:01.000 --> 00:03.000\n   '],
    ['times that are none', 'WEBVTT\n\n1 --> 3\nTôt.'],
  ])('gives none for %s', (_, text) => expect(readCaptions(text)).toEqual([]));

  it('reads those of the example', () => {
    expect(readCaptions(readFileSync('templates/video/assets/arret-de-tram.vtt', 'utf8'))).toHaveLength(2);
  });

  it('are shown from the start, in the language of the page', () => {
    const cues: unknown[][] = [];
    vi.stubGlobal(
      'VTTCue',
      class {
        constructor(...values: unknown[]) {
          cues.push(values);
        }
      },
    );
    document.documentElement.lang = 'fr';
    document.body.innerHTML =
      '<figure><video></video><div data-captions="Sous-titres" hidden>WEBVTT\n\n00:01.000 --> 00:02.000\nA &amp; B</div></figure>';
    const track = { mode: 'disabled', addCue: vi.fn() };
    const video = document.querySelector('video') as HTMLVideoElement;
    video.addTextTrack = vi.fn(() => track as unknown as TextTrack);
    mount(document.querySelector('figure') as HTMLElement);
    expect(video.addTextTrack).toHaveBeenCalledWith('captions', 'Sous-titres', 'fr');
    expect([cues, track.mode, track.addCue.mock.calls.length]).toEqual([[[1, 2, 'A & B']], 'showing', 1]);
  });

  it('are left out where there are none', () => {
    document.body.innerHTML = '<figure><video></video></figure>';
    const video = document.querySelector('video') as HTMLVideoElement;
    video.addTextTrack = vi.fn();
    mount(document.querySelector('figure') as HTMLElement);
    expect(video.addTextTrack).not.toHaveBeenCalled();
    document.body.innerHTML = '<figure><div data-captions="Sous-titres">WEBVTT</div></figure>';
    expect(() => mount(document.querySelector('figure') as HTMLElement)).not.toThrow();
  });
});

describe('a video in the text', () => {
  it.each([
    ['', ['missing-captions:1']],
    [' captions=media/depot.vtt', []],
    [' captions=media/depot.srt', ['bad-attribute:1']],
  ])('with%s', (more, codes) => {
    expect(readActivity('video', schema, `::video{src=media/depot.mp4${more}}`).found).toEqual(codes);
  });

  it('refuses what browsers do not play', () => {
    expect(readActivity('video', schema, '::video{src=media/depot.avi captions=a.vtt}').found).toEqual(['bad-attribute:1']);
  });
});
