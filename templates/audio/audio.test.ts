import { expect, it } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { renderType } from '../../tests/helpers/render-type.ts';
import { definition as schema } from './type.ts';

it.each([
  ['::audio{src=timbre.mp3}', ['missing-transcript:1']],
  ['::audio{src=timbre.mp3 transcript=timbre.md}', []],
  ['::audio{src=timbre.mid transcript=timbre.md}', ['bad-attribute:1']],
  ['::audio{transcript=timbre.md}', ['missing-attribute:1']],
  [':::audio{src=timbre.mp3 transcript=timbre.md}\nDu texte.\n:::', ['inner-activity:2']],
])('%s', (text, codes) => expect(readActivity('audio', schema, text).found).toEqual(codes));

const SOUND = { src: 'assets/timbre.mp3', title: 'Le timbre & la cloche', transcriptText: 'Un coup.' };

it('plays a sound under its title, with its transcript to open', () => {
  expect(renderType('audio', SOUND)).toBe(`<figure class="audio">
<figcaption class="audio-title">Le timbre &amp; la cloche</figcaption>
<audio class="audio-player" src="assets/timbre.mp3" controls preload="metadata" aria-label="Le timbre &amp; la cloche"></audio>
<details class="c-details audio-transcript"><summary>Lire la transcription</summary><div class="c-details-body audio-words">Un coup.</div></details>
</figure>`);
  expect(renderType('audio', { src: 'a.mp3' }, 'en')).toBe(`<figure class="audio">
<audio class="audio-player" src="a.mp3" controls preload="metadata" aria-label="Sound"></audio>
</figure>`);
});

it('names on paper what is to be heard, with its transcript', () => {
  expect(renderType('audio', SOUND, 'fr', true)).toBe(`<div class="s-media">
<p><b>Le timbre &amp; la cloche</b></p>
<p>Son à écouter dans la séance en ligne</p>
<p><b>Transcription</b></p>
<div class="s-transcript">Un coup.</div>
</div>`);
  expect(renderType('audio', { src: 'a.mp3' }, 'en', true)).toBe(`<div class="s-media">
<p>Sound to listen to in the session online</p>
</div>`);
});
