import { type Environment, locate } from './environment.ts';

/** LiaScript's boxes for single choice. */
const ROUND_BOX = /^[ \t]*(\[\([ xX]?\)\])(?=[ \t]|$)/;
const ANY_ROUND_BOX = /\[\([ xX]?\)\]/;

/** Reports LiaScript's boxes, once for neighbouring lines. */
function checkBoxes(lines: readonly string[], from: number, env: Environment): void {
  const index = lines.findIndex((line) => ROUND_BOX.test(line));
  const box = ROUND_BOX.exec(lines[index] ?? '')?.[1];
  const before = env.lines[from + index - 1] ?? '';
  if (box === undefined || ANY_ROUND_BOX.test(before)) return;
  env.report('foreign-box', locate(env, box, from + index, from + index + 1), { box });
}

/** Second line of a definition list. */
const DEFINITION = /^[ \t]{0,3}:[ \t\u00a0\u202f]+\S/;
/** Longest term, in characters. A longer line before a colon is a sentence that an editor wrapped there. */
const LONGEST_TERM = 60;

/**
 * Reports the first definition list of a paragraph. It is only a warning, because it may be a sentence that was wrapped before a
 * colon.
 */
function checkDefinitions(lines: readonly string[], from: number, env: Environment): void {
  const index = lines.findIndex((line) => DEFINITION.test(line));
  if (index < 0 || index > 1) return;
  const term = index === 0 ? '…' : (lines[0]?.trim() ?? '');
  const at = locate(env, ':', from + index, from + index + 1);
  if (index === 0) env.report('definition-list', at, { term });
  else if (term.length <= LONGEST_TERM) env.warn('definition-list', at, { term });
}

const UNDERLINE = /^[ \t]*(={2,}|-{2,})[ \t]*$/;
/** Lines that aren't titles: sentences and pictures. */
const NO_TITLE = /[.!?…:;,»”"]\s*$|^\s*!\[|^\s*[^\p{L}]*$/u;
const LONGEST_TITLE = 100;

function reportTitle(title: string, marker: string, line: number, env: Environment): void {
  const fit = `${marker.startsWith('=') ? '#' : '##'} ${title.trim()}`;
  env.report('underlined-title', locate(env, '', line, line + 1), { sign: marker.slice(0, 3), fit });
}

function checkUnderlines(lines: readonly string[], from: number, env: Environment): void {
  for (const [index, line] of lines.entries()) {
    const marker = UNDERLINE.exec(line)?.[1];
    const title = lines[index - 1];
    if (marker !== undefined && title !== undefined) reportTitle(title, marker, from + index - 1, env);
  }
}

/** Reports lines of a paragraph that other dialects read differently. `from` is a 0-based line. */
export function checkForeignLines(text: string, from: number, env: Environment): void {
  if (!/[[:=]|--/.test(text)) return;
  const lines = text.split('\n');
  checkBoxes(lines, from, env);
  checkDefinitions(lines, from, env);
  checkUnderlines(lines, from, env);
}

/**
 * Reports a line of text right above a rule: CommonMark would make it a heading.
 * @param text the paragraph above the rule
 * @param line line of the rule, 0-based
 */
export function checkRuleBelow(text: string, line: number, env: Environment): void {
  const marker = /(-{3,})[ \t]*$/.exec(env.lines[line] ?? '')?.[1];
  if (marker === undefined || text.includes('\n') || text.length > LONGEST_TITLE || NO_TITLE.test(text)) return;
  reportTitle(text, marker, line - 1, env);
}
