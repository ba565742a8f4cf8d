// Keeps the reader's place when the language or the view is changed: the link takes the turn in view along.
const turns = document.querySelectorAll(".turn[id]");

function turnInView() {
  const shown = [...turns].filter((turn) => turn.getBoundingClientRect().bottom > 80);
  return window.scrollY > 200 && shown.length ? `#${shown[0].id}` : window.location.hash;
}

for (const link of document.querySelectorAll("a[data-keeps-place]")) {
  link.addEventListener("click", () => {
    link.hash = turnInView();
  });
}
