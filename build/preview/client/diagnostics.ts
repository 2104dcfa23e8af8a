import type { ShownDiagnostic } from '../settings.ts';
import { make } from './element.ts';

type Words = Readonly<Record<string, string>>;

function frameOf({ place, code, problem, write, source, column }: ShownDiagnostic, words: Words): HTMLElement {
  const item = make('li', 'v-diagnostic', make('p', 'v-place', make('b', '', place), ` ${code}`), make('p', '', problem));
  if (source !== '') item.append(make('pre', '', `${source.replace(/\t/g, ' ')}\n${' '.repeat(column - 1)}^`));
  item.append(make('p', 'v-write', `${words.write} ${write}`));
  return item;
}

function list(diagnostics: readonly ShownDiagnostic[], words: Words): HTMLElement {
  return make('ol', '', ...diagnostics.map((one) => frameOf(one, words)));
}

/** Shows errors, if any. @param about a sentence below the heading */
export function showErrors(box: HTMLElement, errors: readonly ShownDiagnostic[], words: Words, about: string): void {
  box.hidden = errors.length === 0;
  box.replaceChildren(make('h2', '', words.errors ?? ''), make('p', '', about), list(errors, words));
}

/** Shows notices in a collapsed line. */
export function showNotices(box: HTMLElement, notices: readonly ShownDiagnostic[], words: Words): void {
  const summary = make(
    'summary',
    '',
    (words[notices.length === 1 ? 'notices.one' : 'notices'] ?? '').replace('{n}', String(notices.length)),
  );
  box.replaceChildren(...(notices.length === 0 ? [] : [make('details', '', summary, list(notices, words))]));
}
