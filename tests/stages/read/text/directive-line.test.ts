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
  [':::{#frein}', { kind: 'opens', isRight: false, offset: 3 }],
])('reads %s', (text, line) => expect(readDirectiveLine(text)).toEqual(line));

it('counts a line with a body as one step down, and one that closes as a step up', () => {
  expect([':::choice', '::figure', ':::', 'Texte', '  :::'].map(depthChange)).toEqual([1, 0, -1, 0, 0]);
});
