import type { Html, Token } from '../../../../src/model/course/activity.ts';
import type { Attribute, Attributes } from '../../../model/source.ts';
import { plainHtml } from '../../../text/plain-html.ts';
import type { Form, FormContext, Some } from '../../../types/activity-type.ts';
import { type Section, sectionsOf } from '../body/form-body.ts';
import { titleHtml, titleText } from '../body/whole-title.ts';

/** Limits of the length. */
interface Limits {
  readonly maxCharacters: number;
  readonly minWords?: number;
  readonly maxWords?: number;
}

interface Field extends Limits {
  readonly token: Token;
  readonly title?: string;
  /** The title in plain text. */
  readonly text?: string;
  readonly html?: string;
  readonly id?: string;
  /** Activity whose answer is shown above this field. */
  readonly recall?: string;
}

type FieldContext = FormContext<Some<Partial<Limits>>>;

/** Default limit of a free text, in characters. */
const DEFAULT_CHARACTERS = 2000;
/** French words have five letters on average; eight characters for each leave room for a space and for long words. */
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
  const limits = (attributes?.entries ?? []).filter(({ key }) => key !== 'recall');
  return Object.assign({}, ...limits.map((attribute) => readLimit(attribute, context)));
}

/** Reads the name of the activity that a heading recalls. */
function recalledBy(attributes: Attributes | undefined, context: FormContext): { readonly recall?: string } {
  const attribute = attributes?.entries.find(({ key }) => key === 'recall');
  if (!attribute) return {};
  if (typeof attribute.value === 'string' && attribute.value.trim() !== '') return { recall: attribute.value.trim() };
  context.error('bad-attribute', attribute.at, { key: 'recall', value: '', example: 'recall=ma-definition' });
  return {};
}

/** Combines a field's limits with those of the activity; characters follow from words if only words are limited. */
function limitsOf(own: Partial<Limits>, context: FieldContext): Limits {
  const { maxCharacters, minWords, maxWords } = { ...context.options, ...own };
  return {
    maxCharacters: maxCharacters ?? (maxWords === undefined ? DEFAULT_CHARACTERS : maxWords * CHARACTERS_A_WORD),
    ...(minWords !== undefined && { minWords }),
    ...(maxWords !== undefined && { maxWords }),
  };
}

function titledField({ heading, blocks }: Section, context: FieldContext): Field {
  const id = heading.attributes?.id;
  const title = titleHtml(heading);
  return {
    // An explicit id identifies the field, even if its title changes.
    token: context.part({ text: id === undefined ? titleText(heading) : `#${id}` }),
    title,
    text: plainHtml(title),
    html: context.html(blocks),
    ...(id !== undefined && { id }),
    ...recalledBy(heading.attributes, context),
    ...limitsOf(headingLimits(heading.attributes, context), context),
  };
}

export interface FieldsBody {
  readonly prompt: Html;
  readonly fields: readonly Field[];
}

/**
 * Reads fields to write in: `{ prompt, fields: [{ token, title?, text?, html?, id?, recall?, maxCharacters, minWords?, maxWords? }] }`.
 * Each `##` is a field; without one there is a single field, whose token survives any change of the text.
 */
export const fields: Form<FieldsBody, Some<Partial<Limits>>> = {
  read(body, context) {
    const { before, sections } = sectionsOf(body.filter((block) => block.kind !== 'quote'));
    const prompt = context.html(before);
    if (sections.length === 0) return { prompt, fields: [{ token: context.part({ text: '' }), ...limitsOf({}, context) }] };
    return { prompt, fields: sections.map((section) => titledField(section, context)) };
  },
};
