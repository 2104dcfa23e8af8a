import { expect, it } from 'vitest';
import { renderType } from '../../tests/helpers/render-type.ts';

const SCENES = [
  {
    token: 'a',
    id: 'quai',
    text: 'Sur le quai',
    html: 'Sur le <b>quai</b>',
    content: '<p>Le tram tarde.</p>',
    choices: [
      {
        token: 'b',
        html: 'Attendre',
        to: 'd',
        changes: [
          ['calme', '+', 1],
          ['retard', '=', 5],
        ],
      },
      { token: 'c', html: 'Courir', to: 'h', changes: [['calme', '+', -2]] },
    ],
  },
  {
    token: 'd',
    html: 'Devant la porte',
    choices: [
      {
        token: 'e',
        html: 'Monter',
        to: 'h',
        needs: [
          ['calme', '>=', 2],
          ['retard', '!=', 5],
        ],
      },
      { token: 'f', html: 'Laisser passer', to: 'a' },
    ],
  },
  { token: 'h', html: 'Dedans', ending: 'good', choices: [] },
];

it('shows the first scene, links its choices to the scenes, and names the endings', () => {
  const button = 'type="button" class="c-button c-button-small"';
  expect(renderType('branching', { scenes: SCENES, state: {} }, 'en')).toBe(`<div class="branching">
<div class="branching-said" data-note="skip" hidden><p class="c-hint"></p></div>
<section class="branching-scene" id="a-depot-a" data-scene="a" aria-labelledby="a-depot-a-title">
<h3 class="branching-title" id="a-depot-a-title" tabindex="-1">Sur le <b>quai</b></h3>
<div class="branching-words c-prose"><p>Le tram tarde.</p></div>
<ul class="branching-choices">
<li><a class="branching-choice" href="#a-depot-d" data-choice="b"><span>Attendre</span>[chevron-right]</a></li>
<li><a class="branching-choice" href="#a-depot-h" data-choice="c"><span>Courir</span>[chevron-right]</a></li>
</ul>
</section>
<section class="branching-scene c-panel" id="a-depot-d" data-scene="d" aria-labelledby="a-depot-d-title" hidden>
<h3 class="branching-title" id="a-depot-d-title" tabindex="-1">Devant la porte</h3>
<ul class="branching-choices">
<li><a class="branching-choice" href="#a-depot-h" data-choice="e"><span>Monter</span>[chevron-right]</a></li>
<li><a class="branching-choice" href="#a-depot-a" data-choice="f"><span>Laisser passer</span>[chevron-right]</a></li>
</ul>
</section>
<section class="branching-scene c-panel" id="a-depot-h" data-scene="h" aria-labelledby="a-depot-h-title" hidden>
<h3 class="branching-title" id="a-depot-h-title" tabindex="-1"><span class="branching-end">[flag] <span>The end</span></span> Dedans</h3>
</section>
<p class="branching-lost" hidden>[rotate-ccw] You are going round in circles: go back one step, or start again.</p>
<details class="c-details branching-way" data-note="skip" hidden><summary>Your path</summary><div class="c-details-body"><ol></ol></div></details>
<p class="c-tools branching-tools" hidden>
<button ${button} data-action="branching-back">[arrow-left] Go back one step</button>
<button ${button} data-action="branching-restart">[rotate-ccw] Start again</button>
</p>
</div>`);
});

/** Lines of the story on paper. */
const paper = (scenes: readonly object[], state: object): string[] =>
  renderType('branching', { scenes, state }, 'en', true)
    .split('\n')
    .filter((line) => line !== '');

it('has on paper all scenes with their numbers, and what their choices need', () => {
  const held = (scene: string): string => `<span class="s-held">→ Scene ${scene}</span></span></li>`;
  expect(paper(SCENES, {})).toEqual([
    '<ol class="s-scenes">',
    '<li>',
    '<p><b>Scene 1.</b> <b>Sur le <b>quai</b></b></p>',
    '<p>Le tram tarde.</p>',
    '<ul class="s-boxes" data-one>',
    `<li><span><b>A.</b> Attendre ${held('2')}`,
    `<li><span><b>B.</b> Courir ${held('3')}`,
    '</ul>',
    '</li>',
    '<li>',
    '<p><b>Scene 2.</b> <b>Devant la porte</b></p>',
    '<ul class="s-boxes" data-one>',
    `<li><span><b>A.</b> <i>Only if calme is 2 or more and if retard is not 5:</i> Monter ${held('3')}`,
    `<li><span><b>B.</b> Laisser passer ${held('1')}`,
    '</ul>',
    '</li>',
    '<li>',
    '<p><b>Scene 3.</b> <b>The end.</b> <b>Dedans</b></p>',
    '</li>',
    '</ol>',
  ]);
});

it('has on paper the values at the start, to be noted, and at the end what each decision changes', () => {
  const lines = paper(SCENES, { calme: 0, retard: 3 });
  const blank = '<span class="s-blank" role="img" aria-label="To fill in"></span></p>';
  expect(lines.slice(0, 3)).toEqual([
    '<p>Your decisions leave a trace: note it in pencil. After each decision, read at the end of the story what it changes.</p>',
    `<p class="s-tally">calme, 0 at the start: ${blank}`,
    `<p class="s-tally">retard, 3 at the start: ${blank}`,
  ]);
  const held = (text: string): string => `<span class="s-held">${text}</span>`;
  expect(lines.slice(lines.indexOf('</ol>') + 1)).toEqual([
    '<div class="s-effects">',
    '<p class="s-heading">What your decisions change</p>',
    '<p class="s-hint">To be read scene by scene, once the decision is taken.</p>',
    '<ul>',
    `<li>Scene 1: ${held('<b>A</b> calme +1, retard becomes 5')} · ${held('<b>B</b> calme −2')}</li>`,
    `<li>Scene 2: ${held('<b>A</b> changes nothing')} · ${held('<b>B</b> changes nothing')}</li>`,
    '</ul>',
    '</div>',
  ]);
});
