/** A menu closes on Escape and on a click beside it, as people expect of one. */
export default function menu(element: HTMLElement): void {
  if (!(element instanceof HTMLDetailsElement)) return;
  const summary = element.querySelector("summary");
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !element.open) return;
    event.stopPropagation();
    element.open = false;
    summary?.focus();
  });
  document.addEventListener("pointerdown", (event) => {
    if (event.target instanceof Node && !element.contains(event.target)) element.open = false;
  });
}
