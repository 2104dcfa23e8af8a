import type { Html } from '../../src/model/course/activity.ts';

/** A prompt, split for a screen: the question in large type, and the text around it. */
export interface Ask {
  readonly context: Html;
  /** Inline HTML. */
  readonly ask: Html;
}

const LAST_PARAGRAPH = /^([\s\S]*?)<p>((?:(?!<p>)[\s\S])*)<\/p>\s*$/;

/** Matches a sentence with its final punctuation and closing quotation mark. */
const SENTENCE = /[\s\S]+?(?:[.!?…](?:[\u00a0\u202f ]?[»”])?(?=[ \u00a0]|$)|$)/g;

/** A paragraph of at most this many characters is shown whole. */
const SHORT = 90;

/** Matches the verb of a French instruction: « Rangez », « remettez ». */
const INSTRUCTION = /(?<!\p{L})\p{L}{2,}ez(?!\p{L})/u;

/** Splits text into sentences; undefined if an HTML element spans several of them. */
function sentencesOf(text: Html): string[] | undefined {
  const list = (text.match(SENTENCE) ?? []).map((one) => one.trim()).filter(Boolean);
  const isWhole = (one: string): boolean => (one.match(/<[a-z]/g) ?? []).length === (one.match(/<\//g) ?? []).length;
  return list.length > 1 && list.every(isWhole) ? list : undefined;
}

/** Finds the sentence that asks: the last question, otherwise the first instruction, otherwise the last sentence. */
function askingAt(sentences: readonly string[]): number {
  const question = sentences.findLastIndex((one) => one.endsWith('?'));
  if (question >= 0) return question;
  const instruction = sentences.findIndex((one) => INSTRUCTION.test(one));
  return instruction < 0 ? sentences.length - 1 : instruction;
}

/** Moves the last paragraph that asks something to the end, unless the last one asks. */
function askingLast(prompt: Html): Html {
  const [, before, paragraph, after] = /^([\s\S]*)(<p>(?:(?!<\/?p>)[\s\S])*\?<\/p>)([\s\S]*)$/.exec(prompt) ?? [];
  if (before === undefined || paragraph === undefined || after === undefined || after.includes('?')) return prompt;
  return `${before}${after.trim()}${paragraph}`;
}

/** Splits a prompt. @param fallback plain HTML of the question, if the prompt doesn't end with a paragraph */
export function askOf(prompt: Html, fallback: Html): Ask {
  const [, before = '', last] = LAST_PARAGRAPH.exec(askingLast(prompt.trim())) ?? [];
  if (last === undefined) return { context: prompt, ask: fallback };
  const sentences = last.length > SHORT || before === '' ? sentencesOf(last) : undefined;
  if (!sentences || (last.length <= SHORT && !last.includes('?'))) return { context: before, ask: last };
  const at = askingAt(sentences);
  const rest = [...sentences.slice(0, at), ...sentences.slice(at + 1)].join(' ');
  return { context: `${before}<p>${rest}</p>`, ask: sentences[at] ?? last };
}
