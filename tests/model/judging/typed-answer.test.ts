import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerLimit,
  costliestText,
  countWords,
  isAccepted,
  normaliseAnswer,
  readNumber,
  sameAnswer,
  splitAnswers,
} from '../../../src/model/judging/typed-answer.ts';

const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
const rawText = fc.string({ unit: 'binary', maxLength: 40 });
const awkward = fc.string({ unit: fc.constantFrom(..."aÉœÆ\u0301-–− \u00a0\u00ad\u200d'’.,5/İß"), maxLength: 14 });
/** Has accents on letters only: an accent on a hyphen or a space is no answer. */
const accented = fc.string({ unit: fc.constantFrom(...[..."aÉœÆ-–− \u00a0'’.,5/İß"], 'e\u0301'), maxLength: 14 });

describe('differences ignored in a typed answer', () => {
  it.each([
    ['case', 'ÉGALITÉ', 'égalité'],
    ['surrounding spaces', '  pain \n', 'pain'],
    ['no-break spaces', 'pain\u00a0au\u202flevain', 'pain au levain'],
    ['spaces in a row', 'pain  au   levain', 'pain au levain'],
    ['the typographic apostrophe', 'l’égalité', "l'égalité"],
    ['a space after an apostrophe', "l' égalité", "l'égalité"],
    ['œ', 'maitre d’oeuvre', 'maître d’œuvre'],
    ['œ and æ twice', 'soeur, coeur, aequo, naevus', 'sœur, cœur, æquo, nævus'],
    ['capital Œ', 'ŒUVRE', 'oeuvre'],
    ['æ', 'curriculum vitae', 'curriculum vitæ'],
    ['a hyphen for a space', 'rendez vous', 'rendez-vous'],
    ['a space for a hyphen', 'pomme-de-terre', 'pomme de terre'],
    ['a hyphen left out', 'portemonnaie', 'porte-monnaie'],
    ['a long dash', 'porte–monnaie', 'porte-monnaie'],
    ['a soft hyphen', 'porte\u00admonnaie', 'portemonnaie'],
    ['a ligature of print', 'l’efficacité', 'l’ef\ufb01cacité'],
    ['a ligature of three', 'efficacité', 'e\ufb03cacité'],
    ['a final point', 'Le tram.', 'le tram'],
    ['accents', 'depot', 'dépôt'],
    ['accents typed as two characters', 'de\u0301po\u0302t', 'dépôt'],
    ['a cedilla', 'facade', 'façade'],
    ['a decimal comma', '2,5 kg', '2.5 kg'],
    ['decimal commas', '1,5 et 2,5 et 3,25', '1.5 et 2.5 et 3.25'],
  ])('%s', (_, typed, expected) => {
    expect(sameAnswer(typed, expected)).toBe(true);
    expect(sameAnswer(expected, typed)).toBe(true);
  });

  it.each([
    ['another word', 'pain', 'pains'],
    ['a minus', '5', '-5'],
    ['a minus in a text', 'moins de 5 degrés', 'moins de -5 degrés'],
    ['spaces between words', 'non formel', 'nonformel'],
    ['et/ou', 'et ou', 'et/ou'],
    ['a comma between words', 'pain, lait', 'pain lait'],
    ['nothing typed', '\u00a0', ' '],
  ])('but not %s', (_, typed, expected) => expect(sameAnswer(typed, expected)).toBe(false));

  it('takes all apostrophes, all dashes and no invisible sign', () => {
    const written = (signs: string, word: (sign: string) => string) => [...signs].map((sign) => normaliseAnswer(word(sign)));
    expect(new Set(written("’‘ʼ‛′`´'", (sign) => `l${sign}été`))).toEqual(new Set(["l'ete"]));
    const dashes = '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d-';
    expect(new Set(written(dashes, (sign) => `va${sign}et${sign}vient`))).toEqual(new Set(['va et vient']));
    expect(new Set(written('\u00ad\u200b\u200c\u200d\u2060\ufeff', (sign) => `pa${sign}in`))).toEqual(new Set(['pain']));
    expect(written('\ufb00\ufb02\ufb06', (sign) => sign)).toEqual(['ff', 'fl', 'st']);
  });

  it('compares accents if strict', () => {
    expect(sameAnswer('depot', 'dépôt', true)).toBe(false);
    expect(sameAnswer('DÉPÔT.', 'dépôt', true)).toBe(true);
    expect(sameAnswer('de\u0301po\u0302t', 'dépôt', true)).toBe(true);
    expect(sameAnswer('coeur', 'cœur', true)).toBe(true);
  });

  it('compares points and hyphens unchanged if there is nothing else', () => {
    expect(sameAnswer('-', '.')).toBe(false);
    expect(sameAnswer('...', '...')).toBe(true);
  });

  it('accepts any of several answers', () => {
    expect(isAccepted('Principe d’égalité', ['égalité', "principe d'égalité"])).toBe(true);
    expect(isAccepted('autonomie', ['égalité'])).toBe(false);
    expect(isAccepted('', [])).toBe(false);
  });
});

