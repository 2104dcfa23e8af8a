import * as z from 'zod';
import type { Language } from '../diagnostics/format.ts';
import { bankSchema, cohortSchema, courseSchema, moduleSchema } from '../model/course-file.ts';
import { reportSchema } from '../results/report-schema.ts';
import { frenchNotes, type Notes } from '../stages/read/schema-notes.ts';
import { englishNotes } from '../stages/read/schema-notes-en.ts';
import { verdictSchema } from '../verify/result-schema.ts';
import { verdictNotes } from '../verify/verdict-notes.ts';
import { comparisonSchema } from '../versions/comparison-schema.ts';
import { diffNotes } from './diff-notes.ts';
import { reportNotes } from './report-notes.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;

const SOURCES = [
  { name: 'course', schema: courseSchema },
  { name: 'cohort', schema: cohortSchema },
  { name: 'module', schema: moduleSchema },
  { name: 'bank', schema: bankSchema },
  { name: 'report', schema: reportSchema },
  { name: 'diff', schema: comparisonSchema },
  { name: 'verdict', schema: verdictSchema },
] as const;

/** Title and notes of each file, for editors. */
const TEXTS = {
  fr: {
    notes: { ...frenchNotes, report: reportNotes('fr'), diff: diffNotes('fr'), verdict: verdictNotes('fr') },
    titles: {
      course: 'course.yaml',
      cohort: 'cohorts/<promotion>.yaml',
      module: 'En-tête d’une séance',
      bank: 'En-tête d’une banque de questions',
      report: 'report.json, fait par « cartable report »',
      diff: 'Résultat de « cartable diff --json »',
      verdict: 'Ce qu’écrit « cartable verify --json »',
    },
  },
  en: {
    notes: { ...englishNotes, report: reportNotes('en'), diff: diffNotes('en'), verdict: verdictNotes('en') },
    titles: {
      course: 'course.yaml',
      cohort: 'cohorts/<cohort>.yaml',
      module: 'Front matter of a session',
      bank: 'Front matter of a question bank',
      report: 'report.json, made by “cartable report”',
      diff: 'Output of “cartable diff --json”',
      verdict: 'What “cartable verify --json” prints',
    },
  },
} as const;

/** Path of a schema below `docs/schemas/`. The French ones have no folder, because files already name them. */
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
 * Makes JSON Schemas of the YAML files and of what `report`, `diff` and `verify` give to other programs, by path below `docs/schemas/`, in both languages. They describe the input, before defaults
 * are filled in.
 */
export function jsonSchemas(): ReadonlyMap<string, string> {
  const languages: readonly Language[] = ['fr', 'en'];
  return new Map(
    languages.flatMap((language) =>
      SOURCES.map(({ name, schema }): [string, string] => {
        // The draft that YAML extensions of editors support best.
        const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
        annotate(json, TEXTS[language].notes[name], '');
        return [schemaPath(name, language), `${JSON.stringify({ ...json, title: TEXTS[language].titles[name] }, null, 2)}\n`];
      }),
    ),
  );
}
