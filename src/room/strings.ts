/** Returns a text of the projected view with `{name}` filled in. */
export type Formatter = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Reads the texts from the page's markup. */
export function readStrings(): Formatter {
  const table: Readonly<Record<string, string>> = JSON.parse(document.getElementById('r-words')?.textContent ?? '{}');
  return (key, values = {}) => (table[key] ?? '').replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
}

/** Returns an element by its id. @throws if the page has none */
export function element<Type extends HTMLElement = HTMLElement>(id: string): Type {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found as Type;
}

/** Formats seconds as minutes and seconds. */
export function clockTime(seconds: number): string {
  const whole = Math.abs(Math.trunc(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
