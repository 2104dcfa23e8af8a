import type { Markup, MountContext, Mounted } from '../../src/player/frame/mount.ts';
import { format } from '../../src/player/widgets/strings.ts';
import { Editor } from './editor.ts';
import { linesOf } from './ideas.ts';
import { type PictureParts, showPicture } from './picture.ts';
import { type Answer, ideasOf, outlineOf, type Tree, treesOf } from './scoring.ts';
import type { Options } from './type.ts';

/** A map to read has the outline; one to fill in has the count. */
type Root = Markup<PictureParts & { '.mind-map-outline': Element; '.c-count': HTMLElement }>;

/** Reads an item of a nested list as a tree. */
function treeIn(item: Element): Tree {
  const list = [...item.children].find((child) => child.matches('ul, ol'));
  const words = [...item.childNodes].filter((node) => node !== list).map((node) => (node.nodeName === 'BR' ? ' ' : node.textContent));
  return { text: words.join('').replace(/\s+/g, ' ').trim(), children: list ? [...list.children].map(treeIn) : [] };
}

/** A read-only map is done once it was shown. */
function mountToRead(root: Root, context: MountContext<Options, Answer>): Mounted<Answer> {
  let finished = context.locked;
  const [centre] = treeIn(root.querySelector('.mind-map-outline')).children;
  if (centre) showPicture(root, context.strings, context.announce)(centre);
  // `show` gets a verdict if it was submitted before.
  queueMicrotask(() => finished || context.submit({}));
  return {
    show(verdict) {
      finished ||= verdict !== null;
    },
  };
}

function mountToFill(root: Root, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings, announce } = context;
  const { branches = [], centre, min } = options;
  const lists = ideasOf(options, answer);
  const draw = showPicture(root, strings, announce);
  const given = [...root.querySelectorAll('.mind-map-given')].map((box) => treeIn(box).children);
  const lines = (index: number): string[] => linesOf(lists[index] ?? []);
  const read = (): Answer => Object.fromEntries(branches.map(({ token }, index) => [token, lines(index)]));

  function tree(): Tree {
    const trees = ideasOf(options, read()).map(treesOf);
    const children = branches.map(({ text }, index) => ({ text, children: [...(given[index] ?? []), ...(trees[index] ?? [])] }));
    return { text: centre?.text ?? '', children };
  }

  const editor = new Editor(root, context, lists, () => {
    draw(tree());
    context.draft(read());
  });
  let off = locked;
  editor.render(off);
  draw(tree());

  return {
    read() {
      const short = branches.findIndex((_, index) => lines(index).length < min);
      if (short < 0) return read();
      const values = { n: min - lines(short).length, branch: branches[short]?.text ?? '' };
      return { missing: format(strings, 'missing', values), at: editor.gateOf(short) };
    },
    show(verdict) {
      const next = locked || !!verdict?.final;
      // A field being edited stays: the first change after a submission removes the verdict.
      if (next !== off) editor.render(next);
      off = next;
    },
    text: () => outlineOf(tree()),
  };
}

export function mount(root: Root, context: MountContext<Options, Answer>): Mounted<Answer> {
  return context.options.fill ? mountToFill(root, context) : mountToRead(root, context);
}
