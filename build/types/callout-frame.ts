import { activityTypes } from './activities.ts';

const CONTENT = '<!--content-->';

/** Markup of a callout without a title of its own: before and after its content. */
export function calloutFrame(kind: string, lang: 'fr' | 'en'): readonly [before: string, behind: string] {
  const type = activityTypes.get('callout');
  const html = type?.template({ options: { kind, html: CONTENT }, t: type.strings[lang], lang, level: 2 }) ?? CONTENT;
  const [before = '', behind = ''] = html.split(CONTENT);
  return [before, behind];
}
