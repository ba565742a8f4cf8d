// Marks a sentence together with its counterparts: under the pointer, on a tap, under the keyboard's focus, and where
// the address leads. The keys' steps from sentence to sentence take the address along.
const segments = [...document.querySelectorAll("[data-segment]")];
const SENTENCE = /^t\d+s\d+$/;

function mark(name, segment) {
  for (const marked of document.querySelectorAll(`.${name}`)) marked.classList.remove(name);
  if (!segment) return;
  for (const counterpart of document.querySelectorAll(`[data-segment="${segment}"]`)) counterpart.classList.add(name);
}

// A finger that scrolls the page also enters what it touches: only a tap marks, and a second one takes the mark away.
for (const segment of segments) {
  segment.addEventListener("pointerenter", (event) => {
    if (event.pointerType !== "touch") mark("is-marked", segment.dataset.segment);
  });
  segment.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") mark("is-marked", null);
  });
  segment.addEventListener("pointerup", (event) => {
    if (event.pointerType !== "touch") return;
    mark("is-marked", segment.matches(".is-marked") ? null : segment.dataset.segment);
  });
  segment.addEventListener("focusin", () => {
    if (segment.querySelector(":focus-visible") || segment.matches(":focus-visible")) mark("is-marked", segment.dataset.segment);
  });
  segment.addEventListener("focusout", () => mark("is-marked", null));
}

document.addEventListener("pointerup", (event) => {
  if (!event.target.closest("[data-segment]")) mark("is-marked", null);
});

function target() {
  const id = window.location.hash.slice(1);
  return SENTENCE.test(id) ? id : null;
}

function follow() {
  mark("is-target", target());
}

function isBelowTheTop(segment) {
  return segment.getBoundingClientRect().bottom > Math.max(0, document.querySelector(".views")?.getBoundingClientRect().bottom ?? 0);
}

function isOnScreen(segment) {
  return isBelowTheTop(segment) && segment.getBoundingClientRect().top < window.innerHeight;
}

function step(direction) {
  const sentences = segments.filter((segment) => segment.id && segment.textContent);
  const current = sentences.findIndex((segment) => segment.id === target());
  const next = current >= 0 && isOnScreen(sentences[current])
    ? sentences[current + direction]
    : sentences.find(isBelowTheTop);
  if (!next) return;
  const height = window.scrollY;
  window.location.replace(`#${next.id}`); // As a step of the reader's, but none of the browser's history.
  window.scrollTo({ top: height, behavior: "instant" });
  next.scrollIntoView({ block: "nearest" });
  next.tabIndex = -1;
  next.focus({ preventScroll: true });
  follow();
}

if (segments.length) {
  window.addEventListener("hashchange", follow);
  document.addEventListener("step-sentence", (event) => step(event.detail));
  follow();
}
