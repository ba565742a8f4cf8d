// Keeps the reader's place when the language or the view is changed: the link takes the turn in view along, and the
// next page shows the sentence that stood at the top at the very height where it stood.
const NAME = "place";
const turns = [...document.querySelectorAll(".turn[id]")];
const root = document.documentElement;

function edge() {
  return [getComputedStyle(root).scrollPaddingTop, getComputedStyle(turns[0]).scrollMarginTop]
    .reduce((sum, each) => sum + (parseFloat(each) || 0), 0);
}

function isInView(element) {
  const box = element?.getBoundingClientRect();
  return Boolean(box) && box.bottom > edge() && box.top < window.innerHeight;
}

function sentenceAtTop() {
  if (!turns.length || turns[0].getBoundingClientRect().top > window.innerHeight / 2) return null;
  const segments = [...document.querySelectorAll(".segment[id]")].filter((segment) => segment.textContent);
  return segments.find((segment) => segment.getBoundingClientRect().bottom > edge() + 8) ?? null;
}

function remember(link) {
  const sentence = sentenceAtTop();
  const target = document.getElementById(window.location.hash.slice(1));
  link.hash = sentence && !isInView(target) ? sentence.closest(".turn").id : window.location.hash;
  if (!sentence) return;
  const place = { address: link.href, id: sentence.id, top: sentence.getBoundingClientRect().top };
  sessionStorage.setItem(NAME, JSON.stringify(place));
}

function remembered() {
  try {
    const place = JSON.parse(sessionStorage.getItem(NAME));
    sessionStorage.removeItem(NAME);
    return place?.address === window.location.href ? place : null;
  } catch {
    return null; // Without storage the turn stands at the top.
  }
}

const place = remembered();
const sentence = place && document.getElementById(place.id);

function restore() {
  window.scrollBy({ top: sentence.getBoundingClientRect().top - place.top, behavior: "instant" });
}

if (sentence) {
  restore();
  window.addEventListener("load", restore, { once: true }); // The browser goes to the address until then.
}

for (const link of document.querySelectorAll("a[data-keeps-place]")) {
  link.addEventListener("click", () => {
    try {
      remember(link);
    } catch {
      // As above.
    }
  });
}
