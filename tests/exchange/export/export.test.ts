import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportModules } from '../../../build/exchange/export/export.ts';
import { questionsOf } from '../../../build/exchange/export/from-module.ts';
import { toGift } from '../../../build/exchange/export/gift.ts';
import { toMoodleXml } from '../../../build/exchange/export/moodle-xml.ts';
import type { Piece, Question } from '../../../build/exchange/model.ts';
import { readGift } from '../../../build/exchange/read/gift/gift.ts';
import { readMoodleXml } from '../../../build/exchange/read/moodle-xml/moodle-xml.ts';
import { Reading } from '../../../build/exchange/read/reading.ts';
import { arbitraryQuestion } from '../../helpers/arbitrary-question.ts';
import { imported } from '../../helpers/import-file.ts';
import { importedCourse } from '../../helpers/imported-course.ts';

/** A question without what changes on the way: its line. */
function still(question: Question | undefined): unknown {
  return question && { ...question, line: 0 };
}

function firstOf(pieces: readonly Piece[]): Question | undefined {
  return pieces.flatMap((piece) => (piece.kind === 'question' ? [piece.question] : []))[0];
}

test('GIFT gives back the same question', () => {
  fc.assert(
    fc.property(arbitraryQuestion, (question) => {
      const text = toGift([question], () => () => undefined);
      const reading = new Reading('fr', 'assets/x');
      expect(still(firstOf(readGift(text, reading)))).toEqual(still(question));
      expect(reading.remarks).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('Moodle XML gives back the same question', () => {
  fc.assert(
    fc.property(arbitraryQuestion, (question) => {
      const text = toMoodleXml([question], () => ({ picture: () => undefined, lose: () => undefined }));
      const reading = new Reading('fr', 'assets/x');
      expect(still(firstOf(readMoodleXml(text, reading)))).toEqual(still(question));
      expect(reading.remarks).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

/** Reads a bank as an export does. */
async function throughBank(source: string): Promise<readonly Question[]> {
  const one = await imported('fournil.gift', source);
  const { errors, modules } = importedCourse(one);
  expect(errors).toEqual([]);
  const world = { lang: 'fr' as const, variables: {}, categoryOf: () => ['Le fournil'] };
  return modules.flatMap((module) => questionsOf(module, world).questions);
}

test('a bank gives back the same question, as the build reads it', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryQuestion, async (question) => {
      const [back] = await throughBank(toGift([question], () => () => undefined));
      // The build sets no-break spaces.
      expect(JSON.parse(JSON.stringify(still(back)).replace(/[\u00a0\u202f]/g, ' '))).toEqual(still(question));
    }),
    { numRuns: 60 },
  );
});

test('rounded shares become those of Moodle; one that it refuses is reported', async () => {
  const one = await imported('fournil.gift', 'Quoi ? {=a ~%33.3%b ~%-66.67%c ~%47%d}');
  const { modules } = importedCourse(one);
  const world = { lang: 'fr' as const, variables: {}, categoryOf: () => [] };
  const { text, remarks } = exportModules(modules, 'gift', world, () => undefined);
  expect(text).toContain('~%33.33333%b\n~%-66.66667%c\n~%47%d');
  expect(remarks).toMatchObject([{ level: 'note', key: 'export.share', values: { share: 47, near: 50 } }]);
});

test('a picture travels with Moodle XML, and GIFT reports it', async () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const source = `<quiz><question type="truefalse"><name><text>four chaud</text></name>
    <questiontext format="html"><text><![CDATA[<p>Chaud</p><p><img src="@@PLUGINFILE@@/four.png" alt="Un four"> ouvert</p>]]></text><file name="four.png" encoding="base64">${png}</file></questiontext>
    <answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question></quiz>`;
  const one = await imported('four.xml', source);
  const { modules } = importedCourse(one);
  const bytes = one.files.find(({ path }) => path === 'assets/four/four.png')?.data as Uint8Array;
  const world = { lang: 'fr' as const, variables: {}, categoryOf: () => [] };
  const xml = exportModules(modules, 'moodle-xml', world, (path) => (path === 'assets/four/four.png' ? bytes : undefined));
  expect(xml.text).toContain(`<file name="four.png" path="/" encoding="base64">${png}</file>`);
  expect(xml.text).toContain('src="@@PLUGINFILE@@/four.png"');
  expect([xml.made, xml.remarks]).toEqual([1, []]);
  const gift = exportModules(modules, 'gift', world, () => undefined);
  expect(gift.made).toBe(1);
  expect(gift.remarks).toMatchObject([{ level: 'lost', key: 'export.picture', id: 'four-chaud', file: 'banks/four.md' }]);
});

test('blanks travel as embedded answers, and GIFT leaves them out with a reason', async () => {
  const cloze = `<quiz><question type="cloze"><name><text>levain</text></name>
    <questiontext format="html"><text>Le {1:SHORTANSWER:=levain~=chef} lève.</text></questiontext></question></quiz>`;
  const { modules } = importedCourse(await imported('trous.xml', cloze));
  const world = { lang: 'fr' as const, variables: {}, categoryOf: () => [] };
  const { text } = exportModules(modules, 'moodle-xml', world, () => undefined);
  const reading = new Reading('fr', 'assets/x');
  expect(firstOf(readMoodleXml(text, reading))).toMatchObject({ kind: 'cloze', text: 'Le [[levain / chef]] lève.', isList: false });
  const gift = exportModules(modules, 'gift', world, () => undefined);
  expect([gift.made, gift.remarks.map(({ key, id }) => `${key} ${id}`)]).toEqual([0, ['export.kind levain']]);
});

test('a question of a bank that two sessions use is exported once', async () => {
  const { modules } = importedCourse(await imported('fournil.gift', '::four chaud:: Le four est chaud. {T}'));
  const world = { lang: 'fr' as const, variables: {}, categoryOf: () => [] };
  const { made, text } = exportModules([...modules, ...modules], 'gift', world, () => undefined);
  expect([made, text.split('Le four est chaud.').length - 1]).toEqual([1, 1]);
});
