import { useEffect, useRef } from 'preact/hooks';
import { type Sandbox, sandboxIn } from '../play/sandbox.ts';
import { absolute, type StudioSettings } from '../settings.ts';
import type { FromPaper, ToPaper } from './paper-messages.ts';

/** A number that rises to print what is shown. */
export type PrintOrder = number;

/** Shows a finished document in a frame that can reach nothing of the studio. Its script may run and print, no more. */
export function Paper({
  settings,
  html,
  title,
  print = 0,
  onLink,
}: {
  readonly settings: StudioSettings;
  readonly html: string;
  readonly title: string;
  readonly print?: PrintOrder;
  onLink?(href: string): void;
}) {
  const frame = useRef<HTMLIFrameElement>(null);
  const sandbox = useRef<Sandbox | null>(null);
  // Each document gets a frame of its own: the policy of one would hold for the next.
  const written = useRef({ html, count: 0 });
  if (written.current.html !== html) written.current = { html, count: written.current.count + 1 };
  const follow = useRef(onLink);
  follow.current = onLink;
  const send = (message: ToPaper): void => {
    // An opaque origin has no name that could be given here.
    sandbox.current?.window?.postMessage(message, '*');
  };
  useEffect(() => {
    const take = ({ source, data }: MessageEvent<FromPaper>): void => {
      if (!sandbox.current || source !== sandbox.current.window) return;
      if (data.kind === 'link') follow.current?.(data.href);
      else send({ kind: 'show', html });
    };
    addEventListener('message', take);
    const { current: outer } = frame;
    if (outer)
      void sandboxIn(outer, [absolute(settings.paperScript)], 'allow-scripts allow-modals', title).then((made) => {
        sandbox.current = made;
        made?.begin();
      });
    return () => removeEventListener('message', take);
  }, [html]);
  useEffect(() => {
    if (print > 0) send({ kind: 'print' });
  }, [print]);
  return <iframe key={written.current.count} ref={frame} class="s-paper" src={absolute(settings.paper)} title={title} />;
}
