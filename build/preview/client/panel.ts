import { byId, make } from './element.ts';
import type { Call, CmiRecord } from './lms.ts';
import { factsOfRecord, flatRecord } from './record-facts.ts';

type Words = Readonly<Record<string, string>>;

/** Number of calls kept in the list. */
const MOST_CALLS = 300;

/** Longest text of a value on one line. */
const WIDEST = 160;

function short(text: string): string {
  return text.length > WIDEST ? `${text.slice(0, WIDEST)}…` : text;
}

/** Lists the most important facts. */
function factsOf(record: CmiRecord, words: Words): [string, string][] {
  const { status, score, time, state, answers, objectives } = factsOfRecord(record);
  return [
    [words.status ?? '', status.map((one) => words[`is.${one}`] ?? one).join(', ')],
    [words.score ?? '', score],
    [words.time ?? '', time],
    [words.state ?? '', String(state)],
    [words.interactions ?? '', String(answers)],
    [words.objectives ?? '', String(objectives)],
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
    const data = flatRecord(record);
    byId('facts').replaceChildren(
      ...factsOf(record, this.words).map(([name, value]) => make('div', '', make('dt', '', name), make('dd', '', value || '–'))),
    );
    const rows = data.map(([name, value]) => make('tr', '', make('th', '', name), make('td', '', short(value))));
    byId('data').replaceChildren(make('table', 'v-data', make('tbody', '', ...rows)));
  }
}
