import type { Html } from '../../../../src/model/course/activity.ts';
import type { Form, FormContext, Some } from '../../../types/activity-type.ts';
import { type Section, sectionsOf } from '../body/form-body.ts';
import { titleHtml, titleText } from '../body/whole-title.ts';

/** A definition, and the activity whose answer is shown beside it. */
interface Definition {
  readonly title: string;
  readonly of: string;
  readonly html: string;
}

function nameIn({ heading }: Section, context: FormContext): string {
  const { id, entries, at } = heading.attributes ?? { entries: [], at: heading.at };
  if (id !== undefined) context.error('unknown-attribute', at, { name: '##', key: `#${id}`, near: 'of' });
  let of = '';
  for (const { key, value, at: where } of entries) {
    if (key === 'of' && typeof value === 'string') of = value;
    else context.error('unknown-attribute', where, { name: '##', key, near: 'of' });
  }
  if (of === '') context.error('definition-of-nothing', heading.at, { title: heading.title.text });
  return of;
}

function readDefinition(section: Section, context: FormContext): Definition {
  const { at } = section.heading;
  const title = titleText(section.heading);
  if (title === '') context.error('card-without-title', at, { name: context.name });
  else if (section.blocks.length === 0) context.error('empty-card', at, { title });
  return { title: titleHtml(section.heading), of: nameIn(section, context), html: context.html(section.blocks) };
}

export interface DefinitionsBody {
  readonly prompt: Html;
  readonly definitions: readonly Definition[];
  readonly quotes: readonly string[];
  readonly words?: readonly string[];
}

/**
 * Reads definitions, each with the activity whose answer is shown beside it:
 * `{ prompt, definitions: [{ title, of, html }], quotes, words }`, one for each `## Title {of=name}`. `quotes` are the activities that
 * only the attribute `words` names, not a definition; `words` are all.
 */
export const definitions: Form<DefinitionsBody, Some<{ readonly words?: readonly string[] }>> = {
  read(body, context) {
    const { before, sections } = sectionsOf(body);
    const definitions = sections.map((section) => readDefinition(section, context));
    const named = definitions.map(({ of }) => of).filter(Boolean);
    const quotes = (context.options.words ?? []).filter((name) => !named.includes(name));
    const words = [...new Set([...quotes, ...named])];
    return { prompt: context.html(before), definitions, quotes, ...(words.length > 0 && { words }) };
  },
};
