// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { answerText } from '../../../src/player/frame/answer-text.ts';

function text(html: string): string {
  document.body.innerHTML = `<div id="body">${html}</div>`;
  return answerText(document.getElementById('body') as HTMLElement);
}

it('writes texts and fields in lines, as the page shows them', () => {
  expect(text('<p>Le  <b>patin</b>\n freine  très\n  bien.</p><p>Oui <input value="à 20 m">.</p><textarea></textarea>')).toBe(
    'Le patin freine très bien.\nOui à 20 m.',
  );
});

it('starts a line at each block and break, not at words that stand out', () => {
  const words = ['a', 'code', 'dfn', 'em', 'i', 'span', 'strong', 'sub', 'sup'].map((tag) => `<${tag}>${tag}</${tag}>`).join('');
  expect(text(`<p> ${words}<br> fin </p><article>Deux</article><aside>Trois</aside>et<section>quatre</section>`)).toBe(
    'acodedfnemispanstrongsubsup\nfin\nDeux\nTrois\net\nquatre',
  );
});

it('has what was typed into a text, line by line', () => {
  document.body.innerHTML = '<div id="body"><textarea>avant</textarea></div>';
  (document.querySelector('textarea') as HTMLTextAreaElement).value = ' Un\n\ndeux ';
  expect(answerText(document.getElementById('body') as HTMLElement)).toBe('Un\ndeux');
  const area = document.createElement('textarea');
  area.value = 'trois';
  document.getElementById('body')?.replaceChildren('avant', area, 'après');
  expect(answerText(document.getElementById('body') as HTMLElement)).toBe('avant\ntrois\naprès');
});

it('shows an empty field as a gap, and a list by the words of its choice', () => {
  expect(text('<p>À <input value=""> m</p>')).toBe('À … m');
  expect(text('<p>Le <select><option value="">Choisir</option><option value="a" selected>patin</option></select></p>')).toBe('Le patin');
  expect(text('<p>Le <select><option value="" selected>Choisir</option><option value="a">patin</option></select></p>')).toBe('Le …');
});

it('leaves out options that aren’t chosen', () => {
  const option = (name: string, on: string): string => `<label class="c-option"><input type="checkbox" ${on}><span>${name}</span></label>`;
  expect(text(option('Le patin', 'checked') + option('La cloche', ''))).toBe('Le patin');
});

it('leaves out what isn’t the answer: feedback, marks, hints, buttons, inner activities', () => {
  expect(
    text(
      '<p>Oui</p><p hidden>1</p><p class="c-feedback">2</p><span class="c-mark">3</span><p class="c-hint">4</p><button>5</button><div data-activity="x">6</div><p data-note="skip">7</p>',
    ),
  ).toBe('Oui');
  expect(text('<button class="c-chip">Le patin</button>')).toBe('Le patin');
  const others = '<span class="c-words">1</span><p class="c-count">2</p><div class="c-tray">3</div><svg><text>4</text></svg><!-- 5 -->';
  expect(text(`Oui${others} non`)).toBe('Oui non');
});
