import { type EditorView, WidgetType } from '@codemirror/view';
import { t } from '../strings.ts';
import { isOfButton } from './bar-widget.ts';
import { toggleBox } from './commands.ts';
import { element } from './dom.ts';

/** `- [x] `, drawn as a box that can be ticked. */
export class BoxWidget extends WidgetType {
  private readonly isTicked: boolean;
  private readonly answer: string;

  /** @param answer what the box is read out with */
  constructor(isTicked: boolean, answer: string) {
    super();
    this.isTicked = isTicked;
    this.answer = answer;
  }

  override eq(other: BoxWidget): boolean {
    return other.isTicked === this.isTicked && other.answer === this.answer;
  }

  override updateDOM(place: HTMLElement): boolean {
    const box = place.querySelector('input');
    if (!box) return false;
    box.checked = this.isTicked;
    this.name(box);
    return true;
  }

  override toDOM(view: EditorView): HTMLElement {
    const box = element('input', { type: 'checkbox' });
    box.checked = this.isTicked;
    this.name(box);
    const place = element('span', { class: 's-box' }, box);
    box.addEventListener('change', () => toggleBox(view, view.posAtDOM(place)));
    return place;
  }

  override ignoreEvent(event: Event): boolean {
    return isOfButton(event);
  }

  private name(box: HTMLElement): void {
    box.setAttribute('aria-label', t('editor.right.of', { answer: this.answer }));
  }
}

/** `{…}` behind a title, drawn as a small sign if it has an id. */
export class IdWidget extends WidgetType {
  private readonly written: string;

  constructor(written: string) {
    super();
    this.written = written;
  }

  override eq(other: IdWidget): boolean {
    return other.written === this.written;
  }

  override toDOM(): HTMLElement {
    const { written } = this;
    const isId = /^\{\s*#/.test(written);
    if (!isId) return element('span', { class: 's-id s-id-words' }, written.slice(1, -1));
    return element('span', { class: 's-id', title: written, role: 'img', 'aria-label': written }, '#');
  }

  override ignoreEvent(): boolean {
    return false;
  }
}

/** A picture, shown small with its name and its text. */
export class PictureWidget extends WidgetType {
  private readonly address: string;
  private readonly alt: string;
  private readonly source: string | undefined;

  /** @param source address in the page; undefined: there is no such file */
  constructor(address: string, alt: string, source: string | undefined) {
    super();
    this.address = address;
    this.alt = alt;
    this.source = source;
  }

  override eq(other: PictureWidget): boolean {
    return other.address === this.address && other.alt === this.alt && other.source === this.source;
  }

  override toDOM(): HTMLElement {
    const shown = element('span', { class: 's-shot' });
    if (this.source === undefined) shown.append(element('span', { class: 's-shot-none' }));
    else shown.append(element('img', { src: this.source, alt: '', decoding: 'async' }));
    const name = element('b', {}, this.address.replace(/^.*\//, ''));
    const alt = element('span', { class: 's-shot-alt' }, this.alt === '' ? t('editor.noAlt') : this.alt);
    shown.append(element('span', { class: 's-shot-words' }, name, alt));
    return shown;
  }

  override ignoreEvent(): boolean {
    return false;
  }
}
