import { byId, make } from './element.ts';
import type { Call, CmiRecord } from './lms.ts';
import { factsOfRecord, flatRecord } from './record-facts.ts';

type Strings = Readonly<Record<string, string>>;

/** Number of calls kept in the list. */
const MOST_CALLS = 300;

/** Longest text of a value on one line. */
const WIDEST = 160;

function short(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}

/** Lists the most important facts. */
function factsOf(record: CmiRecord, strings: Strings): [string, string][] {
  const { status, score, time, state, answers, objectives } = factsOfRecord(record);
  return [
    [strings.status ?? '', status.map((one) => strings[`is.${one}`] ?? one).join(', ')],
    [strings.score ?? '', score],
    [strings.time ?? '', time],
    [strings.state ?? '', String(state)],
    [strings.interactions ?? '', String(answers)],
    [strings.objectives ?? '', String(objectives)],
  ];
}

/** Panel with the module's calls and the LMS's data. */
export class Panel {
  private readonly strings: Strings;
  private readonly calls = byId('calls');
  private refused = 0;
  private due = 0;

  constructor(strings: Strings) {
    this.strings = strings;
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
      byId('refused').textContent = `${this.refused} ${this.strings.refused}`;
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
      byId('facts').replaceChildren(make('dd', '', this.strings.nothing ?? ''));
      byId('data').replaceChildren();
      return;
    }
    const data = flatRecord(record);
    byId('facts').replaceChildren(
      ...factsOf(record, this.strings).map(([name, value]) => make('div', '', make('dt', '', name), make('dd', '', value || '–'))),
    );
    const rows = data.map(([name, value]) => make('tr', '', make('th', '', name), make('td', '', short(value))));
    byId('data').replaceChildren(make('table', 'v-data', make('tbody', '', ...rows)));
  }
}
