/** Languages whose names of months are known. Moodle writes dates in words of its interface's language. */
const LANGUAGES = [
  'fr',
  'en',
  'es',
  'de',
  'it',
  'pt',
  'nl',
  'ca',
  'eu',
  'gl',
  'br',
  'pl',
  'cs',
  'sk',
  'ro',
  'hu',
  'sv',
  'da',
  'nb',
  'fi',
  'tr',
  'el',
  'ru',
  'uk',
];

function plain(name: string): string {
  return name.toLowerCase().replace(/\./g, '');
}

function namesOf(language: string): [string, number][] {
  const styles = [{ month: 'long' }, { month: 'short' }, { month: 'long', day: 'numeric' }] as const;
  return styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month): [string, number] => {
      const parts = format.formatToParts(new Date(Date.UTC(2026, month, 1)));
      return [plain(parts.find(({ type }) => type === 'month')?.value ?? ''), month + 1];
    });
  });
}

const MONTHS: ReadonlyMap<string, number> = new Map(LANGUAGES.flatMap(namesOf).filter(([name]) => /\p{L}/u.test(name)));

const two = (value: number): string => String(value).padStart(2, '0');

/** Reads the time of day as `HH:MM`; '' if there is none. */
function timeOf(text: string): string {
  const [, hours = '', minutes = '', half = ''] = /(\d{1,2})[:.h](\d{2})(?::\d{2})?\s*([ap])?\.?\s?m?/i.exec(text) ?? [];
  if (hours === '') return '';
  const isHalf = half !== '';
  const hour = isHalf ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  return hour < 24 && Number(minutes) < 60 ? `${two(hour)}:${minutes}` : '';
}

/** Reads day, month and year; undefined if one is missing. */
function dayOf(text: string): readonly [number, number, number] | undefined {
  const [, y, m, d] = /(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (y !== undefined) return [Number(y), Number(m), Number(d)];
  const [, first, second, year] = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text) ?? [];
  if (year !== undefined)
    return Number(second) > 12 ? [Number(year), Number(first), Number(second)] : [Number(year), Number(second), Number(first)];
  const month = text
    .match(/\p{L}+/gu)
    ?.map((word) => MONTHS.get(plain(word)))
    .find((one) => one !== undefined);
  const [named] = /(?<!\d)\d{4}(?!\d)/.exec(text) ?? [];
  const [day] = /(?<![\d:])\d{1,2}(?![\d:])/.exec(text) ?? [];
  return month === undefined || named === undefined || day === undefined ? undefined : [Number(named), month, Number(day)];
}

/** A date in numbers: what is left of the text holds the time. */
const NUMERIC = /^\d{4}\D\d{1,2}\D\d{1,2}|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/;

/**
 * Reads a date in words: « samedi 28 novembre 2026, 00:45 » becomes `2026-11-28T00:45`, local time of the download. Text
 * that isn't understood is kept; a dash becomes ''.
 */
export function readMoment(text: string): string {
  const cell = text.trim();
  if (cell === '' || cell === '-') return '';
  const day = dayOf(cell);
  if (!day || day[1] < 1 || day[1] > 12 || day[2] < 1 || day[2] > 31) return cell;
  const time = timeOf(cell.replace(NUMERIC, ''));
  return `${day[0]}-${two(day[1])}-${two(day[2])}${time && `T${time}`}`;
}

/** Beginnings of the names of units, and their lengths in seconds. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:min|мин|λεπ|分)/, 60],
  [/^(?:s(?!t)|с|δευ|秒)/, 1],
  [/^(?:h|o|u|st|tim|god|ч|ώρ)/, 3600],
  [/^(?:j|d|t|g|д|ημ)/, 86_400],
];

/** Reads a duration in words, « 1 minutes 11 secondes », or of a standard; undefined if a unit isn't understood. */
export function readDuration(text: string): number | undefined {
  const [, clockHours, clockMinutes, clockSeconds] = /^(\d+):(\d{2}):(\d{2}(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  if (clockHours !== undefined) return Math.round(3600 * Number(clockHours) + 60 * Number(clockMinutes) + Number(clockSeconds));
  const [, days, hours, minutes, seconds] = /^P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(text.trim()) ?? [];
  const iso = [days, hours, minutes, seconds];
  if (iso.some((part) => part !== undefined))
    return Math.round(iso.reduce((sum, part, index) => sum + Number(part ?? 0) * ([86_400, 3600, 60, 1][index] ?? 0), 0));
  const parts = [...text.toLowerCase().matchAll(/(\d+(?:[.,]\d+)?)\s*(\p{L}+)/gu)];
  const units = parts.map(([, , name = '']) => UNITS.find(([begin]) => begin.test(name))?.[1]);
  if (parts.length === 0 || units.includes(undefined)) return undefined;
  return Math.round(parts.reduce((sum, [, value = ''], index) => sum + Number(value.replace(',', '.')) * (units[index] ?? 0), 0));
}
