import { expect, it } from 'vitest';
import { lookAtPage } from '../../../helpers/look-at.ts';

const CHOICE = ':::choice{#frein}\nQuel frein ?\n\n- [x] Le patin\n- [ ] La cloche\n:::\n';
const BANK = '---\ntitle: Questions\n---\n:::choice{#cloche}\nQui sonne ?\n\n- [x] La cloche\n- [ ] Le patin\n:::\n';

const idsOf = (looked: ReturnType<typeof lookAtPage>): string[] =>
  ((looked.activity?.options.questions ?? []) as { activity: { id: string } }[]).map(({ activity }) => activity.id);

const band = (attributes: string, text = 'Bien.'): string => `:::band${attributes}\n${text}\n:::\n\n`;

it('asks its own questions, then those of its banks', () => {
  const looked = lookAtPage(`::::quiz{#tour bank=questions.md}\nUn tour.\n\n${CHOICE}::::`, { 'questions.md': BANK });
  expect([looked.found, idsOf(looked), looked.activity?.options.prompt]).toEqual([[], ['frein', 'cloche'], '<p>Un tour.</p>']);
});

it('may have only questions of a bank', () => {
  const looked = lookAtPage('::::quiz{#tour bank=questions.md}\nUn tour.\n::::', { 'questions.md': BANK });
  expect([looked.found, idsOf(looked)]).toEqual([[], ['cloche']]);
});

it('asks those of each bank in the order in which they are named', () => {
  const other = BANK.replaceAll('cloche', 'gong').replace('La gong', 'Le gong');
  const looked = lookAtPage(`::::quiz{#tour bank="b.md; a.md"}\n${CHOICE}\n${CHOICE.replace('#frein', '#rail')}::::`, {
    'a.md': BANK,
    'b.md': other,
  });
  expect([looked.found, idsOf(looked)]).toEqual([[], ['frein', 'rail', 'gong', 'cloche']]);
});

it('reports a text between questions, which would not be shown', () => {
  expect(lookAtPage(`::::quiz{#tour}\nUn tour.\n\n${CHOICE}\nEt encore.\n::::`).found).toContain('text-between-questions 18');
  const texts = lookAtPage(`::::quiz{#tour}\nUn tour.\n\n${CHOICE}\nEt encore.\n\n${band('{from=40}')}> Un mot.\n::::`);
  expect(texts.found.filter((one) => one.startsWith('text'))).toEqual(['text-between-questions 18', 'text-between-questions 24']);
});

const QUIZ = `::::quiz{#tour}\n${CHOICE}\n`;

it('has texts for its score, the highest first, wherever they stand among the questions', () => {
  const looked = lookAtPage(`::::quiz{#tour}\n${band('{from=40}', 'Presque, **relisez**.')}${CHOICE}\n${band('{from=70}')}::::`);
  expect([looked.found, idsOf(looked)]).toEqual([[], ['frein']]);
  expect(looked.activity?.options.bands).toEqual([
    { from: 70, feedback: '<p>Bien.</p>' },
    { from: 40, feedback: '<p>Presque, <strong>relisez</strong>.</p>' },
  ]);
  expect(lookAtPage(`${QUIZ}::::`).activity?.options).not.toHaveProperty('bands');
});

it.each([
  ['no start', band(''), ['missing-attribute 16']],
  ['a start that is none', band('{from=70%}'), ['bad-attribute 16']],
  ['a start above 100', band('{from=101}'), ['bad-attribute 16']],
  ['a start twice', band('{from=70}') + band('{from=70}'), ['band-twice 20']],
  ['an unknown attribute', band('{from=70 to=80}'), ['unknown-attribute 16']],
  ['no text', band('{from=70}', ''), ['empty-band 16']],
  ['a question in it', band('{from=70}', CHOICE), ['inner-activity 17']],
])('reports a band with %s', (_, text, codes) => expect(lookAtPage(`${QUIZ}${text}::::`).found).toEqual(codes));

it('has no text for its score from a band that is never closed', () => {
  const looked = lookAtPage(`${QUIZ}::include{file=mots.md}\n::::`, { 'mots.md': ':::band{from=70}\nBien.\n' });
  expect([looked.found, idsOf(looked)]).toEqual([['unclosed-directive 1'], ['frein']]);
  expect(looked.activity?.options).not.toHaveProperty('bands');
});

it('has one text for its score, and only questions among its nodes', () => {
  const looked = lookAtPage(`${QUIZ}:::callout\nUn mot.\n:::\n\n${band('{from=40}')}::::`);
  expect([looked.found, idsOf(looked)]).toEqual([['inner-activity 16'], ['frein']]);
  expect(looked.activity?.options.bands).toEqual([{ from: 40, feedback: '<p>Bien.</p>' }]);
});

it('reports a band outside a quiz', () => {
  expect(lookAtPage(band('{from=70}')).found).toEqual(['band-outside-quiz 8']);
  expect(lookAtPage(`:::callout\n${band('{from=70}')}:::`).found).toEqual(['band-outside-quiz 9']);
});
