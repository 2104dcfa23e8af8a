import type { Reading } from '../reading.ts';

/** Lines of a Markdown text with their numbers, without what only its own tool understands. */
export interface CleanLine {
  readonly text: string;
  readonly line: number;
  readonly isCode: boolean;
}

const FENCE = /^\s{0,3}(`{3,}|~{3,})/;
/** Animations and narration of LiaScript: `{{1}}`, `--{{1}}--`, `{{1-3}}`. */
const ANIMATION = /--\{\{[^}\n]*\}\}--|\{\{\d+(?:-\d+)?(?:\s[^}\n]*)?\}\}|\{\d+(?:-\d+)?\}\{([^{}\n]*)\}/g;
/** Media of LiaScript: `!?[film](…)`, `?[sound](…)`, `??[page](…)`. */
const MEDIA = /(?:!\?|\?\?|\?)(?=\[[^\]]*\]\()/g;
const MACRO = /@[A-Za-z_][\w.]*(?:\([^)]*\))?/;

/** Finds the front matter: a comment of LiaScript, or YAML. @returns the number of its lines */
function headLines(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '');
  const opens = lines[first]?.trim() ?? '';
  const isYaml = opens === '---';
  if (!isYaml && !opens.startsWith('<!--')) return 0;
  const end = lines.findIndex(
    (line, index) => index >= first + (isYaml ? 1 : 0) && (isYaml ? /^(?:---|\.\.\.)\s*$/.test(line) : line.includes('-->')),
  );
  return end < 0 ? 0 : end + 1;
}

function cleaned(text: string, line: number, reading: Reading): string {
  const still = text.replace(ANIMATION, (_, kept: string | undefined) => kept ?? '');
  if (still !== text) reading.remark('note', 'md.animation', 0);
  if (MEDIA.test(still)) reading.remark('lost', 'text.media', line, { detail: still.trim().slice(0, 80) });
  if (MACRO.test(still.replace(/\S{1,64}@\S{1,64}/g, '')))
    reading.remark('note', 'md.macro', line, { detail: MACRO.exec(still)?.[0] ?? '' });
  return still.replace(MEDIA, '');
}

/** Splits a text into lines. */
export function cleanLines(source: string, reading: Reading): CleanLine[] {
  const lines = source.split(/\r\n?|\n/);
  const head = headLines(lines);
  if (head > 0) reading.remark('note', 'md.head', 0);
  let fence = '';
  return lines.slice(head).map((text, index) => {
    const line = head + index + 1;
    const mark = FENCE.exec(text)?.[1];
    const isCode = fence !== '' || mark !== undefined;
    if (mark !== undefined && fence === '') fence = mark;
    else if (mark?.startsWith(fence)) fence = '';
    return { text: isCode ? text : cleaned(text, line, reading), line, isCode };
  });
}
