import type { ShownDiagnostic } from '../settings.ts';
import { make } from './element.ts';

type Strings = Readonly<Record<string, string>>;

function frameOf({ place, code, problem, write, source, column }: ShownDiagnostic, strings: Strings): HTMLElement {
  const item = make('li', 'v-diagnostic', make('p', 'v-place', make('b', '', place), ` ${code}`), make('p', '', problem));
  if (source !== '') item.append(make('pre', '', `${source.replace(/\t/g, ' ')}\n${' '.repeat(column - 1)}^`));
  item.append(make('p', 'v-write', `${strings.write} ${write}`));
  return item;
}

function list(diagnostics: readonly ShownDiagnostic[], strings: Strings): HTMLElement {
  return make('ol', '', ...diagnostics.map((one) => frameOf(one, strings)));
}

/** Shows errors, if any. @param about a sentence below the heading */
export function showErrors(box: HTMLElement, errors: readonly ShownDiagnostic[], strings: Strings, about: string): void {
  box.hidden = errors.length === 0;
  box.replaceChildren(make('h2', '', strings.errors ?? ''), make('p', '', about), list(errors, strings));
}

/** Shows notices in a collapsed line. */
export function showNotices(box: HTMLElement, notices: readonly ShownDiagnostic[], strings: Strings): void {
  const summary = make(
    'summary',
    '',
    (strings[notices.length === 1 ? 'notices.one' : 'notices'] ?? '').replace('{n}', String(notices.length)),
  );
  box.replaceChildren(...(notices.length === 0 ? [] : [make('details', '', summary, list(notices, strings))]));
}
