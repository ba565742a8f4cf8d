// Finds in the interview without leaving it: the page that finds without JavaScript is fetched, its list shown in place,
// the words marked in the text. Enter goes on to the next place, Shift and Enter back, Escape ends it.
const panel = document.querySelector("[data-find]");
const form = panel?.querySelector("form");
const field = form?.elements.q;
const list = panel?.querySelector("[data-find-list]");
const bar = document.querySelector("[data-find-bar]");
const count = bar?.querySelector("[data-count]");

let hits = [], here = -1, asked = null, waiting = null;

// The letters of some elements without the spaces between them, each with the place where it stands.
function letters(elements) {
  const found = [];
  for (const element of elements) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let at = 0; at < node.data.length; at += 1) if (/\S/.test(node.data[at])) found.push([node.data[at], node, at]);
    }
  }
  return found;
}

// The stretches that are marked in an excerpt, as ranges of the text that it was cut from.
function ranges(excerpt, elements) {
  const text = letters(elements);
  const cut = letters([excerpt]).filter(([letter], place, all) => letter !== "…" || (place && place < all.length - 1));
  const start = text.map(([letter]) => letter).join("").indexOf(cut.map(([letter]) => letter).join(""));
  if (start < 0) return [];
  const isMarked = (place) => Boolean(cut[place]?.[1].parentElement.closest("mark"));
  const found = [];
  cut.forEach((_letter, place) => {
    if (!isMarked(place)) return;
    const [, node, at] = text[start + place];
    if (!isMarked(place - 1)) {
      found.push(new Range());
      found.at(-1).setStart(node, at);
    }
    found.at(-1).setEnd(node, at + 1);
  });
  return found;
}

function hit(link) {
  const id = link.hash.slice(1);
  link.href = link.hash || "#content"; // Stay in this view.
  const inText = [...document.querySelectorAll(id.includes("s") ? `[data-segment="${id}"]` : `#${id || "none"} [data-segment]`)];
  const marked = [...link.closest(".hit").querySelectorAll(".hit-sides > [lang]")].flatMap((excerpt) =>
    ranges(excerpt, inText.filter((segment) => segment.closest("p").lang === excerpt.lang)));
  const element = marked[0]?.startContainer.parentElement ?? inText.find((segment) => segment.textContent);
  return { link, marked, element: element ?? document.getElementById("content") };
}

function highlight(name, found) {
  if (!CSS.highlights) return;
  if (found.length) CSS.highlights.set(name, new Highlight(...found));
  else CSS.highlights.delete(name);
}

function go(place) {
  hits[here]?.link.removeAttribute("aria-current");
  here = (place + hits.length) % hits.length;
  const { link, element, marked } = hits[here];
  link.setAttribute("aria-current", "true");
  link.scrollIntoView({ block: "nearest" });
  highlight("found-here", marked);
  const focused = document.activeElement;
  window.location.replace(link.hash); // The browser takes the focus along.
  if (focused !== field || !matchMedia("(pointer: coarse)").matches) focused.focus({ preventScroll: true });
  element.scrollIntoView({ block: "center" });
  count.textContent = count.dataset.of.replace("{number}", here + 1).replace("{total}", hits.length);
}

function end() {
  waiting?.abort();
  hits = [];
  here = -1;
  asked = null;
  list.replaceChildren();
  bar.hidden = true;
  highlight("found", []);
  highlight("found-here", []);
}

async function find() {
  const address = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  end();
  if (!field.value.trim()) return;
  const mine = waiting = new AbortController();
  try {
    const answer = await fetch(address, { signal: mine.signal });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (mine.signal.aborted) return;
    list.replaceChildren(...page.querySelectorAll("[data-found]"));
    for (const link of list.querySelectorAll("a[href^='?']")) link.href = new URL(link.getAttribute("href"), form.action);
    hits = [...list.querySelectorAll(".hit > .meta a")].map(hit);
    asked = field.value;
    bar.hidden = !hits.length;
    highlight("found", hits.flatMap(({ marked }) => marked));
    if (hits.length) go(0);
  } catch (error) {
    if (error.name !== "AbortError") window.location.assign(address); // As without JavaScript.
  }
}

function act(event) {
  if (event.isComposing) return;
  if (event.key === "Enter" && event.shiftKey && event.target === field) {
    event.preventDefault();
    if (hits.length) go(here - 1);
  } else if (event.key === "Escape" && (hits.length || list.hasChildNodes())) {
    event.preventDefault();
    end();
    field.focus();
  }
}

if (bar) {
  document.getElementById("content").append(bar); // Above the text, which the sidebar is not.
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (hits.length && asked === field.value) go(here + 1);
    else find();
  });
  for (const part of [panel, bar]) part.addEventListener("keydown", act);
  bar.addEventListener("click", (event) => {
    const step = event.target.closest("[data-step]")?.dataset.step;
    if (step) go(here + Number(step));
    else if (event.target.closest("[data-end]")) end();
  });
  list.addEventListener("click", (event) => {
    const place = hits.findIndex(({ link }) => link === event.target.closest("a"));
    if (place < 0) return;
    event.preventDefault();
    go(place);
  });
}
