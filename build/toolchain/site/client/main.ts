import { Contents } from './contents.ts';

const contents = document.querySelector<HTMLElement>('.w-contents');
if (contents) new Contents(contents);
