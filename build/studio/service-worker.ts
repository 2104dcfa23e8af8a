// Service worker of the studio: after the first visit, the page works without a network.

export {};

declare const self: ServiceWorkerGlobalScope;
/** All files of the studio; set when it is built. */
declare const FILES: { readonly version: string; readonly first: readonly string[]; readonly later: readonly string[] };

const CACHE = `cartable-studio ${FILES.version}`;

/** Stores what an older version has already stored under the same name: names contain digests. */
async function copyOrFetch(cache: Cache, name: string): Promise<void> {
  const address = new URL(name, self.registration.scope).href;
  const isSame = /\.[\w-]{8,}(?:\.|\/)/.test(name);
  const known = isSame ? await caches.match(address) : undefined;
  if (known) await cache.put(address, known);
  else await cache.add(new Request(address, { cache: 'no-cache' }));
}

async function storeAll(names: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(names.map((name) => copyOrFetch(cache, name)));
}

async function removeOthers(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith('cartable-studio ') && name !== CACHE).map((name) => caches.delete(name)));
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const isPage = request.mode === 'navigate' && new URL(request.url).pathname === new URL(self.registration.scope).pathname;
  const known = await cache.match(isPage ? new URL('index.html', self.registration.scope).href : request, { ignoreSearch: true });
  return known ?? fetch(request);
}

self.addEventListener('install', (event) => {
  event.waitUntil(storeAll(FILES.first));
});
self.addEventListener('activate', (event) => {
  event.waitUntil(removeOthers().then(() => self.clients.claim()));
});
self.addEventListener('fetch', (event) => {
  const isOurs = event.request.method === 'GET' && event.request.url.startsWith(self.registration.scope);
  if (isOurs && !new URL(event.request.url).pathname.includes('/-/')) event.respondWith(answer(event.request));
});
// The page asks for the rest once it is at rest.
self.addEventListener('message', ({ data }) => {
  if (data === 'rest') void storeAll(FILES.later).catch(() => undefined);
});
