import { literal } from '../text/literal.ts';

/** Finds names of a package's files where markup, scripts and styles name them: after a quote, a bracket or an equals sign. */
function namesPattern(names: readonly string[]): RegExp {
  const escaped = [...names].sort((a, b) => b.length - a.length).map(literal);
  return new RegExp(`(?<=["'(=\`]|&quot;)(?:${escaped.join('|')})(?=["')#\\s>\`\\\\]|&quot;)`, 'g');
}

/** Replaces names of files by their addresses in a text of a package. */
export function withAddresses(text: string, addresses: ReadonlyMap<string, string>): string {
  if (addresses.size === 0) return text;
  return text.replace(namesPattern([...addresses.keys()]), (name) => addresses.get(name) ?? name);
}

/** Text files, whose content may name other files. The order lets each be made after those that it names. */
export function sortedTexts(names: readonly string[]): string[] {
  const rank = (name: string): number => (name.endsWith('.css') ? 0 : name.endsWith('.js') ? 1 : 2);
  return names.filter((name) => /\.(?:css|js|html)$/.test(name)).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
