// Serves the kept contract without a network. It answers for the addresses named here and stores nothing else, ever.
"use strict";
const SHELL = "kept-shell-{{ version|escapejs }}";
const KEPT = "kept-contracts";
const FILES = [{% for url in files %}"{{ url|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const HOME = "{{ home|escapejs }}";
const TEXT = new RegExp("^{{ home|escapejs }}[-a-z0-9_]+/$", "i");

// The files of the page itself, asked for without the cookie, so that they cannot hold anything about a person.
async function install() {
  const cache = await caches.open(SHELL);
  for (const url of FILES) {
    const answer = await fetch(url, { cache: "no-store", credentials: "omit" });
    if (!answer.ok || answer.redirected) throw new Error(url);
    await cache.put(url, answer);
  }
  await self.skipWaiting();
}
async function tidy() {
  for (const name of await caches.keys()) if (name.startsWith("kept-shell-") && name !== SHELL) await caches.delete(name);
  await self.clients.claim();
}
async function from(name, path, request) {
  return (await (await caches.open(name)).match(path)) || fetch(request);
}
async function newest(request) {
  try { return await fetch(request); } catch { return (await (await caches.open(SHELL)).match(HOME)) || Response.error(); }
}
self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(tidy()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate") {
    if (TEXT.test(url.pathname)) event.respondWith(from(KEPT, url.pathname, event.request).catch(() => newest(event.request)));
    else event.respondWith(newest(event.request));
  } else if (FILES.includes(url.pathname) && event.request.cache !== "no-store") event.respondWith(from(SHELL, url.pathname, event.request));
});
