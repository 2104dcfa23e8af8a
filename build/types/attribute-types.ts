import * as z from 'zod';

/**
 * Attribute values arrive as text, or `true` for a bare key; each of these reads one kind. An example is what a message offers to
 * write; `english` is the example of English messages, where it is made of other words.
 */
const bare = z.literal(true);

/** `shuffle`, `shuffle=yes`, `shuffle=no`. */
export function flag(example: string) {
  return z
    .union([bare, z.enum(['yes', 'no', 'oui', 'non'])])
    .transform((value) => value === true || value === 'yes' || value === 'oui')
    .meta({ example });
}

/** A whole number between two bounds. */
export function count(min: number, max: number, example: string) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((value) => value >= min && value <= max)
    .meta({ example });
}

/** A decimal number; a comma is a point. */
export function decimal(example: string, english = example) {
  return z
    .string()
    .regex(/^[+-]?\d+([.,]\d+)?$/)
    .transform((value) => Number(value.replace(',', '.')))
    .meta({ example, english });
}

/** One of a few words. */
export function word<const Words extends readonly [string, ...string[]]>(words: Words, example: Words[number]) {
  return z.enum(words).meta({ example });
}

/** Free text that is not empty. */
export function text(example: string, english = example) {
  return z.string().trim().min(1).meta({ example, english });
}

/** Text that a learner reads: the build sets its typography. */
export function sentence(example: string, english: string) {
  return z.string().trim().min(1).meta({ example, english, sentence: true });
}

/**
 * Path of a file in the course's folder; the build checks that it is there and turns it into its address in a package.
 * @param kinds extensions allowed, without the dot
 */
export function file(example: string, english: string, kinds: readonly string[]) {
  return z
    .string()
    .trim()
    .regex(new RegExp(`\\.(${kinds.join('|')})$`, 'i'))
    .meta({ example, english, asset: true });
}

/** Picture formats that every current browser shows. */
export const PICTURES = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg'] as const;

/** Formats of documents to read or fill in. */
export const DOCUMENTS = ['pdf', 'docx', 'odt', 'xlsx', 'ods', 'pptx', 'odp'] as const;

/** The same of films and of sounds. */
export const FILMS = ['mp4', 'm4v', 'webm'] as const;
export const SOUNDS = ['mp3', 'm4a', 'aac', 'wav', 'ogg', 'opus', 'webm'] as const;

/** Name of a pictogram of the kit; the build turns it into its address in a package. */
export function pictogram(example: string, english: string) {
  return z.string().trim().min(1).meta({ example, english, pictogram: true });
}

/** Texts separated by `;`. */
export function list(example: string, english = example) {
  return z
    .string()
    .transform((value) =>
      value
        .split(';')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    )
    .refine((entries) => entries.length > 0)
    .meta({ example, english });
}

/** Parts of an answer that other activities may show: the learner's own words, the level of each line of a scale, or its value. */
export type Given = 'words' | 'levels' | 'values';

/** Parts of an answer that an attribute needs from the activity it names; `answer`: any that may be shown. */
export type Wanted = Given | 'answer' | 'any';

/**
 * Name of another activity: its id, or `module/id` where it stands in another module of the course; the build checks that it is there.
 * @param wants what it must give
 */
export function reference(example: string, english: string, wants?: Given | 'answer') {
  return z
    .string()
    .trim()
    .min(1)
    .meta({ example, english, reference: wants ?? 'any' });
}

/** Names of several activities, separated by `;`. */
export function references(example: string, english: string, wants: Given) {
  return list(example).meta({ example, english, reference: wants });
}

/** Returns the requirement of an attribute's schema for the activities that it names; undefined if it names none. */
export function wanted(field: z.ZodType | undefined): Wanted | undefined {
  if (!field) return undefined;
  return (field.meta()?.reference as Wanted | undefined) ?? wanted((field.def as { innerType?: z.ZodType }).innerType);
}

/**
 * An `https:` address of another site, written out or in a variable; where it may be left out, an empty variable leaves it out too,
 * and is '' in the options.
 */
export function address(example: string, english: string) {
  return z.string().trim().min(1).meta({ example, english, address: true });
}

/** Tests whether an attribute's schema, or the one it wraps, has this mark. */
export function hasMeta(field: z.ZodType | undefined, what: 'address' | 'asset' | 'pictogram' | 'sentence'): boolean {
  if (!field) return false;
  return field.meta()?.[what] === true || hasMeta((field.def as { innerType?: z.ZodType }).innerType, what);
}

/** Attributes that every activity has. */
export const commonAttributes = z.object({
  points: decimal('points=2')
    .refine((value) => value >= 0 && value <= 100)
    .optional(),
  attempts: count(1, 99, 'attempts=2').optional(),
  competency: list('competency="c4-5; c4-8"').optional(),
  required: flag('required=no').optional(),
  only: list('only=distance', 'only=remote').optional(),
  title: text('title="Pour commencer"', 'title="To begin with"').optional(),
});

/** Attributes that every block has. */
export const blockAttributes = z.object({ only: list('only=distance', 'only=remote').optional() });

/** `min-words` → `minWords`. */
export function camelCase(key: string): string {
  return key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
