// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Mount } from '../../src/player/frame/mount.ts';
import { useStrings } from '../../src/player/widgets/strings.ts';
import { overviewOf } from '../../tests/helpers/overview.ts';
import { mount } from './runtime.ts';
import type { Answer } from './scoring.ts';
import type { Options } from './type.ts';

const mountQuiz: Mount<Options, Answer> = mount;
const { fr: strings } = JSON.parse(readFileSync('templates/quiz/strings.json', 'utf8'));
const options: Options = {
  questions: [{ n: 7, competencies: [], points: 1 }],
  shuffle: false,
  review: 'end',
  secondChance: true,
  bands: [
    { from: 80, feedback: '<p>Prêt à ouvrir.</p>' },
    { from: 0, feedback: '<p>Relisez la page 2.</p>' },
  ],
};

/** Returns the text for the score of a round that is answered, and done unless a second chance is open. */
function band(ratio: number, pass?: number, done = true): string | undefined {
  useStrings({});
  document.documentElement.lang = 'fr';
  document.body.innerHTML = '<section><div></div><p hidden><button></button><button></button></p><div></div></section>';
  const root = document.body.firstElementChild as HTMLElement;
  const question = document.createElement('section');
  mountQuiz(root, {
    options,
    strings,
    answer: { round: 1, drawn: [7], done, kept: done ? [[7, ratio * 10_000]] : [] },
    locked: false,
    attempts: 0,
    pass,
    inner: {
      list: () => [{ n: 7, submitted: true, ratio, points: 1, root: question }],
      restart: () => {},
      reveal: () => {},
      onChange: () => {},
    },
    overview: overviewOf(),
    recall: () => undefined,
    draft: () => {},
    submit: () => {},
    announce: () => {},
  });
  return root.querySelector(':scope > div > .c-feedback')?.textContent ?? undefined;
}

test('shows the text of the band that the displayed result reaches', () => {
  expect([band(0.8), band(0.796), band(0.2)]).toEqual(['Prêt à ouvrir.', 'Prêt à ouvrir.', 'Relisez la page 2.']);
  // It is shown as 79 %, below the mark.
  expect(band(0.796, 80)).toBe('Relisez la page 2.');
});

test('shows it only at the end of the round, not while questions may be answered again', () => {
  expect(band(0.5, undefined, false)).toBeUndefined();
  expect([...document.querySelectorAll('button')].map(({ textContent }) => textContent)).toEqual([
    'Reprendre cette question',
    'Voir les réponses',
  ]);
});
