import type { Block } from '../source.ts';

type Heading = Pick<Extract<Block, { kind: 'heading' }>, 'title' | 'second'>;

/** The words of a heading, also of one in which a bar parts nothing: `Before | after` is both. */
export function titleText({ title, second }: Heading): string {
  return second ? `${title.text} | ${second.text}` : title.text;
}

/** The same as HTML. */
export function titleHtml({ title, second }: Heading): string {
  return second ? `${title.html()} | ${second.html()}` : title.html();
}
