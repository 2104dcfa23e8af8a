/** Words that negate a sentence or quantify it: the forms of one word in an entry, French and English. */
const TURNING = [
  ...['ne', 'pas', 'jamais', 'sans', 'rien', 'ni', 'non', 'guère', 'sauf', 'hormis', 'excepté', 'plus', 'moins', 'chaque', 'toujours'],
  ...['aucun aucune aucuns aucunes', 'nul nulle nuls nulles', 'tout toute tous toutes', 'seul seule seuls seules', 'seulement'],
  ...['not cannot', 'never', 'no', 'nor', 'neither', 'either', 'without', 'nothing', 'nobody', 'nowhere', 'none', 'except'],
  ...['all', 'every', 'each', 'both', 'always', 'only', 'most', 'least', 'more', 'less fewer'],
];

/** Prefixes that make the opposite of a word. */
const OPPOSITES = ['in', 'im', 'il', 'ir', 'un', 'dis', 'dé', 'dés', 'mal', 'anti', 'non'];

/** Shortest word with an opposite. */
const SHORTEST = 4;

/** Words for numbers, without one, un, une and neuf, which have other meanings. */
const NUMBERS = [
  ...['2 deux two', '3 trois three', '4 quatre four', '5 cinq five', '6 six', '7 sept seven', '8 huit eight', '9 nine', '10 dix ten'],
  ...['11 onze eleven', '12 douze twelve', '13 treize thirteen', '14 quatorze fourteen', '15 quinze fifteen', '16 seize sixteen'],
  ...['17 seventeen', '18 eighteen', '19 nineteen', '20 vingt vingts twenty', '30 trente thirty', '40 quarante forty'],
  ...['50 cinquante fifty', '60 soixante sixty', '70 seventy', '80 eighty', '90 ninety', '100 cent cents hundred', '1000 mille thousand'],
  ...['million millions', 'milliard milliards billion', 'moitié half', 'tiers', 'quart quarter', 'double', 'triple'],
];

const UNITS = [
  ...[
    '% pourcent percent',
    '€ euro euros',
    '$ dollar dollars',
    '£',
    '°',
    'heure heures hour hours',
    'minute minutes',
    'jour jours day days',
  ],
  ...['semaine semaines week weeks', 'mois month months', 'année ans années year years', 'mètre mètres metre metres meter meters'],
  ...['kilomètre kilomètres kilometre kilometres kilometer kilometers', 'gramme grammes gram grams', 'kilo kilos kilogramme kilogrammes'],
];

/** Forms that are units only after a number; the first is a unit of the list above, or itself. */
const SHORT_UNITS = [
  ...['heure h', 'minute min mn', 'seconde secondes second seconds s sec', 'jour j', 'année an', 'mètre m', 'kilomètre km', 'gramme g'],
  ...['kilo kg', 'cm', 'mm', 'mg', 't', 'l', 'cl', 'ml', 'ha', 'ko kb', 'mo mb', 'go gb', 'w', 'kw', 'kwh', 'v'],
];

/** Maps each form of a word to the first one. */
function formsOf(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.flatMap((line) => {
      const [first = '', ...others] = line.split(' ');
      return [first, ...others].map((form): [string, string] => [form, first]);
    }),
  );
}

const turning = formsOf(TURNING);
const numbers = formsOf(NUMBERS);
const units = formsOf(UNITS);
const shortUnits = formsOf(SHORT_UNITS);

/** Splits a text into words, numbers and symbols. Spaces in a number and its decimal separator make no difference. */
function piecesOf(text: string): readonly string[] {
  const plain = text
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d),(?=\d)/g, '$1.')
    .replace(/(?<![\p{L}\d])[-−](?=\d)/gu, 'moins ')
    .replace(/(?<!\p{L})(?:pour|per) cent(?!\p{L})/gu, '%')
    .replace(/n't(?!\p{L})/gu, ' not')
    .replace(/(?<!\p{L})n'/gu, 'ne ');
  return plain.match(/\d+(?:\.\d+)*|\p{L}+|[%€$£°]/gu) ?? [];
}

interface Meaning {
  readonly words: ReadonlySet<string>;
  readonly turns: string;
  /** Numbers and units, in their order. */
  readonly amounts: string;
}

function meaningOf(text: string): Meaning {
  const pieces = piecesOf(text);
  const turns = pieces.flatMap((piece) => turning.get(piece) ?? []);
  const numberOf = (piece: string): string | undefined => (/^\d/.test(piece) ? piece : numbers.get(piece));
  const amounts = pieces.flatMap((piece, at) => {
    const short = numberOf(pieces[at - 1] ?? '') === undefined ? undefined : shortUnits.get(piece);
    return numberOf(piece) ?? units.get(piece) ?? short ?? [];
  });
  return { words: new Set(pieces), turns: turns.join(' '), amounts: amounts.join(' ') };
}

/** Tests whether a word of one text is the opposite of a word of the other. */
function hasOpposite(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [left, right] = [[...one].filter((word) => !other.has(word)), [...other].filter((word) => !one.has(word))];
  const isOpposite = (word: string, base: string): boolean => base.length >= SHORTEST && OPPOSITES.some((prefix) => word === prefix + base);
  return left.some((a) => right.some((b) => isOpposite(a, b) || isOpposite(b, a)));
}

/**
 * Tests whether two similar texts differ in a negation, a number or a unit. Then one is no correction of the other: learners who
 * chose the first have not chosen the second.
 * @param one normalised, as in the lock
 */
export function changesMeaning(one: string, other: string): boolean {
  const [a, b] = [meaningOf(one), meaningOf(other)];
  return a.turns !== b.turns || a.amounts !== b.amounts || hasOpposite(a.words, b.words);
}
