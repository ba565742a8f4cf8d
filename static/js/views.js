// Remembers the view a reader chose by rewriting the links to interviews; an address that somebody sent is shown as it is.
const NAME = "view";

function remembered() {
  try {
    return localStorage.getItem(NAME);
  } catch {
    return null;
  }
}

for (const link of document.querySelectorAll("a[data-view]")) {
  link.addEventListener("click", () => {
    try {
      localStorage.setItem(NAME, link.dataset.view);
    } catch {
      // Without storage the view holds for this page.
    }
  });
}

const view = remembered();
for (const link of document.querySelectorAll("a[data-interview]")) {
  if (view === "interleaved") link.search = "?view=interleaved";
  if (view === "only") link.pathname += "only/";
}
