// Words the house does not have yet: kept sealed on this device with a key only the person's own pages hold. They are
// forgotten as soon as the house has them, after a month, or when somebody throws them away.
(() => {
  "use strict";
  const doc = document;
  const box = doc.querySelector("[data-typed]");
  if (!box || !window.crypto || !crypto.subtle) return;
  const PREFIX = "typed.";
  const MONTH = 30;
  const DAY = 86400000;
  const ALIKE = new Set(["csrfmiddlewaretoken", "typed", "draft", "version"]);
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const text64 = (array) => btoa(Array.from(array, (byte) => String.fromCharCode(byte)).join(""));
  const key = crypto.subtle.importKey("raw", bytes(box.dataset.typed), "AES-GCM", false, ["encrypt", "decrypt"]);
  box.removeAttribute("data-typed");

  // The browser may refuse storage altogether; then the words live on the page only, as they did before.
  const store = (() => { try { localStorage.getItem(PREFIX); return localStorage; } catch { return null; } })();
  if (!store) return;
  const names = () => Object.keys(store).filter((name) => name.startsWith(PREFIX));
  const today = Math.floor(Date.now() / DAY);
  const fresh = () => `${PREFIX}${today}.${text64(crypto.getRandomValues(new Uint8Array(9))).replace(/[^A-Za-z0-9]/g, "0")}`;

  async function seal(name, value) {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await key, new TextEncoder().encode(JSON.stringify(value)));
    const whole = new Uint8Array(12 + sealed.byteLength);
    whole.set(iv);
    whole.set(new Uint8Array(sealed), 12);
    store.setItem(name, text64(whole));
  }
  async function open(name) {
    try {
      const whole = bytes(store.getItem(name));
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: whole.slice(0, 12) }, await key, whole.slice(12));
      return { name, ...JSON.parse(new TextDecoder().decode(plain)) };
    } catch {
      return null; // somebody else's, or damaged
    }
  }

  // All fields of a form but its files: [[name, value], …].
  const words = (form) => [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken" && name !== "typed");
  const same = (one, other) => {
    const plain = (list) => JSON.stringify(list.filter(([name]) => !ALIKE.has(name)));
    return plain(one) === plain(other);
  };

  function putBack(form, list) {
    const given = (name) => list.filter(([each]) => each === name).map(([, value]) => value);
    [...form.elements].forEach((field) => {
      if (!field.name || field.type === "file" || field.name === "csrfmiddlewaretoken" || field.name === "typed" || field.matches("button")) return;
      const values = given(field.name);
      if (field.matches("[type=checkbox],[type=radio]")) field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    });
    // What was ticked in a search that is not on the page now goes along unseen.
    const shown = new Set([...form.elements].map((field) => `${field.name}=${field.value}`));
    list.filter(([name, value]) => [...form.elements].every((field) => field.name !== name) && !shown.has(`${name}=${value}`)).forEach(([name, value]) => {
      const field = doc.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.append(field);
    });
    form.dispatchEvent(new Event("input", { bubbles: true }));
    form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  const forms = [...doc.querySelectorAll("form[data-careful]")].map((form) => {
    const mark = doc.createElement("input");
    Object.assign(mark, { type: "hidden", name: "typed", value: fresh() });
    form.append(mark);
    const own = { form, mark, before: words(form), timer: 0, gone: false };
    own.keep = () => {
      clearTimeout(own.timer);
      own.timer = 0;
      const value = { path: location.pathname, title: doc.title.split(" · ")[0], at: Date.now(), words: words(form) };
      seal(mark.value, value).then(() => {
        if (own.gone) store.removeItem(mark.value);
        else doc.body.dataset.lost = box.dataset.sealed;
      }, () => {});
    };
    const note = () => { own.gone = false; if (!own.timer) own.timer = setTimeout(own.keep, 300); };
    form.addEventListener("input", note);
    form.addEventListener("change", note);
    form.addEventListener("typed:saved", () => { own.gone = true; clearTimeout(own.timer); own.timer = 0; store.removeItem(mark.value); });
    return own;
  });
  doc.addEventListener("visibilitychange", () => { if (doc.hidden) forms.forEach((own) => { if (own.timer) own.keep(); }); });

  function line(entry, own) {
    const row = box.querySelector("template").content.firstElementChild.cloneNode(true);
    const link = row.querySelector("a");
    const said = entry.words.filter(([name, value]) => value.trim() && !ALIKE.has(name)).map(([, value]) => value);
    link.textContent = entry.title;
    link.href = entry.path;
    const when = new Date(entry.at).toLocaleString(doc.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" });
    row.querySelector(".sub").textContent = when;
    row.querySelector("[data-typed-words]").textContent = said.join("\n\n");
    const done = () => { row.remove(); if (!box.querySelector("[data-typed-list] li")) box.hidden = true; };
    const back = row.querySelector("[data-typed-back]");
    back.hidden = !own;
    back.addEventListener("click", () => {
      own.mark.value = entry.name;
      putBack(own.form, entry.words);
      done();
      own.form.scrollIntoView({ block: "start" });
    });
    row.querySelector("[data-typed-away]").addEventListener("click", () => { store.removeItem(entry.name); done(); });
    box.querySelector("[data-typed-list]").append(row);
    box.hidden = false;
  }

  // A page as the house shows it now; none when one has signed out or may not see it.
  async function shown(path) {
    try {
      const answer = await fetch(path, { cache: "no-store" });
      return answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    } catch {
      return null;
    }
  }
  async function isThere(entry) {
    const page = await shown(entry.path);
    const form = page && page.querySelector("form[data-careful]");
    return Boolean(form) && same(entry.words, words(form));
  }
  const forget = (from) => ((from && from.dataset.arrived) || "").split(" ").filter(Boolean).forEach((name) => store.removeItem(name));
  const mine = async () => (await Promise.all(names().map(open))).filter(Boolean);

  async function look() {
    forget(box);
    names().filter((name) => today - Number(name.split(".")[1]) > MONTH).forEach((name) => store.removeItem(name));
    if (!(await mine()).length) return;
    // What the page before sent along while it was left may still be on its way.
    await new Promise((go) => { setTimeout(go, 1500); });
    const now = await shown(location.href);
    forget(now && now.querySelector("[data-arrived]"));
    for (const entry of await mine()) {
      const own = forms.find(() => entry.path === location.pathname);
      const unsaved = own && "unsaved" in own.form.dataset;
      if (own && entry.name === own.mark.value) continue;
      if (unsaved && same(entry.words, own.before)) own.mark.value = entry.name; // shown again with what was typed
      else if (!unsaved && (await isThere(entry))) store.removeItem(entry.name);
      else line(entry, own);
    }
  }
  look();
})();
