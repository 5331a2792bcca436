import { isTouched } from "./typed";

/**
 * Keeps parts of a page (`data-follow-part`, each with an id) as they are on the server while several people work on it:
 * the page asks for itself anew, an unchanged one answers 304. A part in which somebody is at work stays as it is, but
 * the parts inside it follow.
 */

const SLOWEST_MS = 60_000;

/** Who reads is not at work: a link that has the focus gives it to the one that takes its place. */
function isAtWork(part: Element): boolean {
  const focused = document.activeElement;
  if (focused && part.contains(focused) && focused.matches("input, select, textarea, button, summary")) return true;
  return [...part.querySelectorAll("form")].some((form) => isTouched(form));
}

/** Where the focus goes once what held it was drawn anew: to its own id, else to the same link of the nearest thing that has one. */
function focusKept(): () => void {
  const held = document.activeElement;
  const around = held?.closest("[id]")?.id;
  const href = held?.getAttribute("href");
  return () => {
    if (!held || held.isConnected || !around) return;
    const near = document.getElementById(around);
    const same = [...(near?.querySelectorAll<HTMLElement>("a[href]") ?? [])];
    const next = held.id ? near : same.find((one) => one.getAttribute("href") === href);
    next?.focus({ preventScroll: true });
  };
}

export default function follow(element: HTMLElement): void {
  const every = Number(element.dataset.every) || 5_000;
  let etag: string | null = null;
  let pause = every;
  let asked = 0;

  const draw = (fresh: Document) => {
    const refocus = focusKept();
    for (const part of element.querySelectorAll<HTMLElement>("[data-follow-part]")) {
      const next = part.isConnected ? fresh.getElementById(part.id) : null;
      if (!next || next.innerHTML === part.innerHTML || isAtWork(part)) continue;
      const open = new Set([...part.querySelectorAll("details")].map((one, at) => (one.open ? at : -1)));
      next.querySelectorAll("details").forEach((one, at) => {
        one.open ||= open.has(at);
      });
      part.replaceChildren(...next.childNodes);
    }
    refocus();
  };
  const look = async () => {
    const headers: Record<string, string> = etag ? { "If-None-Match": etag } : {};
    const turn = ++asked;
    const response = await fetch(location.pathname + location.search, { headers, cache: "no-store" });
    if (response.status !== 304) {
      // Signed out meanwhile: what is typed is worth more than a page that says so.
      if (!response.ok || response.redirected) throw new Error(String(response.status));
      const fresh = await response.text();
      // Asked for anew meanwhile: what was on its way may be older than what the page shows.
      if (turn !== asked) return;
      draw(new DOMParser().parseFromString(fresh, "text/html"));
      etag = response.headers.get("ETag");
    }
    pause = every;
  };
  const again = () => {
    setTimeout(() => {
      (document.hidden ? Promise.resolve() : look())
        .catch(() => {
          pause = Math.min(pause * 2, SLOWEST_MS);
        })
        .finally(again);
    }, pause);
  };
  // Whoever changes the page itself wants to see it settled.
  element.addEventListener("follow-now", () => void look().catch(() => undefined));
  again();
}
