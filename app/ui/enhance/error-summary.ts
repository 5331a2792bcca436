/**
 * Puts the name of its field before each error, and the errors in the order of the page: a summary is written before it
 * knows how fields are labelled and where they stand.
 */
export default function nameFields(summary: HTMLElement): void {
  const { pattern = "" } = summary.dataset;
  const links = [...summary.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const found = links.map((link) => ({ link, field: document.getElementById(decodeURIComponent(link.hash.slice(1))) }));
  found.sort((one, other) => (one.field && other.field && isAfter(one.field, other.field) ? 1 : -1));
  for (const { link, field } of found) {
    const line = link.closest("li");
    line?.parentElement?.append(line);
    const label = nameOf(field);
    const error = link.textContent ?? "";
    if (label) link.textContent = pattern.replace("{field}", () => label).replace("{error}", () => error);
  }
}

function isAfter(one: Node, other: Node): boolean {
  return Boolean(other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
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
