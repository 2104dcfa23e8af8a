// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { Recalled } from '../../../src/player/frame/mount.ts';
import { showOwnWords } from '../../../src/player/widgets/own-words.ts';
import { useStrings } from '../../../src/player/widgets/strings.ts';
import { words } from '../stage.ts';

test('each text under its name; nothing without one', () => {
  useStrings(words);
  const quote = document.createElement('blockquote');
  quote.textContent = 'old';
  const announced = {
    title: 'Carnet',
    options: {
      fields: [
        { token: 'a', text: 'Le matin' },
        { token: 'b', text: 'Le soir' },
      ],
    },
    answer: { a: 'Du <b>pain</b>', b: '' },
  } as unknown as Recalled;
  expect(showOwnWords(quote, announced)).toBe(true);
  expect(quote.innerHTML).toBe('<p><b>Le matin</b>\nDu &lt;b&gt;pain&lt;/b&gt;</p>');
  expect(showOwnWords(quote, { ...announced, answer: { a: ['Du pain', 'de l’eau'], b: 'Rien' } })).toBe(true);
  expect(quote.innerHTML).toBe(`<p><b>Le matin</b>\nDu pain${words.between}de l’eau</p><p><b>Le soir</b>\nRien</p>`);
  expect(showOwnWords(quote, { title: 'Note', options: {}, answer: 'Du pain' })).toBe(true);
  expect(quote.innerHTML).toBe('<p>Du pain</p>');
  expect([showOwnWords(quote, undefined), quote.childNodes.length]).toEqual([false, 0]);
});
