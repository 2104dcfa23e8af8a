/** An attribute as it is written in `{…}`. Offsets refer to the whole text. */
export interface AttributeText {
  /** `id` for `#name`. */
  readonly key: string;
  /** The value without quotes; true for a bare key. */
  readonly value: string | true;
  readonly from: number;
  readonly to: number;
}

/** The build's quotes: a backslash before the closing one makes it text, an apostrophe closes only at the end of a word. */
const ITEM =
  /#([^\s{}#]+)|(\p{L}[\p{L}\p{M}\d-]*)(?:=(?:'(.*?)'(?=\s|\}?\s*$)|[‘’](.*?)’(?=\s|\}?\s*$)|"((?:\\"|\\(?!")|[^"\\])*)"|«((?:\\»|\\(?!»)|[^»\\])*)»|[“”]((?:\\”|\\(?!”)|[^”\\])*)”|([^\s{}"«»“”]+)))?/gu;

/** Returns what stands between quotes. @param close the closing one */
function inQuotes(value: string, close: string): string {
  if (!/["»”]/.test(close)) return value;
  const words = value.replaceAll(`\\${close}`, close);
  return close === '»' ? words.trim() : words;
}

/** Reads what is understood of `{#id key key=value}`; the rest is passed over. @param from offset of the brace in the whole text */
export function attributesIn(text: string, from: number): AttributeText[] {
  return [...text.matchAll(ITEM)].map((found) => {
    const [whole, id, key = '', ...values] = found;
    const place = { from: from + found.index, to: from + found.index + whole.length };
    if (id !== undefined) return { key: 'id', value: id, ...place };
    const value = values.find((one) => one !== undefined);
    return { key, value: value === undefined ? true : inQuotes(value, whole.at(-1) ?? ''), ...place };
  });
}

/** Finds a value that is written. */
export function writtenValue(attributes: readonly AttributeText[], key: string): string | undefined {
  const found = attributes.find((one) => one.key === key)?.value;
  return typeof found === 'string' ? found : undefined;
}
