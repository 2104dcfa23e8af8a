/** An attribute as it is written in `{…}`. Offsets refer to the whole text. */
export interface AttributeText {
  /** `id` for `#name`. */
  readonly key: string;
  /** The value without quotes; true for a bare key. */
  readonly value: string | true;
  readonly from: number;
  readonly to: number;
}

const ITEM = /#([^\s{}#]+)|([\p{L}][\p{L}\p{M}\d-]*)(?:=(?:"((?:\\.|[^"\\])*)"|'([^']*)'|«\s*([^»]*?)\s*»|“([^”]*)”|([^\s{}"]+)))?/gu;

/** Reads what is understood of `{#id key key=value}`; the rest is passed over. @param from offset of the brace in the whole text */
export function attributesIn(text: string, from: number): AttributeText[] {
  return [...text.matchAll(ITEM)].map(({ 0: found, index, ...groups }) => {
    const [, id, key = '', ...values] = [found, ...Object.values(groups).slice(0, 7)] as (string | undefined)[];
    const value = values.find((one) => one !== undefined)?.replace(/\\(["\\])/g, '$1');
    const place = { from: from + index, to: from + index + found.length };
    return id === undefined ? { key, value: value ?? true, ...place } : { key: 'id', value: id, ...place };
  });
}

/** Finds a value that is written. */
export function writtenValue(attributes: readonly AttributeText[], key: string): string | undefined {
  const found = attributes.find((one) => one.key === key)?.value;
  return typeof found === 'string' ? found : undefined;
}
