/** Target of an address of a manifest. */
export interface Address {
  /** As it is written. */
  readonly href: string;
  readonly kind: 'inside' | 'elsewhere' | 'absolute' | 'outside' | 'empty';
  /** Path in the package, as written and with `%20` decoded; without query and fragment. */
  readonly path: string;
  readonly decoded: string;
  readonly hasBackslash: boolean;
}

function decodedOnce(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Removes `.` and `..` from a path. @returns null if it leads out of the package */
function normalised(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return null;
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/**
 * Resolves an address against the `xml:base` of its parents.
 * @param bases from the outermost to the innermost
 */
export function resolveAddress(href: string, bases: readonly string[] = []): Address {
  const written = href.trim();
  const whole = /^[a-z][a-z0-9+.-]*:|^\/\//i.test(written) ? written : bases.join('') + written;
  const hasBackslash = whole.includes('\\');
  const address = (kind: Address['kind'], path = ''): Address => ({ href, kind, path, decoded: decodedOnce(path), hasBackslash });
  if (written === '') return address('empty');
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(whole)) return address('elsewhere');
  if (whole.startsWith('/')) return address('absolute');
  const path = normalised(whole.replace(/[?#].*$/s, '').replaceAll('\\', '/'));
  return path === null ? address('outside') : address('inside', path);
}
