/** A frame with an opaque origin. */
export interface Sandbox {
  /** Window of the sandbox; null once it is removed. */
  readonly window: Window | null;
  /** Runs its scripts. Until then it can send nothing. */
  begin(): void;
}

/** Loads a script's text; the browser or the service worker has it after the first time. */
async function scriptAt(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}

/** Writes a script into markup. */
function inlined(text: string): string {
  return `<script>${text.replace(/<(?=\/script|!--)/gi, '\\x3c')}</script>`;
}

/**
 * Makes a sandbox inside an empty page of the studio. It takes over the policy of that page, and its scripts are part of its markup:
 * a service worker gives nothing to an opaque origin, so they could not be loaded without a network.
 * @param frame with the empty page, which may still be loading
 * @param scripts addresses @param allowed the sandbox's permissions, never `allow-same-origin` @param label for screen readers
 * @returns null if the frame was removed meanwhile
 */
export async function sandboxIn(
  frame: HTMLIFrameElement,
  scripts: readonly string[],
  allowed: string,
  label: string,
): Promise<Sandbox | null> {
  const isLoaded = new Promise<void>((resolve) => frame.addEventListener('load', () => resolve(), { once: true }));
  const texts = await Promise.all(scripts.map(scriptAt));
  await isLoaded;
  const page = frame.contentDocument;
  if (!page) return null;
  const sandbox = page.createElement('iframe');
  sandbox.setAttribute('sandbox', allowed);
  sandbox.title = label;
  sandbox.style.cssText = 'position:absolute;inset:0;inline-size:100%;block-size:100%;border:0';
  // An empty page has the colours of its place, but doesn't pass them on.
  sandbox.style.colorScheme = getComputedStyle(frame).colorScheme;
  page.body.append(sandbox);
  return {
    get window() {
      return sandbox.contentWindow;
    },
    begin() {
      sandbox.srcdoc = `<!doctype html><meta charset="utf-8">${texts.map(inlined).join('')}`;
    },
  };
}
