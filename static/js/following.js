// The sidebar follows the reading: the question in view is marked in the contents, the speaker in view among the experts.
const turns = [...document.querySelectorAll(".turn[id]")];
const entries = [...document.querySelectorAll(".contents a")];

function inView() {
  const line = window.innerHeight / 3;
  return turns.findLast((turn) => turn.getBoundingClientRect().top < line);
}

// A long list of questions scrolls by itself, so that the place stays in it; the page never moves.
function show(entry) {
  const list = entry.closest(".beside");
  const [box, frame] = [entry.getBoundingClientRect(), list.getBoundingClientRect()];
  if (list.scrollHeight <= list.clientHeight || (box.top >= frame.top && box.bottom <= frame.bottom)) return;
  list.scrollTop += box.top - frame.top - list.clientHeight / 3;
}

let shown = null;

function follow() {
  const turn = inView();
  const reached = turns.slice(0, turns.indexOf(turn) + 1).map((passed) => `#${passed.id}`);
  const entry = entries.findLast((link) => reached.includes(link.hash));
  for (const link of entries) {
    if (link === entry) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
  if (entry && entry !== shown) show(entry);
  shown = entry;
  for (const card of document.querySelectorAll(".card[data-speaker]")) {
    card.classList.toggle("is-speaking", Boolean(turn) && card.dataset.speaker === turn.dataset.speaker);
  }
}

let waiting = false;
if (turns.length) {
  window.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      follow();
    });
  }, { passive: true });
  follow();
}
