import type { Markup } from '../../src/player/frame/mount.ts';

interface Parts {
  readonly '.image-compare-control': Markup<{ input: HTMLInputElement }>;
  readonly '.image-compare-after': HTMLElement;
}

/** Lays the second picture over the first, with a slider for its visible part. */
export function mount(root: Markup<Parts>): void {
  const control = root.querySelector('.image-compare-control');
  const slider = control.querySelector('input');
  const after = root.querySelector('.image-compare-after');
  const show = (): void => after.style.setProperty('clip-path', `inset(0 0 0 ${100 - Number(slider.value)}%)`);
  root.dataset.over = '';
  control.hidden = false;
  slider.oninput = show;
  show();
}
