import { isTouched } from "./typed";

const PAUSE_MS = 600;

/**
 * Keeps the parts of a page that depend on what is typed up to date (`data-live-part`, each with an id): the form is
 * posted with the intent in `data-live`, which answers the page as it would be drawn, and keeps nothing.
 */
export default function liveParts(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  const intent = form.dataset.live;
  if (!intent) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;
  // The button that asks for the same by hand.
  const hideButtons = () => {
    for (const button of document.querySelectorAll<HTMLElement>("[data-live-button]")) button.hidden = true;
  };
  hideButtons();

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const body = new FormData(form);
    body.set("intent", intent);
    try {
      const response = await fetch(location.pathname, { method: "POST", body, signal: asked.signal });
      if (!response.ok || response.redirected) return;
      const drawn = new DOMParser().parseFromString(await response.text(), "text/html");
      for (const part of document.querySelectorAll<HTMLElement>("[data-live-part]")) {
        const next = drawn.getElementById(part.id);
        if (!next || next.innerHTML === part.innerHTML) continue;
        // What was opened stays open.
        const open = [...part.querySelectorAll("details")].map((one) => one.open);
        next.querySelectorAll("details").forEach((one, at) => {
          one.open = open[at] ?? one.open;
        });
        part.replaceChildren(...next.childNodes);
        part.lang = next.lang;
      }
      hideButtons();
    } catch {
      // Asked again meanwhile, or no network: the parts stay as they are.
    }
  };
  const askSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  };
  form.addEventListener("input", askSoon);
  if (isTouched(form)) askSoon();
}
