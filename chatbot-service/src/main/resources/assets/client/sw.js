// Keeps help now, and the files it needs, for when there is no connection; while somebody is signed
// in, their own safety plan too. No other page ever enters a cache, and signing out empties this one.
const CACHE = "handrail-help-1";
const OWN = "handrail-own-1";
const HELP = "/help-now";
const PLAN = "/safety-plan";

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

// The plan as it is now, whoever is signed in: it takes the place of what was kept before. Where nobody
// is, for the session was ended elsewhere, nothing stays. Asked without an answer, what was kept stays.
async function keepPlan() {
  const ask = () => fetch(PLAN, { cache: "no-store", credentials: "same-origin" });
  let answer = await ask();
  if (answer.status === 401 && answer.headers.get("Handrail-Session") === "renew") {
    const renewal = await fetch("/session/renew", { method: "POST", credentials: "same-origin" });
    if (renewal.ok) answer = await ask();
    else if (renewal.status !== 401) return;
  }
  if (answer.status === 401) await caches.delete(OWN);
  else if (answer.ok && !answer.redirected) await (await caches.open(OWN)).put(PLAN, answer);
}

// Somebody is kept here: are they still signed in?
async function check() {
  if (await caches.has(OWN)) await keepPlan();
}

self.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== CACHE && name !== OWN) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

// After sign-in the page knows the clinic's region, and whose plan it is; keep those.
self.addEventListener("message", (event) => {
  if (event.data === "refresh") {
    event.waitUntil(Promise.allSettled([keep(), keepPlan()]));
  }
  if (event.data === "check") event.waitUntil(check().catch(() => {}));
  if (event.data === "forget") event.waitUntil(caches.delete(OWN));
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method === "POST" && url.pathname === "/sign-out") {
    event.waitUntil(caches.delete(OWN));
    return;
  }
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname === HELP) {
    event.respondWith(helpNow(event.request));
  } else if (url.pathname.startsWith("/assets/")) {
    event.respondWith(asset(event.request));
  } else if (url.pathname === PLAN && event.request.mode === "navigate") {
    event.respondWith(ownPlan(event));
  } else if (event.request.mode === "navigate") {
    event.respondWith(page(event));
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

// What the service says, and what it said last when it cannot be asked. A plan that was just saved,
// or one behind a sign-in, is never shown from here.
async function ownPlan(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.type === "opaqueredirect") event.waitUntil(check().catch(() => {}));
    if (answer.ok && !answer.redirected) {
      const copy = answer.clone();
      event.waitUntil(caches.open(OWN).then((cache) => cache.put(PLAN, copy)));
    }
    return answer.status < 500 ? answer : ((await caches.match(PLAN)) ?? answer);
  } catch {
    return (await caches.match(PLAN)) ?? offline();
  }
}

// Led elsewhere is most often led to the sign-in.
async function page(event) {
  try {
    const answer = await fetch(event.request);
    if (answer.type === "opaqueredirect") event.waitUntil(check().catch(() => {}));
    return answer;
  } catch {
    return offline();
  }
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
