import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Button } from './button.tsx';
import { Icon, type IconName } from './icon.tsx';

/** An entry of a menu. */
export interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
  /** Marks the entry that is chosen now, in a menu of choices. */
  readonly isChosen?: boolean;
  /** Text of its key, as « Alt+↑ ». */
  readonly keys?: string;
  readonly isDangerous?: boolean;
  run(): void;
}

/** Properties of a menu behind a button. */
interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: IconName;
  /** Text on the button; without one it shows only its icon. */
  readonly text?: string;
  readonly more?: string;
}

/** Moves the focus among the entries. @returns whether the key was one of these */
function moveFocus(list: HTMLElement, key: string): boolean {
  const entries = [...list.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const now = entries.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: entries.length - 1 }[key];
  if (next === undefined) return false;
  entries[(next + entries.length) % entries.length]?.focus();
  return true;
}

/** A button with a list of things to do. Arrow keys go through it; Escape, Tab and a click elsewhere close it. */
export function Menu({ label, items, icon = 'ellipsis', text, more = '' }: MenuProps) {
  const isOpen = useSignal(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen.value) return;
    place.current?.querySelector<HTMLElement>('[role^=menuitem]:not(:disabled)')?.focus();
    const away = (event: Event): void => {
      if (!place.current?.contains(event.target as Node)) isOpen.value = false;
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('focusin', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('focusin', away);
    };
  }, [isOpen.value, isOpen]);
  const close = (): void => {
    isOpen.value = false;
    place.current?.querySelector('button')?.focus();
  };
  const keys = (event: KeyboardEvent & { currentTarget: HTMLElement }): void => {
    if (event.key === 'Escape') close();
    else if (!moveFocus(event.currentTarget, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class={`s-menu ${more}`} ref={place}>
      <Button
        look="quiet"
        icon={icon}
        {...(text === undefined ? { label } : { 'aria-label': label })}
        aria-haspopup="menu"
        aria-expanded={isOpen.value}
        onClick={() => (isOpen.value = !isOpen.value)}
      >
        {text}
      </Button>
      {isOpen.value && (
        <div class="s-menu-list" role="menu" aria-label={label} tabIndex={-1} onKeyDown={keys}>
          {items.map((item) => (
            <Entry key={item.label} item={item} onRun={close} />
          ))}
        </div>
      )}
    </div>
  );
}

function Entry({ item, onRun }: { readonly item: MenuItem; onRun(): void }) {
  const { label, icon, keys, isDisabled, isChosen, isDangerous, run } = item;
  const choice = isChosen === undefined ? { role: 'menuitem' as const } : { role: 'menuitemradio' as const, 'aria-checked': isChosen };
  return (
    <button
      type="button"
      {...choice}
      class={isDangerous ? 's-menu-entry s-dangerous' : 's-menu-entry'}
      tabIndex={-1}
      disabled={isDisabled}
      onClick={() => {
        onRun();
        run();
      }}
    >
      {isChosen !== undefined && <span class="s-menu-mark">{isChosen && <Icon name="check" small />}</span>}
      {icon && <Icon name={icon} small />}
      <span>{label}</span>
      {keys && <kbd>{keys}</kbd>}
    </button>
  );
}
