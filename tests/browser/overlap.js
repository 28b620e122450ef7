// Texts of this page that lie one over the other: ["words / words"]. What is clipped, hidden or stuck to the window is left out.
() => {
  const clips = new Map();
  const everything = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };
  const meet = (a, b) => ({
    left: Math.max(a.left, b.left), top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom),
  });
  // What an element lets be seen of the things within it; null where they float over the page.
  const clip = (element) => {
    if (!element) return everything;
    if (!clips.has(element)) {
      const style = getComputedStyle(element);
      const above = clip(element.parentElement);
      const floats = ['fixed', 'sticky', 'absolute'].includes(style.position);
      const cut = style.overflow !== 'visible' ? element.getBoundingClientRect() : everything;
      clips.set(element, floats || !above ? null : meet(above, cut));
    }
    return clips.get(element);
  };
  const boxes = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const owner = text.parentElement;
    if (!text.data.trim() || owner.closest('option, svg') || !owner.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const seen = clip(owner);
    if (!seen) continue;
    range.selectNodeContents(text);
    for (const line of range.getClientRects()) {
      const box = meet(line, seen);
      if (box.right - box.left > 4 && box.bottom - box.top > 4) boxes.push({ ...box, words: text.data.trim().slice(0, 40) });
    }
  }
  boxes.sort((a, b) => a.top - b.top);
  const found = new Set();
  boxes.forEach((one, at) => {
    for (let next = at + 1; next < boxes.length && boxes[next].top < one.bottom; next += 1) {
      const both = meet(one, boxes[next]);
      const least = Math.min(one.bottom - one.top, boxes[next].bottom - boxes[next].top);
      if (both.right - both.left > 4 && both.bottom - both.top > least / 2) found.add(`${one.words} / ${boxes[next].words}`);
    }
  });
  return [...found];
}
