import { downloadFile } from '../../src/player/keep-text.ts';
import type { Strings } from '../../src/player/mount.ts';
import { type Drawing, drawMap } from './draw.ts';
import { opmlOf, pictureOf } from './files.ts';
import { outlineOf, type Tree } from './scoring.ts';

/** Scales of the picture. */
const [SMALLEST, STEP, LARGEST] = [0.5, 1.25, 3];
/** Down to this scale words can be read without an effort. */
const LEGIBLE = 0.85;

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
  /** The learner chose the scale: it stays. Until then as much is shown as can still be read. */
  let chosen = false;

  function size(next: number): void {
    scale = Math.min(LARGEST, Math.max(SMALLEST, next));
    drawn.svg.setAttribute('width', String(Math.round(drawn.width * scale)));
    drawn.svg.setAttribute('height', String(Math.round(drawn.height * scale)));
  }

  function toMiddle(): void {
    box.scrollLeft = drawn.middle * scale - box.clientWidth / 2;
  }

  function zoom(by: number): void {
    chosen = true;
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

  return (next) => {
    tree = next;
    drawn = drawMap(tree);
    field.value = outlineOf(tree);
    box.replaceChildren(drawn.svg);
    size(chosen ? scale : Math.min(1, Math.max(LEGIBLE, box.clientWidth / drawn.width)));
    toMiddle();
  };
}
