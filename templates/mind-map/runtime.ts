import type { MountContext, Mounted } from '../../src/player/mount.ts';
import { say } from '../../src/player/words.ts';
import { makeEditor } from './editor.ts';
import { linesOf } from './ideas.ts';
import { showPicture } from './picture.ts';
import { type Answer, ideasOf, type Options, outlineOf, type Tree, treesOf } from './scoring.ts';

/** What an item of a nested list says, without the list in it, and that list. */
function treeIn(item: Element): Tree {
  const list = [...item.children].find((child) => child.matches('ul, ol'));
  const words = [...item.childNodes].filter((node) => node !== list).map((node) => node.textContent);
  return { text: words.join(' ').replace(/\s+/g, ' ').trim(), children: list ? [...list.children].map(treeIn) : [] };
}

/** A map to read is done once it was shown. */
function mountToRead(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  let finished = context.locked;
  const [centre] = treeIn(root.querySelector('.mind-map-outline') as Element).children;
  if (centre) showPicture(root, context.strings, context.announce)(centre);
  // The frame says in `show` whether it was submitted before.
  queueMicrotask(() => finished || context.submit({}));
  return {
    show(verdict) {
      finished ||= verdict !== null;
    },
  };
}

function mountToFill(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  const { options, answer, locked, strings, announce } = context;
  const { branches = [], centre, min } = options;
  const lists = ideasOf(options, answer);
  const draw = showPicture(root, strings, announce);
  const given = [...root.querySelectorAll('.mind-map-given')].map((box) => treeIn(box).children);
  const lines = (index: number): string[] => linesOf(lists[index] ?? []);
  const read = (): Answer => Object.fromEntries(branches.map(({ token }, index) => [token, lines(index)]));
  const ideas = (): Tree[][] => ideasOf(options, read()).map(treesOf);

  function tree(): Tree {
    const trees = ideas();
    const children = branches.map(({ text }, index) => ({ text, children: [...(given[index] ?? []), ...(trees[index] ?? [])] }));
    return { text: centre?.text ?? '', children };
  }

  const editor = makeEditor(root, {
    options,
    strings,
    lists,
    announce,
    changed() {
      draw(tree());
      context.draft(read());
    },
  });
  let off = locked;
  editor.render(off);
  draw(tree());

  return {
    read() {
      const short = branches.findIndex((_, index) => lines(index).length < min);
      if (short < 0) return read();
      const values = { n: min - lines(short).length, branch: branches[short]?.text ?? '' };
      return { missing: say(strings, 'missing', values), at: editor.gateOf(short) };
    },
    show(verdict) {
      const next = locked || !!verdict?.final;
      // A field that is being written in stays: a first change after a submission takes the verdict away.
      if (next !== off) editor.render(next);
      off = next;
    },
    text: () => outlineOf(tree()),
  };
}

export function mount(root: HTMLElement, context: MountContext<Options, Answer>): Mounted<Answer> {
  return context.options.fill ? mountToFill(root, context) : mountToRead(root, context);
}
