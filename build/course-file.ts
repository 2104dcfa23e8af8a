import * as z from 'zod';
import type { Target } from '../src/model/course.ts';

// A schema reads a few values a run: to compile a parser for it costs more than that saves.
z.config({ jitless: true });

/** What would do, offered in French messages and in English ones. */
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

const completion = z.enum(['visited', 'activities', 'score', 'visited+score']);
const pass = z.number().min(1).max(100);
const onFail = z.enum(['incomplete', 'failed']);
const minutes = z.union([z.number().min(0).max(6000), z.string().regex(/^\d{1,4} ?min$/, '90min')], { error: '90min' });

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
  modules: z.array(id).min(1),
  variables: variables.default({}),
  theme: z.strictObject({ accent: colour.optional(), logo: path.optional() }).default({}),
});

/** What a cohort may change of one module. */
const cohortModule = z.strictObject({
  title: title.optional(),
  duration: minutes.optional(),
  pass: pass.optional(),
  completion: completion.optional(),
  'on-fail': onFail.optional(),
});

/** `cohorts/<cohort>.yaml`: it may change these keys and no others. */
export const cohortSchema = z.strictObject({
  title,
  tags: z.array(z.string().regex(/^[a-z0-9-]+$/, inBoth('distance', 'remote'))).default([]),
  variables: variables.default({}),
  theme: z.strictObject({ accent: colour.optional(), logo: path.optional() }).default({}),
  modules: z.record(id, cohortModule).default({}),
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
});

/** Front matter of a bank. */
export const bankSchema = z.strictObject({ title });

export type CourseFile = z.infer<typeof courseSchema>;
export type CohortFile = z.infer<typeof cohortSchema>;
export type ModuleFront = z.infer<typeof moduleSchema>;

/**
 * Targets of the package of the whole course. Some it has only where `course-targets` asks for them: of several SCOs in 2004, Moodle
 * records the first alone (moodle.md 1), and what a course of one session holds is in the session's own package.
 */
export function courseTargets({ targets: all, modules, package: kind, 'course-targets': asked }: CourseFile): readonly Target[] {
  if (asked) return asked;
  if (kind === 'one-sco') return all;
  return modules.length > 1 ? all.filter((target) => !target.startsWith('scorm2004')) : [];
}

/** Minutes of `90min` or 90. */
export function minutesOf(duration: number | string): number {
  return typeof duration === 'number' ? duration : Number.parseInt(duration, 10);
}
