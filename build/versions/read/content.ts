import * as z from 'zod';
import type { Activity } from '../../../src/model/course/activity.ts';
import type { ModuleContent } from '../../../src/model/course/course.ts';
import type { Slot } from '../../../src/model/record/interaction.ts';

// The members of `content.js` and `pages.js` that are compared. Version 0.1 had neither lines nor origins.

/** Most pages or activities of an item; the largest has a hundredth of that. */
const MOST = 10_000;

const number = z.number().int().min(0).max(100_000);

const slots = z.array(z.record(z.string(), z.unknown()));

const activity = z.object({
  id: z.string(),
  n: number,
  type: z.string(),
  was: z.array(z.string()).exactOptional(),
  origins: z.string().default(''),
  gone: z.array(z.string()).exactOptional(),
  page: z.string(),
  quiz: z.string().exactOptional(),
  title: z.string().default(''),
  heading: z.string().exactOptional(),
  points: z.number().default(0),
  attempts: z.number().default(0),
  competencies: z.array(z.string()).default([]),
  required: z.boolean().default(true),
  seenBy: z.enum(['trainer', 'me']).default('trainer'),
  options: z.record(z.string(), z.unknown()).default({}),
  slots: slots.default([]),
  after: z.string().exactOptional(),
});

const content = z.object({
  module: z.object({
    course: z.string(),
    courseTitle: z.string().default(''),
    id: z.string(),
    title: z.string(),
    lang: z.string().default('fr'),
    minutes: z.number().default(0),
    completion: z.enum(['visited', 'activities', 'score', 'visited+score']),
    pass: z.number().exactOptional(),
    onFail: z.enum(['incomplete', 'failed']).default('incomplete'),
    competencies: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
    line: z.string().default(''),
    old: z.literal(true).exactOptional(),
    pages: z.array(z.object({ id: z.string(), n: number, title: z.string(), further: z.literal(true).exactOptional() })).max(MOST),
    activities: z.array(activity).max(MOST),
    chapters: z
      .array(
        z.object({
          id: z.string(),
          n: number,
          title: z.string(),
          minutes: z.number().default(0),
          completion: z.enum(['visited', 'activities', 'score', 'visited+score']),
          pass: z.number().exactOptional(),
          onFail: z.enum(['incomplete', 'failed']).default('incomplete'),
          pages: number,
        }),
      )
      .exactOptional(),
  }),
});

/** Details of an activity that `content.js` leaves out. */
const details = z.object({
  title: z.string().exactOptional(),
  heading: z.string().exactOptional(),
  origins: z.string().exactOptional(),
  gone: z.array(z.string()).exactOptional(),
  was: z.array(z.string()).exactOptional(),
  options: z.record(z.string(), z.unknown()).exactOptional(),
  slots: slots.exactOptional(),
  after: z.string().exactOptional(),
});

const rest = z.object({
  pages: z.record(z.string(), z.string()).default({}),
  activities: z.record(z.string(), details).default({}),
});

/** Facts about one item in a package's scripts. */
export interface ReadContent {
  readonly module: ModuleContent;
  /** Markup of the later pages, by id. */
  readonly pages: Readonly<Record<string, string>>;
}

/** Completes an activity of a later page. */
function whole(early: z.infer<typeof activity>, late: z.infer<typeof details> = {}): Activity {
  const all = early.slots.map((slot, index) => ({ right: [], text: '', ...slot, ...late.slots?.[index] }) as unknown as Slot);
  return { ...early, ...late, slots: all };
}

/** Joins the data of both scripts; undefined if they are not Cartable's. @param later data of `pages.js` */
export function contentIn(first: unknown, later: unknown): ReadContent | undefined {
  const read = content.safeParse(first);
  if (!read.success) return undefined;
  const { pages, activities } = rest.safeParse(later).data ?? { pages: {}, activities: {} };
  const { module } = read.data;
  const known = new Map(Object.entries(activities));
  return { module: { ...module, activities: module.activities.map((one) => whole(one, known.get(one.id))) }, pages };
}
