import { make } from '../../src/player/widgets/element.ts';

/** Folds each list under its heading. */
export function fold(parts: readonly HTMLElement[]): HTMLElement[] {
  const folds: HTMLElement[] = [];
  let body: HTMLElement | undefined;
  for (const part of parts) {
    if (/^H\d/.test(part.tagName)) {
      body = make('div', 'c-details-body');
      folds.push(make('details', 'c-details', make('summary', '', part), body));
    } else if (body) body.append(part);
    else folds.push(part);
  }
  return folds;
}
