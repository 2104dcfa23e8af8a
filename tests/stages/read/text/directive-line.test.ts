import { expect, it } from 'vitest';
import { depthChange, readDirectiveLine } from '../../../../build/stages/read/text/directive-line.ts';

it.each([
  [':::choice{#frein}', { kind: 'opens', isRight: true, name: 'choice', attributes: '{#frein}', offset: 9 }],
  ['::figure{src=a.png}', { kind: 'alone', isRight: true, name: 'figure', attributes: '{src=a.png}', offset: 8 }],
  ['::: choice', { kind: 'opens', isRight: true, name: 'choice', offset: 10 }],
  [':::choice {#frein}', { kind: 'opens', isRight: true, name: 'choice', attributes: '{#frein}', offset: 10 }],
  ['::: choice  {#frein}', { kind: 'opens', isRight: true, name: 'choice', attributes: '{#frein}', offset: 12 }],
  [': :: choice {#frein}', { kind: 'opens', isRight: false, name: 'choice', attributes: '{#frein}', offset: 12 }],
  [':::', { kind: 'closes', isRight: true, offset: 3 }],
  ['::::', { kind: 'closes', isRight: true, offset: 4 }],
  ['::', { kind: 'closes', isRight: false, offset: 2 }],
  [':::fin', { kind: 'closes', isRight: false, offset: 6 }],
  [':::/choice', { kind: 'closes', isRight: false, offset: 10 }],
  [':: :choice', { kind: 'opens', isRight: false, name: 'choice', offset: 10 }],
  [': :figure', { kind: 'alone', isRight: false, name: 'figure', offset: 9 }],
  ['::  {#frein}', { kind: 'alone', isRight: false, offset: 4 }],
  ['::::choice', { kind: 'opens', isRight: true, name: 'choice', offset: 10 }],
  [':::c', { kind: 'opens', isRight: true, name: 'c', offset: 4 }],
  [':::quiz-2_é{}\n{#a}', { kind: 'opens', isRight: true, name: 'quiz-2_é', attributes: '{}\n{#a}', offset: 11 }],
  [':: :c', { kind: 'opens', isRight: false, name: 'c', offset: 5 }],
  ['::::\u00a0::quiz-2 ', { kind: 'opens', isRight: false, name: 'quiz-2', offset: 14 }],
  ['::: Le choix {#a}', { kind: 'opens', isRight: false, offset: 4 }],
  [':::Été{#a}', { kind: 'opens', isRight: true, name: 'Été', attributes: '{#a}', offset: 6 }],
  ['::x :::fin', { kind: 'alone', isRight: false, offset: 2 }],
  [':::: \u00a0', { kind: 'closes', isRight: true, offset: 4 }],
  [':: ::', { kind: 'closes', isRight: false, offset: 5 }],
  ['::: / fin-de ', { kind: 'closes', isRight: false, offset: 13 }],
  [':::/', { kind: 'closes', isRight: false, offset: 4 }],
  ['::: END', { kind: 'closes', isRight: false, offset: 7 }],
  ['::end', { kind: 'alone', isRight: true, name: 'end', offset: 5 }],
  [':::fin de', { kind: 'opens', isRight: false, offset: 3 }],
  [':::{#frein}', { kind: 'opens', isRight: false, offset: 3 }],
])('reads %s', (text, line) => expect(readDirectiveLine(text)).toEqual(line));

it('counts a line with a body as one step down, and one that closes as a step up', () => {
  expect([':::choice', '::figure', ':::', 'Texte', '  :::'].map(depthChange)).toEqual([1, 0, -1, 0, 0]);
  expect([':::choice{#a} ', '::figure  ', ':::\t', ':::fin ', ': ::x'].map(depthChange)).toEqual([1, 0, -1, -1, 0]);
});
