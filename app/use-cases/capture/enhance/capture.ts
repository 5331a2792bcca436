/** Sends lines without leaving the page, and keeps on this device what could not be sent, until it can. */

const RETRY_MS = 5_000;

interface Kept {
  /** Names the sending: the server takes it once, however often it comes. */
  key: string;
  line: string;
  fields: [string, string][];
}

/** What became of a sending: taken; not now, so that it is kept; never, for a reason that its answer tells. */
type Outcome = { taken: true; page: Document } | { taken: false; later: boolean; why: string };

function newKey(): string {
  // Not randomUUID: on a workshop's plain http there is none.
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function read(name: string): Kept[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

async function send({ fields }: Kept): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  let response: Response;
  try {
    response = await fetch(location.href, { method: "POST", body });
  } catch {
    return { taken: false, later: true, why: "" };
  }
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  // Led to another page than this one: signed out meanwhile.
  const here = new URL(response.url).pathname === location.pathname;
  if (response.ok && response.redirected && here) return { taken: true, page };
  const why = page.querySelector(".notice, .error-summary li, .field-error")?.textContent?.trim() ?? "";
  const later = response.status === 429 || response.status >= 500 || !here;
  return { taken: false, later, why };
}

export default function capture(element: HTMLElement): void {
  const form = element.querySelector<HTMLFormElement>("[data-line-form]");
  const box = element.querySelector<HTMLElement>("[data-kept]");
  const field = form?.elements.namedItem("line");
  if (!form || !box || !(field instanceof HTMLTextAreaElement)) return;
  const store = `casebook-lines ${location.pathname} ${element.dataset.keeper ?? ""}`;
  let kept = read(store);
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tell = (words: string) => {
    const [text, list] = [box.querySelector("p"), box.querySelector("ul")];
    if (text) text.textContent = words;
    list?.replaceChildren(
      ...kept.map(({ line }) => {
        const item = document.createElement("li");
        item.textContent = line;
        return item;
      }),
    );
    box.hidden = words === "";
  };
  const keep = () => {
    try {
      localStorage.setItem(store, JSON.stringify(kept));
    } catch {
      // Full or forbidden: what is kept lives as long as the page.
    }
  };
  const show = (page: Document) => {
    for (const part of ["[data-last-lines]", "[data-to-complete]", ".flash"]) {
      const [fresh, shown] = [page.querySelector(part), document.querySelector(part)];
      if (fresh && shown) shown.replaceWith(document.adoptNode(fresh));
      else if (fresh) document.querySelector("main")?.prepend(document.adoptNode(fresh));
    }
  };

  /** What was wrong with a line before says nothing of the next one. */
  const forgetErrors = () => {
    for (const error of element.querySelectorAll("[data-error], .error-summary, .field-error")) error.remove();
    for (const wrong of form.querySelectorAll("[aria-invalid]")) wrong.removeAttribute("aria-invalid");
    for (const noted of document.querySelectorAll(".flash")) noted.remove();
  };

  const flush = async () => {
    if (busy) return;
    busy = true;
    clearTimeout(timer);
    const waited = kept.length > 1;
    let refused = "";
    try {
      // One after the other: the order in which they were typed is the order in which they arrive.
      for (let first = kept[0]; first; first = kept[0]) {
        const outcome = await send(first);
        if (!outcome.taken && outcome.later) {
          tell((navigator.onLine && outcome.why ? element.dataset.again : element.dataset.offline) ?? "");
          timer = setTimeout(() => void flush(), RETRY_MS);
          return;
        }
        kept = kept.slice(1);
        keep();
        if (outcome.taken) show(outcome.page);
        else {
          refused = [outcome.why, element.dataset.refused].filter(Boolean).join(" ");
          // Nothing that was typed is lost: it comes back, before what was begun meanwhile.
          field.value = [first.line, field.value].filter(Boolean).join("\n");
        }
      }
      tell(refused || (waited ? (element.dataset.back ?? "") : ""));
    } finally {
      busy = false;
    }
  };

  form.addEventListener("submit", (event) => {
    const line = field.value.trim();
    if (line === "") return;
    event.preventDefault();
    const data = new FormData(form);
    const key = newKey();
    data.set("key", key);
    const fields = [...data].flatMap(([name, value]): [string, string][] =>
      typeof value === "string" ? [[name, value]] : [],
    );
    kept = [...kept, { key, line, fields }];
    // Kept before it is sent: a phone that goes to sleep on the way loses nothing.
    keep();
    field.value = "";
    forgetErrors();
    field.focus();
    void flush();
  });
  addEventListener("online", () => void flush());
  if (kept.length > 0) {
    tell(element.dataset.offline ?? "");
    void flush();
  }
}
