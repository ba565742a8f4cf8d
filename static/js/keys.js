// Keys for those who read a lot; none is ever needed, none works inside a field, and a reader may switch them off.
const help = document.querySelector("dialog[data-keys]");
const turns = [...document.querySelectorAll(".turn[id]")];
const root = document.documentElement;

// Where a turn stands that was scrolled to.
function edge() {
  return [getComputedStyle(root).scrollPaddingTop, getComputedStyle(turns[0]).scrollMarginTop]
    .reduce((sum, each) => sum + (parseFloat(each) || 0), 0);
}

function step(direction) {
  if (!turns.length) return;
  const line = edge();
  const ahead = turns.filter((turn) => turn.getBoundingClientRect().top > line + 16);
  const behind = turns.filter((turn) => turn.getBoundingClientRect().top < line - 16);
  const turn = direction > 0 ? ahead[0] : behind.at(-1);
  if (!turn) return;
  turn.scrollIntoView({ block: "start" });
  turn.querySelector("a").focus({ preventScroll: true });
}

function follow(selector) {
  const links = [...document.querySelectorAll(selector)].filter((link) => link.checkVisibility());
  const current = links.findIndex((link) => link.hasAttribute("aria-current"));
  links[(current + 1) % links.length]?.click();
}

function tell(name, detail) {
  document.dispatchEvent(new CustomEvent(name, { detail }));
}

// Where there is no field, the key stays the browser's own.
function search() {
  const field = document.querySelector("[type=search]");
  field?.focus();
  return Boolean(field);
}

const KEYS = {
  "?": () => help?.showModal(),
  "j": () => step(1),
  "k": () => step(-1),
  "n": () => tell("step-sentence", 1),
  "p": () => tell("step-sentence", -1),
  "v": () => follow(".views a[data-view]"),
  "l": () => follow(".toggle a"),
  "/": search,
  "q": () => tell("open-quotation"),
  "c": () => tell("copy-here"),
};

document.addEventListener("keydown", (event) => {
  const inField = event.target.closest("input, textarea, select, [contenteditable], dialog, [popover]");
  if (inField || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (root.dataset.keys === "off" && event.key !== "?") return;
  const act = KEYS[event.key];
  if (!act) return;
  if (act() !== false) event.preventDefault();
});
