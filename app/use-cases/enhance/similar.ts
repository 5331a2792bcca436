import type { SimilarLine, WhileTyping } from "../similar/while-typing";

const PAUSE_MS = 250;
const ENOUGH_LETTERS = 8;
/** A screen reader is told once typing rests, not at every word. */
const REST_MS = 900;

function words(className: string, text: string, lang: string | null = null): HTMLSpanElement {
  const span = document.createElement("span");
  span.className = className;
  span.textContent = text;
  if (lang) span.lang = lang;
  return span;
}

function lineOf({ reference, href, label, lang, note, why, because, join }: SimilarLine): HTMLLIElement {
  const link = document.createElement("a");
  link.href = href;
  // What was typed must not be lost for a look at another case.
  link.target = "_blank";
  const parts = document.createElement("span");
  parts.className = "link-words";
  parts.append(words("link-label", label, lang), words("hint", note), words("hint", why));
  if (because) parts.append(words("hint", because));
  link.append(parts);
  const button = document.createElement("button");
  button.className = "button button-quiet";
  button.name = "join";
  button.value = reference;
  button.formNoValidate = true;
  button.textContent = join;
  const line = document.createElement("li");
  line.append(link, button);
  return line;
}

/** Shows cases like the one that is being written, while its title and need are typed. */
export default function similar(element: HTMLElement): void {
  const form = element.closest("form");
  const section = element.querySelector("section");
  const list = element.querySelector("ul");
  const status = element.querySelector<HTMLElement>('[role="status"]');
  const { title = "", need = "", department = "", except = "" } = element.dataset;
  if (!form || !section || !list || !status) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  let shown = "";

  const show = ({ said, lines }: WhileTyping) => {
    const now = JSON.stringify(lines);
    if (now === shown) return;
    shown = now;
    // Somebody is on one of the lines: they stay where they are until that is left.
    if (list.contains(document.activeElement)) return;
    list.replaceChildren(...lines.map(lineOf));
    section.hidden = lines.length === 0;
    clearTimeout(resting);
    resting = setTimeout(() => {
      status.textContent = said;
    }, REST_MS);
  };

  const ask = async () => {
    const typed = new FormData(form);
    const value = (name: string) => String(typed.get(name) ?? "");
    const query = new URLSearchParams({
      q: value(title).slice(0, 500),
      need: value(need).slice(0, 1000),
      department: value(department),
      except,
    });
    const letters = (query.get("q") ?? "").length + (query.get("need") ?? "").length;
    if (letters < ENOUGH_LETTERS) return;
    asked?.abort();
    asked = new AbortController();
    try {
      const response = await fetch(`/use-cases/similar?${query}`, { signal: asked.signal });
      if (response.ok) show((await response.json()) as WhileTyping);
    } catch {
      // Asked again meanwhile, or no network: the server looks once more at submission.
    }
  };
  for (const name of [title, need, department]) {
    const field = form.elements.namedItem(name);
    if (!(field instanceof HTMLElement)) continue;
    field.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void ask(), PAUSE_MS);
    });
  }
  void ask();
}
