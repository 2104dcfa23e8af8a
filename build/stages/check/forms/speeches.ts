import type { Html } from '../../../../src/model/course/activity.ts';
import type { Person } from '../../../model/cover.ts';
import type { Form, FormContext } from '../../../types/activity-type.ts';
import { type Section, sectionsOf } from '../body/form-body.ts';
import { titleText } from '../body/whole-title.ts';

/** Words of one speaker. */
interface Speech {
  readonly speaker: Person;
  readonly side: 'left' | 'right';
  readonly html: Html;
}

function readSpeech({ heading, blocks }: Section, context: FormContext): Omit<Speech, 'side'> | null {
  const { attributes, at } = heading;
  const title = titleText(heading);
  const { id, entries } = attributes ?? { id: undefined, entries: [] };
  if (attributes && id !== undefined) context.error('unknown-attribute', attributes.at, { name: '##', key: `#${id}`, near: '' });
  for (const { key, at: place } of entries) {
    if (key !== 'expression') context.error('unknown-attribute', place, { name: '##', key, near: 'expression' });
  }
  const written = entries.find(({ key }) => key === 'expression');
  const speaker = context.person(title, at, written && { word: String(written.value), at: written.at });
  const html = context.html(blocks);
  if (blocks.length === 0) context.error('empty-card', at, { title });
  return speaker && { speaker, html };
}

export interface SpeechesBody {
  /** Narration before anyone speaks. */
  readonly html: Html;
  readonly speeches: readonly Speech[];
}

/**
 * Reads what people of the course say: `{ html, speeches: [{ speaker, side, html }] }`. `## nadia` begins a speech; the text before the
 * first is narration. Everyone stays on one side: the first on the left, the next on the right.
 */
export const speeches: Form<SpeechesBody> = {
  read(body, context) {
    const { before, sections } = sectionsOf(body);
    if (sections.length === 0) context.error('no-speech', context.at, { name: context.name });
    const read = sections.flatMap((section) => readSpeech(section, context) ?? []);
    const met = [...new Set(read.map(({ speaker }) => speaker.id))];
    return {
      html: context.html(before),
      speeches: read.map((speech) => ({ ...speech, side: met.indexOf(speech.speaker.id) % 2 === 0 ? 'left' : 'right' })),
    };
  },
};
