/** The part of an address that says whose site it is. */
function siteOf(address: string): string {
  return address.replace(/^https:\/\/(?:[^/@]*@)?([^/:?#]+).*$/i, '$1');
}

/** Loads another site's page only once the learner asks for it; where the host forbids frames, the link is left. */
export function mount(root: HTMLElement): void {
  const link = root.querySelector('a') as HTMLAnchorElement;
  const button = root.querySelector('.embed-load') as HTMLButtonElement;
  const one = (name: string): HTMLElement => root.querySelector(`.embed-${name}`) as HTMLElement;
  const [ask, site, blocked] = [one('ask'), one('site'), one('blocked')];
  /** Says what is true now: nothing was loaded yet, or the site has seen who looks. */
  const tell = (loaded: boolean): void => {
    one('before').hidden = loaded;
    one('after').hidden = !loaded;
  };
  site.textContent = `(${siteOf(link.href)})`;
  button.hidden = false;
  // A strict policy of the host refuses a foreign frame without a word to the page but this.
  document.addEventListener('securitypolicyviolation', ({ blockedURI }) => {
    const frame = root.querySelector('iframe');
    if (!frame || siteOf(blockedURI) !== siteOf(link.href)) return;
    frame.remove();
    tell(false);
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
    tell(true);
    frame.tabIndex = -1;
    frame.focus();
  };
}
