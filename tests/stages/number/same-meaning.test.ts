import { describe, expect, test } from 'vitest';
import { lockModule } from '../../../build/stages/number/lock.ts';
import { changesMeaning } from '../../../build/stages/number/same-meaning.ts';
import { lockable, rames } from '../../helpers/lockable.ts';

const asked = (text: string) => rames(lockable('frein', [{ text }]));

/** The letter that a choice has once its text was changed: `a` where that put it right. */
function letter(before: string, now: string): string | undefined {
  return lockModule(lockModule(undefined, asked(before)).lock, asked(now)).numbers.tokens.get('frein')?.[0];
}

describe('a choice that says something else is another one', () => {
  test.each([
    ['Le conducteur peut freiner', 'Le conducteur ne peut pas freiner'],
    ['Il n’a pas le droit de doubler', 'Il a le droit de doubler'],
    ['Il n’y en a plus dans le dépôt', 'Il y en a plus dans le dépôt'],
    ['On sonne toujours avant de partir', 'On ne sonne jamais avant de partir'],
    ['Avec un casque et des gants', 'Avec un casque, sans des gants'],
    ['Aucun tram ne passe le dimanche', 'Un tram ne passe le dimanche'],
    ['Toutes les portes sont fermées', 'Les portes sont fermées'],
    ['Au moins un agent par rame', 'Au plus un agent par rame'],
    ['Le seul agent du quai répond', 'L’agent du quai répond'],
    ['Le freinage est possible ici', 'Le freinage est impossible ici'],
    ['Un geste utile au départ', 'Un geste inutile au départ'],
    ['Une rame conforme au plan', 'Une rame non conforme au plan'],
    ['Rouler à 30 km/h en ville', 'Rouler à 50 km/h en ville'],
    ['La loi du 2 janvier 2002', 'La loi du 2 janvier 2005'],
    ['Il reste deux trams au dépôt', 'Il reste trois trams au dépôt'],
    ['Il reste un tram au dépôt', 'Il reste deux trams au dépôt'],
    ['Une baisse de 5 degrés dehors', 'Une baisse de -5 degrés dehors'],
    ['Un délai de 5 jours ouvrés', 'Un délai de 5 mois ouvrés'],
    ['Une réduction de 10 % par an', 'Une réduction de 10 € par an'],
    ['Une pause de 20 min au terminus', 'Une pause de 20 h au terminus'],
    ['Un colis de 3 kg à bord', 'Un colis de 3 g à bord'],
    ['On compte en jours depuis le départ', 'On compte en mois depuis le départ'],
    ['La moitié des trams est neuve', 'Le tiers des trams est neuve'],
  ])('%s / %s', (before, now) => {
    expect([letter(before, now), letter(now, before)]).toEqual(['b', 'b']);
  });

  test.each([
    ['The driver may brake here', 'The driver may not brake here'],
    ['The driver doesn’t brake here', 'The driver does brake here'],
    ['You can leave the cab now', 'You cannot leave the cab now'],
    ['You always ring before leaving', 'You never ring before leaving'],
    ['A tram with brakes and sand', 'A tram without brakes and sand'],
    ['All doors are closed now', 'No doors are closed now'],
    ['None of the doors opens', 'One of the doors opens'],
    ['At least one agent a tram', 'At most one agent a tram'],
    ['Only the driver may ring', 'The driver may ring'],
    ['An able driver rings first', 'An unable driver rings first'],
    ['Drive at 20 mph in town', 'Drive at 30 mph in town'],
    ['Wait for two minutes there', 'Wait for three minutes there'],
    ['A notice of 3 days is enough', 'A notice of 3 months is enough'],
    ['It costs 5 € a month', 'It costs 5 % a month'],
  ])('%s / %s', (before, now) => {
    expect([letter(before, now), letter(now, before)]).toEqual(['b', 'b']);
  });
});

describe('a choice that was only put right keeps its letter', () => {
  test.each([
    ['Le conducteur ne peu pas freiner', 'Le conducteur ne peut pas freiner'],
    ['Il n’a pas le drot de doubler', 'Il n’a pas le droit de doubler'],
    ['Tout les portes sont fermées', 'Toutes les portes sont fermées'],
    ['Aucuns trams ne passe ici', 'Aucun tram ne passe ici'],
    ['Rouler à 30km/h en vile', 'Rouler à 30 km/h en ville'],
    ['Un stock de 1000 rails au dépot', 'Un stock de 1 000 rails au dépôt'],
    ['Une pente de 3.5 % au depart', 'Une pente de 3,5 % au départ'],
    ['Un délai de 5 jour ouvré', 'Un délai de 5 jours ouvrés'],
    ['Une pause de 20 min au terminu', 'Une pause de 20 minutes au terminus'],
    ['Il reste deux trams au depot', 'Il reste 2 trams au dépôt'],
    ['Une réduction de 10 pour cent', 'Une réduction de 10 %'],
    ['Il faut 3 an de travail au dépot', 'Il faut 3 années de travail au dépôt'],
    ['Le dépôt est près du quai', 'Le dépôt est à côté du quai'],
    ['La rame dont le frein est usé', 'La rame dont les freins sont usé'],
  ])('%s / %s', (before, now) => {
    expect(letter(before, now)).toBe('a');
  });

  test.each([
    ['The driver isn’t allowed to brake', 'The driver is not allowed to brake'],
    ['A tram an driver must check', 'A tram a driver must check'],
    ['Drive at 20mph in the twon', 'Drive at 20 mph in the town'],
    ['Wait for two minuts at the stop', 'Wait for 2 minuts at the stop'],
    ['The seconds of the clock stop', 'The second of the clock stops'],
  ])('%s / %s', (before, now) => {
    expect(letter(before, now)).toBe('a');
  });
});

