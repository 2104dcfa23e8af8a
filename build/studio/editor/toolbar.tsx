import type { ComponentChildren } from 'preact';
import { type Key, t } from '../strings.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

/** A button of a toolbar. */
export interface Tool {
  readonly icon: IconName;
  readonly name: Key;
  /** True if the name is shown, too. */
  readonly isNamed?: boolean;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  /** True for a tool at the end of the bar. */
  readonly isLast?: boolean;
  readonly keys?: string;
  run(): void;
}

/** Moves the focus between the buttons of a toolbar, as arrow keys do there. */
function onKey(event: KeyboardEvent): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const bar = event.currentTarget as HTMLElement;
  const buttons = [...bar.querySelectorAll<HTMLButtonElement>('button:not(:disabled)')];
  const now = buttons.indexOf(document.activeElement as HTMLButtonElement);
  if (step === undefined || now < 0) return;
  buttons[(now + step + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}

function ToolButton({ tool }: { readonly tool: Tool }) {
  const { icon, name, isNamed, isPressed, isDisabled, isLast, keys, run } = tool;
  const title = keys === undefined ? t(name) : `${t(name)} (${keys})`;
  return (
    <button
      type="button"
      class={`s-tool${icon === 'plus' ? ' s-tool-main' : ''}${isNamed ? '' : ' s-tool-icon'}${isLast ? ' s-tool-last' : ''}`}
      title={title}
      aria-label={isNamed ? undefined : t(name)}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={run}
    >
      <Icon name={icon} />
      {isNamed && <span class="s-tool-name">{t(name)}</span>}
    </button>
  );
}

/** A row of buttons that act on the text. */
export function Toolbar({
  name,
  tools,
  place,
  children,
}: {
  readonly name: Key;
  readonly tools: readonly Tool[];
  readonly place: 'top' | 'bottom';
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={`s-tools s-tools-${place}`} role="toolbar" aria-label={t(name)} onKeyDown={onKey}>
      {tools.map((tool) => (
        <ToolButton key={tool.name} tool={tool} />
      ))}
      {children}
    </div>
  );
}
