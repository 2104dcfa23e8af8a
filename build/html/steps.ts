import type { Html } from '../../src/model/course/activity.ts';
import type { Node, ValidActivity } from '../model/source.ts';
import { escapeHtml, plainHtml, withoutTags } from '../text/plain-html.ts';
import { fitHeadings } from './headings.ts';

/** Content that is on screen at once: some text, and at most one question. */
export interface Step {
  /** Nodes in it. A text is split where a heading begins a step. */
  readonly nodes: readonly Node[];
  /** Title in the table of contents: its first heading, otherwise the question, otherwise what the activity contains. */
  readonly title: string;
}

/** A heading begins a new step if a question or at least this many words precede it. */
const ENOUGH_WORDS = 40;

/** Maximum number of characters of a step's title. */
const LONGEST_TITLE = 60;

/** Number of characters up to which headings are joined to a title. */
const LONGEST_LIST = 40;

/** A node, or the part of a text that contains at most one `<h2>`, at its start. */
interface Fragment {
  readonly node: Node;
  readonly heading: string;
}

interface OpenStep {
  readonly fragments: Fragment[];
  words: number;
  /** True if it contains an activity. */
  isFull: boolean;
}

/** Splits a text before each `<h2>`; other nodes stay whole. */
function fragmentsOf(node: Node): Fragment[] {
  if (node.kind !== 'prose') return [{ node, heading: '' }];
  return node.html.split(/(?=<h2[ >])/).map((html) => {
    const heading = /^<h2[^>]*>([\s\S]*?)<\/h2>/.exec(html)?.[1] ?? '';
    return { node: { ...node, html }, heading: plainHtml(heading) };
  });
}

/** Tests whether a fragment begins a step. A callout belongs to the question above it. */
function begins(fragment: Fragment, step: OpenStep): boolean {
  if (fragment.heading !== '') return step.isFull || step.words >= ENOUGH_WORDS;
  return step.isFull && !(fragment.node.kind === 'block' && fragment.node.type === 'callout');
}

/** Counts the words of a text. */
export function wordsIn(html: Html): number {
  return withoutTags(html)
    .split(/\s+/)
    .filter((word) => word !== '').length;
}

/** Names an activity without a question by the first headings of its cards, scenes or fields. */
function headingsIn({ options }: ValidActivity): string {
  const lists = Object.values(options).filter((value): value is readonly { title?: Html; second?: Html }[] => Array.isArray(value));
  const headings = lists.flatMap((list) => list.map((one) => plainHtml(one?.second ?? one?.title ?? '')));
  const [first = '', ...rest] = headings.filter((heading) => heading !== '');
  let name = first;
  for (const heading of rest) {
    if (name.length + heading.length > LONGEST_LIST) return `${name}…`;
    name += ` · ${heading}`;
  }
  return name;
}

/** Names an activity, never by its type. @param before text of the step above it */
function nameOf(activity: ValidActivity, before: string): string {
  if (activity.heading !== undefined) return activity.heading;
  const isAsked = plainHtml(String(activity.options.prompt ?? '')) !== '';
  return isAsked ? activity.title : headingsIn(activity) || before;
}

function titleOf(fragments: readonly Fragment[], fallback: string): string {
  const heading = fragments.find((one) => one.heading !== '')?.heading;
  const activity = fragments.flatMap(({ node }) => (node.kind === 'activity' ? [node.activity] : []))[0];
  const text = fragments.flatMap(({ node }) => (node.kind === 'prose' ? [plainHtml(node.html)] : [])).join(' ');
  const title = heading ?? ((activity && nameOf(activity, text)) || fallback);
  if (title.length <= LONGEST_TITLE) return title;
  const words = title.slice(0, LONGEST_TITLE - 1).replace(/\s+\S*$/, '');
  return `${words.replace(/[\s,;:]+$/, '')}…`;
}

/** Returns the nodes of a step. The page's title is the only heading above it: without an `<h2>`, deeper headings move up. */
function nodesOf(fragments: readonly Fragment[]): Node[] {
  const isLow = fragments.every(({ heading }) => heading === '');
  return fragments.map(({ node }) => (isLow && node.kind === 'prose' ? { ...node, html: fitHeadings(node.html, 2) } : node));
}

/**
 * Splits a page into steps. A step ends after an activity, and before a heading that follows enough text.
 * @param fallback title of a step without heading and activity
 */
export function stepsOf(nodes: readonly Node[], fallback: string): Step[] {
  const steps: OpenStep[] = [];
  for (const fragment of nodes.flatMap(fragmentsOf)) {
    let step = steps.at(-1);
    if (!step || begins(fragment, step)) {
      step = { fragments: [], words: 0, isFull: false };
      steps.push(step);
    }
    step.fragments.push(fragment);
    step.words += fragment.node.kind === 'prose' ? wordsIn(fragment.node.html) : 0;
    step.isFull ||= fragment.node.kind === 'activity';
  }
  return steps.map(({ fragments }) => ({ nodes: nodesOf(fragments), title: titleOf(fragments, fallback) }));
}

/** Returns the markup around a step. */
export function stepMarkup(title: string, html: Html): Html {
  return `<div class="c-screen c-prose" data-screen="${escapeHtml(title)}" tabindex="-1">\n${html}\n</div>`;
}
