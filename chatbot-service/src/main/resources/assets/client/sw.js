// Keeps help now and the files it needs for when there is no connection. Nothing personal is kept:
// no other page ever enters the cache.
const CACHE = "handrail-help-1";
const HELP = "/help-now";

async function keep() {
  const cache = await caches.open(CACHE);
  const answer = await fetch(HELP, { cache: "no-store" });
  if (!answer.ok || answer.redirected) return;
  const page = await answer.clone().text();
  const files = [...page.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((found) => found[1]);
  const fonts = [];
  for (const file of files.filter((name) => name.includes(".css"))) {
    const style = await fetch(file);
    if (!style.ok) continue;
    const base = new URL(file, location.origin);
    for (const found of (await style.text()).matchAll(/url\("?([^")]+latin-(?:400|700)-normal\.woff2)"?\)/g)) {
      fonts.push(new URL(found[1], base).pathname);
    }
  }
  await cache.addAll([...new Set([...files, ...fonts])]);
  await cache.put(HELP, answer);
}

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

// After sign-in the page knows the clinic's region; keep that one.
self.addEventListener("message", (event) => {
  if (event.data === "refresh") event.waitUntil(keep().catch(() => {}));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname === HELP) {
    event.respondWith(helpNow(event.request));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(asset(event.request));
  } else if (event.request.mode === "navigate") {
    event.respondWith(fetch(event.request).catch(() => offline(event.request)));
  }
});

// The newest when it can be had soon, else the kept one: nobody waits for a slow line here.
async function helpNow(request) {
  const kept = await caches.match(HELP);
  if (!kept) return fetch(request);
  const slow = new Promise((resolve) => setTimeout(() => resolve(kept), 1200));
  const fresh = fetch(request).then((answer) => (answer.ok ? answer : kept));
  return Promise.race([fresh, slow]).catch(() => kept);
}

async function asset(request) {
  const kept = await caches.match(request);
  if (kept && new URL(request.url).searchParams.has("v")) return kept;
  return fetch(request).catch(async () => {
    const any = kept ?? (await caches.match(request, { ignoreSearch: true }));
    return any ?? Response.error();
  });
}

// Any other page without a connection: say so by showing the one page that is here.
async function offline() {
  return (await caches.match(HELP)) ?? Response.error();
}
