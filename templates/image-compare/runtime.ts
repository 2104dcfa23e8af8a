/** Lays the second picture over the first, and lets a slider say how much of it is seen. */
export function mount(root: HTMLElement): void {
  const control = root.querySelector('.image-compare-control') as HTMLElement;
  const slider = control.querySelector('input') as HTMLInputElement;
  const after = root.querySelector('.image-compare-after') as HTMLElement;
  const show = (): void => after.style.setProperty('clip-path', `inset(0 0 0 ${100 - Number(slider.value)}%)`);
  root.dataset.over = '';
  control.hidden = false;
  slider.oninput = show;
  show();
}