/** Words by what they mean: within a line they are the same, between two lines they are not. */
const AMOUNTS = [
  'deux two 2',
  'trois three 3',
  'quatre four',
  'cinq five',
  'six 6',
  'sept seven',
  'huit eight',
  'nine 9',
  'dix ten',
  'onze eleven',
  'douze twelve',
  'treize thirteen',
  'quatorze fourteen',
  'quinze fifteen',
  'seize sixteen',
  'seventeen 17',
  'eighteen 18',
  'nineteen 19',
  'vingt vingts twenty',
  'trente thirty',
  'quarante forty',
  'cinquante fifty',
  'soixante sixty',
  'seventy 70',
  'eighty 80',
  'ninety 90',
  'cent cents hundred',
  'mille thousand',
  'million millions',
  'milliard milliards billion',
  'moitié half',
  'tiers',
  'quart quarter',
  'double',
  'triple',
];
const UNITS = [
  '% pourcent percent',
  '€ euro euros',
  '$ dollar dollars',
  '£',
  '°',
  'heure heures hour hours h',
  'minute minutes min mn',
  'seconde secondes second seconds s sec',
  'jour jours day days j',
  'semaine semaines week weeks',
  'mois month months',
  'année ans années year years an',
  'mètre mètres metre metres meter meters m',
  'kilomètre kilomètres kilometre kilometres kilometer kilometers km',
  'gramme grammes gram grams g',
  'kilo kilos kilogramme kilogrammes kg',
  'cm',
  'mm',
  'mg',
  't',
  'l',
  'cl',
  'ml',
  'ha',
  'ko kb',
  'mo mb',
  'go gb',
  'w',
  'kw',
  'kwh',
  'v',
];
const TURNS = [
  'ne',
  'pas',
  'jamais',
  'sans',
  'rien',
  'ni',
  'non',
  'guère',
  'sauf',
  'hormis',
  'excepté',
  'plus',
  'moins',
  'chaque',
  'toujours',
  'aucun aucune aucuns aucunes',
  'nul nulle nuls nulles',
  'tout toute tous toutes',
  'seul seule seuls seules',
  'seulement',
  'not cannot',
  'never',
  'no',
  'nor',
  'neither',
  'either',
  'without',
  'nothing',
  'nobody',
  'nowhere',
  'none',
  'except',
  'all',
  'every',
  'each',
  'both',
  'always',
  'only',
  'most',
  'least',
  'more',
  'less fewer',
];

test.each<[string, string[], (word: string) => string]>([
  ['amounts', AMOUNTS, (word) => `il reste ${word} trams`],
  ['units', UNITS, (word) => `un délai de 5 ${word} ouvrés`],
  ['words that turn a sentence', TURNS, (word) => `un tram ${word} passe`],
])('%s', (_, lines, sentence) => {
  const groups = lines.map((line) => line.split(' '));
  const wrong = groups.flatMap((group, index) => {
    const [first = ''] = group;
    const [next = ''] = groups[(index + 1) % groups.length] ?? [];
    const apart = group.filter((word) => changesMeaning(sentence(first), sentence(word)));
    return [
      ...apart,
      ...group.filter((word) => !changesMeaning(sentence(word), sentence(next)) || !changesMeaning(sentence(word), sentence('x'))),
    ];
  });
  expect(wrong).toEqual([]);
});

test.each(['in', 'im', 'il', 'ir', 'un', 'dis', 'dé', 'dés', 'mal', 'anti', 'non'])(
  'the prefix %s makes the opposite of a word of four letters',
  (prefix) => {
    expect(
      ['mots', 'mot'].map((word) => [
        changesMeaning(`le ${word} ici`, `le ${prefix}${word} ici`),
        changesMeaning(`le ${prefix}${word} ici`, `le ${word} ici`),
      ]),
    ).toEqual([
      [true, true],
      [false, false],
    ]);
  },
);

test('letters are units only after a number', () => {
  expect([
    changesMeaning('le point h du plan', 'le point v du plan'),
    changesMeaning('5 h de plan', '5 v de plan'),
    changesMeaning('deux h de plan', 'deux v de plan'),
  ]).toEqual([false, true, true]);
});
