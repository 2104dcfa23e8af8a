import type { ItemText, ListText } from './edit-parts.ts';
import { exchanged, replaced, wholeLines, writtenLine, writtenQuote } from './edit-words.ts';
import type { Replacement } from './raw-text.ts';

/** Changes the words of an item. */
export function setItemWords(text: string, item: ItemText, value: string): Replacement[] {
  const words = writtenLine(value);
  // A mark needs a space after it.
  const glue = words !== '' && !/[ \t]$/.test(text.slice(item.from, item.words.from)) ? ' ' : '';
  return replaced(text, item.words, glue + words);
}

/** Ticks a box or empties it. */
export function setTicked(item: ItemText, isTicked: boolean): Replacement[] {
  return item.box && item.isTicked !== isTicked ? [{ ...item.box, insert: isTicked ? 'x' : ' ' }] : [];
}

/** Changes, adds or, for no words, removes the feedback of an item. */
export function setFeedback(text: string, item: ItemText, value: string): Replacement[] {
  const { feedback, headEnd, indent } = item;
  if (value.trim() === '') return feedback ? [{ from: feedback.from - 1, to: feedback.to, insert: '' }] : [];
  if (!feedback) return [{ from: headEnd, to: headEnd, insert: `\n${writtenQuote(value, indent)}` }];
  const lead = /^[ \t]*/.exec(text.slice(feedback.from, feedback.to))?.[0] ?? '';
  return replaced(text, feedback, writtenQuote(value, lead));
}

/** Replaces the numbers of items by ascending ones, if they ascended before. */
function renumbered(text: string, list: ListText, numberOf: (index: number) => number): Replacement[] {
  const numbers = list.items.map(({ mark }) => Number.parseInt(text.slice(mark.from, mark.to), 10));
  if (!list.isOrdered || numbers.some((number, index) => number !== (numbers[0] ?? 1) + index)) return [];
  return list.items.flatMap(({ mark }, index) => {
    const number = numberOf(index) + (numbers[0] ?? 1);
    return number === numbers[index] ? [] : [{ from: mark.from, to: mark.to - 1, insert: String(number) }];
  });
}

/** Adds an item below another one. @param index of the one above it */
export function addItem(text: string, list: ListText, index: number, words = '', isTicked = false): Replacement[] {
  const above = list.items[index];
  if (!above) return [];
  const mark = text.slice(above.mark.from, above.mark.to);
  const next = list.isOrdered ? mark.replace(/\d+/, (number) => String(Number(number) + 1)) : mark;
  const box = above.box ? (isTicked ? '[x] ' : '[ ] ') : '';
  const insert = `\n${above.indent}${next} ${box}${writtenLine(words)}`;
  const after = renumbered(text, list, (place) => (place > index ? place + 1 : place));
  return [{ from: above.to, to: above.to, insert }, ...after];
}

/** Removes an item with its feedback and what is below it. */
export function removeItem(text: string, list: ListText, index: number): Replacement[] {
  const item = list.items[index];
  if (!item) return [];
  const after = renumbered(text, list, (place) => place - 1).filter(({ from }) => from > item.to);
  const next = list.items[index + 1];
  // Blank lines between items go with the one above them.
  const range = next ? { from: item.from, to: next.from } : wholeLines(text, item);
  return [{ ...range, insert: '' }, ...after].map(({ from, to, insert }) => ({ from, to, insert }));
}

/** Moves an item one place up or down; numbers stay in their order. */
export function moveItem(text: string, list: ListText, index: number, step: 1 | -1): Replacement[] {
  const [first, second] = [list.items[Math.min(index, index + step)], list.items[Math.max(index, index + step)]];
  if (!first || !second) return [];
  if (!list.isOrdered) return exchanged(text, first, second);
  return exchanged(text, { from: first.mark.to, to: first.to }, { from: second.mark.to, to: second.to });
}

/** Copies the lines of an item, with a mark for another list. */
export function linesOfItem(text: string, item: ItemText): string {
  return text.slice(item.from, item.to);
}
