// Menus that open in place close by Escape, which gives the focus back, and by a press anywhere else.
function opened() {
  return [...document.querySelectorAll("details[data-menu][open]")];
}

document.addEventListener("pointerdown", (event) => {
  for (const menu of opened()) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of opened()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