describe('properties', () => {
  it('a minus after an apostrophe stays one when normalised twice', () => {
    const once = normaliseAnswer('’− −5');
    expect(normaliseAnswer(once)).toBe(once);
  });

  it('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, rawText, awkward), fc.boolean(), (text, strict) => {
        const once = normaliseAnswer(text, strict);
        expect(normaliseAnswer(once, strict)).toBe(once);
      }),
      { numRuns: 2000 },
    );
  });

  it('a text that is not blank equals itself, and comparison is symmetric', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkward), awkward, fc.boolean(), (a, b, strict) => {
        expect(sameAnswer(a, a, strict)).toBe(normaliseAnswer(a, strict) !== '');
        if (normaliseAnswer(b, strict) !== '') expect(sameAnswer(a, b, strict)).toBe(sameAnswer(b, a, strict));
      }),
    );
  });

  it('a match with strict accents is also one without', () => {
    fc.assert(
      fc.property(accented, accented, (a, b) => {
        if (sameAnswer(a, b, true)) expect(sameAnswer(a, b)).toBe(true);
      }),
    );
  });

  it('spaces around, capitals and a final point never matter to words', () => {
    const words = fc.array(fc.constantFrom('pain', 'dépôt', "l'atelier", 'cœur', 'va-et-vient', '2,5'), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(words, (list) => {
        expect(sameAnswer(` ${list.join('  ').toUpperCase()}. `, list.join(' '))).toBe(true);
      }),
    );
  });
});

describe('splitAnswers', () => {
  it('splits at a slash between spaces', () => {
    expect(splitAnswers('différents / distincts /  variés')).toEqual(['différents', 'distincts', 'variés']);
  });

  it('keeps et/ou whole and drops empty parts', () => {
    expect(['et/ou', 'et /ou', 'et/ ou'].map(splitAnswers)).toEqual([['et/ou'], ['et /ou'], ['et/ ou']]);
    expect(splitAnswers(' pain /  / lait ')).toEqual(['pain', 'lait']);
    expect(splitAnswers('   ')).toEqual([]);
  });
});

describe('readNumber', () => {
  it.each([
    ['12,5', 12.5],
    ['12.5', 12.5],
    [' 12 ', 12],
    ['12.', 12],
    [',5', 0.5],
    ['-3', -3],
    ['−3,25', -3.25],
    ['+4', 4],
    ['- 4', -4],
    ['1\u202f200', 1200],
    ['1\u00a0200 000,5', 1200000.5],
    ['1982', 1982],
    ['-0', 0],
    ['12,5 km', 12.5],
    ['12,5km', 12.5],
    ['12,5 KM', 12.5],
  ])('%s', (text, value) => expect(readNumber(text, 'km')).toBe(value));

  it.each(['', ' ', 'douze', '12 5', '1,2,3', '12 m', 'km', ',', '-', '1e3', '3/4', '9'.repeat(400)])('refuses %j', (text) => {
    expect(readNumber(text, 'km')).toBeNull();
  });

  it('reads every decimal number as it is written in French', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.nat({ max: 999 }), (integer, fraction) => {
        const text = `${integer},${fraction}`;
        expect(readNumber(text)).toBe(Number(text.replace(',', '.')));
      }),
    );
  });

  it('returns a finite number or null, whatever is typed', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, awkward), anyText, (text, unit) => {
        const value = readNumber(text, unit);
        expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

describe('the room that an answer has', () => {
  it.each([
    [[], 60],
    [['pain'], 60],
    [['x'.repeat(30), 'pain'], 60],
    [['pain', 'x'.repeat(31)], 62],
    [['x'.repeat(100), 'x'.repeat(40)], 200],
  ])('%j may be typed in %d characters', (accepted, limit) => expect(answerLimit(accepted)).toBe(limit));

  it('costs three bytes a character at most, and can’t be compressed', () => {
    const text = costliestText(200, 'pain');
    expect([text.length, new TextEncoder().encode(text).length, new Set(text).size > 190]).toEqual([200, 600, true]);
    expect(/^[\u4e00-\u9c1f]+$/.test(text)).toBe(true);
    expect([costliestText(200, 'pain') === text, costliestText(200, 'sel') === text, costliestText(0, 'pain')]).toEqual([true, false, '']);
    expect(costliestText(9, 'sel') === costliestText(9, 'les')).toBe(false);
    expect(costliestText(3, '')).toBe(
      [48271, 182605794, 1291394886].map((state) => String.fromCharCode(0x4e00 + (state % 20000))).join(''),
    );
  });

  it.each([
    ['', 0],
    ['l’accueil des gens', 3],
    ['oui ! — 3', 2],
  ])('“%s” has %d words', (text, count) => expect(countWords(text)).toBe(count));
});
