const PAUSE_MS = 150;

/** Offers the people whose name or address holds what is typed; or what else `data-from` looks for. */
export default function person(element: HTMLElement): void {
  if (!(element instanceof HTMLInputElement)) return;
  const list = document.createElement("datalist");
  list.id = element.getAttribute("list") ?? "";
  if (list.id === "") return;
  element.after(list);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;

  const place = (typed: string) => {
    const url = new URL(element.dataset.from ?? "/people/suggest", location.origin);
    url.searchParams.set("q", typed);
    return url;
  };

  const ask = async () => {
    const typed = element.value.trim();
    // A choice that was just taken from the list is asked for no more.
    if (typed === "" || [...list.options].some(({ value }) => value === element.value)) return;
    asked?.abort();
    asked = new AbortController();
    try {
      const response = await fetch(place(typed), { signal: asked.signal });
      if (!response.ok) return;
      const found = (await response.json()) as string[];
      list.replaceChildren(...found.map((value) => Object.assign(document.createElement("option"), { value })));
    } catch {
      // Asked again meanwhile, or no network: who is typed is looked for when the form is sent.
    }
  };
  element.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  });
}
