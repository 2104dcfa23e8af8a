const SKIPPED =
  '[hidden], .c-feedback, .c-mark, .c-words, .c-hint, .c-count, .c-tray, [data-note="skip"], [data-activity], button:not(.c-chip), svg';
const INLINE = /^(A|B|CODE|DFN|EM|I|INPUT|SELECT|SPAN|STRONG|SUB|SUP)$/;

/** Returns the text of a field; '' for a radio or checkbox, undefined if the element isn't a field. */
function fieldText(element: Element): string | undefined {
  if (element instanceof HTMLTextAreaElement) return element.value;
  if (element instanceof HTMLSelectElement) return (element.value && element.selectedOptions[0]?.text) || '…';
  if (element instanceof HTMLInputElement) return /radio|checkbox/.test(element.type) ? '' : element.value || '…';
  return undefined;
}

function write(node: Node): string {
  if (!(node instanceof Element)) return node.nodeType === 3 ? (node.nodeValue ?? '').replace(/[ \t\r\n]+/g, ' ') : '';
  if (node.matches(SKIPPED) || (node.matches('.c-option') && !node.querySelector(':checked'))) return '';
  const text = fieldText(node) ?? [...node.childNodes].map(write).join('');
  return INLINE.test(node.tagName) ? text : `\n${text}\n`;
}

/** Returns the answer shown in an activity's body, as plain text: see « The notebook » in docs/hooks.md. */
export function answerText(body: HTMLElement): string {
  return write(body)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n');
}
