import * as z from 'zod';
import { DESCRIPTION } from '../../model/package.ts';
import type { PackageFacts } from '../model.ts';
import { textIn } from './zip.ts';

const session = z.object({
  id: z.string(),
  title: z.string(),
  minutes: z.number().default(0),
  pass: z.number().exactOptional(),
  competencies: z.array(z.object({ id: z.string(), title: z.string() })).default([]),
  pages: z
    .array(z.object({ id: z.string(), title: z.string(), minutes: z.number().default(0), further: z.literal(true).exactOptional() }))
    .default([]),
});

/** The members of `cartable.json` that a report uses. Packages before 0.3 have no `sessions`. */
const description = z.object({
  course: z.string(),
  content: z.string(),
  courseTitle: z.string().default(''),
  organisation: z.string().default(''),
  cohort: z.string().default(''),
  sessions: z.array(session).default([]),
});

/** Reads the description in a package; undefined if the zip has none that is understood. @throws if the zip is broken */
export function readPackage(bytes: Uint8Array, file: string): PackageFacts | undefined {
  const text = textIn(bytes, DESCRIPTION);
  if (text === undefined) return undefined;
  try {
    return { file, ...description.parse(JSON.parse(text)) };
  } catch {
    return undefined;
  }
}
