// The pocket contract's own search, and whether its text may be out of date today. Reads the page, keeps nothing.
(() => {
  "use strict";
  const doc = document;
  const body = doc.body;
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’‘]/g, "'").toLowerCase();
  const label = (text) => plain(text).replace(/^(articles?|art|sections?|sec|articulo|seccion)\b\.?\s*/, "").replace(/\s*(sections?|sec|seccion)\b\.?\s*|[\s.()\-]+/g, ".").replace(/^\.+|\.+$/g, "");
  const stem = (word) => (word.length > 5 ? word.replace(/(ies|ied|ing|ed|es|s)$/, "") : word.length > 3 ? word.replace(/s$/, "") : word);
  const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const most = 60;

  // Out of date: compared with the phone's own day when the page is opened.
  const now = new Date();
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  const { from, until, superseded } = body.dataset;
  const says = superseded && day >= superseded ? "old-superseded" : until && day > until ? "old-expired" : from && day < from ? "old-early" : "";
  if (says) doc.getElementById(says).hidden = false;

  const box = doc.getElementById("q");
  if (!box) return;
  const list = doc.getElementById("hits");
  const said = doc.getElementById("said");
  let units = null;

  // The words in force of a part of the page: superseded ones are shown, but never found.
  function inForce(el) {
    if (!el.querySelector("del")) return el.textContent;
    const copy = el.cloneNode(true);
    copy.querySelectorAll("del, .was").forEach((gone) => gone.remove());
    return copy.textContent;
  }

  // Every clause once; a section also with the words of its parts, for words that stand apart from each other.
  function read() {
    let section = null;
    units = [...doc.querySelectorAll("[data-c]")].map((el) => {
      const unit = { el, name: el.dataset.c, label: label(el.dataset.l || ""), head: plain(el.dataset.c), text: plain(inForce(el)), whole: null };
      if (!el.classList.contains("part")) { section = unit; unit.whole = [unit.text]; } else if (section) section.whole.push(unit.text);
      return unit;
    });
    units.forEach((unit) => { if (unit.whole) unit.whole = unit.whole.join(" "); });
  }

  // Every word of the page with how often it stands there, made when a word is first asked for that is in none.
  let known = null;
  const split = (text) => plain(text).split(/[^\p{L}\p{N}$%']+/u).filter(Boolean);
  function vocabulary() {
    if (known) return known;
    known = new Map();
    for (const unit of units) for (const word of split(unit.text)) if (word.length > 3 && !/\d/.test(word)) known.set(word, (known.get(word) || 0) + 1);
    return known;
  }

  // How many letters are wrong, left out, added or changed places; more than `most` counts as too many.
  function apart(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [], row = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min(...next) > most) return most + 1;
      before = row; row = next;
    }
    return row[b.length];
  }

  // The nearest word that does stand on the page, for one that does not: one letter off, two in a long word.
  function nearest(word) {
    const most = word.length > 7 ? 2 : 1;
    let best = "", least = most + 1, often = 0;
    for (const [other, times] of vocabulary()) {
      if (other[0] !== word[0] && other[1] !== word[1]) continue;
      const off = apart(word, other, most);
      if (off < least || (off === least && off <= most && times > often)) { best = other; least = off; often = times; }
    }
    return best;
  }

  // The question with misspelt words put right; the same question when all its words are on the page. An everyday word
  // that the agreement says otherwise ("boss") is no slip of another ("loss").
  function righted(asked) {
    const spelt = new Set([...box.dataset.silent.split(" "), ...split(box.dataset.everyday)]);
    return split(asked).map((word) => {
      if (word.length < 4 || /\d/.test(word) || spelt.has(word)) return word;
      const test = new RegExp("(^|[^\\p{L}\\p{N}])" + escaped(stem(word)), "u");
      return units.some((unit) => test.test(unit.text)) ? word : nearest(word) || word;
    }).join(" ");
  }

  function find(asked) {
    const phrase = plain(asked.replace(/["“”]/g, "").trim());
    const words = [...new Set(phrase.split(/[^\p{L}\p{N}$%']+/u).filter(Boolean).map(stem))];
    const wanted = label(phrase);
    if (!words.length) return { hits: [], words };
    const tests = words.map((word) => new RegExp("(^|[^\\p{L}\\p{N}])" + escaped(word), "u"));
    const all = (text) => tests.every((test) => test.test(text));
    const scored = [];
    units.forEach((unit, at) => {
      let score = 0;
      if (unit.label && unit.label === wanted) score = 1000;
      else if (all(unit.text)) score = 100 + (unit.text.includes(phrase) ? 60 : 0) + 40 * tests.filter((test) => test.test(unit.head)).length - Math.min(30, unit.text.length / 200);
      else if (unit.whole && all(unit.whole)) score = 50 + 40 * tests.filter((test) => test.test(unit.head)).length;
      if (score) scored.push([score, at]);
    });
    scored.sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    return { hits: scored.map(([, at]) => units[at]), words };
  }

  // When no clause holds every word: those that hold the most telling of them, or what agreements call them.
  function loosely(asked) {
    const silent = new Set(box.dataset.silent.split(" "));
    const said = split(asked);
    const spoken = " " + said.map(stem).join(" ") + " ";
    const things = said.filter((word) => !silent.has(word)).map((word) => [[stem(word)]]);
    for (const line of box.dataset.everyday.split("\n")) {
      const [everyday, ways] = line.split(":");
      if (ways && everyday.split(",").some((key) => spoken.includes(" " + split(key).map(stem).join(" ") + " ")))
        things.push(ways.split(",").map((way) => split(way).filter((word) => !silent.has(word)).map(stem)).filter((way) => way.length));
    }
    const whole = units.filter((unit) => unit.whole);
    const scores = whole.map(() => 0);
    for (const ways of things) {
      const best = whole.map(() => 0);
      for (const way of ways) {
        const tests = way.map((word) => new RegExp("(^|[^\\p{L}\\p{N}])" + escaped(word), "u"));
        const held = whole.map((unit) => tests.every((test) => test.test(unit.whole)));
        const worth = Math.log(1 + whole.length / (1 + held.filter(Boolean).length));
        held.forEach((yes, at) => { if (yes) best[at] = Math.max(best[at], worth * (tests.every((test) => test.test(whole[at].head)) ? 2 : 1)); });
      }
      best.forEach((worth, at) => { scores[at] += worth; });
    }
    const order = whole.map((unit, at) => at).filter((at) => scores[at] > 0).sort((a, b) => scores[b] - scores[a] || a - b);
    return { hits: order.slice(0, 20).map((at) => whole[at]), words: [...new Set(things.flat(2))] };
  }

  // A line of the clause around the first word, with the words marked; text only, never markup.
  function passage(unit, words) {
    const text = unit.el.querySelector(".w") ? [...unit.el.querySelectorAll(".w")].map(inForce).join(" ") : "";
    const low = plain(text);
    const test = new RegExp("(?<![\\p{L}\\p{N}])(?:" + words.map(escaped).join("|") + ")[\\p{L}\\p{N}']*", "gu");
    const same = low.length === text.length;
    const first = same ? low.search(test) : -1;
    const start = Math.max(0, first < 60 ? 0 : text.lastIndexOf(" ", first - 40) + 1);
    const end = text.length <= start + 160 ? text.length : text.lastIndexOf(" ", start + 160);
    const out = doc.createElement("span");
    let at = start;
    if (start) out.append("… ");
    if (same) for (const match of low.slice(0, end).matchAll(test)) {
      if (match.index < start) continue;
      out.append(text.slice(at, match.index));
      const mark = doc.createElement("mark");
      mark.textContent = text.slice(match.index, match.index + match[0].length);
      out.append(mark);
      at = match.index + match[0].length;
    }
    out.append(text.slice(at, Math.max(at, end)) + (end < text.length ? " …" : ""));
    return out;
  }

  function show() {
    if (!units) read();
    let strict = find(box.value);
    let asked = box.value;
    if (!strict.hits.length && strict.words.length && (asked = righted(asked)) !== split(box.value).join(" ")) strict = find(asked);
    const { hits, words } = strict.hits.length || !strict.words.length ? strict : loosely(asked);
    const rows = hits.slice(0, most).map((unit) => {
      const row = doc.createElement("li");
      const link = doc.createElement("a");
      const name = doc.createElement("b");
      link.href = "#" + unit.el.id;
      name.textContent = unit.name;
      link.append(name, passage(unit, words));
      row.append(link);
      return row;
    });
    list.replaceChildren(...rows);
    list.hidden = !rows.length;
    const instead = asked === box.value || split(asked).join(" ") === split(box.value).join(" ") ? "" : said.dataset.instead.replace("%", asked) + " ";
    said.textContent = !words.length ? "" : instead + (hits.length === 1 ? said.dataset.one : hits.length ? said.dataset.many.replace("%", hits.length) : said.dataset.none);
  }

  let waiting = 0;
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 80); });
  box.form.addEventListener("submit", (event) => { event.preventDefault(); show(); const first = list.querySelector("a"); if (first) first.click(); });
  list.addEventListener("click", (event) => { if (event.target.closest("a")) { list.hidden = true; said.textContent = ""; } });
  doc.addEventListener("keydown", (event) => { if (event.key === "Escape" && !list.hidden) { list.hidden = true; box.focus(); } });
  doc.querySelector("nav").addEventListener("click", (event) => { if (event.target.closest("a")) event.target.closest("details").open = false; });
})();
