const NBSP = '\u00a0';
const THIN = '\u202f';

/**
 * No-break spaces and apostrophes of French print, set only where the author wrote a space:
 * « Consigne: » and 14:30 stay as they are. Doing it twice changes nothing.
 */
function french(text: string): string {
  return text
    .replace(/(?<=[\p{L}\d])'(?=[\p{L}«]|$)/gu, '’')
    .replace(/\.\.\./g, '…')
    .replace(/« (?=\S|$)/g, `«${NBSP}`)
    .replace(/(^|\S) (?=»)/g, `$1${NBSP}`)
    .replace(/(\S) (?=:(?:\s|$))/g, `$1${NBSP}`)
    .replace(/(\S) (?=[;!?])/g, `$1${THIN}`)
    .replace(/(\d) (?=\d{3}(?!\d))/g, `$1${THIN}`)
    .replace(/(\d) (?=(?:%|€|min|h|km|ans?|mois|jours?)(?![\p{L}\d]))/gu, `$1${NBSP}`)
    .replace(/(?<![\p{L}\d])(Mme|Mlle|Mmes|MM?\.|Dr|n°|p\.|art\.|L\.) (?=[\p{Lu}\d])/gu, `$1${NBSP}`);
}

/** Sets the typography of a language in a text that a learner reads. Never for keys, code, addresses. */
export function typography(text: string, lang: string): string {
  if (lang.startsWith('fr')) return french(text);
  return text.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}
