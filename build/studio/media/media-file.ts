import { quotedValue } from '../../exchange/html/escape.ts';
import { freeName } from '../../model/free-name.ts';
import { slug } from '../../model/slug.ts';

/** Kinds of media that a course may contain. */
export type MediaKind = 'picture' | 'audio' | 'video';

const KINDS: Readonly<Record<string, MediaKind>> = {
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
  gif: 'picture',
  webp: 'picture',
  svg: 'picture',
  mp3: 'audio',
  m4a: 'audio',
  ogg: 'audio',
  wav: 'audio',
  mp4: 'video',
  webm: 'video',
};

/** Ending of a file's name, in small letters and without its point. */
export function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Returns the kind of a file by its name; undefined if a course can't contain it. */
export function kindOf(name: string): MediaKind | undefined {
  return KINDS[endingOf(name)];
}

/** Makes a path in `assets/` that is not taken. @param isTaken tests a path in the course's folder */
export function freePath(name: string, ending: string, isTaken: (path: string) => boolean): string {
  const base = slug(name.replace(/\.[^.]+$/, ''), 'image');
  return `assets/${freeName(base, (one) => isTaken(`assets/${one}.${ending}`))}.${ending}`;
}

/** Texts that go with a picture. */
export interface PictureWords {
  /** '' if the picture is decorative. */
  readonly alt: string;
  readonly caption: string;
  readonly credit: string;
}

/** Writes the block that shows a picture. */
export function pictureBlock(path: string, { alt, caption, credit }: PictureWords): string {
  const about = alt.trim() === '' ? 'decorative' : `alt=${quotedValue(alt)}`;
  const more = Object.entries({ caption, credit }).filter(([, value]) => value.trim() !== '');
  return `::figure{src=${path} ${[about, ...more.map(([key, value]) => `${key}=${quotedValue(value)}`)].join(' ')}}`;
}

/** Writes the block that plays a sound or a film. @param transcript path of its text */
export function playedBlock(kind: 'audio' | 'video', path: string, title: string, transcript: string): string {
  return `::${kind}{src=${path} title=${quotedValue(title)}${transcript === '' ? '' : ` transcript=${transcript}`}}`;
}
