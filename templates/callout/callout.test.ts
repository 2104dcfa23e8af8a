import { expect, it } from 'vitest';
import { activityTypes } from '../../build/types/activities.ts';
import { renderType } from '../../tests/helpers/render-type.ts';

/** Label above a box. */
function over(lang: 'fr' | 'en', options: object): string | undefined {
  const type = activityTypes.get('callout');
  const html = type?.template({ options: { html: '<p>Du bois sec.</p>', ...options }, t: type.strings[lang], lang, level: 2 }) ?? '';
  return /<span>(.*?)<\/span>/.exec(html)?.[1];
}

it('sets a title apart from the word that announces the box: in French no capital follows a colon', () => {
  expect(over('fr', { kind: 'warning', title: 'Avant l’aube' })).toBe('Attention\u00a0– Avant l’aube');
  expect(over('en', { kind: 'tip', title: 'Before dawn' })).toBe('Tip: Before dawn');
  expect(over('fr', { kind: 'warning' })).toBe('Attention');
});

it.each([
  ['info', 'info', 'À savoir'],
  ['tip', 'lightbulb', 'Conseil'],
  ['warning', 'triangle-alert', 'Attention'],
  ['law', 'scale', 'Ce que dit la loi'],
])('a box of the kind %s has its sign, its word and its text', (kind, sign, word) => {
  expect(renderType('callout', { kind, html: '<p>Du bois sec.</p>' })).toBe(`<div class="callout" data-kind="${kind}" role="note">
<p class="callout-title">[${sign}] <span>${word}</span></p>
<div class="callout-text c-prose">
<p>Du bois sec.</p>
</div>
</div>`);
});
