import { type Document, visit } from 'yaml';

/** Title on its own line: a plain scalar, without quotes or another YAML indicator. */
const TITLE = /^([ \t]*(?:- +)?title[ \t]*:[ \t]+)(?![-?:][ \t])([^\s"'«“”„|>[\]{}&*!%@`#,].*)$/gm;
/** Colons that YAML reads as those of a key. */
const COLON_OF_KEY = /:(?=[ \t\u00a0\u202f]|$)/g;
const REMARK = /[ \t]#/;
/** Replaces a colon while YAML is read; no source contains it. */
const COLON = '\ue000';

/** Hides the colons of titles from YAML: `title: Séance 1 : Accueil`. No character changes its position. */
export function withPlainTitles(text: string): string {
  return text.replace(TITLE, (_, key: string, value: string) => {
    const end = value.search(REMARK);
    const title = end < 0 ? value : value.slice(0, end);
    return key + title.replace(COLON_OF_KEY, COLON) + value.slice(title.length);
  });
}

/** Restores the colons. */
export function restoreTitles(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'string') node.value = node.value.replaceAll(COLON, ':');
    },
  });
}
