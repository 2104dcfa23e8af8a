import type { z } from 'zod';
import { bankSchema, cohortSchema, courseSchema, moduleSchema } from '../../build/model/course-file.ts';
import type { FileNotes } from '../../build/stages/read/schema-notes.ts';

const SCHEMAS = { course: courseSchema, cohort: cohortSchema, module: moduleSchema, bank: bankSchema };

/** Removes what wraps a schema: a default, or that it is optional. */
function unwrapped(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema && 'innerType' in schema.def ? unwrapped(schema.def.innerType as z.ZodType) : schema;
}

/** Finds the schema of a key as notes name it: `people[].name`, `modules{}.pass`. */
function schemaAt(schema: z.ZodType, path: string): z.ZodType | undefined {
  return path
    .replaceAll('[]', '.[]')
    .replaceAll('{}', '.{}')
    .split('.')
    .reduce<z.ZodType | undefined>((outer, step) => {
      const inner = unwrapped(outer);
      if (step === '[]') return (inner as z.ZodArray | undefined)?.element as z.ZodType;
      if (step === '{}') return (inner as z.ZodRecord | undefined)?.valueType as z.ZodType;
      return (inner as z.ZodObject | undefined)?.shape?.[step] as z.ZodType | undefined;
    }, schema);
}

/** Lists the notes of no key, and the examples that their key refuses. */
export function uselessNotes(notes: FileNotes): string[] {
  return Object.entries(SCHEMAS).flatMap(([kind, schema]) =>
    Object.entries(notes[kind as keyof FileNotes]).flatMap(([key, { examples }]) => {
      const own = schemaAt(schema, key);
      return examples.filter((one) => !own?.safeParse(one).success).map((one) => `${kind} ${key}: ${JSON.stringify(one)}`);
    }),
  );
}
