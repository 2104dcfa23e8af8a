import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../../../build/exchange/model.ts';
import { fitsBank } from '../../../build/exchange/write/question.ts';
import { imported } from '../../helpers/import-file.ts';
import { importedCourse } from '../../helpers/imported-course.ts';

async function bank(source: string, competencies: readonly string[] = []): Promise<string> {
  const one = await imported('fournil.gift', source, 'bank', { competencies });
  return one.text('banks/fournil.md');
}

test('a choice with shares: each line has its weight', async () => {
  expect(await bank('// [tag:c1]\n::Pesée:: Que pèse-t-on ? {~%50%la farine#Oui. ~%50%l’eau ~%-100%le four}', ['c1'])).toBe(
    '---\ntitle: "Fournil"\n---\n\n:::choice{#pesee shuffle competency="c1"}\nQue pèse-t-on ?\n\n- [x] la farine {weight=50}\n> Oui.\n- [x] l’eau {weight=50}\n- [ ] le four {weight=-100}\n:::\n',
  );
});

test('without shares of their own there are no weights', async () => {
  expect(await bank('Quoi ? {=oui ~non}')).toContain('- [x] oui\n- [ ] non\n');
  expect(await bank('Quoi ? {~%50%a ~%50%b ~%-50%c}')).toContain('- [x] a\n- [x] b\n- [ ] c\n');
});

test('shares that don’t add up are brought to 100 %, and reported', async () => {
  const one = await imported('fournil.gift', 'Quoi ? {~%30%a ~%30%b ~c}', 'bank');
  expect(one.text('banks/fournil.md')).toContain('- [x] a {weight=50}\n- [x] b {weight=50}\n- [ ] c {weight=0}');
  expect(one.remarks).toMatchObject([{ level: 'note', key: 'write.scaled', values: { sum: 60 } }]);
});

test('true or false: one feedback for both, or one for each result', async () => {
  expect(await bank('Il fait chaud. {T#Voir.#Voir.}')).toContain('- [x] Il fait chaud.\n> Voir.\n:::');
  expect(await bank('Il fait chaud. {F#Non.#Oui.}')).toContain(
    '- [ ] Il fait chaud.\n\n:::after{when=right}\nOui.\n:::\n\n:::after{when=wrong}\nNon.\n:::\n:::',
  );
  expect(await bank('[html]<p>Chaud ?</p><ul><li>un</li></ul> {T}')).toContain('* un\n\n- [x] Vrai\n- [ ] Faux\n');
  expect(await bank('[html]<p>Le four.</p><p>Il fait chaud.</p> {T}')).toContain('\nLe four.\n\n- [x] Il fait chaud.\n');
});

test('typed answers: plain ones in the attribute, the others in lines, in their order', async () => {
  expect(await bank('Qui ? {=a =b =%50%c* =%0%d#Non. =cc}')).toContain(
    ':::short-text{#qui answer="a / b"}\nQui ?\n\n- [x] c* {weight=50}\n- [ ] d\n> Non.\n:::',
  );
});

test('numbers: a tolerance in the attributes, ranges in lines', async () => {
  expect(await bank('Combien ? {#12.5:0.5}')).toContain(':::numeric{#combien answer=12.5 tolerance=0.5}');
  expect(await bank('Combien ? {#=3#Oui. =%50%2..4 ~#Non.}')).toContain(
    ':::numeric{#combien}\nCombien ?\n\n- [x] 3\n> Oui.\n- [x] 2..4 {weight=50}\n\n:::after{when=wrong}\nNon.\n:::\n:::',
  );
});

