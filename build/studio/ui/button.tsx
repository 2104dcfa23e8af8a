import type { ComponentChildren, JSX } from 'preact';
import { Icon, type IconName } from './icon.tsx';

type Native = Omit<JSX.IntrinsicElements['button'], 'icon' | 'class' | 'type'>;

/** A button's looks: `primary` at most once in a view, `soft` for what begins something, `quiet` in bars. */
interface ButtonProps extends Native {
  readonly look?: 'plain' | 'primary' | 'soft' | 'quiet' | 'danger';
  readonly icon?: IconName;
  /** Name of a button that shows only its icon. */
  readonly label?: string;
  readonly large?: boolean;
  /** Sends the form that it is in. */
  readonly submits?: boolean;
  readonly more?: string;
  readonly children?: ComponentChildren;
}

/** A button of the studio. */
export function Button({ look = 'plain', icon, label, large = false, submits = false, more = '', children, ...native }: ButtonProps) {
  const names = ['s-button', `s-${look}`, label === undefined ? '' : 's-only-icon', large ? 's-large' : '', more].filter(Boolean);
  return (
    <button type={submits ? 'submit' : 'button'} class={names.join(' ')} aria-label={label} title={label} {...native}>
      {icon && <Icon name={icon} />}
      {children !== undefined && <span class="s-button-text">{children}</span>}
    </button>
  );
}
