import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../ui/icon.tsx';

/** Properties of a banner. `wrong`: work may be lost; it is read out at once. */
interface BannerProps {
  readonly tone: 'wrong' | 'warm' | 'info';
  readonly icon: IconName;
  readonly title: string;
  readonly more?: string;
  /** Buttons. */
  readonly children?: ComponentChildren;
}

/** A line below the bar: what has happened, and what can be done. It never takes the focus from the text. */
export function Banner({ tone, icon, title, more = '', children }: BannerProps) {
  return (
    <div class={`s-banner s-${tone}`} role={tone === 'wrong' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <p>
        <strong>{title}</strong> {more}
      </p>
      {children && <span class="s-banner-buttons">{children}</span>}
    </div>
  );
}
