import { withFreshIds } from '../text/fresh-ids.ts';
import { skeletonOf } from './skeletons.ts';

/** Kind of file that a type shows. */
export type FileKind = 'picture' | 'sound' | 'film' | 'document';

const ENDINGS: Readonly<Record<FileKind, RegExp>> = {
  picture: /\.(?:png|jpe?g|gif|webp|avif|svg)$/i,
  sound: /\.(?:mp3|m4a|aac|wav|ogg|opus)$/i,
  film: /\.(?:mp4|m4v|webm)$/i,
  document: /\.(?:pdf|docx|odt|xlsx|ods|pptx|odp)$/i,
};

const NEEDS: Readonly<Record<string, FileKind>> = {
  figure: 'picture',
  beside: 'picture',
  gallery: 'picture',
  'image-compare': 'picture',
  hotspots: 'picture',
  'label-image': 'picture',
  audio: 'sound',
  video: 'film',
  document: 'document',
};

/** Files that a `<input type="file">` accepts for a kind. */
export const ACCEPTED: Readonly<Record<FileKind, string>> = {
  picture: '.png,.jpg,.jpeg,.gif,.webp,.avif,.svg',
  sound: '.mp3,.m4a,.aac,.wav,.ogg,.opus',
  film: '.mp4,.m4v,.webm',
  document: '.pdf,.docx,.odt,.xlsx,.ods,.pptx,.odp',
};

/** Returns the kind of file that a type needs. */
export function needOf(type: string): FileKind | undefined {
  return NEEDS[type];
}

/** Lists the files of a kind among those of a course, as a text names them: `assets/plan.svg`. */
export function filesOfKind(paths: readonly string[], course: string, kind: FileKind): string[] {
  const start = `${course}/`;
  return paths.flatMap((path) => (path.startsWith(start) && ENDINGS[kind].test(path) ? [path.slice(start.length)] : []));
}

/** Input of an insertion. */
export interface InsertionRequest {
  readonly type: string;
  readonly language: 'fr' | 'en';
  /** A file of the kind that the type needs; '' if it needs none. */
  readonly file: string;
  /** Ids of the people who may speak. */
  readonly people: readonly string[];
  readonly used: ReadonlySet<string>;
}

/** Lines to insert, and small files that they name: a transcript and subtitles to complete. */
export interface Insertion {
  readonly lines: string;
  readonly files: Readonly<Record<string, string>>;
}

const TRANSCRIPT = { fr: 'Écrivez ici ce qui se dit et ce qui s’entend.\n', en: 'Write here what is said and what is heard.\n' } as const;
const CAPTIONS = {
  fr: 'WEBVTT\n\n00:00.000 --> 00:04.000\nÉcrivez ici ce qui se dit.\n',
  en: 'WEBVTT\n\n00:00.000 --> 00:04.000\nWrite here what is said.\n',
} as const;

/** Makes the lines of a type: its example with fresh ids, the chosen file and people of the course. */
export function insertionOf({ type, language, file, people, used }: InsertionRequest): Insertion {
  let speaker = 0;
  const stem = file.replace(/\.[^.]*$/, '');
  const lines = withFreshIds(skeletonOf(type, language), used)
    .replace(/\{person\}/g, () => people[speaker++ % Math.max(1, people.length)] ?? '')
    .replace(/assets\/(?:image\.svg|sound\.wav|son\.wav|video\.webm|document\.pdf)/g, file)
    .replace(/assets\/(?:transcript|transcription)\.md/g, `${stem}.md`)
    .replace(/assets\/(?:captions|sous-titres)\.vtt/g, `${stem}.vtt`);
  const transcript = lines.includes(`${stem}.md`) ? { [`${stem}.md`]: TRANSCRIPT[language] } : {};
  const captions = lines.includes(`${stem}.vtt`) ? { [`${stem}.vtt`]: CAPTIONS[language] } : {};
  return { lines, files: file === '' ? {} : { ...transcript, ...captions } };
}
