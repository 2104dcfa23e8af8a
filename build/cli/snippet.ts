/** A snippet of Visual Studio Code, without its name. */
export interface Snippet {
  /** Text that is typed to get it. */
  readonly prefix: string;
  /** Lines, with tab stops. */
  readonly body: readonly string[];
}

/** Escapes a text in a snippet, where `$` begins a variable and `}` ends a tab stop. */
function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Lists the ids that a text gives to its activities and parts, in order. */
function idsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\{#([a-z0-9-]+)/g)].map(([, id = '']) => id))];
}

/**
 * Makes the snippet of a type from its example. Each id is a tab stop, because it has to be unique in the course; where the example
 * refers to it, the text follows.
 */
export function snippetOf(type: string, example: string): Snippet {
  const ids = idsIn(example);
  const stops = new Map(ids.map((id, index) => [id, `\${${index + 1}:${id}}`]));
  const places = /(?<=[#=])[a-z0-9-]+/g;
  let body = '';
  let end = 0;
  for (const { 0: word, index } of example.matchAll(places)) {
    const stop = stops.get(word);
    if (stop === undefined) continue;
    body += escaped(example.slice(end, index)) + stop;
    end = index + word.length;
  }
  body += escaped(example.slice(end));
  const [, colons = ':::'] = new RegExp(`^(:{2,3}):*${type}(?![a-z-])`, 'm').exec(example) ?? [];
  return { prefix: `${colons}${type}`, body: body.trimEnd().split('\n') };
}
