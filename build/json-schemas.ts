import * as z from 'zod';
import { bankSchema, cohortSchema, courseSchema, moduleSchema } from './course-file.ts';
import type { Language } from './messages/format.ts';
import { frenchNotes, type Notes } from './schema-notes.ts';
import { englishNotes } from './schema-notes-en.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const SOURCES = [
  { name: 'course', schema: courseSchema },
  { name: 'cohort', schema: cohortSchema },
  { name: 'module', schema: moduleSchema },
  { name: 'bank', schema: bankSchema },
] as const;

/** What each file is called by an editor, and what it says of its keys. */
const TEXTS = {
  fr: {
    notes: frenchNotes,
    titles: {
      course: 'course.yaml',
      cohort: 'cohorts/<promotion>.yaml',
      module: 'En-tête d’une séance',
      bank: 'En-tête d’une banque de questions',
    },
  },
  en: {
    notes: englishNotes,
    titles: {
      course: 'course.yaml',
      cohort: 'cohorts/<cohort>.yaml',
      module: 'Front matter of a session',
      bank: 'Front matter of a question bank',
    },
  },
} as const;

/** Path of a schema below `docs/schemas/`: the French ones stood there first, and files name them. */
export function schemaPath(name: (typeof SOURCES)[number]['name'], language: Language): string {
  return `${language === 'fr' ? '' : `${language}/`}${name}.json`;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Adds the notes to each key, at any depth: editors show them. */
function annotate(schema: JsonSchema, notes: Notes, path: string): void {
  for (const [key, inner] of Object.entries(schema.properties ?? {})) {
    if (!isSchema(inner)) continue;
    const here = path === '' ? key : `${path}.${key}`;
    Object.assign(inner, notes[here]);
    annotate(inner, notes, here);
  }
  if (isSchema(schema.items)) annotate(schema.items, notes, `${path}[]`);
  if (isSchema(schema.additionalProperties)) annotate(schema.additionalProperties, notes, `${path}{}`);
}

/**
 * JSON Schemas of what authors write in YAML, by path below `docs/schemas/`, in both languages. They say what may be written, before
 * defaults are filled in.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const languages: readonly Language[] = ['fr', 'en'];
  return new Map(
    languages.flatMap((language) =>
      SOURCES.map(({ name, schema }): [string, string] => {
        // The draft that editors' YAML extensions know best.
        const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
        annotate(json, TEXTS[language].notes[name], '');
        return [schemaPath(name, language), `${JSON.stringify({ ...json, title: TEXTS[language].titles[name] }, null, 2)}\n`];
      }),
    ),
  );
}
