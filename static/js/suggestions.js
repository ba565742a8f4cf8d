// Suggests names while somebody types: a combobox with a list (ARIA Authoring Practices). Without it the field just searches.
const PAUSE = 120;
let made = 0;

function element(tag, attributes, ...inside) {
  const created = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) created.setAttribute(name, value);
  created.append(...inside);
  return created;
}

function option(entry, id) {
  const name = element("span", { class: "suggestion-name", lang: entry.language }, entry.text);
  const also = entry.also ? [element("span", { class: "suggestion-also", lang: entry.also_language }, entry.also)] : [];
  const created = element("li", { id, role: "option", "aria-selected": "false" },
    name, ...also, element("span", { class: "suggestion-kind" }, entry.label));
  created.dataset.url = entry.url;
  return created;
}

function complete(input) {
  const id = `suggestions-${made += 1}`;
  const list = element("ul", { id, class: "suggestions", role: "listbox", "aria-label": input.dataset.label });
  const status = element("p", { class: "suggestions-said", role: "status" });
  list.hidden = true;
  input.form.append(list, status);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list", "aria-haspopup": "listbox",
  })) input.setAttribute(name, value);

  let active = -1, waiting, asked, shownFor = "";

  function activate(place) {
    const options = [...list.children];
    options[active]?.setAttribute("aria-selected", "false");
    active = options.length ? (place + options.length + 1) % (options.length + 1) : -1;
    if (active === options.length) active = -1; // Between the last and the first stands the field itself.
    const chosen = options[active];
    chosen?.setAttribute("aria-selected", "true");
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
    else input.removeAttribute("aria-activedescendant");
  }

  function open(isOpen) {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) activate(-1);
  }

  function close() {
    clearTimeout(waiting);
    asked?.abort();
    open(false);
    status.textContent = "";
  }

  async function ask() {
    const typed = input.value.trim();
    asked?.abort();
    if (!typed) return close();
    const mine = asked = new AbortController();
    try {
      const address = `${input.dataset.suggestions}?${new URLSearchParams({ q: typed })}`;
      const answer = await fetch(address, { signal: mine.signal });
      if (!answer.ok) return close();
      const { said, suggestions } = await answer.json();
      if (mine.signal.aborted || document.activeElement !== input) return;
      activate(-1);
      list.replaceChildren(...suggestions.map((entry, place) => option(entry, `${id}-${place}`)));
      shownFor = typed;
      open(suggestions.length > 0);
      status.textContent = said;
    } catch (error) {
      if (error.name !== "AbortError") close(); // No network: the field goes on searching.
    }
  }

  function step(direction) {
    if (!list.hidden) activate(active < 0 && direction < 0 ? list.children.length - 1 : active + direction);
    else if (list.children.length && shownFor === input.value.trim()) {
      open(true);
      activate(direction > 0 ? 0 : list.children.length - 1);
    } else ask();
  }

  input.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (!event.isComposing) waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      window.location.assign(list.children[active].dataset.url);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault(); // The first Escape closes the list, the next one empties the field.
      close();
    }
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // The field keeps the focus.
  list.addEventListener("click", (event) => {
    const chosen = event.target.closest("[role=option]");
    if (chosen) window.location.assign(chosen.dataset.url);
  });
}

for (const input of document.querySelectorAll("input[data-suggestions]")) complete(input);
