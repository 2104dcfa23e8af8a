import type { Token } from 'markdown-it';
import type { Code } from '../../../diagnostics/codes.ts';
import { ADDRESS } from './bare-addresses.ts';
import { type Environment, locateNext } from './environment.ts';

/** Replaces text that is already read or reported, and escaped characters. */
const READ = '\ufffc';
/** Longest quotation of a text. */
const LONGEST = 40;

const COMMAND = /\\[a-z]{2,}|\^|(?<!\p{L})\p{L}_/iu;
const FUNCTION = /(?:sin|cos|tan|log|ln|exp|lim|max|min|mod)(?!\p{L})/gu;

/** Distinguishes a formula from a price: it has a command, a power or single letters. */
function isFormula(content: string): boolean {
  if (COMMAND.test(content)) return true;
  const rest = content.replace(FUNCTION, '');
  // « à » is a word, not a variable.
  return !/\p{L}{2}/u.test(rest) && /[a-z\u0370-\u03ff=<>×÷]/i.test(rest);
}

/** Syntax of other Markdown dialects, which would be shown as typed. */
interface Foreign {
  readonly code: Code;
  readonly pattern: RegExp;
  readonly isSure?: (content: string) => boolean;
}

const FOREIGN: readonly Foreign[] = [
  { code: 'formula', pattern: /(?<!\$)\$\$(?!\$)([^$]+)\$\$(?!\$)/g, isSure: isFormula },
  // Prices have a space or a digit where formulas have none: `5 $ et 10 $`, `$5 and $10`.
  { code: 'formula', pattern: /(?<![$\p{L}\p{N}])\$(?![\s$])([^$\n]*[^\s$])\$(?![$\p{L}\p{N}])/gu, isSure: isFormula },
  { code: 'highlight', pattern: /(?<![=\p{L}\p{N}])==(?![\s=>])([^=\n]*[^\s=<])==(?![=\p{L}\p{N}])/gu },
  { code: 'single-tilde', pattern: /(?<!~)~([\p{L}\p{N}+-][\p{L}\p{N}+()-]{0,20})(?<=[\p{L}\p{N}+)-])~(?![~\p{N}])/gu },
  { code: 'single-tilde', pattern: /(?<![~\p{L}\p{N}])~(\p{L}[^~\n]*\p{L})~(?![~\p{L}\p{N}])/gu },
  { code: 'caret', pattern: /\^([\p{L}\p{N}+-][\p{L}\p{N}+()-]{0,20})\^/gu },
  { code: 'emoji-name', pattern: /(?<![\p{L}\p{N}:/])(?::)([a-z][a-z0-9_+-]+|[+-]1):(?![\p{L}\p{N}:/])/gu },
];
/** Cheap test: hardly any text has one of these twice. */
const MAY_BE = /\$[^$]+\$|==|~[^~]+~|\^[^^]+\^|:[a-z+-]/;

function textOf({ type, content, markup }: Token): string {
  if (type === 'text') return markup === ADDRESS ? READ : content;
  // A backslash before a letter escapes nothing: it begins a command.
  if (type === 'text_special' && /^\\[a-z]/i.test(content)) return content;
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  // In a formula `*` and `_` make nothing bold.
  return /^(?:em|strong|s)_/.test(type) ? markup : type === 'link_open' || type === 'link_close' ? '' : READ;
}

/** Reports syntax of other Markdown dialects. `from` and `to` are 0-based lines. */
export function checkForeignInline({ content: source, children }: Token, from: number, to: number, env: Environment): void {
  if (!MAY_BE.test(source)) return;
  let rest = (children ?? []).map(textOf).join('');
  for (const { code, pattern, isSure } of FOREIGN) {
    rest = rest.replace(pattern, (text: string, content: string) => {
      if (isSure && !isSure(content)) return text;
      const near = text.split(/[\n\ufffc]/, 1)[0] ?? '';
      const shown = text.replace(/\s+/g, ' ').replaceAll(READ, '…').slice(0, LONGEST);
      env.report(code, locateNext(env, near, from, to), { text: shown, content });
      // Report each character once.
      return READ.repeat(text.length);
    });
  }
}
