import * as z from 'zod';
import { targets } from '../../model/course-file.ts';

/** Name of the description in a kept version's folder. */
export const RELEASE_FILE = 'release.json';

const digest = z.string().regex(/^[0-9a-f]*$/);
const file = z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:]+$/);

const keptPackage = z.strictObject({
  /** Path in the release's folder. */
  file,
  module: z.string().exactOptional(),
  cohort: z.string().exactOptional(),
  target: z.enum(targets),
  /** Content digest. */
  content: digest,
  sha256: digest,
  /** Moodle's web services name a package by it (moodle.md 32). */
  sha1: digest,
  sheets: z.array(file),
});

/** `release.json`: a version of a course that was kept. */
export const releaseSchema = z.strictObject({
  format: z.literal(1),
  course: z.string(),
  title: z.string(),
  cartable: z.string(),
  /** Digest over all packages. */
  digest,
  /** Day in the author's time zone, and the moment in UTC. */
  date: z.string(),
  moment: z.string(),
  note: z.string().exactOptional(),
  packages: z.array(keptPackage),
});

export type Release = z.infer<typeof releaseSchema>;
export type KeptPackage = z.infer<typeof keptPackage>;
