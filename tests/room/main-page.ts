const WORDS = {
  place: '{n}/{all}',
  part: 'partie {n}/{all}',
  answer: 'réponse',
  start: 'Commencer',
  next: 'Suivant',
  show: 'Réponse',
  hands: '{n} mains',
  'hands.one': '{n} main',
  'timer.start': 'Démarrer',
  'timer.stop': 'Arrêter',
  'notes.none': 'Rien',
};

const option = (more = ''): string =>
  `<li class="r-option" data-hand><button type="button" data-less>-</button><input inputmode="numeric" value="0"${more}><button type="button" data-more>+</button></li>`;
const screen = (title: string, body: string, more = ''): string =>
  `<section class="r-screen" data-kind="text" data-title="${title}" ${more}><h1 class="r-title" tabindex="-1">${title}</h1><div class="r-body">${body}</div></section>`;

const SLOT = '<button type="button" class="r-slot" aria-expanded="false"></button>';
const STORY =
  '<div class="r-story"><section class="r-scene" data-scene="a"><button data-to="b">On</button></section><section class="r-scene" data-scene="b"></section></div>';

/** Body of a projected view with three screens on two pages: one asks, one has links, one has parts that open or change. */
export const PAGE = `<script type="application/json" id="r-words">${JSON.stringify(WORDS)}</script>
<div id="r-stage">
${screen('Accueil', '<a href="#feu">Le feu</a> <a id="out" href="https://example.org/x">Dehors</a> <a id="none" href="#nulle-part">Rien</a> <a id="mail" href="mailto:a@b.fr">Écrire</a> <a id="http" href="http://example.org/y">Dehors</a> <a id="coded" href="#caf%C3%A9">Café</a>', 'data-page="0"')}
${screen('Feu', `<p id="feu">Quel feu ?</p><ul class="r-options">${option()}${option()}</ul>`, 'data-page="0" data-reveals data-explains')}
${screen('Fin', `<p id="café"></p><details><summary>a</summary></details>${SLOT}${STORY}`, 'data-page="1"')}
</div>
<div id="r-pages"><div data-minutes="2" data-title="Le quai"></div><div data-minutes="0" data-title="La voie"></div></div>
<div id="r-black" tabindex="-1" hidden></div>
<button id="r-next"><span id="r-next-text"></span></button><button id="r-previous"></button><button id="r-list"></button>
<button id="r-help-open"></button><button id="r-explain"></button><button id="r-black-on"></button><button id="r-clear"></button>
<button id="r-timer"><span></span></button><button id="r-reset"></button><button id="r-notes-open"></button>
<p id="r-hands"></p><p id="r-place"></p><p id="r-live"></p><p id="r-notice"></p><aside id="r-notes" hidden></aside>
<dialog id="r-contents"><div id="r-contents-list"></div><button data-close></button></dialog><dialog id="r-help"><button data-close id="help-close"></button></dialog>
<input type="checkbox" id="r-letters" checked>`;
