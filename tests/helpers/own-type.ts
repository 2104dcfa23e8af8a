/** A course with an activity type of its own, in JavaScript: a riddle whose answer is typed. Files by path in the project. */
export const riddles: Readonly<Record<string, string>> = {
  'types/devinette/type.js': `import { defineType, flag, prose, text, z } from 'cartable/types';
import { splitAnswers } from 'cartable/scoring';

export const definition = defineType({
  kind: 'activity',
  form: prose,
  scored: true,
  attributes: z.object({
    answer: text('answer="le pain / du pain"', 'answer="bread / some bread"').transform(splitAnswers),
    strict: flag('strict').optional(),
  }),
  check({ answer }, context) {
    if (answer.length > 3) context.error('too-many-lines', { has: answer.length, limit: 3 });
  },
});
`,
  'types/devinette/scoring.js': `import { answerLimit, costliestText, isAccepted } from 'cartable/scoring';

const isRight = ({ answer, strict }, given) => typeof given === 'string' && isAccepted(given, answer, strict);

export const score = (options, given) => ({ ratio: isRight(options, given) ? 1 : 0, parts: {} });
export const slots = ({ answer }) => [{ type: 'fill-in', right: answer.map((text) => ({ type: 'fill-in', text })), text: '' }];
export const report = (options, given) => [
  { response: { type: 'fill-in', text: given }, result: isRight(options, given) ? 'correct' : 'incorrect' },
];
export const largest = ({ answer }) => costliestText(answerLimit(answer), answer.join());
export const solve = ({ answer }) => answer[0];
`,
  'types/devinette/runtime.js': `import { mark } from 'cartable/runtime';

export function mount(root, { answer, draft, locked, strings }) {
  const input = root.querySelector('input');
  input.value = typeof answer === 'string' ? answer : '';
  input.readOnly = locked;
  root.oninput = () => draft(input.value);
  return {
    read: () => input.value || { missing: strings.missing, at: input },
    show: (verdict) => mark(input.parentElement, verdict && (verdict.outcome === 'right' ? 'right' : 'wrong')),
  };
}
`,
  'types/devinette/template.hbs': `<div class="devinette">{{{options.html}}}</div>
<div class="c-field">
  <input class="c-input" type="text" aria-labelledby="a-{{id}}-label" aria-describedby="a-{{id}}-hint">
</div>
`,
  'types/devinette/print.hbs': '<div>{{{options.html}}}</div><p class="s-hint">À deviner</p>\n',
  'types/devinette/style.css': '.devinette { font-style: italic; }\n',
  'types/devinette/strings.json': JSON.stringify({
    fr: { label: 'Devinette', instruction: 'Écrivez ce que c’est.', missing: 'Écrivez d’abord une réponse.' },
    en: { label: 'Riddle', instruction: 'Write what it is.', missing: 'Write an answer first.' },
  }),
  'types/devinette/example.md': ':::devinette{#devinette-pain answer="le pain"}\nJe lève sans jambes.\n:::\n',
  'types/devinette/example.en.md': ':::devinette{#riddle-bread answer="bread"}\nI rise without legs.\n:::\n',
  'modules/devinettes/course.yaml': 'id: devinettes\ntitle: Devinettes\nlang: fr\npace: page\nmodules: [une]\n',
  'modules/devinettes/une.md': `---
id: une
title: Une devinette
pass: 50
---
# Au fournil {#fournil}

:::devinette{#lever answer="le pain / du pain"}
Je lève sans jambes.
:::
`,
};
