// Copies passages with all that a citation needs, from a turn's menu or from what is selected.
const template = document.querySelector("template[data-quotation]");
const status = document.querySelector("[data-copied]");
const citations = Object.fromEntries(
  [...document.querySelectorAll("[data-citation]")].map((element) => [element.lang, element.dataset]),
);

async function copy(text) {
  await navigator.clipboard.writeText(text);
  status.textContent = "";
  requestAnimationFrame(() => {
    status.textContent = status.dataset.copied;
  });
}

function cells(turn, language) {
  return [...turn.querySelectorAll(".row > p[lang]:not(.who)")].filter((cell) => cell.lang === language);
}

function speaker(turn, language) {
  const columns = [...turn.querySelectorAll(".row:not(.row-who) > p")].slice(0, 2);
  const place = columns.findIndex((cell) => cell.lang === language);
  return turn.querySelectorAll(".who")[place]?.textContent.trim() ?? "";
}

function address(id) {
  return `${template.dataset.address}#${id}`;
}

function quote(turn, language, text, id) {
  const citation = citations[language];
  const passage = citation.quotes.replace("…", () => text.trim());
  return `${passage}\n${[speaker(turn, language), citation.citation].filter(Boolean).join(citation.joint)}\n${address(id)}`;
}

function quoteTurn(turn, languages) {
  return languages
    .map((language) => [language, cells(turn, language).map((cell) => cell.textContent.trim()).join("\n\n")])
    .filter(([, text]) => text)
    .map(([language, text]) => quote(turn, language, text, turn.id))
    .join("\n\n");
}

function selected() {
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const touched = [...document.querySelectorAll("[data-segment]")].filter(
    (segment) => segment.textContent && range.intersectsNode(segment),
  );
  const turn = touched[0]?.closest(".turn");
  if (!turn) return null;
  const language = touched[0].closest("p[lang]").lang;
  const ids = new Set(touched.filter((segment) => segment.closest("p[lang]").lang === language)
    .map((segment) => segment.dataset.segment));
  return { turn, language, text: selection.toString(), ids: [...ids], range };
}

function counterpart(ids, language) {
  return ids
    .flatMap((id) => [...document.querySelectorAll(`[data-segment="${id}"]`)])
    .filter((segment) => segment.closest("p[lang]").lang === language)
    .map((segment) => segment.textContent)
    .join("");
}

function quoteSelection({ turn, language, text, ids }, languages) {
  return languages
    .map((code) => [code, code === language ? text : counterpart(ids, code)])
    .filter(([, passage]) => passage.trim())
    .map(([code, passage]) => quote(turn, code, passage, ids[0]))
    .join("\n\n");
}

function actOn(button, turn, found) {
  const languages = button.dataset.languages?.split(" ");
  if (!languages) return copy(address(found ? found.ids[0] : turn.id));
  return copy(found ? quoteSelection(found, languages) : quoteTurn(turn, languages));
}

function addMenu(turn) {
  const menu = template.content.firstElementChild.cloneNode(true);
  menu.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    actOn(button, turn, null);
    menu.open = false;
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  turn.querySelector(".turn-number").append(menu);
}

function addSelectionBar() {
  const bar = document.createElement("div");
  bar.className = "quotation-bar";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", template.dataset.label);
  bar.hidden = true;
  bar.append(...template.content.cloneNode(true).querySelectorAll("button"));
  document.body.append(bar);
  let found = null;
  const place = () => {
    found = selected();
    bar.hidden = !found;
    if (!found) return;
    const box = found.range.getBoundingClientRect();
    const left = Math.min(box.left, document.documentElement.clientWidth - bar.offsetWidth - 8);
    bar.style.insetInlineStart = `${Math.max(8, left) + window.scrollX}px`;
    bar.style.insetBlockStart = `${box.bottom + 8 + window.scrollY}px`;
  };
  document.addEventListener("selectionchange", () => setTimeout(place, 0));
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button && found) actOn(button, found.turn, found);
  });
}

if (template && navigator.clipboard) {
  for (const turn of document.querySelectorAll(".turn[id]")) addMenu(turn);
  addSelectionBar();
  document.addEventListener("copy-link", () => {
    const target = window.location.hash.slice(1);
    const turn = document.activeElement.closest?.(".turn") ?? document.querySelector(".turn:target");
    copy(/^t\d+s\d+$/.test(target) ? address(target) : turn ? address(turn.id) : template.dataset.address);
  });
}
