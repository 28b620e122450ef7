(() => {
  "use strict";
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const parts = [...document.querySelectorAll("[data-clause]")].map((el) => ({ el, text: plain(el.textContent) }));
  const box = document.getElementById("q");
  const said = document.getElementById("said");
  const contents = document.querySelector("nav");
  const look = () => {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const part of parts) {
      const fits = words.every((word) => part.text.includes(word));
      part.el.hidden = !fits;
      found += fits ? 1 : 0;
    }
    contents.hidden = words.length > 0;
    said.textContent = words.length ? said.dataset.found.replace("%", found) : "";
  };
  box.addEventListener("input", look);
  const until = document.body.dataset.until;
  if (until && new Date().toISOString().slice(0, 10) > until) document.getElementById("old").hidden = false;
})();
