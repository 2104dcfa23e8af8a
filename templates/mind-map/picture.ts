import { downloadFile } from '../../src/player/keep-text.ts';
import type { Strings } from '../../src/player/mount.ts';
import { pictureOf } from '../../src/player/picture-file.ts';
import { type Drawing, drawMap } from './draw.ts';
import { opmlOf } from './files.ts';
import { outlineOf, type Tree } from './scoring.ts';

/** Scales of the picture. */
const [SMALLEST, STEP, LARGEST] = [0.5, 1.25, 3];
/** What its box takes of its width: borders, and a bar to scroll. */
const EDGES = 20;

/** The map as a picture, and as files, beside the list that says the same. @returns draws a tree */
export function showPicture(root: HTMLElement, strings: Strings, announce: (text: string) => void): (tree: Tree) => void {
  const figure = root.querySelector('.mind-map-figure') as HTMLElement;
  const box = root.querySelector('.mind-map-picture') as HTMLElement;
  const exporting = root.querySelector('.mind-map-export') as HTMLElement;
  const field = exporting.querySelector('textarea') as HTMLTextAreaElement;
  const name = root.closest<HTMLElement>('[data-activity]')?.dataset.activity ?? 'carte';
  let drawn: Drawing;
  let tree: Tree;
  let scale = 1;
  /** Width for which the map was drawn; 0 while its page is not shown. */
  let room = 0;

  function size(next: number): void {
    scale = Math.min(LARGEST, Math.max(SMALLEST, next));
    drawn.svg.setAttribute('width', String(Math.round(drawn.width * scale)));
  }

  function toMiddle(): void {
    box.scrollLeft = drawn.middle * scale - box.clientWidth / 2;
  }

  const roomNow = (): number => Math.max(0, box.offsetWidth - EDGES);

  function draw(): void {
    room = roomNow();
    drawn = drawMap(tree, room || undefined);
    box.replaceChildren(drawn.svg);
    // A scale that the learner chose stays. Until then the whole map is in sight.
    size('zoomed' in box.dataset ? scale : Math.min(1, room / drawn.width || 1));
    toMiddle();
  }

  function zoom(by: number): void {
    box.dataset.zoomed = '';
    size(scale * by);
    toMiddle();
    announce(`${Math.round(scale * 100)} %`);
  }

  /** What a frame refuses to download stands in the field, to be copied. */
  function give(kind: string, text: string, type: string): void {
    if (kind !== 'svg') field.value = text;
    downloadFile(text, type, `${name}.${kind}`);
    announce(strings.given ?? '');
  }

  const ACTIONS: Readonly<Record<string, () => void>> = {
    'mind-map-in': () => zoom(STEP),
    'mind-map-out': () => zoom(1 / STEP),
    'mind-map-svg': () => give('svg', pictureOf(drawn.svg, drawn.width, drawn.height), 'image/svg+xml'),
    // What reads like a tag stays text.
    'mind-map-md': () => give('md', outlineOf(tree).replace(/<(?=[a-z/!?])/gi, '\\<'), 'text/markdown'),
    'mind-map-opml': () => give('opml', opmlOf(tree), 'text/x-opml'),
  };
  for (const host of [figure, exporting]) {
    host.hidden = false;
    host.addEventListener('click', ({ target }) => {
      ACTIONS[(target as Element).closest<HTMLElement>('[data-action]')?.dataset.action ?? '']?.();
    });
  }
  field.onfocus = () => field.select();

  // The page is shown after this, and a telephone may be turned.
  new ResizeObserver(() => roomNow() === room || draw()).observe(box);

  return (next) => {
    tree = next;
    field.value = outlineOf(tree);
    draw();
  };
}
