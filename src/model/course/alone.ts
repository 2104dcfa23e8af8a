import type * as chapters from './chapters.ts';

// Replaces `chapters.ts` in the runtime of a single module, so that it doesn't load code for whole courses.

export const partsOf: typeof chapters.partsOf = (content) => [content];
export const reachedOf: typeof chapters.reachedOf = (_, state) => state;
export const chaptersReached: typeof chapters.chaptersReached = () => [];
export const inParts: typeof chapters.inParts = (content, contributions, reach) =>
  reach(content, contributions) ?? { status: 'incomplete' };
export const settleParts: typeof chapters.settleParts = (content, state, reach) => ({ ...state, ...reach(content, state) });
export const joinChapters: typeof chapters.joinChapters = () => ({});
export const chapterColumns: typeof chapters.chapterColumns = () => [];
export const chaptersIn: typeof chapters.chaptersIn = () => ({});
