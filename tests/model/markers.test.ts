import { expect, it } from 'vitest';
import {
  ANY_MARKER,
  ASSET,
  assetMarker,
  END,
  markVariables,
  noteMarker,
  noteReferencesIn,
  pathIn,
  ROOT,
  TOKEN,
  tokenMarker,
  VARIABLE_IN_ADDRESS,
  VARIABLE_IN_HTML,
  VARIABLE_IN_TEXT,
  withNotes,
} from '../../build/model/markers.ts';

it('gives back the path of a file that was marked, and other texts as they are', () => {
  for (const path of ['media/tram.mp4', 'été & "pain".png', "l'île (1)*~!.svg", 'a%20b.png']) expect(pathIn(assetMarker(path))).toBe(path);
  for (const text of ['media/tram.mp4', `${ASSET}a`, `a${END}`, '']) expect(pathIn(text)).toBe(text);
});

it('marks a file by signs that neither HTML nor JSON changes', () => {
  expect(assetMarker('a b\'(1)*~!<&".png')).toBe(`${ASSET}a%20b%27%281%29%2a%7e%21%3C%26%22.png${END}`);
});

it('marks every variable of a text, in the kind that is asked for', () => {
  expect(markVariables('Chez {{four}} et {{ le-pain-2 }}', VARIABLE_IN_HTML)).toBe(
    `Chez ${VARIABLE_IN_HTML}four${END} et ${VARIABLE_IN_HTML}le-pain-2${END}`,
  );
  for (const text of ['{{Four}}', '{{2}}', '{{a b}}', '{four}', '{{}}']) expect(markVariables(text, VARIABLE_IN_TEXT)).toBe(text);
});

it('has a marker of its own for each kind of value, none of which a source may contain', () => {
  const kinds = [VARIABLE_IN_HTML, VARIABLE_IN_TEXT, VARIABLE_IN_ADDRESS, TOKEN, ASSET, END, ROOT];
  expect(new Set(kinds).size).toBe(kinds.length);
  const note = noteMarker({ label: '1', html: 'x', at: { file: 'a.md', line: 1, column: 1 }, isInLine: false });
  for (const sign of [...kinds, note.charAt(0), note.charAt(5), note.slice(-1)])
    expect([sign, ANY_MARKER.test(sign)]).toEqual([sign, true]);
  expect(['\udfff', '\ue00a', 'a'].map((sign) => ANY_MARKER.test(sign))).toEqual([false, false, false]);
  expect([tokenMarker(0), tokenMarker(12)]).toEqual([`${TOKEN}0${END}`, `${TOKEN}12${END}`]);
});

it('finds the notes of a text with all that they are, and replaces each', () => {
  const one = { label: '1', html: '<p>Le <b>four</b></p>', at: { file: 'rames.md', line: 12, column: 3 }, isInLine: true };
  const two = { label: 'a', html: '', at: { file: 'banks/a.md', line: 1, column: 1 }, isInLine: false };
  const text = `Un${noteMarker(one)} et deux${noteMarker(two)}.`;
  expect(noteReferencesIn(text)).toEqual([one, two]);
  expect(noteReferencesIn(JSON.stringify({ text }))).toHaveLength(2);
  expect(withNotes(text, ({ label, html }) => `[${label}:${html}]`)).toBe('Un[1:<p>Le <b>four</b></p>] et deux[a:].');
  expect([noteReferencesIn('Un'), noteReferencesIn(undefined), withNotes('Un', () => 'x')]).toEqual([[], [], 'Un']);
});
