import type { FromPaper, ToPaper } from './paper-messages.ts';

// Script of the sandboxed frame that shows a finished document. Its origin is opaque: nothing of the studio can be reached from here.

/** The studio's window: between it and this one is an empty page. */
const studio = parent.parent;

function send(message: FromPaper): void {
  studio.postMessage(message, '*');
}

/** Leaves links to other documents to the page: here they lead nowhere. */
function follow(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
  const href = link?.getAttribute('href') ?? '#';
  if (href.startsWith('#')) return;
  event.preventDefault();
  send({ kind: 'link', href });
}

function show(html: string): void {
  document.open();
  document.write(html);
  document.close();
  // A document that is opened again has lost its listeners.
  listen();
}

function take({ source, data }: MessageEvent<ToPaper>): void {
  if (source !== studio) return;
  if (data.kind === 'print') print();
  else show(data.html);
}

function listen(): void {
  addEventListener('message', take);
  document.addEventListener('click', follow);
}

listen();
send({ kind: 'ready' });
