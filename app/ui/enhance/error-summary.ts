/** Puts the name of its field before each error: on the page alone, a summary cannot know how fields are labelled. */
export default function nameFields(summary: HTMLElement): void {
  const { pattern = "" } = summary.dataset;
  for (const link of summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const field = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    const label = nameOf(field);
    const error = link.textContent ?? "";
    if (label) link.textContent = pattern.replace("{field}", () => label).replace("{error}", () => error);
  }
}

function nameOf(field: HTMLElement | null): string {
  const group = field?.matches('input[type="radio"], fieldset') ? field.closest("fieldset") : null;
  const label = group
    ? group.querySelector("legend")
    : field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement
      ? field.labels?.[0]
      : null;
  if (!label) return field?.getAttribute("aria-label") ?? "";
  const words = label.cloneNode(true);
  if (words instanceof HTMLElement) for (const mark of words.querySelectorAll('[aria-hidden="true"]')) mark.remove();
  return (words.textContent ?? "").replace(/\s+/g, " ").trim();
}
