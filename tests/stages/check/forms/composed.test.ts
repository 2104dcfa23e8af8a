import { expect, it } from 'vitest';
import { lookAtPage } from '../../../helpers/look-at.ts';

const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n';
const BANK = '---\ntitle: Questions\n---\n:::choice{#cloche}\nQui sonne ?\n\n- [x] La cloche\n- [ ] Le patin\n:::\n';

const idsOf = (looked: ReturnType<typeof lookAtPage>): string[] =>
  ((looked.activity?.options.questions ?? []) as { activity: { id: string } }[]).map(({ activity }) => activity.id);

it('asks its own questions, then those of its banks', () => {
  const looked = lookAtPage(`::::quiz{#tour bank=questions.md}\nUn tour.\n\n${CHOICE}::::`, { 'questions.md': BANK });
  expect([looked.found, idsOf(looked), looked.activity?.options.prompt]).toEqual([[], ['frein', 'cloche'], '<p>Un tour.</p>']);
});

it('may have only questions of a bank', () => {
  const looked = lookAtPage('::::quiz{#tour bank=questions.md}\nUn tour.\n::::', { 'questions.md': BANK });
  expect([looked.found, idsOf(looked)]).toEqual([[], ['cloche']]);
});

it('reports a text between questions, which would not be shown', () => {
  expect(lookAtPage(`::::quiz{#tour}\nUn tour.\n\n${CHOICE}\nEt encore.\n::::`).found).toContain('text-between-questions 18');
});
