import type { Html } from '../../src/model/course/activity.ts';

/** Minutes that a note begins with, in bold: `**8 minutes.**`. */
const MINUTES = /^\s*<p><strong>(\d{1,3})\s*min/;

/** Adds up the minutes that the trainer's notes give a page; 0 where they give none. */
export function minutesIn(notes: readonly Html[]): number {
  return notes.reduce((sum, note) => sum + Number(MINUTES.exec(note)?.[1] ?? 0), 0);
}
