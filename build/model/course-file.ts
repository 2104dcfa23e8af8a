import * as z from 'zod';
import type { Target } from '../../src/model/course/course.ts';
import { beards, clothesColours, expressions, glasses, hair, hairColours, skinTones, wordsOf } from '../kit/features.ts';

// A schema reads a few values in a run: compiling a parser costs more than it saves.
z.config({ jitless: true });

/** Suggestion for French messages and for English ones. */
const inBoth = (french: string, english: string): string => `${french}\n${english}`;

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, inBoth('ma-seance', 'my-session'))
  .max(60);
const title = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((value) => !/[\r\n]/.test(value), inBoth('Séance 1 : Le partenariat', 'Session 1: Partnership'));
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, '"#1D4ED8"');
const path = z.string().min(1).max(200);
const variables = z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, inBoth('referent', 'contact')), z.string().max(2000));

export const targets = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'] as const;

export const themes = ['plain', 'editorial', 'vif'] as const;

const completion = z.enum(['visited', 'activities', 'score', 'visited+score']);
const pass = z.number().min(1).max(100);
const onFail = z.enum(['incomplete', 'failed']);
const pace = z.enum(['steps', 'page']);
const minutes = z.union([z.number().min(0).max(6000), z.string().regex(/^\d{1,4} ?min$/, '90min')], { error: '90min' });

/** Features that a portrait is drawn from. */
const face = z.strictObject({
  hair: z.enum(wordsOf(hair)).default('short'),
  'hair-colour': z.enum(wordsOf(hairColours)).default('black'),
  skin: z.enum(wordsOf(skinTones)).default('beige'),
  expression: z.enum(wordsOf(expressions)).default('smile'),
  glasses: z.enum(wordsOf(glasses)).default('none'),
  beard: z.enum(wordsOf(beards)).default('none'),
  clothes: z.enum(wordsOf(clothesColours)).default('blue'),
});

/** The face of someone of whom nothing is said. */
export const plainFace = face.parse({});

const name = z.string().trim().min(1).max(80);

const person = z.strictObject({
  id,
  name,
  role: name.optional(),
  face: face.optional(),
  picture: path.optional(),
  colour: z.number().int().min(1).max(4).optional(),
});

const words = z.string().trim().min(1).max(200);

/** `course.yaml`. */
export const courseSchema = z.strictObject({
  id,
  title,
  lang: z.enum(['fr', 'en']).default('fr'),
  organisation: z.string().max(200).default(''),
  profile: z.enum(['moodle', 'strict']).default('moodle'),
  package: z.enum(['sco-per-module', 'one-sco']).default('sco-per-module'),
  targets: z
    .array(z.enum(targets))
    .min(1)
    .default([...targets]),
  'course-targets': z.array(z.enum(targets)).optional(),
  competencies: z.array(z.strictObject({ id, title })).default([]),
  people: z.array(person).max(60).default([]),
  modules: z.array(id).min(1),
  variables: variables.default({}),
  theme: z.strictObject({ name: z.enum(themes).default('plain'), accent: colour.optional(), logo: path.optional() }).prefault({}),
  pace: pace.default('steps'),
});

/** Members of one module that a cohort may change. */
const cohortModule = z.strictObject({
  title: title.optional(),
  duration: minutes.optional(),
  pass: pass.optional(),
  completion: completion.optional(),
  'on-fail': onFail.optional(),
});

/** `cohorts/<cohort>.yaml`: a cohort may change only these keys. */
export const cohortSchema = z.strictObject({
  title,
  tags: z.array(z.string().regex(/^[a-z0-9-]+$/, inBoth('distance', 'remote'))).default([]),
  variables: variables.default({}),
  theme: z.strictObject({ accent: colour.optional(), logo: path.optional() }).default({}),
  modules: z.record(id, cohortModule).default({}),
  includes: z.record(path, path).default({}),
});

/** Front matter of a module. */
export const moduleSchema = z.strictObject({
  id,
  title,
  duration: minutes.default(0),
  competencies: z.array(id).default([]),
  completion: completion.default('activities'),
  pass: pass.optional(),
  'on-fail': onFail.default('incomplete'),
  pace: pace.optional(),
  lead: z.string().trim().min(1).max(400).optional(),
  aims: z
    .array(z.union([words, z.strictObject({ text: words, icon: id.optional() })], { error: '{ text: "…", icon: scroll }' }))
    .max(8)
    .default([]),
  cover: path.optional(),
  certificate: z.boolean().default(false),
  people: z.array(id).max(12).optional(),
  bands: z
    .array(z.strictObject({ from: z.number().int().min(0).max(100), text: z.string().trim().min(1).max(400) }), {
      error: '{ from: 70, text: "…" }',
    })
    .max(20)
    .default([]),
});

/** Front matter of a bank. */
export const bankSchema = z.strictObject({ title });

export type CourseFile = z.infer<typeof courseSchema>;
export type CohortFile = z.infer<typeof cohortSchema>;
export type ModuleFront = z.infer<typeof moduleSchema>;

/**
 * Returns the targets of the package of the whole course. Without `course-targets` there is none for 2004 with several SCOs, because
 * Moodle records only the first (moodle.md 1). A single session needs none, because it has its own package.
 */
export function courseTargets({ targets: all, modules, package: kind, 'course-targets': asked }: CourseFile): readonly Target[] {
  if (asked) return asked;
  if (kind === 'one-sco') return all;
  return modules.length > 1 ? all.filter((target) => !target.startsWith('scorm2004')) : [];
}

/** Converts `90min` or 90 to minutes. */
export function minutesOf(duration: number | string): number {
  return typeof duration === 'number' ? duration : Number.parseInt(duration, 10);
}
