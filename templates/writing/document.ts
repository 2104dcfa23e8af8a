/** A part of a document, as plain text. */
export interface Part {
  readonly title: string;
  readonly text: string;
}

/** Formats the document as plain text with Markdown headings; text that looks like a tag stays text. */
export function asMarkdown(title: string, parts: readonly Part[]): string {
  const pieces = parts.flatMap((part) => [`## ${part.title}`, ...(part.text ? [part.text.replace(/<(?=[a-z/!?])/gi, '\\<')] : [])]);
  return `${[`# ${title}`, ...pieces].join('\n\n')}\n`;
}

/** Formats the document as a web page, which Word and LibreOffice open; typed text is escaped. */
export function asPage(title: string, parts: readonly Part[]): string {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = document.documentElement.lang;
  page.head.insertAdjacentHTML('afterbegin', '<meta charset="utf-8">');
  const add = (tag: string, text: string): HTMLElement => {
    const element = page.createElement(tag);
    element.textContent = text;
    page.body.append(element);
    return element;
  };
  add('h1', title);
  for (const part of parts) {
    add('h2', part.title);
    for (const paragraph of part.text.split(/\n\s*\n/)) {
      const [first = '', ...lines] = paragraph.split('\n');
      const element = add('p', first);
      for (const line of lines) element.append(page.createElement('br'), line);
    }
  }
  return `<!DOCTYPE html>${page.documentElement.outerHTML}`;
}
