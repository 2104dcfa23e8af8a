/**
 * Expands a snippet as Visual Studio Code does (its grammar: `$1`, `${1:text}`, `$NAME`, escapes of `\`, `$` and `}`).
 * @param typed what is typed at a tab stop; the others keep their text
 */
export function expandSnippet(body: string, typed: Readonly<Record<number, string>> = {}): string {
  let text = '';
  for (let at = 0; at < body.length; ) {
    const rest = body.slice(at);
    const plain = /^\\([\\$}])/.exec(rest);
    const stop = /^\$\{(\d+):((?:[^\\$}]|\\[\\$}])*)\}/.exec(rest);
    const other = /^\$(?:\d+|\{|[A-Za-z_]\w*)/.exec(rest);
    if (!plain && !stop && other) throw new Error(`neither a text nor a tab stop: ${rest.slice(0, 20)}`);
    text += plain?.[1] ?? (stop ? (typed[Number(stop[1])] ?? stop[2]?.replace(/\\(.)/g, '$1')) : body[at]);
    at += (plain ?? stop)?.[0].length ?? 1;
  }
  return text;
}
