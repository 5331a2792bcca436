/**
 * Keys for a table of linked rows: j and k (or the arrows, inside the table) move, x ticks, Enter opens as it always does,
 * `?` shows the keys where the page has them in a `[data-keys]` dialog. Rows stay plain links without it.
 */
export default function rows(element: HTMLElement): void {
  const links = () => [...element.querySelectorAll<HTMLAnchorElement>("a.row-link")];
  const boxOf = (link: Element | null) =>
    link?.closest("tr")?.querySelector<HTMLInputElement>('input[type="checkbox"]');
  const keys = document.querySelector<HTMLDialogElement>("dialog[data-keys]");
  const said = document.querySelector<HTMLElement>("[data-ticked]");

  const tell = () => {
    const count = element.querySelectorAll('tbody input[type="checkbox"]:checked').length;
    if (said) said.textContent = count > 0 ? (said.dataset.ticked ?? "").replace("{count}", String(count)) : "";
  };
  const move = (by: 1 | -1) => {
    const all = links();
    const row = document.activeElement?.closest("tr");
    const at = all.findIndex((link) => link.closest("tr") === row);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by;
    all[Math.min(Math.max(next, 0), all.length - 1)]?.focus();
  };

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = event.target;
    if (!(target instanceof HTMLElement)) return;
    const isTyping = target.matches("textarea, select, [contenteditable], input:not([type='checkbox'])");
    if (isTyping || target.closest("dialog, details[open]")) return;
    const inside = element.contains(target);
    const { key } = event;
    if (key === "j" || (inside && key === "ArrowDown")) move(1);
    else if (key === "k" || (inside && key === "ArrowUp")) move(-1);
    else if (key === "x" && inside) boxOf(target)?.click();
    else if (key === "?" && keys) keys.showModal();
    else return;
    event.preventDefault();
  });

  const all = element.querySelector<HTMLInputElement>('thead input[type="checkbox"]');
  if (all) {
    all.hidden = false;
    all.addEventListener("change", () => {
      for (const link of links()) {
        const box = boxOf(link);
        if (box) box.checked = all.checked;
      }
      tell();
    });
  }
  element.addEventListener("change", tell);
  tell();
}
