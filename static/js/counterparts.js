// Marks a sentence together with its counterparts: under the pointer, on a tap, and where the address leads.
const segments = document.querySelectorAll("[data-segment]");

function mark(name, segment) {
  for (const marked of document.querySelectorAll(`.${name}`)) marked.classList.remove(name);
  if (!segment) return;
  for (const counterpart of document.querySelectorAll(`[data-segment="${segment}"]`)) counterpart.classList.add(name);
}

for (const segment of segments) {
  segment.addEventListener("pointerenter", () => mark("is-marked", segment.dataset.segment));
  segment.addEventListener("pointerleave", (event) => {
    if (event.pointerType === "mouse") mark("is-marked", null);
  });
  segment.addEventListener("focusin", () => mark("is-marked", segment.dataset.segment));
}

function follow() {
  const target = window.location.hash.slice(1);
  mark("is-target", /^t\d+s\d+$/.test(target) ? target : null);
}

if (segments.length) {
  window.addEventListener("hashchange", follow);
  follow();
}
