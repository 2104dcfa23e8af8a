import { expect, test } from 'vitest';
import { type Expression, expressions, hair, wordsOf } from '../../../build/kit/features.ts';
import { portraitPath } from '../../../build/kit/kit-path.ts';
import { plainFace } from '../../../build/model/course-file.ts';
import type { Person } from '../../../build/model/cover.ts';
import { assetMarker } from '../../../build/model/markers.ts';
import { lookAtPage, valuesOf } from '../../helpers/look-at.ts';

const course = (people: string): string => `id: depot\ntitle: Dépôt\nmodules: [rames]\npeople:\n${people}\n`;
const FIVE = ['nadia', 'marc', 'lea', 'paul', 'zoe'].map((id) => `  - { id: ${id}, name: ${id} }`).join('\n');

function look(body: string, people = FIVE) {
  const looked = lookAtPage(`:::scene\n${body}\n:::`, { 'course.yaml': course(people) });
  const block = looked.nodes.find(({ kind }) => kind === 'block');
  const speeches = (block?.kind === 'block' ? block.options.speeches : []) as { readonly speaker: Person }[];
  return { ...looked, speakers: speeches.map(({ speaker }) => speaker) };
}

test('a person without a colour has one of four in turn, and a person’s own colour wins', () => {
  const { found, speakers } = look(['nadia', 'marc', 'lea', 'paul', 'zoe'].map((id) => `## ${id}\nOui.\n`).join('\n'));
  expect([found, speakers.map(({ colour }) => colour)]).toEqual([[], [1, 2, 3, 4, 1]]);
  expect(look('## nadia\nOui.', '  - { id: nadia, name: Nadia, colour: 3 }').speakers[0]?.colour).toBe(3);
});

test('a name is found in any case; its text is typeset in the course’s language', () => {
  const people = '  - { id: nadia, name: "Nadia : la cheffe", role: "l\'aiguilleuse" }';
  const [speaker] = look('## NADIA\nOui.', people).speakers;
  expect(speaker).toMatchObject({ id: 'nadia', name: 'Nadia\u00a0: la cheffe', role: 'l’aiguilleuse' });
  expect(speaker).not.toHaveProperty('isPhoto');
});

test('an expression gives a second portrait only if it differs from the usual one and the portrait is drawn', () => {
  const usual = plainFace.expression;
  const other = Object.keys(expressions).find((word) => word !== usual) as Expression;
  const now = (expression: string, people = FIVE): string | undefined =>
    look(`## nadia {expression=${expression}}\nOui.`, people).speakers[0]?.now;
  expect(now(usual)).toBeUndefined();
  expect(now(other)).toBe(assetMarker(portraitPath('nadia', { ...plainFace, expression: other })));
  const tired = `  - { id: nadia, name: Nadia, face: { expression: ${other} } }`;
  expect(now(other, tired)).toBeUndefined();
  expect(now(usual, tired)).toBe(assetMarker(portraitPath('nadia', { ...plainFace, expression: usual })));
  const style = wordsOf(hair).find((one) => one !== plainFace.hair) ?? plainFace.hair;
  expect(now(other, `  - { id: nadia, name: Nadia, face: { hair: ${style} } }`)).toBe(
    assetMarker(portraitPath('nadia', { ...plainFace, hair: style, expression: other })),
  );
  const photo = lookAtPage(`:::scene\n## nadia {expression=${other}}\nOui.\n:::`, {
    'course.yaml': course('  - { id: nadia, name: Nadia, picture: nadia.png }'),
    'nadia.png': 'x',
  });
  expect(JSON.stringify(photo.nodes)).toContain('"isPhoto":true');
  expect(JSON.stringify(photo.nodes)).not.toContain('"now"');
});

test('an unknown name or expression is reported with the nearest known one', () => {
  const name = look('## nadja\nOui.');
  expect([name.found, valuesOf(name, 'unknown-person')]).toEqual([['unknown-person 9'], { name: 'nadja', near: 'nadia' }]);
  expect(valuesOf(look('## NADJA\nOui.'), 'unknown-person')).toEqual({ name: 'NADJA', near: 'nadia' });
  const expression = look(`## nadia {expression=${plainFace.expression}s}\nOui.`);
  expect(expression.found).toEqual(['unknown-feature 9']);
  expect(valuesOf(expression, 'unknown-feature')).toEqual({
    key: 'expression',
    value: `${plainFace.expression}s`,
    near: plainFace.expression,
    keys: Object.keys(expressions).join(', '),
  });
  expect(expression.speakers[0]).not.toHaveProperty('now');
  expect(look('## nad\nOui.').found).toEqual(['unknown-person 9']);
  expect(expression.list[0]?.at.column).toBe('## nadia {'.length + 1);
  const both = look('## nadja {expression=rire}\nOui.');
  expect([both.found, both.speakers]).toEqual([['unknown-feature 9', 'unknown-person 9'], []]);
});

test('a pictogram that the kit doesn’t have is reported, and left out', () => {
  const looked = lookAtPage(':::keep{icon=scrol}\nVoilà.\n:::');
  expect([looked.found, valuesOf(looked, 'unknown-pictogram')]).toEqual([['unknown-pictogram 8'], { name: 'scrol', near: 'scroll' }]);
  expect(JSON.stringify(looked.nodes)).not.toContain('scrol');
});
