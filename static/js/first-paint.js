// Applies what the reader chose before anything is painted, so that no page flashes in another color or size.
try {
  for (const name of ["theme", "size", "keys"]) {
    const chosen = localStorage.getItem(name);
    if (chosen) document.documentElement.dataset[name] = chosen;
  }
} catch {
  // No storage, no choice: the page follows the system.
}
