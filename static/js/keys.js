// Keys for those who read a lot; none is ever needed, and none works inside a field.
const help = document.querySelector("dialog[data-keys]");
const turns = [...document.querySelectorAll(".turn[id]")];

function step(direction) {
  // A turn that was scrolled to stands a little below the edge (scroll-padding).
  const ahead = turns.filter((turn) => turn.getBoundingClientRect().top > 40);
  const behind = turns.filter((turn) => turn.getBoundingClientRect().top < 8);
  const turn = direction > 0 ? ahead[0] : behind.at(-1);
  if (!turn) return;
  turn.scrollIntoView({ block: "start" });
  turn.querySelector("a").focus({ preventScroll: true });
}

function follow(selector) {
  const links = [...document.querySelectorAll(selector)];
  const current = links.findIndex((link) => link.hasAttribute("aria-current"));
  links[(current + 1) % links.length]?.click();
}

const KEYS = {
  "?": () => help?.showModal(),
  "j": () => step(1),
  "k": () => step(-1),
  "v": () => follow(".views a[data-view]"),
  "l": () => follow(".toggle a"),
  "/": () => document.querySelector("[type=search]")?.focus(),
  "c": () => document.dispatchEvent(new CustomEvent("copy-link")),
};

document.addEventListener("keydown", (event) => {
  const inField = event.target.closest("input, textarea, select, [contenteditable], dialog");
  if (inField || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const act = KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});
