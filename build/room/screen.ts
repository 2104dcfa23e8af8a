import type { Html } from '../../src/model/course/activity.ts';
import { escapeHtml, withoutTags } from '../text/plain-html.ts';

/** One screen. If its body is too long for the projector, the script divides it into parts. */
export interface Screen {
  readonly kind: 'cover' | 'opener' | 'text' | 'question' | 'end';
  /** Index of its page; -1 for the cover and the end. */
  readonly page: number;
  /** Id of the page that begins here: links to the page lead to this screen. */
  readonly begins?: string;
  /** Name in the contents, plain text. */
  readonly title: string;
  /** Small line above the heading. */
  readonly kick: Html;
  readonly heading: Html;
  /** The heading is only the page's title, which the trainer has shown before. */
  readonly isQuiet?: boolean;
  /** Text before the question. */
  readonly context?: Html;
  /** Instruction for the room. */
  readonly todo?: string;
  /** Repeated on each part of the body. */
  readonly keep?: Html;
  readonly body: Html;
  readonly reveals: boolean;
  /** The answer in short, for the notes. */
  readonly key?: string;
}

/** Limits of a heading's length, in characters, for three sizes of type. */
const SIZES = [
  [60, 'large'],
  [120, 'medium'],
] as const;

function sizeOf(heading: Html): string {
  const { length } = withoutTags(heading);
  return SIZES.find(([limit]) => length <= limit)?.[1] ?? 'small';
}

/** Returns the markup of a screen; the script shows one at a time. */
export function screenMarkup(screen: Screen): Html {
  const { kind, page, begins, title, kick, heading, isQuiet, context = '', todo, keep = '', body, reveals, key = '' } = screen;
  const goal = begins === undefined ? '' : ` id="p-${begins}"`;
  const facts = `data-kind="${kind}" data-page="${page}" data-title="${escapeHtml(title)}" data-key="${escapeHtml(key)}"${goal}`;
  const instruction = todo === undefined ? '' : `<p class="r-todo">${escapeHtml(todo)}</p>`;
  const isBare = kind === 'question' && context + body === '';
  const more = body.includes('data-answer data-more') ? ' data-explains' : '';
  return `<section class="r-screen" ${facts}${reveals ? ' data-reveals' : ''}${more}${isBare ? ' data-bare' : ''} hidden>
<header class="r-head">${kick && `<p class="r-kick">${kick}</p>`}<h1 class="r-title" data-size="${sizeOf(heading)}"${isQuiet ? ' data-quiet' : ''} tabindex="-1">${heading}</h1>${instruction}${keep}</header>
<div class="r-body c-prose">${context && `<div class="r-context"${body.includes('<ol class="r-options"') ? ' data-before' : ''}>${context}</div>`}${body}</div>
</section>`;
}
