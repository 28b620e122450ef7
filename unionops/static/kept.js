// Keeps the contract on this phone when somebody asks for it: copies into the browser's cache, nothing else anywhere.
(() => {
  "use strict";
  const doc = document;
  const KEPT = "kept-contracts";
  const SHELL = "kept-shell-";
  const all = (selector, from = doc) => [...from.querySelectorAll(selector)];
  const able = "serviceWorker" in navigator && "caches" in window && window.isSecureContext;
  const when = (text) => new Date(text).toLocaleDateString(doc.documentElement.lang || undefined, { day: "numeric", month: "long", year: "numeric" });
  const head = (answer, name) => decodeURIComponent(answer.headers.get(name) || "");

  // A copy is only what the house itself sent for this very address, not a page of signing in.
  async function fetched(url) {
    const answer = await fetch(url, { cache: "no-store" });
    if (!answer.ok || answer.redirected || !answer.headers.get("X-Pocket-Stamp")) throw new Error(String(answer.status));
    return answer;
  }

  async function keep(url, worker) {
    const answer = await fetched(url);
    await navigator.serviceWorker.register(worker, { scope: "/", updateViaCache: "none" });
    await navigator.serviceWorker.ready;
    await (await caches.open(KEPT)).put(url, answer);
    if (navigator.storage && navigator.storage.persist) await navigator.storage.persist();
  }

  // The last copy taken away ends the worker and its files too.
  async function remove(url) {
    const cache = await caches.open(KEPT);
    await cache.delete(url);
    if ((await cache.keys()).length) return;
    for (const name of await caches.keys()) if (name === KEPT || name.startsWith(SHELL)) await caches.delete(name);
    for (const found of await navigator.serviceWorker.getRegistrations()) await found.unregister();
  }

  async function copy(url) {
    return able && (await caches.has(KEPT)) ? (await caches.open(KEPT)).match(url) : undefined;
  }

  // The card on the pocket page and the line on the kept page: what is kept, since when, whether it changed.
  async function card(el) {
    const { url, worker, stampUrl } = el.dataset;
    const part = (name) => el.querySelector(`[data-when="${name}"]`);
    const show = (...names) => all("[data-when]", el).forEach((one) => { one.hidden = !names.includes(one.dataset.when); });
    async function look() {
      if (!able) return show("unable");
      const held = await copy(url);
      if (!held) return show("free");
      const saved = el.querySelector("[data-saved]");
      if (saved) saved.textContent = when(head(held, "X-Pocket-Made"));
      show("kept");
      try {
        const answer = await fetch(stampUrl, { cache: "no-store" });
        if (answer.ok && !answer.redirected && (await answer.json()).stamp !== head(held, "X-Pocket-Stamp")) show("kept", "changed");
      } catch { /* without a network the copy stays as it is */ }
    }
    el.addEventListener("click", async (event) => {
      const deed = event.target.closest("[data-deed]");
      if (!deed) return;
      deed.disabled = true;
      try {
        if (deed.dataset.deed === "remove") await remove(url); else await keep(url, worker);
        if (deed.dataset.deed === "update" && part("reload")) location.reload();
        await look();
      } catch { show(...((await copy(url)) ? ["kept"] : ["free"]), "failed"); }
      deed.disabled = false;
    });
    await look();
  }

  // The list of what is kept, drawn from the copies themselves.
  async function shelf(el) {
    const held = able && (await caches.has(KEPT)) ? await caches.open(KEPT) : null;
    const keys = held ? await held.keys() : [];
    el.replaceChildren(...(await Promise.all(keys.map(async (key) => {
      const answer = await held.match(key);
      const row = doc.getElementById("kept-row").content.cloneNode(true);
      const link = row.querySelector("a");
      link.href = new URL(key.url).pathname;
      link.textContent = head(answer, "X-Pocket-Title");
      row.querySelector("[data-saved]").textContent = when(head(answer, "X-Pocket-Made"));
      row.querySelector("button").addEventListener("click", async () => { await remove(new URL(key.url).pathname); shelf(el); });
      return row;
    }))));
    doc.getElementById("kept-none").hidden = keys.length > 0;
  }

  all("[data-keep]").forEach(card);
  all("[data-shelf]").forEach(shelf);
})();
