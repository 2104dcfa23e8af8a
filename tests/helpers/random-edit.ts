import { partsOf } from '../../build/studio/forms/body-parts.ts';
import { setAttribute } from '../../build/studio/text/edit-attributes.ts';
import { sectionsOf } from '../../build/studio/text/edit-body.ts';
import { addItem, moveItem, removeItem, setFeedback, setItemWords, setTicked } from '../../build/studio/text/edit-list.ts';
import type { BlockText, ListText, SectionText, TableText } from '../../build/studio/text/edit-parts.ts';
import { moveSection, setLines, setSecond, setTitle } from '../../build/studio/text/edit-sections.ts';
import { moveRow, setCell } from '../../build/studio/text/edit-table.ts';
import type { DirectiveText, Range } from '../../build/studio/text/outline.ts';
import type { Replacement } from '../../build/studio/text/raw-text.ts';

/** A change that a form may make, and the part of the text that it is about. */
export interface PossibleEdit {
  readonly name: string;
  readonly changes: readonly Replacement[];
  /** Range in which lines may change. */
  readonly part: Range;
}

/** Words that no text has. Some begin as Markdown would begin a block. */
export function newWords(number: number): string {
  const start = ['Été', '# Un', '::: fin', '- Œuf', '1. Où', '| Cœur', '> Là', '« Dès »', '{x} ça', 'A | b'][number % 10];
  return `${start} mot${number}`;
}

/** A text of two paragraphs; neither is a list, which could be an answer. */
function newText(number: number): string {
  const [first, second] = [number, number + 1].map((one) => newWords(one).replace(/^(?:- |1\. )/, ''));
  return `${first}\n\n${second}`;
}

/** Types whose lines are answers that are compared: words can't replace them. */
const TYPED: readonly string[] = ['numeric', 'short-text'];
/** Types whose lines have feedback. */
const ANSWERED: readonly string[] = [...TYPED, 'choice', 'true-false', 'checklist', 'order', 'categorize', 'stakeholder-map'];
/** Types whose titles mean something. */
const TITLED: readonly string[] = ['accordion', 'tabs', 'cards', 'timeline', 'reveal', 'categorize', 'writing'];

function span(...ranges: readonly Range[]): Range {
  return { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
}

/** @param isInner false: the list is no part of another item. A mind map's form adds no second centre there. */
function listEdits(text: string, list: ListText, type: string, number: number, isInner = false): PossibleEdit[] {
  const isTyped = TYPED.includes(type);
  const words = isTyped ? String(4000 + number) : newWords(number);
  const hasWeights = list.items.some(({ attributes }) => attributes.length > 0);
  const hasFeedback = ANSWERED.includes(type);
  const canGrow = !hasWeights && (isInner || type !== 'mind-map');
  return list.items.flatMap((item, index): PossibleEdit[] => {
    const before = list.items[index - 1];
    const isLong = list.items.length > 3 && !item.isTicked && !hasWeights;
    return [
      { name: 'words', changes: setItemWords(text, item, words), part: item },
      ...(hasFeedback ? [{ name: 'feedback', changes: setFeedback(text, item, `${words}\n\n${words} encore`), part: item }] : []),
      { name: 'no feedback', changes: setFeedback(text, item, ''), part: item },
      ...(canGrow ? [{ name: 'add', changes: addItem(text, list, index, words), part: span(item, list) }] : []),
      ...(isLong ? [{ name: 'remove', changes: removeItem(text, list, index), part: { from: item.from, to: list.to + 1 } }] : []),
      ...(before ? [{ name: 'move', changes: moveItem(text, list, index, -1), part: span(before, item) }] : []),
      ...(type === 'true-false' || type === 'checklist' ? [{ name: 'tick', changes: setTicked(item, !item.isTicked), part: item }] : []),
      ...listEdits(text, { ...list, items: item.children }, type, number, true),
    ];
  });
}

function tableEdits(text: string, table: TableText, type: string, number: number): PossibleEdit[] {
  return table.rows.flatMap((row, index) => {
    const cells = row.cells.flatMap((cell, column): PossibleEdit[] => {
      const old = text.slice(cell.from, cell.to);
      const isFixed = old.trim() === '' || old.includes('[[') || (type === 'label-image' && column > 0);
      return isFixed ? [] : [{ name: 'cell', changes: setCell(text, row, column, newWords(number)), part: row }];
    });
    const before = table.rows[index - 1];
    return index > 1 && before
      ? [...cells, { name: 'move row', changes: moveRow(text, table, index, -1), part: span(before, row) }]
      : cells;
  });
}

function sectionEdits(text: string, sections: readonly SectionText[], type: string, number: number): PossibleEdit[] {
  if (!TITLED.includes(type)) return [];
  return sections.flatMap((section, index): PossibleEdit[] => {
    const { heading } = section;
    const before = sections[index - 1];
    const hasSecond = heading.second !== null;
    return [
      { name: 'title', changes: setTitle(text, heading, newWords(number)), part: heading },
      ...(hasSecond ? [{ name: 'second', changes: setSecond(text, heading, newWords(number)), part: heading }] : []),
      ...(before ? [{ name: 'move section', changes: moveSection(text, sections, index, -1), part: span(before, section) }] : []),
    ];
  });
}

function blockEdits(text: string, block: BlockText, { name }: DirectiveText, number: number): PossibleEdit[] {
  const isScene = name === 'branching' || name === 'recap';
  if (block.kind === 'list' && !isScene) return listEdits(text, block, name, number);
  if (block.kind === 'table') return tableEdits(text, block, name, number);
  const isText = block.kind === 'words' && name !== 'cloze' && name !== 'mark-text' && name !== 'gallery';
  return isText ? [{ name: 'text', changes: setLines(text, block, newText(number), 'in-sections'), part: block }] : [];
}

/** Lists changes of a directive that leave it right. @param isActivity true if it has the attributes of activities */
export function editsOf(text: string, directive: DirectiveText, isActivity: boolean, number: number): PossibleEdit[] {
  const { blocks } = partsOf(text, directive);
  const { before, sections } = sectionsOf(blocks);
  const inside = [...before, ...sections.flatMap((section) => section.blocks)];
  const { head } = directive;
  const attributes: PossibleEdit[] = [
    { name: 'attribute', changes: setAttribute(text, directive, 'title', `Titre "${number}"`, ''), part: head },
    { name: 'flag', changes: setAttribute(text, directive, 'required', 'no', ''), part: head },
    { name: 'no attribute', changes: setAttribute(text, directive, 'title', null, ''), part: head },
  ];
  return [
    ...(isActivity ? attributes : []),
    ...sectionEdits(text, sections, directive.name, number),
    ...inside.flatMap((block) => blockEdits(text, block, directive, number)),
  ];
}
