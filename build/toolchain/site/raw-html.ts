/** Elements that a document may write as HTML. */
const ELEMENTS = new Set(
  (
    'a b br code dd del details div dl dt em h2 h3 h4 h5 h6 hr i img ins kbd li ol p picture pre s samp small source span strong sub ' +
    'summary sup table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** Attributes that these may have. None is code, and none repeats an anchor. */
const ATTRIBUTES = new Set(
  'align alt colspan dir height href hreflang lang media open rowspan scope src srcset start title valign width'.split(' '),
);

/** A tag with its attributes, whose values are in double quotes. */
const TAG = /<\/?([a-z][a-z\d]*)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/gi;

/**
 * Checks HTML that a document contains.
 * @param source path of the document
 * @throws Error if it has a script, a style, or a tag that is not whole
 */
export function checkRawHtml(html: string, source: string): void {
  const rest = html.replace(TAG, (tag, name: string, attributes: string) => {
    const names = [...attributes.matchAll(/\s([a-z-]+)(?:="[^"]*")?/gi)].map(([, one = '']) => one.toLowerCase());
    return ELEMENTS.has(name.toLowerCase()) && names.every((one) => ATTRIBUTES.has(one)) ? '' : tag;
  });
  const [refused] = /<[^\n]*/.exec(rest) ?? [];
  if (refused !== undefined) throw new Error(`${source}: the site does not take over ${refused}.`);
}
