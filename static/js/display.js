// Text size, theme and whether keys work: offered only where a script can apply them, kept in this browser.
const panel = document.querySelector("[data-display]");

function show(name, chosen) {
  if (chosen) document.documentElement.dataset[name] = chosen;
  else delete document.documentElement.dataset[name];
  for (const button of panel.querySelectorAll(`[data-${name}]`)) {
    button.setAttribute("aria-pressed", String(button.dataset[name] === chosen));
  }
}

function choose(name, chosen) {
  show(name, chosen);
  try {
    if (chosen) localStorage.setItem(name, chosen);
    else localStorage.removeItem(name);
  } catch {
    // Without storage the choice holds for this page.
  }
}

if (panel) {
  panel.hidden = false;
  for (const name of ["theme", "size", "keys"]) {
    show(name, document.documentElement.dataset[name] ?? "");
    for (const button of panel.querySelectorAll(`[data-${name}]`)) {
      button.addEventListener("click", () => choose(name, button.dataset[name]));
    }
  }
}
