import * as z from 'zod';
import { kinds, risks } from './kinds.ts';

const named = z.strictObject({ id: z.string(), title: z.string() });

const version = z.strictObject({
  name: z.string(),
  cartable: z.string(),
  course: z.string(),
  sessions: z.array(named),
  cohort: z.string().exactOptional(),
  target: z.string(),
  content: z.string(),
});

const change = z.strictObject({
  kind: z.enum(Object.keys(kinds) as [keyof typeof kinds]),
  risk: z.enum(risks),
  session: named.exactOptional(),
  page: named.exactOptional(),
  activity: named.exactOptional(),
  part: z.string().exactOptional(),
  at: z.string().exactOptional(),
  what: z.string(),
  why: z.string(),
});

/** Output of `diff --json`: what replacing a package changes, for other programs. */
export const comparisonSchema = z.strictObject({
  format: z.literal(1),
  old: version,
  new: version,
  same: z.boolean(),
  risk: z.enum(risks),
  changes: z.array(change),
  notes: z.array(z.string()),
});

export type Comparison = z.infer<typeof comparisonSchema>;
export type ComparedChange = z.infer<typeof change>;
