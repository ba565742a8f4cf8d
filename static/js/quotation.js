// Copies passages with all that a citation needs: the words, who said them, where and when, and their address.
const template = document.querySelector("template[data-quotation]");
const status = document.querySelector("[data-copied]");
const citations = Object.fromEntries(
  [...document.querySelectorAll("[data-citation]")].map((element) => [element.lang, element.dataset]),
);

let quiet;

async function copy(text) {
  let said = status.dataset.copied;
  status.textContent = "";
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    said = status.dataset.refused;
  }
  requestAnimationFrame(() => {
    status.textContent = said;
  });
  clearTimeout(quiet);
  quiet = setTimeout(() => {
    status.textContent = "";
  }, 3000);
}

function address(id) {
  return id ? `${template.dataset.address}#${id}` : template.dataset.address;
}

function languageOf(segment) {
  return segment.closest("p[lang]").lang;
}

function textOf(segment, range) {
  const part = document.createRange();
  part.selectNodeContents(segment);
  if (range && segment.contains(range.startContainer)) part.setStart(range.startContainer, range.startOffset);
  if (range && segment.contains(range.endContainer)) part.setEnd(range.endContainer, range.endOffset);
  return part.toString();
}

// The segments of a selection, all in the language in which it starts: a selection over two columns takes in both.
function touched(range) {
  const found = [...document.querySelectorAll("[data-segment]")].filter(
    (segment) => range.intersectsNode(segment) && textOf(segment, range).trim(),
  );
  return found.filter((segment) => languageOf(segment) === languageOf(found[0]));
}

function speaker(turn, language) {
  const columns = [...turn.querySelectorAll(".row:not(.row-who) > p")].slice(0, 2);
  const place = columns.findIndex((cell) => cell.lang === language);
  return turn.querySelectorAll(".who")[place]?.textContent.trim() ?? "";
}

function quote(turn, language, segments, range, id) {
  const paragraphs = new Map();
  for (const segment of segments.filter((each) => languageOf(each) === language)) {
    const before = paragraphs.get(segment.closest("p")) ?? "";
    paragraphs.set(segment.closest("p"), before + textOf(segment, range));
  }
  const text = [...paragraphs.values()].map((paragraph) => paragraph.trim()).filter(Boolean).join("\n\n");
  if (!text) return "";
  const citation = citations[language];
  const source = [speaker(turn, language), citation.citation].filter(Boolean).join(citation.joint);
  return `${citation.quotes.replace("…", () => text)}\n${source}\n${address(id)}`;
}

function quoteTurn(turn, languages) {
  const segments = [...turn.querySelectorAll("[data-segment]")];
  return languages.map((language) => quote(turn, language, segments, null, turn.id));
}

// What two persons say stays two quotations.
function quoteSelection(range, languages) {
  const chosen = touched(range);
  const language = languageOf(chosen[0]);
  return [...new Set(chosen.map((segment) => segment.closest(".turn")))].flatMap((turn) => {
    const own = chosen.filter((segment) => turn.contains(segment));
    const ids = own.map((segment) => segment.dataset.segment);
    const counterparts = [...turn.querySelectorAll("[data-segment]")].filter((each) => ids.includes(each.dataset.segment));
    return languages.map((code) => (
      code === language ? quote(turn, code, own, range, ids[0]) : quote(turn, code, counterparts, null, ids[0])
    ));
  });
}

if (template && navigator.clipboard) {
  document.addEventListener("quote", ({ detail: { turn, range, languages } }) => {
    const quotations = range ? quoteSelection(range, languages) : quoteTurn(turn, languages);
    copy(quotations.filter(Boolean).join("\n\n"));
  });
  document.addEventListener("copy-link", ({ detail }) => {
    const range = detail?.range;
    copy(address(range ? touched(range)[0].dataset.segment : detail?.id));
  });
}
