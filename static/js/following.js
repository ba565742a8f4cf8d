// The sidebar follows the reading: the question in view is marked in the contents, the speaker in view among the experts.
const turns = [...document.querySelectorAll(".turn[id]")];
const entries = [...document.querySelectorAll(".contents a")];
const cards = [...document.querySelectorAll(".card[data-speaker]")];

function inView() {
  const line = window.innerHeight / 3;
  return turns.findLast((turn) => turn.getBoundingClientRect().top < line);
}

// The questions and the cards scroll by themselves, so that the place stays in sight; the page never moves.
function show(element) {
  const pane = [element.closest(".pane"), element.closest(".beside")].find((each) => each.scrollHeight > each.clientHeight + 1);
  if (!pane) return;
  const [box, frame] = [element.getBoundingClientRect(), pane.getBoundingClientRect()];
  const isInside = box.top >= frame.top && box.bottom <= frame.bottom;
  if (!isInside) pane.scrollTop += box.top - frame.top - Math.max(0, (pane.clientHeight - box.height) / 3);
}

let shown = [];

function follow() {
  const turn = inView();
  const reached = turns.slice(0, turns.indexOf(turn) + 1).map((passed) => `#${passed.id}`);
  const entry = entries.findLast((link) => reached.includes(link.hash));
  for (const link of entries) {
    if (link === entry) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
  for (const card of cards) card.classList.toggle("is-speaking", Boolean(turn) && card.dataset.speaker === turn.dataset.speaker);
  const marked = [entry, cards.find((card) => card.matches(".is-speaking"))].filter(Boolean);
  for (const element of marked) if (!shown.includes(element)) show(element);
  shown = marked;
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
