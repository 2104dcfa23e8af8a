import { expect, it } from 'vitest';
import { readActivity } from '../../tests/helpers/read-activity.ts';
import { definition as schema } from './type.ts';

it.each([
  ['::audio{src=timbre.mp3}', ['missing-transcript:1']],
  ['::audio{src=timbre.mp3 transcript=timbre.md}', []],
  ['::audio{src=timbre.mid transcript=timbre.md}', ['bad-attribute:1']],
  ['::audio{transcript=timbre.md}', ['missing-attribute:1']],
  [':::audio{src=timbre.mp3 transcript=timbre.md}\nDu texte.\n:::', ['inner-activity:2']],
])('%s', (text, codes) => expect(readActivity('audio', schema, text).found).toEqual(codes));
