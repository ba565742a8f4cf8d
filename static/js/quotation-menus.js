// Where passages are copied from: a menu beside each turn's number, and a bar under what is selected.
const template = document.querySelector("template[data-quotation]");
let selection = null;
let bar = null;

function act(button, turn, range) {
  const languages = button.dataset.languages?.split(" ");
  const name = languages ? "quote" : "copy-link";
  document.dispatchEvent(new CustomEvent(name, { detail: { turn, range, languages, id: turn?.id } }));
}

function addMenu(turn) {
  const menu = template.content.firstElementChild.cloneNode(true);
  const summary = menu.querySelector("summary");
  menu.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    act(button, turn, null);
    menu.open = false;
    summary.focus();
  });
  turn.querySelector(".turn-number").append(menu);
}

function selected() {
  const current = window.getSelection();
  if (!current || current.isCollapsed) return null;
  const range = current.getRangeAt(0);
  const touches = [...document.querySelectorAll("[data-segment]")].some(
    (segment) => segment.textContent && range.intersectsNode(segment),
  );
  return touches && current.toString().trim() ? range : null;
}

function placeBar() {
  selection = selected();
  bar.hidden = !selection;
  if (!selection) return;
  bar.style.left = "8px"; // Measured where nothing narrows it.
  const box = selection.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const left = Math.max(8, Math.min(box.left, clientWidth - bar.offsetWidth - 8));
  const below = box.bottom + 8;
  const above = Math.max(8, box.top - bar.offsetHeight - 8);
  const top = below + bar.offsetHeight <= clientHeight ? below : above;
  bar.style.left = `${left + window.scrollX}px`;
  bar.style.top = `${top + window.scrollY}px`;
}

function addBar() {
  bar = document.createElement("div");
  bar.className = "quotation-bar";
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", template.dataset.label);
  bar.hidden = true;
  bar.append(...template.content.cloneNode(true).querySelectorAll("button"));
  document.querySelector("main").append(bar);
  document.addEventListener("selectionchange", () => setTimeout(placeBar, 0));
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && selection) act(button, null, selection);
  });
}

function turnOfTheReader() {
  const edge = Math.max(0, document.querySelector(".views")?.getBoundingClientRect().bottom ?? 0);
  const turns = [...document.querySelectorAll(".turn[id]")];
  return document.activeElement.closest(".turn") ?? turns.find((turn) => turn.getBoundingClientRect().bottom > edge + 8);
}

if (template && navigator.clipboard) {
  for (const turn of document.querySelectorAll(".turn[id]")) addMenu(turn);
  addBar();
  document.addEventListener("open-quotation", () => {
    if (selection) return bar.querySelector("button").focus();
    const menu = turnOfTheReader()?.querySelector(".turn-menu");
    if (!menu) return undefined;
    menu.open = true;
    return menu.querySelector("button").focus();
  });
  document.addEventListener("copy-here", () => {
    const target = window.location.hash.slice(1);
    const id = /^t\d+(s\d+)?$/.test(target) ? target : document.activeElement.closest(".turn")?.id;
    document.dispatchEvent(new CustomEvent("copy-link", { detail: { range: selection, id } }));
  });
}
