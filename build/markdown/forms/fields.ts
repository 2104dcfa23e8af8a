import type { Token } from '../../../src/model/activity.ts';
import type { FormContext, ReadForm } from '../../activity-type.ts';
import type { Attribute, Attributes } from '../../source.ts';
import { type Section, sectionsOf } from '../form-body.ts';
import { plainHtml } from '../plain-html.ts';
import { titleHtml, titleText } from '../whole-title.ts';

/** How much may or must be written. */
interface Limits {
  readonly maxCharacters: number;
  readonly minWords?: number;
  readonly maxWords?: number;
}

interface Field extends Limits {
  readonly token: Token;
  readonly title?: string;
  /** The title in plain words. */
  readonly text?: string;
  readonly html?: string;
  readonly id?: string;
}

/** Characters of a free text where its author says nothing. */
const DEFAULT_CHARACTERS = 2000;
/** French words have five letters in the mean; eight characters a word leave room for a space and for long ones. */
const CHARACTERS_A_WORD = 8;

const KEYS: Readonly<Record<string, keyof Limits>> = {
  'max-characters': 'maxCharacters',
  'min-words': 'minWords',
  'max-words': 'maxWords',
};

function readLimit(attribute: Attribute, context: FormContext): Partial<Limits> {
  const key = KEYS[attribute.key];
  if (!key) {
    context.error('unknown-attribute', attribute.at, { name: context.name, key: attribute.key, near: '' });
    return {};
  }
  const value = Number(attribute.value);
  if (typeof attribute.value === 'string' && Number.isInteger(value) && value > 0) return { [key]: value };
  context.error('bad-attribute', attribute.at, { key: attribute.key, value: String(attribute.value), example: `${attribute.key}=120` });
  return {};
}

function headingLimits(attributes: Attributes | undefined, context: FormContext): Partial<Limits> {
  return Object.assign({}, ...(attributes?.entries ?? []).map((attribute) => readLimit(attribute, context)));
}

/** A field's own limits before those of the activity; characters follow from words where only these are said. */
function limitsOf(own: Partial<Limits>, context: FormContext): Limits {
  const { maxCharacters, minWords, maxWords } = { ...(context.options as Partial<Limits>), ...own };
  return {
    maxCharacters: maxCharacters ?? (maxWords === undefined ? DEFAULT_CHARACTERS : maxWords * CHARACTERS_A_WORD),
    ...(minWords !== undefined && { minWords }),
    ...(maxWords !== undefined && { maxWords }),
  };
}

function titledField({ heading, blocks }: Section, context: FormContext): Field {
  const id = heading.attributes?.id;
  const title = titleHtml(heading);
  return {
    // An id that the author wrote names the field for good, whatever becomes of its title.
    token: context.part({ text: id === undefined ? titleText(heading) : `#${id}` }),
    title,
    text: plainHtml(title),
    html: context.html(blocks),
    ...(id !== undefined && { id }),
    ...limitsOf(headingLimits(heading.attributes, context), context),
  };
}

/**
 * Reads fields to write in: `{ prompt, fields: [{ token, title?, text?, html?, id?, maxCharacters, minWords?, maxWords? }] }`.
 * Each `##` is a field; without one there is a single field, and its token outlives any change of the text.
 */
export const read: ReadForm = (body, context) => {
  const { before, sections } = sectionsOf(body.filter((block) => block.kind !== 'quote'));
  const prompt = context.html(before);
  if (sections.length === 0) return { prompt, fields: [{ token: context.part({ text: '' }), ...limitsOf({}, context) }] };
  return { prompt, fields: sections.map((section) => titledField(section, context)) };
};
