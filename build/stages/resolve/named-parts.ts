interface NamedPart {
  readonly token: string;
  readonly text: string;
}

function isNamed(part: Partial<NamedPart> | null): part is NamedPart {
  return part?.token !== undefined && part.text !== undefined;
}

/** Reduces an activity's lists to the named parts, which is enough to show an answer. */
export function namedParts(options: object): Readonly<Record<string, readonly NamedPart[]>> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([key, list]) =>
      Array.isArray(list) && list.length > 0 && list.every(isNamed) ? [[key, list.map(({ token, text }) => ({ token, text }))]] : [],
    ),
  );
}