test.each([
  ['Quoi ? {~%50%a ~%-50%b ~a}', 'write.same-parts'],
  ['Quoi ? {=a}{', 'gift.unclosed'],
  ['Quoi ? {~%90%a ~b =}', 'write.empty-part'],
  ['Quoi ? {=%50%a}', 'write.no-right'],
  ['Quoi ? {=a -> b}', 'write.few-parts'],
  ['Quoi ? {=a -> c =b -> c}', 'write.one-target'],
  ['Quoi ? {=a -> la brioche =b -> la Brioches !}', 'write.alike-parts'],
  ['Quoi ? {#=%50%3}', 'write.no-right'],
  ['Quoi ? {=a ~%505%b}', 'write.large-share'],
  ['Quoi ? {=a ~%-101%b}', 'write.large-share'],
])('%s can’t be written, and is reported', async (source, key) => {
  const one = await imported('fournil.gift', `Sûr {T}\n\n${source}`, 'bank');
  expect([one.found, one.made]).toEqual([2, 1]);
  expect(one.remarks.filter(({ level }) => level === 'refused')).toMatchObject([{ key, line: 3 }]);
});

test('ids come from the identifier, the name or the text; they are unique, and the same each time', async () => {
  const source =
    '// [id:LEV 1]\n::Nom:: Un {T}\n\n::Q2:: Le levain lève {T}\n\n::Pétrissage:: Un {T}\n\nLe levain lève {T}\n\n::Quai:: Un {T}';
  const ids = async (): Promise<string[]> => {
    const one = await imported('x.gift', source, 'bank', { ids: ['quai'] });
    return [...one.text('banks/x.md').matchAll(/\{#([^} ]+)/g)].map(([, id = '']) => id);
  };
  expect(await ids()).toEqual(['lev-1', 'le-levain-leve', 'petrissage', 'le-levain-leve-2', 'quai-2']);
  expect(await ids()).toEqual(await ids());
});

const SIGNS =
  'pain|four| |\n|*|**|_|__|`|```|[|]|(|)|[[|]]|{|}|{{|}}|#|##|<|>|&|&amp;|&#7;|<b>|~|^|$|$$|==|::|:::|:a:|:term[|!|![|-|- |+ |1. |2)|•|– |\\|"|«|»|\'|%|=|---|===|é|{#id}|{only=x}|https://a.fr/b_c|www.a.fr|a@b.fr|[^1]|[x] |oui :|\u00a0|\t|\u200b|::: fin|<!--|-->|→|§ |12|2 $'.split(
    '|',
  );
const anyText = fc.array(fc.constantFrom(...SIGNS), { minLength: 1, maxLength: 14 }).map((signs) => `a${signs.join('')}`);

function escaped(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\n/g, '\\n');
}

/** Without the sign between the halves of a pair, which GIFT can't escape. */
function plain(text = ''): string {
  return text.replace(/->/g, '- >');
}

test('whatever is in a text, the build reads the result', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, anyText, anyText, async (q, a, b, f) => {
      const [eq, ea, eb, ef] = [q, a, b, f].map(escaped);
      const source = [
        `::t::[plain]${eq} {=A ${ea}#${ef}\n~B ${eb}\n####${ef}}`,
        `[plain]Q ${eq}{}`,
        `[plain]T ${ea} {T#${eb}}`,
        `S {=s ${plain(ea)}#${ef} =t ${plain(eb)}}`,
        `C [plain]${ef}{~%50%c${ea}#${eb} ~%50%d${eb} ~e}`,
        `[plain]M{=1 ${plain(ea)} -> un ${plain(ea)} =2 ${plain(eb)} -> deux ${plain(eb)}}`,
      ].join('\n\n');
      const one = await imported('x.gift', source);
      const refused = one.remarks.filter(({ level }) => level === 'refused').map(({ key }) => key);
      // A typed answer can't have braces that would be a variable.
      expect(refused.filter((key) => key !== 'write.answer-signs')).toEqual([]);
      expect([one.found, importedCourse(one).errors]).toEqual([6, []]);
    }),
    { numRuns: 120 },
  );
});

test('a bank has every question that can be judged, but no essay and no description', () => {
  const fits = (kind: Question['kind']): boolean => fitsBank({ kind } as Question);
  expect((['single', 'multiple', 'true-false', 'short', 'numeric', 'matching', 'order', 'cloze'] as const).every(fits)).toBe(true);
  expect((['essay', 'description'] as const).map(fits)).toEqual([false, false]);
});
