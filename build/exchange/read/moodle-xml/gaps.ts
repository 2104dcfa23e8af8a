import { blankOf, placeOf, withBlanks } from '../../blanks.ts';
import { decodeEntities } from '../../html/entities.ts';
import type { TextContext } from '../../html/loss.ts';
import type { Body } from '../../model.ts';
import { toMarkdown } from '../rich-text.ts';
import { childrenOf, formatOf, textIn, type Xml } from './xml.ts';

/** Reads a text with `[[1]]`, `[[2]]` …, each the number of one of the words listed below it. */
export function gaps(node: Xml, list: string, context: TextContext): Body | string {
  const written = childrenOf(node, 'questiontext')[0];
  const words = childrenOf(node, list).map((word) => decodeEntities(textIn(word, 'text').replace(/<[^>]*>/g, '')).trim());
  const blanks: string[] = [];
  const used = new Set<number>();
  let isBroken = false;
  const marked = textIn(written, 'text').replace(/\[\[(\d{1,3})\]\]/g, (_, digits: string) => {
    const at = Number(digits) - 1;
    const blank = blankOf([words[at] ?? '']);
    if (blank === undefined) isBroken = true;
    used.add(at);
    blanks.push(blank ?? '');
    return placeOf(blanks.length - 1);
  });
  if (isBroken || blanks.length === 0) return 'xml.gaps';
  const text = withBlanks(toMarkdown(marked, formatOf(written), context), blanks);
  return { kind: 'cloze', text, isList: true, distractors: words.filter((word, at) => word !== '' && !used.has(at)) };
}
