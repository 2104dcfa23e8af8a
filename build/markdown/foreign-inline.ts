import type { Token } from 'markdown-it';
import type { Code } from '../messages/codes.ts';
import { ADDRESS } from './bare-addresses.ts';
import { type Environment, locateNext } from './environment.ts';

/** Stands for what is read already, and for a character that a mark makes text. */
const READ = '\ufffc';
/** Longest piece of a text that is quoted. */
const LONGEST = 40;

const COMMAND = /\\[a-z]{2,}|\^|(?<!\p{L})\p{L}_/iu;
const FUNCTION = /(?:sin|cos|tan|log|ln|exp|lim|max|min|mod)(?!\p{L})/gu;

/** Is it more than a price: a command, a power, single letters? */
function isFormula(content: string): boolean {
  if (COMMAND.test(content)) return true;
  const rest = content.replace(FUNCTION, '');
  // « à » is a word, not the name of a value.
  return !/\p{L}{2}/u.test(rest) && /[a-z\u0370-\u03ff=<>×÷]/i.test(rest);
}

/** A form of another Markdown, which ours shows as it stands. */
interface Foreign {
  readonly code: Code;
  readonly pattern: RegExp;
  readonly isSure?: (content: string) => boolean;
}

const FOREIGN: readonly Foreign[] = [
  { code: 'formula', pattern: /(?<!\$)\$\$(?!\$)([^$]+)\$\$(?!\$)/g, isSure: isFormula },
  // `5 $ et 10 $`, `$5 and $10`: a price has a space or a figure where a formula has none.
  { code: 'formula', pattern: /(?<![$\p{L}\p{N}])\$(?![\s$])([^$\n]*[^\s$])\$(?![$\p{L}\p{N}])/gu, isSure: isFormula },
  { code: 'highlight', pattern: /(?<![=\p{L}\p{N}])==(?![\s=>])([^=\n]*[^\s=<])==(?![=\p{L}\p{N}])/gu },
  { code: 'single-tilde', pattern: /(?<!~)~([\p{L}\p{N}+-][\p{L}\p{N}+()-]{0,20})(?<=[\p{L}\p{N}+)-])~(?![~\p{N}])/gu },
  { code: 'single-tilde', pattern: /(?<![~\p{L}\p{N}])~(\p{L}[^~\n]*\p{L})~(?![~\p{L}\p{N}])/gu },
  { code: 'caret', pattern: /\^([\p{L}\p{N}+-][\p{L}\p{N}+()-]{0,20})\^/gu },
  { code: 'emoji-name', pattern: /(?<![\p{L}\p{N}:/])(?::)([a-z][a-z0-9_+-]+|[+-]1):(?![\p{L}\p{N}:/])/gu },
];
/** A quick look: hardly a text has one of these twice. */
const MAY_BE = /\$[^$]+\$|==|~[^~]+~|\^[^^]+\^|:[a-z+-]/;

function textOf({ type, content, markup }: Token): string {
  if (type === 'text') return markup === ADDRESS ? READ : content;
  if (type === 'softbreak' || type === 'hardbreak') return '\n';
  // In a formula `*` and `_` make nothing bold.
  return /^(?:em|strong|s)_/.test(type) ? markup : type === 'link_open' || type === 'link_close' ? '' : READ;
}

/** Reports what other kinds of Markdown know, and would be shown to learners as it stands. `from` and `to` are 0-based lines. */
export function checkForeignInline({ content: source, children }: Token, from: number, to: number, env: Environment): void {
  if (!MAY_BE.test(source)) return;
  let rest = (children ?? []).map(textOf).join('');
  for (const { code, pattern, isSure } of FOREIGN) {
    rest = rest.replace(pattern, (text: string, content: string) => {
      if (isSure && !isSure(content)) return text;
      const near = text.split(/[\n\ufffc]/, 1)[0] ?? '';
      const shown = text.replace(/\s+/g, ' ').replaceAll(READ, '…').slice(0, LONGEST);
      env.report(code, locateNext(env, near, from, to), { text: shown, content });
      // What is reported is no part of anything else.
      return READ.repeat(text.length);
    });
  }
}
