// Small conveniences on top of pages that work without them. No inline code, no eval, nothing kept in the browser.
(() => {
  "use strict";
  const doc = document;
  const root = doc.documentElement;
  const all = (selector, from = doc) => [...from.querySelectorAll(selector)];

  // Shows what only works with a script, checks forms on the server only, focuses the list of errors.
  function enliven(from) {
    all("[data-copy],[data-print],[data-close],[data-needs-script]", from).forEach((el) => { el.hidden = false; });
    if (navigator.share) all("[data-share]", from).forEach((el) => { el.hidden = false; });
    all("form", from).forEach((form) => { form.noValidate = true; });
    const summary = from.querySelector("[data-focus]");
    if (summary) summary.focus();
    all("[data-bulk]", from).forEach(countTicks);
    all(".tabs [aria-current], .steps [aria-current]", from).forEach((tab) => { tab.parentElement.scrollLeft = tab.offsetLeft - 40; });
  }

  // The printed pages beside the text follow what is being read.
  const sheets = doc.querySelector("[data-sheets]");
  if (sheets && "IntersectionObserver" in window) {
    const seen = new IntersectionObserver((entries) => {
      const first = entries.filter((entry) => entry.isIntersecting)[0];
      const sheet = first && doc.getElementById(first.target.dataset.sheet);
      if (sheet && getComputedStyle(sheets).position === "sticky") sheets.scrollTo({ top: sheet.offsetTop - sheets.offsetTop });
    }, { rootMargin: "-15% 0px -60% 0px" });
    all("[data-sheet]").forEach((el) => seen.observe(el));
  }

  // Copying: the button itself says that it worked.
  async function copy(button) {
    const label = button.querySelector("span") || button;
    const before = label.textContent;
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const area = doc.createElement("textarea");
      area.value = button.dataset.copy;
      area.className = "vh";
      doc.body.append(area);
      area.select();
      doc.execCommand("copy");
      area.remove();
      button.focus();
    }
    label.textContent = button.dataset.copied || before;
    label.setAttribute("role", "status");
    setTimeout(() => { label.textContent = before; label.removeAttribute("role"); }, 2500);
  }

  // Ticked rows: how many, and whether 'all of them' is meant.
  function boxes(bar) {
    const form = bar.closest("form");
    return form ? all(`input[type=checkbox][name="${bar.dataset.bulk}"]`, form) : [];
  }
  function countTicks(bar) {
    const shown = bar.querySelector("[data-bulk-count]");
    const ticked = boxes(bar).filter((box) => box.checked).length;
    if (!shown.dataset.none) shown.dataset.none = shown.textContent;
    bar.classList.toggle("on", ticked > 0);
    shown.textContent = ticked ? shown.dataset.words.replace("[n]", ticked) : shown.dataset.none;
  }

  doc.addEventListener("click", (event) => {
    const at = (selector) => event.target.closest(selector);
    const copied = at("[data-copy]");
    if (copied) copy(copied);
    const shared = at("[data-share]");
    if (shared) navigator.share({ text: shared.dataset.share }).catch(() => {});
    if (at("[data-print]")) window.print();
    const close = at("[data-close]");
    if (close) close.closest("[data-toast]").remove();
    all("details[data-menu][open]").forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
    const link = at("[data-focus] a");
    const field = link && doc.getElementById(link.hash.slice(1));
    if (field) {
      const target = field.matches("input,select,textarea,button") ? field : field.querySelector("input,select,textarea") || field;
      target.focus();
      target.scrollIntoView({ block: "center" });
      event.preventDefault();
    }
  });

  // A file dropped anywhere goes into the field it was meant for; the browser never leaves the page for it.
  const carriesFile = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  function fieldFor(target) {
    const near = target.closest("form");
    const fields = all("input[type=file]:not(:disabled)", near && near.querySelector("input[type=file]") ? near : doc);
    return fields.length === 1 ? fields[0] : fields.find((field) => !field.files.length);
  }
  doc.addEventListener("dragover", (event) => { if (carriesFile(event) && !event.target.matches("input[type=file]")) event.preventDefault(); });
  doc.addEventListener("drop", (event) => {
    if (!carriesFile(event) || event.target.matches("input[type=file]")) return;
    event.preventDefault();
    const field = fieldFor(event.target);
    if (!field) return;
    const taken = new DataTransfer();
    [...event.dataTransfer.files].slice(0, field.multiple ? undefined : 1).forEach((file) => taken.items.add(file));
    field.files = taken.files;
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.focus();
  });

  doc.addEventListener("change", (event) => {
    const el = event.target;
    // A second form on the page says what was ticked in the first.
    all("[data-like]").forEach((twin) => { if (twin.dataset.like === el.id) twin.value = el.checked ? "on" : ""; });
    const form = el.closest("form");
    if (form) all("[data-bulk]", form).forEach(countTicks);
  });

  // Words the house does not have yet. Leaving the page sends them along; where the line is dead, the browser asks first.
  const typed = new Map();
  doc.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && "careful" in form.dataset) typed.set(form, { at: performance.now(), lost: false });
  });
  doc.addEventListener("htmx:beforeRequest", (event) => { event.detail.elt.askedAt = performance.now(); });
  // An answer from another address is the sign-in page: nothing was saved, and it has no place in this one.
  const path = (text) => (text || "").split("?")[0];
  const astray = ({ pathInfo, xhr }) => Boolean(xhr && xhr.responseURL) && path(pathInfo.responsePath) !== path(pathInfo.requestPath);
  doc.addEventListener("htmx:beforeSwap", (event) => { if (astray(event.detail)) event.detail.shouldSwap = false; });
  doc.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt;
    if (!form.matches("form[data-careful]")) return;
    const saved = event.detail.successful && !astray(event.detail);
    const words = typed.get(form);
    if (saved && (!words || words.at <= form.askedAt)) {
      typed.delete(form);
      form.dispatchEvent(new Event("typed:saved"));
    }
    if (saved) signedOut(false);
    else if (words) words.lost = true;
    const status = event.detail.xhr ? event.detail.xhr.status : 0;
    if (!saved && status) comeBack(form);
  });
  window.addEventListener("beforeunload", (event) => {
    const stay = ([form, words]) => words.lost || !navigator.onLine || !form.hasAttribute("hx-post");
    if ([...typed].some(stay)) event.preventDefault();
  });
  window.addEventListener("pagehide", () => {
    typed.forEach((_words, form) => {
      const url = form.getAttribute("hx-post");
      const body = new FormData(form);
      body.append("leaving", "1");
      if (url) fetch(url, { method: "POST", body, keepalive: true });
    });
    typed.clear();
  });

  // Whether the house still knows who is here; the answer is a token that works if one signed in anew, and nothing else.
  async function stillIn() {
    const asked = `${doc.body.dataset.here}?page=${encodeURIComponent(location.pathname)}`;
    const answer = await fetch(asked, { cache: "no-store", signal: AbortSignal.timeout(8000) });
    if (answer.redirected) return false;
    if (answer.ok) {
      const token = await answer.text();
      all("[name=csrfmiddlewaretoken]").forEach((field) => { field.value = token; });
      doc.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": token }));
    }
    return true;
  }
  const out = doc.getElementById("signed-out");
  function signedOut(is) { if (out) out.hidden = !is; }
  // A saving that was refused: the session has ended, or another one began in another tab. In that one it is tried once more.
  function comeBack(form) {
    if (form.dataset.again) return;
    form.dataset.again = "1";
    setTimeout(() => { delete form.dataset.again; }, 3000);
    stillIn().then((is) => { signedOut(!is); if (is && window.htmx) window.htmx.trigger(form, "change"); }, () => say(doc.body.dataset.lost));
  }

  // A press first asks whether anybody answers and still knows who is here, so that typed words never give way to another page.
  function askFirst(form, submitter) {
    form.dataset.careful = "asking";
    stillIn().then(
      (is) => {
        say("");
        signedOut(!is);
        form.dataset.careful = is ? "go" : "";
        if (is) form.requestSubmit(submitter);
      },
      () => { form.dataset.careful = ""; say(doc.body.dataset.lost); },
    );
  }

  // One press, one deed: a form that is on its way is not sent again.
  doc.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.dataset.sent && form.method === "post") { event.preventDefault(); return; }
    if (form.method === "post" && form.dataset.careful !== "go" && ("careful" in form.dataset || !navigator.onLine)) {
      event.preventDefault();
      if (form.dataset.careful !== "asking") askFirst(form, event.submitter);
      return;
    }
    if (form.dataset.careful) form.dataset.careful = "";
    typed.delete(form);
    if (form.method === "post" && !form.hasAttribute("hx-post")) {
      form.dataset.sent = "1";
      if (event.submitter) event.submitter.setAttribute("aria-busy", "true");
      setTimeout(() => { delete form.dataset.sent; if (event.submitter) event.submitter.removeAttribute("aria-busy"); }, 8000);
    }
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) { all("form[data-sent]").forEach((form) => { delete form.dataset.sent; }); all("[aria-busy=true].b").forEach((el) => el.removeAttribute("aria-busy")); }
  });

  // Keys. Single letters can be switched off, never work inside fields and not on touch screens.
  const coarse = window.matchMedia("(pointer: coarse)");
  const typing = (el) => el.matches("input,textarea,select,[contenteditable]");
  const lettersOn = () => root.dataset.keys !== "off" && !coarse.matches;
  let place = -1;

  function go(steps) {
    const stops = all("[data-stop]").filter((el) => el.offsetParent !== null);
    if (!stops.length) return;
    const focused = stops.findIndex((el) => el.contains(doc.activeElement));
    place = Math.max(0, Math.min(stops.length - 1, (focused >= 0 ? focused : place) + steps));
    const stop = stops[place];
    const target = (stop.matches("tr,li,details") && stop.querySelector(stop.matches("details") ? "summary" : "a,button")) || stop;
    if (target === stop && !stop.matches("a,button")) stop.tabIndex = -1;
    target.focus();
    stop.scrollIntoView({ block: "center" });
  }
  // Ticking by key: the row that has the focus, with Shift all from the one ticked last.
  let tickedLast = null;
  function tick(range) {
    const stop = all("[data-stop]").find((el) => el.contains(doc.activeElement));
    const box = stop && stop.querySelector("[data-tick]");
    if (!box) return false;
    const every = all("[data-tick]");
    const from = range && tickedLast ? every.indexOf(tickedLast) : every.indexOf(box);
    const to = every.indexOf(box);
    const on = range ? true : !box.checked;
    every.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((each) => { each.checked = on; });
    tickedLast = box;
    box.dispatchEvent(new Event("change", { bubbles: true }));
    return true;
  }
  function findBox() {
    return all("main input[type=search]").concat(all("[data-slash]")).find((el) => el.offsetParent !== null);
  }
  // The quote of the clause that has the focus, or of the first one in view.
  function copyHere() {
    const stops = all("[data-stop]").filter((el) => el.querySelector("[data-copy]"));
    const stop = stops.find((el) => el.contains(doc.activeElement)) || stops.find((el) => el.getBoundingClientRect().bottom > 120);
    if (!stop) return;
    stop.querySelectorAll("details").forEach((fold) => { fold.open = true; });
    copy(stop.querySelector("[data-copy]"));
  }
  // What a letter presses: in the stop that has the focus if it is there, else the first one on the page.
  function press(key) {
    const fits = all("[data-key]").filter((each) => each.dataset.key === key && each.offsetParent !== null);
    const stop = all("[data-stop]").find((each) => each.contains(doc.activeElement));
    const el = (stop && fits.find((each) => stop.contains(each))) || fits[0];
    if (!el) return false;
    el.click();
    const field = el.matches("summary") && el.parentElement.open && el.parentElement.querySelector("textarea,input:not([type=hidden])");
    if (field) field.focus();
    return true;
  }

  doc.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      const open = all("details[data-menu][open]").pop();
      if (open) { open.open = false; open.querySelector("summary").focus(); }
      else if (typing(event.target) && doc.querySelector("[data-key]")) event.target.blur(); // the letters are keys again
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      const box = findBox();
      if (box) { event.preventDefault(); box.focus(); box.select(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target) || !lettersOn()) return;
    if (event.key === "/") {
      const box = findBox();
      if (box) { event.preventDefault(); box.focus(); }
    } else if (event.key === "?") {
      const link = doc.querySelector("[data-keys-help]");
      if (link) link.click();
    } else if (event.key === "j" || event.key === "k") {
      go(event.key === "j" ? 1 : -1);
    } else if (root.dataset.view === "projector" && /^Arrow(Right|Left|Down|Up)$/.test(event.key)) {
      event.preventDefault();
      go(/Right|Down/.test(event.key) ? 1 : -1);
    } else if (event.key.toLowerCase() === "x" && tick(event.shiftKey)) {
      event.preventDefault();
    } else if (/^[a-z]$/.test(event.key) && press(event.key)) {
      event.preventDefault();
    } else if (event.key === "c") {
      copyHere();
    } else if (event.key === "n") {
      go(1);
    }
  });

  // A connection that died while something was being saved is said aloud, and taken back when it works again.
  const lost = doc.getElementById("lost");
  function say(text) {
    if (!lost) return;
    lost.querySelector("span").textContent = text;
    lost.hidden = !text;
  }
  doc.addEventListener("htmx:sendError", () => say(doc.body.dataset.lost));
  doc.addEventListener("htmx:timeout", () => say(doc.body.dataset.lost));
  doc.addEventListener("htmx:afterOnLoad", () => { if (lost && !lost.hidden) say(""); });
  doc.addEventListener("htmx:load", (event) => enliven(event.detail.elt));

  // A session that ends soon says so: the page asks the server nothing, it only counts.
  const session = doc.querySelector("[data-session-seconds]");
  let clock;
  function wind() {
    if (!session) return;
    clearTimeout(clock);
    session.hidden = true;
    clock = setTimeout(() => { session.hidden = false; }, Math.max(0, Number(session.dataset.sessionSeconds) - 300) * 1000);
  }
  doc.addEventListener("htmx:afterRequest", (event) => { if (event.detail.successful) wind(); });
  wind();

  // htmx notes the last address, which may hold the words of a search; nothing is left behind.
  const forget = () => { try { window.sessionStorage.removeItem("htmx-current-path-for-history"); } catch { /* storage is off */ } };
  window.addEventListener("load", forget);
  window.addEventListener("pagehide", forget);

  enliven(doc);
})();
