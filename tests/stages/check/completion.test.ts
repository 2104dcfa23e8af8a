import { expect, test } from 'vitest';
import { lookAt } from '../../helpers/look-at.ts';

const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n';
const found = (front: string, body: string): readonly string[] =>
  lookAt({ 'rames.md': `---\nid: rames\ntitle: Les rames\n${front}\n---\n# Le quai {#quai}\n\n${body}\n` }).found;

test('a session that asks for its activities has at least one that is required', () => {
  expect(found('completion: activities', CHOICE)).toEqual([]);
  expect(found('completion: activities', 'Une rame attend.')).toEqual(['nothing-required 4']);
  expect(found('completion: activities', CHOICE.replace('#frein', '#frein required=no'))).toEqual(['nothing-required 4']);
  expect(found('completion: visited', 'Une rame attend.')).toEqual([]);
});

test('a required activity inside another one counts; a quiz stands for its questions', () => {
  const inside = (name: string): string => `::::${name}\n${CHOICE}::::\n`;
  expect(found('completion: activities', `::::accordion{#plus required=no}\n## Un\n\n${CHOICE}::::\n`)).toEqual([]);
  expect(
    found('completion: activities', `::::accordion{#plus required=no}\n## Un\n\n${CHOICE.replace('#frein', '#frein required=no')}::::\n`),
  ).toEqual(['nothing-required 4']);
  expect(found('completion: activities', inside('quiz{#tour required=no}'))).toEqual(['nothing-required 4']);
  expect(found('completion: activities', inside('quiz{#tour}'))).toEqual([]);
});

test('a score needs a pass mark, and an activity that gives points', () => {
  expect(found('completion: score', CHOICE)).toEqual(['no-pass 4']);
  expect(found('completion: visited+score', CHOICE)).toEqual(['no-pass 4']);
  expect(found('completion: score\npass: 60', CHOICE)).toEqual([]);
  expect(found('completion: score\npass: 60', CHOICE.replace('#frein', '#frein points=0'))).toEqual(['nothing-scored 4']);
  expect(found('completion: visited\npass: 60', 'Une rame attend.')).toEqual(['nothing-scored 4']);
});

test('an activity on any page counts, beside others that do not', () => {
  const pages = `Une rame.\n\n# Deux {#deux}\n\n${CHOICE.replace('#frein', '#sable points=0 required=no')}\n${CHOICE}\n# Trois {#trois}\n\nUne voie.\n`;
  expect(found('completion: activities', pages)).toEqual([]);
  expect(found('completion: score\npass: 60', pages)).toEqual([]);
});

test('an activity that can’t be read may be the required one', () => {
  expect(found('completion: activities', CHOICE.replace('choice', 'chioce'))).toEqual(['unknown-directive 8']);
  expect(found('completion: visited\npass: 60', CHOICE.replace('choice', 'chioce'))).toEqual(['unknown-directive 9']);
  expect(found('completion: score', CHOICE.replace('choice', 'chioce'))).toEqual(['unknown-directive 8', 'no-pass 4']);
});
