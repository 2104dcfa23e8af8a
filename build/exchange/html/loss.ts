import type { Lang } from '../model.ts';

/** Kinds of loss or change in a text of another tool. */
export type TextLoss =
  | 'script'
  | 'style'
  | 'form'
  | 'media'
  | 'link'
  | 'formula'
  | 'merged-cells'
  | 'small'
  | 'flattened'
  | 'language'
  | 'missing-picture'
  | 'bad-picture'
  | 'alt';

/** Input of a conversion besides the text. */
export interface TextContext {
  readonly lang: Lang;
  /** Reports something, with what it was. */
  lose(what: TextLoss, detail?: string): void;
  /** Stores a picture. @returns its path in the course's folder; undefined if there is none, which was reported */
  picture(src: string): string | undefined;
  /** Tables aren't possible, because the activity has one of its own. */
  readonly hasTable?: boolean;
  /** Text of an activity: no quotations, no headings, no lists with `-`. */
  readonly isQuestion: boolean;
}

/** Alternative text of a picture that has none, for the author to replace. */
export const ALT: Readonly<Record<Lang, string>> = { fr: 'À revoir : décrivez l’image', en: 'To review: describe the picture' };

/** Begins the comments that ask the author to complete something. */
export const REVIEW: Readonly<Record<Lang, string>> = { fr: 'À revoir : ', en: 'To review: ' };
