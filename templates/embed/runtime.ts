import type { Markup } from '../../src/player/frame/mount.ts';

type Named = 'ask' | 'site' | 'blocked' | 'before' | 'after';
type Parts = Record<`.embed-${Named}`, HTMLElement> & { readonly a: HTMLAnchorElement; readonly '.embed-load': HTMLButtonElement };

/** Returns the part of an address that identifies its site. */
function siteOf(address: string): string {
  return address.replace(/^https:\/\/(?:[^/@]*@)?([^/:?#]+).*$/i, '$1');
}

/** Loads another site's page only when the learner asks for it; if the host forbids frames, only the link stays. */
export function mount(root: Markup<Parts>): void {
  const link = root.querySelector('a');
  const button = root.querySelector('.embed-load');
  const one = (name: Named): HTMLElement => root.querySelector(`.embed-${name}`);
  const [ask, site, blocked] = [one('ask'), one('site'), one('blocked')];
  /** Shows whether the site was loaded, which reveals the learner to it. */
  const showNotice = (loaded: boolean): void => {
    one('before').hidden = loaded;
    one('after').hidden = !loaded;
  };
  site.textContent = `(${siteOf(link.href)})`;
  button.hidden = false;
  // This event is the only sign that a strict policy of the host refused the frame.
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    const frame = root.querySelector('iframe');
    if (!frame || siteOf(blockedURI) !== siteOf(link.href)) return;
    frame.remove();
    showNotice(false);
    blocked.hidden = false;
    link.focus();
  });
  button.onclick = () => {
    const frame = document.createElement('iframe');
    frame.className = 'embed-frame';
    frame.title = root.querySelector('.embed-title')?.textContent ?? '';
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-popups');
    frame.referrerPolicy = 'no-referrer';
    frame.src = link.href;
    button.hidden = true;
    ask.before(frame);
    showNotice(true);
    frame.tabIndex = -1;
    frame.focus();
  };
}
