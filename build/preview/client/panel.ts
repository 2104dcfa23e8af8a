import { byId, make } from './element.ts';
import type { Call, CmiRecord } from './lms.ts';

type Words = Readonly<Record<string, string>>;

/** Number of calls kept in the list. */
const MOST_CALLS = 300;

/** Longest text of a value on one line. */
const WIDEST = 160;

function flat(record: CmiRecord, path: string): [string, string][] {
  return Object.entries(record).flatMap(([name, value]): [string, string][] => {
    const here = `${path}.${name}`;
    if (typeof value === 'object') return flat(value, here);
    return value === '' ? [] : [[here, value]];
  });
}

function short(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}

/** Formats a duration as clocks do, from SCORM 1.2's format or `PT1H2M3.5S` of 2004. */
function clock(span: string): string {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.\d+)?S)?$/.exec(span);
  return found
    ? found
        .slice(1)
        .map((part = '0') => part.padStart(2, '0'))
        .join(':')
    : span;
}

/** Lists the most important facts. */
function factsOf(data: ReadonlyMap<string, string>, words: Words): [string, string][] {
  const first = (...names: string[]): string => names.map((name) => data.get(name)).find((value) => value !== undefined) ?? '';
  const count = (name: RegExp): string => String([...data.keys()].filter((key) => name.test(key)).length);
  const status = [first('cmi.core.lesson_status', 'cmi.completion_status'), first('cmi.success_status')].filter(
    (one) => one !== '' && one !== 'unknown',
  );
  return [
    [words.status ?? '', status.map((one) => words[`is.${one}`] ?? one).join(', ')],
    [words.score ?? '', first('cmi.core.score.raw', 'cmi.score.raw')],
    [words.time ?? '', clock(first('cmi.core.total_time', 'cmi.total_time'))],
    [words.state ?? '', String(first('cmi.suspend_data').length)],
    // In 1.2 all questions are registered from the start.
    [words.interactions ?? '', count(/^cmi\.interactions\.\d+\.(?:student|learner)_response$/)],
    [words.objectives ?? '', count(/^cmi\.objectives\.\d+\.id$/)],
  ];
}

/** Panel with the module's calls and the LMS's data. */
export class Panel {
  private readonly words: Words;
  private readonly calls = byId('calls');
  private refused = 0;
  private due = 0;

  constructor(words: Words) {
    this.words = words;
    const reads = byId('reads') as HTMLInputElement;
    reads.addEventListener('change', () => this.calls.toggleAttribute('data-reads', reads.checked));
    this.clear();
  }

  /** Begins a new visit. */
  clear(): void {
    this.calls.replaceChildren();
    this.refused = 0;
    byId('refused').textContent = '';
  }

  add({ method, args, result, error, diagnostic }: Call): void {
    const line = make('li', '', make('code', '', `${method}(${args.map((arg) => JSON.stringify(short(arg))).join(', ')})`));
    line.append(make('span', 'v-result', ` → ${short(result)}`));
    const reads = method.includes('GetValue');
    if (reads) line.dataset.kind = 'read';
    if (error !== 0) line.append(make('strong', '', ` ${error} ${diagnostic}`));
    // Reading a value that was never set is an error in the standard, but no mistake.
    if (error !== 0 && !reads) {
      line.dataset.error = String(error);
      this.refused += 1;
      byId('refused').textContent = `${this.refused} ${this.words.refused}`;
    }
    this.calls.prepend(line);
    if (this.calls.children.length > MOST_CALLS) this.calls.lastElementChild?.remove();
  }

  /** Shows a record, at most once in an animation frame. */
  show(record: () => CmiRecord | null): void {
    cancelAnimationFrame(this.due);
    this.due = requestAnimationFrame(() => this.write(record()));
  }

  private write(record: CmiRecord | null): void {
    if (!record) {
      byId('facts').replaceChildren(make('dd', '', this.words.nothing ?? ''));
      byId('data').replaceChildren();
      return;
    }
    const data = flat(record, 'cmi');
    byId('facts').replaceChildren(
      ...factsOf(new Map(data), this.words).map(([name, value]) => make('div', '', make('dt', '', name), make('dd', '', value || '–'))),
    );
    const rows = data.map(([name, value]) => make('tr', '', make('th', '', name), make('td', '', short(value))));
    byId('data').replaceChildren(make('table', 'v-data', make('tbody', '', ...rows)));
  }
}
