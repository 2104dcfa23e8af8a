import { fillContents, openContents } from './contents.ts';
import { bindCovers } from './covers.ts';
import { Deck, type Place } from './deck.ts';
import { addHand, bindHands, clearHands, countHands } from './hands.ts';
import { bindSwipe, keyHandler } from './keys.ts';
import { Notes } from './notes.ts';
import { bindStories } from './story.ts';
import { element, readStrings } from './strings.ts';
import { Timer } from './timer.ts';

const format = readStrings();
const stage = element('r-stage');
const pages = [...element('r-pages').children] as HTMLElement[];
const deck = new Deck(stage, format);
const timer = new Timer(
  pages.map(({ dataset }) => Number(dataset.minutes)),
  format,
);

function toggleBlack(): void {
  const black = element('r-black');
  black.hidden = !black.hidden;
  if (black.hidden) element('r-black-on').focus();
  else black.focus();
}

function showHands({ screen }: Place = deck.place): void {
  const count = countHands(screen);
  const hasHands = screen.querySelector('[data-hand]') !== null;
  element('r-hands').textContent = hasHands ? format(count === 1 ? 'hands.one' : 'hands', { n: count }) : '';
  element('r-clear').hidden = count === 0;
}

/** Returns a handler that runs an action. While the screen is black, it only ends the black screen. */
function unlessBlack(action: () => void): () => void {
  return () => (element('r-black').hidden ? action() : toggleBlack());
}

function fullScreen(): void {
  const leaving = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  leaving.catch(() => undefined);
}

const onKey = keyHandler(
  {
    ...Object.fromEntries(['ArrowRight', 'ArrowDown', ' ', 'PageDown'].map((key) => [key, unlessBlack(() => deck.next())])),
    ...Object.fromEntries(['ArrowLeft', 'ArrowUp', 'PageUp'].map((key) => [key, unlessBlack(() => deck.previous())])),
    Home: unlessBlack(() => deck.go(0)),
    End: unlessBlack(() => deck.go(deck.screens.length - 1)),
    Escape: () => {
      if (!element('r-black').hidden) toggleBlack();
    },
    b: toggleBlack,
    '.': toggleBlack,
    p: unlessBlack(() => deck.explain()),
    r: unlessBlack(() => deck.reveal(!deck.place.isRevealed)),
    t: () => timer.toggle(),
    n: () => notes.toggle(),
    o: () => notes.open(onKey),
    s: unlessBlack(() => openContents(deck)),
    f: fullScreen,
    '+': () => deck.zoom(1),
    '-': () => deck.zoom(-1),
    '?': () => element<HTMLDialogElement>('r-help').showModal(),
  },
  (number, isLess) => {
    if (addHand(deck.place.screen, number, isLess ? -1 : 1)) showHands();
  },
);
const notes = new Notes(deck, timer, format, onKey);

function bindBar(): void {
  const on = (id: string, whenClicked: () => void): void => element(id).addEventListener('click', whenClicked);
  on('r-next', () => deck.next());
  on('r-previous', () => deck.previous());
  on('r-list', () => openContents(deck));
  on('r-help-open', () => element<HTMLDialogElement>('r-help').showModal());
  on('r-explain', () => deck.explain());
  on('r-black-on', toggleBlack);
  on('r-black', toggleBlack);
  on('r-clear', () => {
    clearHands(deck.place.screen);
    showHands();
    element('r-next').focus();
  });
  for (const close of document.querySelectorAll('[data-close]')) close.addEventListener('click', () => close.closest('dialog')?.close());
}

/** Makes internal links go to the screen of their target, if it has one. Other links open a new window. */
function bindLinks(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest('a');
    if (!link) return;
    event.preventDefault();
    const target = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)))?.closest('.r-screen');
    if (target) deck.go(deck.screens.indexOf(target as HTMLElement));
    else if (/^https?:/.test(link.protocol) && !link.getAttribute('href')?.startsWith('#')) open(link.href, '_blank', 'noopener');
  });
}

deck.changed = (place) => {
  const { screen, index, all, part, parts, isRevealed } = place;
  const asks = screen.hasAttribute('data-reveals') && !isRevealed && part === parts - 1;
  element('r-next').toggleAttribute('data-asks', asks);
  element('r-next-text').textContent = format(asks ? 'show' : index === 0 ? 'start' : 'next');
  element<HTMLButtonElement>('r-next').hidden = index === all - 1 && part === parts - 1;
  element('r-explain').hidden = !isRevealed || !screen.hasAttribute('data-explains');
  element('r-explain').setAttribute('aria-pressed', String(screen.hasAttribute('data-explained')));
  element<HTMLButtonElement>('r-previous').disabled = index === 0 && part === 0;
  element('r-place').textContent =
    format('place', { n: index + 1, all }) + (parts > 1 ? ` · ${format('part', { n: part + 1, all: parts })}` : '');
  timer.open(Number(screen.dataset.page));
  showHands(place);
  notes.draw(place);
};

bindBar();
bindLinks();
bindHands(stage, () => showHands());
bindCovers(stage, () => deck.layOut());
// A picture has no height until it has loaded.
stage.addEventListener('load', () => deck.layOut(), true);
bindStories(stage, () => deck.layOut());
bindSwipe(
  stage,
  unlessBlack(() => deck.next()),
  unlessBlack(() => deck.previous()),
);
fillContents(
  deck,
  pages.map(({ dataset }) => dataset.title ?? ''),
);
document.addEventListener('keydown', onKey);
addEventListener('resize', () => deck.layOut());
for (const card of stage.querySelectorAll('details')) card.addEventListener('toggle', () => deck.layOut());
deck.go(deck.place.index);
document.fonts.ready.then(() => deck.layOut()).catch(() => undefined);
