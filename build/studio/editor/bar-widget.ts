import { type EditorView, WidgetType } from '@codemirror/view';
import { t } from '../strings.ts';
import type { IconName } from '../ui/icon.tsx';
import type { Chip } from './chips.ts';
import { directiveFrom, editDirective, entriesOf, showLine } from './directive-actions.ts';
import { element, icon, iconButton } from './dom.ts';
import { Menu } from './menu.ts';
import { surroundings } from './surroundings.ts';

/** Content of a bar. */
export interface Bar {
  readonly label: string;
  readonly drawing: IconName;
  readonly chips: readonly Chip[];
  /** A bar inside a card is smaller. */
  readonly isInner: boolean;
}

function chipElement({ text, colour, title }: Chip): HTMLElement {
  if (colour === undefined) return element('span', { class: 's-chip s-boxed' }, text);
  const dot = element('i', { class: `s-dot s-dot-${colour}`, 'aria-hidden': 'true' });
  return element('span', { class: 's-chip', ...(title !== undefined && { title }) }, dot, text);
}

/** Tests whether an event belongs to a button of a widget, not to the text. */
export function isOfButton({ target }: Event): boolean {
  return target instanceof Element && target.closest('button, input') !== null;
}

/** The first line of a directive, drawn as a bar. */
export class BarWidget extends WidgetType {
  private readonly bar: Bar;
  private readonly key: string;

  constructor(bar: Bar) {
    super();
    this.bar = bar;
    this.key = JSON.stringify(bar);
  }

  override eq(other: BarWidget): boolean {
    return other.key === this.key;
  }

  override toDOM(view: EditorView): HTMLElement {
    const { label, drawing, chips, isInner } = this.bar;
    const shown = element('span', { class: isInner ? 's-card-bar s-card-bar-inner' : 's-card-bar' });
    shown.append(icon(drawing), element('b', {}, label), element('span', { class: 's-bar-chips' }, ...chips.map(chipElement)));
    shown.append(this.editButton(view, shown), this.menuButton(view, shown));
    return shown;
  }

  override ignoreEvent(event: Event): boolean {
    return isOfButton(event);
  }

  private editButton(view: EditorView, place: HTMLElement): HTMLElement {
    const name = t('editor.edit.of', { name: this.bar.label });
    const button = element('button', { type: 'button', class: 's-bar-edit', 'aria-label': name });
    button.append(icon('pencil'), element('span', {}, t('editor.edit')));
    button.addEventListener('click', () => {
      const directive = directiveFrom(view, view.posAtDOM(place));
      if (directive) editDirective(view, directive);
    });
    return button;
  }

  private menuButton(view: EditorView, place: HTMLElement): HTMLElement {
    const name = t('editor.more', { name: this.bar.label });
    const button = iconButton('ellipsis', name, 's-bar-more');
    button.setAttribute('aria-haspopup', 'menu');
    button.setAttribute('aria-expanded', 'false');
    button.addEventListener('click', () => {
      const directive = directiveFrom(view, view.posAtDOM(place));
      if (directive) new Menu(button, name, entriesOf(view, directive)).open();
    });
    return button;
  }
}

/** Front matter, drawn as one bar. */
export class FrontWidget extends WidgetType {
  override eq(): boolean {
    return true;
  }

  override toDOM(view: EditorView): HTMLElement {
    const button = element('button', { type: 'button', class: 's-bar-edit' }, icon('pencil'), element('span', {}, t('editor.edit')));
    button.setAttribute('aria-label', t('editor.edit.of', { name: t('editor.front') }));
    button.addEventListener('click', () => {
      const { onEditFront } = view.state.field(surroundings).actions;
      if (onEditFront) onEditFront();
      else showLine(view, 0);
    });
    const name = element('b', {}, t('editor.front'));
    return element('span', { class: 's-front' }, icon('sliders-horizontal'), name, element('span', { class: 's-end' }), button);
  }

  override ignoreEvent(event: Event): boolean {
    return isOfButton(event);
  }
}
