import { Contents } from './contents.ts';
import { Moving } from './moving.ts';

const contents = document.querySelector<HTMLElement>('.w-contents');
if (contents) new Contents(contents);
const moving = document.querySelector<HTMLElement>('[data-moving]');
if (moving) new Moving(moving);
