import { type Zippable, zipSync } from 'fflate';
import type { Path } from '../engine/calls.ts';
import { folderName } from './course-layout.ts';

/** Files that are compressed already. */
const PACKED = /\.(?:png|jpe?g|webp|avif|gif|mp3|m4a|ogg|mp4|webm|woff2)$/i;

/** A course as one file, to keep or to give to somebody. */
export interface CourseZip {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

/** Formats a local time for a name: `2026-11-28-1405`. */
export function stampOfTime(time: Date): string {
  const day = [time.getFullYear(), time.getMonth() + 1, time.getDate()].map(twoDigits).join('-');
  return `${day}-${twoDigits(time.getHours())}${twoDigits(time.getMinutes())}`;
}

/** Returns the time that a zip notes: it has years from 1980 to 2099 (APPNOTE 4.4.6). A machine whose clock is wrong must give a copy, too. */
function timeInZip(time: Date): Date {
  const year = time.getFullYear();
  return year < 1980 || year > 2099 ? new Date(1980, 0, 1) : time;
}

/** Makes one dated zip of the files of a project. */
export function courseZip(files: ReadonlyMap<Path, Uint8Array<ArrayBuffer>>, title: string, now: Date): CourseZip {
  const data: Zippable = Object.fromEntries([...files].map(([path, content]) => [path, [content, { level: PACKED.test(path) ? 0 : 6 }]]));
  return { name: `${folderName(title)}-${stampOfTime(now)}.zip`, bytes: new Uint8Array(zipSync(data, { mtime: timeInZip(now) })) };
}
