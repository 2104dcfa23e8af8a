import type { Block } from '../../../model/source.ts';

type Heading = Pick<Extract<Block, { kind: 'heading' }>, 'title' | 'second'>;

/** Returns the whole text of a heading for forms without a second part: `Before | after` is both. */
export function titleText({ title, second }: Heading): string {
  return second ? `${title.text} | ${second.text}` : title.text;
}

/** Returns it as HTML. */
export function titleHtml({ title, second }: Heading): string {
  return second ? `${title.html()} | ${second.html()}` : title.html();
}
