import type { Markup, Strings } from '../../src/player/frame/mount.ts';
import { downloadFile } from '../../src/player/widgets/keep-text.ts';
import { pictureOf } from '../../src/player/widgets/picture-file.ts';
import { type Drawing, drawMap } from './draw.ts';
import { opmlOf } from './files.ts';
import { outlineOf, type Tree } from './scoring.ts';

/** Scales of the picture. */
const [SMALLEST, STEP, LARGEST] = [0.5, 1.25, 3];
/** Width of the box's borders and scroll bar. */
const EDGES = 20;

type Figure = Markup<{ '.mind-map-picture': HTMLElement }>;

export interface PictureParts {
  readonly '.mind-map-figure': Figure;
  readonly '.mind-map-export': Markup<{ textarea: HTMLTextAreaElement }>;
}

/** Shows a box, and connects its buttons with actions. */
function serve(box: HTMLElement, actions: Readonly<Record<string, () => void>>): void {
  box.hidden = false;
  box.onclick = ({ target }) => actions[(target as Element).closest<HTMLElement>('[data-action]')?.dataset.action ?? '']?.();
}

/**
 * Draws the map as wide as there is room, and larger or smaller on request.
 * @returns draws a tree, or returns the last drawing
 */
function openView(figure: Figure, announce: (text: string) => void): (next?: Tree) => Drawing {
  const box = figure.querySelector('.mind-map-picture');
  let drawn: Drawing;
  let tree: Tree;
  let scale = 1;
  /** Width of the last drawing; 0 while the page is hidden. */
  let room = 0;

  function size(next: number): void {
    scale = Math.min(LARGEST, Math.max(SMALLEST, next));
    drawn.svg.setAttribute('width', String(Math.round(drawn.width * scale)));
    box.scrollLeft = drawn.middle * scale - box.clientWidth / 2;
  }

  const roomNow = (): number => Math.max(0, box.offsetWidth - EDGES);

  function draw(): void {
    room = roomNow();
    drawn = drawMap(tree, room || undefined);
    box.replaceChildren(drawn.svg);
    // A scale chosen by the learner stays. Before that the whole map is visible.
    size('zoomed' in box.dataset ? scale : Math.min(1, room / drawn.width || 1));
  }

  function zoom(by: number): void {
    box.dataset.zoomed = '';
    size(scale * by);
    announce(`${Math.round(scale * 100)} %`);
  }

  serve(figure, { 'mind-map-in': () => zoom(STEP), 'mind-map-out': () => zoom(1 / STEP) });
  // The page is shown later, and a phone may be rotated.
  new ResizeObserver(() => roomNow() === room || draw()).observe(box);
  return (next) => {
    if (next) {
      tree = next;
      draw();
    }
    return drawn;
  };
}

/** Shows the map as a picture, and offers it as files, beside the equivalent list. @returns draws a tree */
export function showPicture(root: Markup<PictureParts>, strings: Strings, announce: (text: string) => void): (tree: Tree) => void {
  const [figure, exporting] = [root.querySelector('.mind-map-figure'), root.querySelector('.mind-map-export')];
  const field = exporting.querySelector('textarea');
  const name = root.closest<HTMLElement>('[data-activity]')?.dataset.activity ?? 'carte';
  const view = openView(figure, announce);
  let tree: Tree;

  /** Downloads a file; it is also in the field to copy, because a frame may refuse downloads. */
  function give(kind: string, text: string, type: string): void {
    if (kind !== 'svg') field.value = text;
    downloadFile(text, type, `${name}.${kind}`);
    announce(strings.given ?? '');
  }

  serve(exporting, {
    'mind-map-svg'() {
      const { svg, width, height } = view();
      give('svg', pictureOf(svg, width, height), 'image/svg+xml');
    },
    // Escapes text that looks like a tag.
    'mind-map-md': () => give('md', outlineOf(tree).replace(/<(?=[a-z/!?])/gi, '\\<'), 'text/markdown'),
    'mind-map-opml': () => give('opml', opmlOf(tree), 'text/x-opml'),
  });
  field.onfocus = () => field.select();

  return (next) => {
    tree = next;
    field.value = outlineOf(tree);
    view(tree);
  };
}
