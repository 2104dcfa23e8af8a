import { activityTypes } from '../../build/types/activities.ts';

const PAPER = { fr: { blank: 'À remplir', colon: '\u00a0:' }, en: { blank: 'To fill in', colon: ':' } } as const;

/** Renders a type as in a package, or on paper. Icons are shown as `[name]`. @throws if there is no such template */
export function renderType(name: string, options: object, lang: 'fr' | 'en' = 'fr', onPaper = false): string {
  const type = activityTypes.get(name);
  const template = onPaper ? type?.print : type?.template;
  if (!type || !template) throw new Error(`no template of ${name}`);
  const html = template({ id: 'depot', options, t: type.strings[lang], lang, level: 3, paper: PAPER[lang] });
  return html.replace(/<svg class="c-icon" aria-hidden="true"><use href="#i-([a-z0-9-]+)"><\/use><\/svg>/g, '[$1]');
}
