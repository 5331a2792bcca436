const PAUSE_MS = 400;
const ENOUGH_LETTERS = 8;

interface SimilarLine {
  href: string;
  label: string;
  note: string;
}

function lineOf({ href, label, note }: SimilarLine): HTMLLIElement {
  const link = document.createElement("a");
  link.href = href;
  // What was typed must not be lost for a look at another case.
  link.target = "_blank";
  const words = document.createElement("span");
  words.className = "link-words";
  for (const [name, text] of [
    ["link-label", label],
    ["hint", note],
  ] as const) {
    const span = document.createElement("span");
    span.className = name;
    span.textContent = text;
    words.append(span);
  }
  link.append(words);
  const line = document.createElement("li");
  line.append(link);
  return line;
}

/** Shows cases like the one that is being written, while its title and need are typed. */
export default function similar(element: HTMLElement): void {
  const form = element.closest("form");
  const list = element.querySelector("ul");
  const { title = "", need = "", except = "" } = element.dataset;
  if (!form || !list) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;

  const ask = async () => {
    const typed = new FormData(form);
    const query = new URLSearchParams({
      q: String(typed.get(title) ?? ""),
      need: String(typed.get(need) ?? "").slice(0, 1000),
      except,
    });
    if ((query.get("q") ?? "").length + (query.get("need") ?? "").length < ENOUGH_LETTERS) return;
    asked?.abort();
    asked = new AbortController();
    try {
      const response = await fetch(`/use-cases/similar?${query}`, { signal: asked.signal });
      if (!response.ok) return;
      const lines = (await response.json()) as SimilarLine[];
      list.replaceChildren(...lines.map(lineOf));
      element.hidden = lines.length === 0;
    } catch {
      // Asked again meanwhile, or no network: the server looks once more at submission.
    }
  };
  for (const name of [title, need]) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLElement)) continue;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void ask(), PAUSE_MS);
    });
  }
}
