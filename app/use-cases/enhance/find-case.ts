const PAUSE_MS = 250;

/** Offers cases while one types a reference or words: what is chosen begins with the reference. */
export default function findCase(element: HTMLElement): void {
  const list = document.getElementById(element.getAttribute("list") ?? "");
  if (!(element instanceof HTMLInputElement) || !list) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  const ask = async () => {
    const q = element.value.trim();
    if (q.length < 2 || /^UC-\d+ /i.test(q)) return;
    asked?.abort();
    asked = new AbortController();
    try {
      const response = await fetch(`/use-cases/find?${new URLSearchParams({ q })}`, { signal: asked.signal });
      if (!response.ok) return;
      const found = (await response.json()) as { label: string }[];
      list.replaceChildren(
        ...found.map(({ label }) => {
          const option = document.createElement("option");
          option.value = label;
          return option;
        }),
      );
    } catch {
      // Asked again meanwhile, or no network: a reference typed by hand is enough.
    }
  };
  element.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  });
}
