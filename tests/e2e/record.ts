/** Record in an LMS, element by element. */
export type Elements = Readonly<Record<string, string>>;

export type Version = '1.2' | '2004';

/** Gives every LMS's way of keeping the data model the same form: `cmi.core.score.raw` → `80`. */
export function flatten(kept: unknown, at = ''): Elements {
  if (typeof kept !== 'object' || kept === null) return { [at]: String(kept) };
  const elements = Object.entries(kept).map(([name, value]) => flatten(value, at ? `${at}.${name}` : name.replace(/^(?!cmi\.)/, 'cmi.')));
  return Object.assign({}, ...elements) as Elements;
}

/** One answered question, in the words of the standard. */
export interface Told {
  readonly type: string;
  readonly response: string;
  readonly result: string;
  readonly weighting: string;
  /** First right answer; '' where there is none. */
  readonly pattern: string;
}

/** The rows of a list of records, in order. */
export function rows(elements: Elements, list: 'interactions' | 'objectives'): Elements[] {
  const found: Record<string, string>[] = [];
  for (const [element, value] of Object.entries(elements)) {
    const [, index = '', name = ''] = /^cmi\.(?:\w+)\.(\d+)\.(.+)$/.exec(element.startsWith(`cmi.${list}.`) ? element : '') ?? [];
    if (!index) continue;
    found[Number(index)] ??= {};
    Object.assign(found[Number(index)] ?? {}, { [name]: value });
  }
  return found;
}

/** The answered interactions by id; the further parts of a long text are joined to their first. */
export function toldOf(elements: Elements, version: Version): Map<string, Told> {
  const response = version === '1.2' ? 'student_response' : 'learner_response';
  const reported = new Map<string, Told>();
  for (const row of rows(elements, 'interactions')) {
    const { id = '', type = '', result = '', weighting = '' } = row;
    const text = row[response] ?? '';
    const [, whole = ''] = /^(.+)\.\d+$/.exec(id) ?? [];
    const first = reported.get(whole);
    if (first) reported.set(whole, { ...first, response: first.response + text });
    else if (text !== '') reported.set(id, { type, response: text, result, weighting, pattern: row['correct_responses.0.pattern'] ?? '' });
  }
  return reported;
}

/** Seconds of the visit that ended last. */
export function sessionSeconds(elements: Elements, version: Version): number {
  const time = elements[version === '1.2' ? 'cmi.core.session_time' : 'cmi.session_time'] ?? '';
  const [, hours, minutes, seconds] = /^(?:PT)?(?:(\d+)[:H])?(?:(\d+)[:M])?(?:([\d.]+)S?)?$/.exec(time) ?? [];
  return Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
}
