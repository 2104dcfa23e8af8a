import { expect, test } from 'vitest';
import type { Diagnostics } from '../../build/diagnostics/diagnostics.ts';
import { messageOf } from '../../build/diagnostics/format.ts';
import { check } from '../../build/pipeline.ts';
import { engine } from '../helpers/engine.ts';
import { depot, type Files, rames, requestFor } from './depot-project.ts';

const choice = (question: string): string => `:::choice{#frein}\n${question}\n\n- [x] Le patin\n- [ ] La cloche\n:::\n`;
const both = (one: string, other: string): string => `<<<<<<< HEAD\n${one}=======\n${other}>>>>>>> soir\n`;

function reported(files: Files): string[] {
  const { diagnostics } = check(requestFor(depot(files)), engine);
  return diagnostics.list.map(({ code, at }) => `${code} ${at.file.replace(/^.*modules\/depot\//, '')}:${at.line}:${at.column}`);
}

test.each<[string, Files, string]>([
  ['two activities', rames(`# Le quai {#quai}\n\n${both(choice('Quel frein ?'), choice('Lequel ?'))}`), 'rames.md:8:1'],
  ['two feedbacks', rames('# Le quai {#quai}\n\nUne rame.\n<<<<<<< HEAD\n> Oui.\n=======\n> Non.\n>>>>>>> soir\n'), 'rames.md:9:1'],
  ['a last line that was left', rames('# Le quai {#quai}\n\nUne rame.\n>>>>>>> soir\n'), 'rames.md:9:1'],
  ['front matter', { 'rames.md': both('---\nid: rames\n', '---\nid: trams\n') }, 'rames.md:1:1'],
  ['lines of Windows', rames('# Le quai {#quai}\r\n\r\n<<<<<<< HEAD\r\nUn.\r\n=======\r\nDeux.\r\n>>>>>>> soir\r\n'), 'rames.md:8:1'],
  ['course.yaml', { 'course.yaml': both('id: depot\n', 'id: tram\n') }, 'course.yaml:1:1'],
])('two versions that git could not join are one mistake: %s', (_name, files, place) => {
  expect(reported(files)).toEqual([`merge-marks ${place}`]);
});

test('what names a session that has two versions is no second mistake', () => {
  const other = `---\nid: soir\ntitle: Le soir\ncompletion: visited\n---\n\n# Le soir {#soir-page}\n\n:::open-question{#depuis recall=rames/avant}\nEt maintenant ?\n:::\n`;
  const files = { 'course.yaml': 'id: depot\ntitle: Dépôt\nlang: fr\nmodules: [rames, soir]\n', 'soir.md': other };
  expect(reported({ ...files, ...rames('# Le quai {#quai}\n\n<<<<<<< HEAD\nUn.\n=======\nDeux.\n>>>>>>> soir\n') })).toEqual([
    'merge-marks rames.md:8:1',
  ]);
});

test('in code they are text, and other rows of characters are not marks', () => {
  expect(reported(rames('# Le quai {#quai}\n\n```\n<<<<<<< HEAD\n=======\n>>>>>>> soir\n```\n\nUne <<<<<<< flèche.\n'))).toEqual([]);
});

test('an activity without a question is reported with the name that reports would give it', () => {
  const find = (text: string): Diagnostics => {
    const { diagnostics } = check(requestFor(depot(rames(`# Le quai {#quai}\n\n${text}`))), engine);
    return diagnostics;
  };
  const { list } = find('Quel frein ?\n\n:::choice{#frein}\n- [x] Le patin\n- [ ] La cloche\n:::\n');
  expect(list.map(({ code, severity, at }) => `${severity} ${code} ${at.line}`)).toEqual(['warning no-question 10']);
  expect(list.map((one) => messageOf(one, 'fr'))).toEqual([
    {
      problem: 'Cette activité n’a pas de question : les rapports l’appelleront « Question à choix ».',
      write: 'Écrivez la question dans l’activité, avant les réponses.',
    },
  ]);
  for (const body of ['short-text{#frein answer="patin"}\n', 'numeric{#frein answer=3}\n', 'open-question{#frein}\n'])
    expect(find(`:::${body}:::\n`).list.map(({ code }) => code)).toEqual(['no-question']);
  for (const body of [
    choice('Quel frein ?'),
    choice('## Quel frein ?'),
    ':::choice{#frein title="Le frein"}\n- [x] Le patin\n- [ ] La cloche\n:::\n',
    ':::true-false{#vrai}\n- [x] Un tram roule.\n:::\n',
  ])
    expect(find(body).list.map(({ code }) => code)).not.toContain('no-question');
});
