const PAUSE_MS = 120;

/**
 * Keeps the parts of a page that depend on a form of questions up to date (`data-live-part`, each with an id) while its
 * controls move: the same address is asked for as by its button, so that the page and its script can never say two things.
 * The address follows, to be shared.
 */
export default function asking(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  for (const button of form.querySelectorAll<HTMLElement>("[data-live-button]")) button.hidden = true;
  const numbers = new Intl.NumberFormat(document.documentElement.lang);

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const address = new URL(form.action, location.href);
    address.search = new URLSearchParams(
      [...new FormData(form)].map(([name, value]) => [name, String(value)]),
    ).toString();
    try {
      const response = await fetch(address, { signal: asked.signal });
      if (!response.ok) return;
      const drawn = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const part of document.querySelectorAll<HTMLElement>("[data-live-part]")) {
        const next = drawn.getElementById(part.id);
        if (!next) continue;
        // What was opened stays open.
        const open = [...part.querySelectorAll("details")].map((one) => one.open);
        next.querySelectorAll("details").forEach((one, at) => {
          one.open = open[at] ?? one.open;
        });
        part.replaceChildren(...next.childNodes);
      }
      history.replaceState(history.state, "", address);
    } catch {
      // Asked again meanwhile, or no network: what stands there stays.
    }
  };
  form.addEventListener("input", ({ target }) => {
    if (target instanceof HTMLInputElement && target.type === "range") {
      const [output] = form.querySelectorAll<HTMLOutputElement>(`output[for="${CSS.escape(target.id)}"]`);
      if (output) output.value = numbers.format(target.valueAsNumber);
    }
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  });
}
