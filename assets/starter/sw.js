// Keeps the page for visits without a network: the whole of one build, or nothing.
//
// bundle/ writes the build and its files into the next two lines. A page only ever gets files of the build that its
// index.html is from: their names carry the hash of their content, index.html comes from this build's own store, and what
// is stored is checked against the hashes when it arrives. A new build is stored beside the old one and waits until no page
// of the old one is open, or until the reader asks for it.

const BUILD = "none";
const FILES = {};

/** One host may serve several folders, each with an Inward of its own. */
const FAMILY = `inward ${registration.scope} `;
const STORE = FAMILY + BUILD;

const ofThisFamily = async () => (await caches.keys()).filter((name) => name.startsWith(FAMILY));

async function storeEverything() {
  const store = await caches.open(STORE);
  await Promise.all(
    Object.entries(FILES).map(async ([name, integrity]) => {
      // What carries its hash may come from the browser's own cache; the others are asked for again.
      const cache = /-[0-9a-f]{16}\./.test(name) ? "default" : "no-cache";
      const response = await fetch(new Request(name, { integrity, cache }));
      if (!response.ok) throw new Error(`${name}: ${response.status}`);
      await store.put(name, response);
    }),
  );
}

/** A page of the build before may still be open: its files stay until the next one comes. */
async function forgetOldBuilds() {
  const older = (await ofThisFamily()).filter((name) => name !== STORE);
  const open = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const kept = open.length > 0 ? older.slice(-1) : [];
  await Promise.all(older.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
}

const isThePage = (request) => request.mode === "navigate" && ["", "index.html"].includes(new URL(request.url).pathname.slice(new URL(registration.scope).pathname.length));

/** The table that whoever deploys the page may put beside it, and change at any time: it belongs to no build. */
const SITE_TABLE = new URL("data/projects.csv", registration.scope).href;

/** As it is on the host; without a network there is none, which the page takes for an empty one. */
const siteTable = (request) => fetch(request).catch(() => new Response(""));

async function answer(request) {
  if (request.url === SITE_TABLE) return siteTable(request);
  const options = { ignoreSearch: true, ignoreVary: true };
  if (isThePage(request)) {
    const page = await caches.match("./", { ...options, cacheName: STORE });
    return page ?? fetch(request);
  }
  for (const cacheName of [STORE, ...(await ofThisFamily())]) {
    const stored = await caches.match(request, { ...options, cacheName });
    if (stored) return stored;
  }
  return fetch(request);
}

addEventListener("install", (event) => event.waitUntil(storeEverything()));
addEventListener("activate", (event) => event.waitUntil(forgetOldBuilds().then(() => clients.claim())));
addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
  if (event.data === "which build") event.ports[0].postMessage(BUILD);
});
addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method === "GET" && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});
