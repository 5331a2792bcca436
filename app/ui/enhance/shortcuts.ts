/** `/` brings the focus to the page's search field; a form that came back with errors starts at its summary. */
export function listenForShortcuts(): void {
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target;
    if (target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]")) return;
    const search = document.querySelector<HTMLInputElement>("[data-search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
  document.querySelector<HTMLElement>("[data-focus]")?.focus();
}
