import * as z from 'zod';
import { bankSchema, cohortSchema, courseSchema, moduleSchema } from './course-file.ts';
import { bankNotes, cohortNotes, courseNotes, moduleNotes, type Notes } from './schema-notes.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const SOURCES = [
  { name: 'course', title: 'course.yaml', schema: courseSchema, notes: courseNotes },
  { name: 'cohort', title: 'cohorts/<promotion>.yaml', schema: cohortSchema, notes: cohortNotes },
  { name: 'module', title: 'En-tête d’une séance', schema: moduleSchema, notes: moduleNotes },
  { name: 'bank', title: 'En-tête d’une banque de questions', schema: bankSchema, notes: bankNotes },
] as const;

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

/** JSON Schemas of what authors write in YAML, by file name. They say what may be written, before defaults are filled in. */
export function jsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    SOURCES.map(({ name, title, schema, notes }) => {
      // The draft that editors' YAML extensions know best.
      const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
      annotate(json, notes, '');
      return [`${name}.json`, `${JSON.stringify({ ...json, title }, null, 2)}\n`];
    }),
  );
}
