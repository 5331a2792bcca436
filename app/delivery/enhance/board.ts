/**
 * Cards are dragged to another column, taken there with Alt and an arrow, or moved by the form that their link leads to,
 * which opens in place. What the server refuses is said by that same form: what is missing, with the way to it.
 */

const SEEN_MS = 250;

interface Going {
  card: HTMLElement;
  /** The move's own page, which also takes its form. */
  page: string;
}

/** The move of the card in which something happened; null where there is none. */
function goingFrom(target: EventTarget | null): Going | null {
  const card = target instanceof Element ? target.closest<HTMLElement>(".board-card") : null;
  const link = card?.querySelector<HTMLAnchorElement>(".board-move");
  return card && link ? { card, page: link.href } : null;
}

const columnOf = (element: Element) => element.closest<HTMLElement>("[data-column]");
/** The stage that a column stands for, as forms send it: empty is unknown. */
const stageOf = (column: HTMLElement | null) => (column?.dataset.column ?? "unknown").replace(/^unknown$/, "");

function panelIn(html: string): Element | null {
  return new DOMParser().parseFromString(html, "text/html").querySelector("[data-move-panel]");
}

export default function board(element: HTMLElement): void {
  const { moved = "", refused = "", offline = "", close = "" } = element.dataset;
  const said = element.querySelector<HTMLElement>("[data-said]");
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  element.append(dialog);
  let open: Going | null = null;

  const say = (sentence: string) => {
    if (said) said.textContent = sentence;
  };
  /** After the answer is seen: drawing a board of hundreds anew must not hold it up. */
  const refresh = () => setTimeout(() => element.dispatchEvent(new Event("follow-now")), SEEN_MS);

  const show = (going: Going, panel: Element) => {
    open = going;
    const closing = document.createElement("button");
    closing.type = "button";
    closing.className = "button button-plain dialog-close";
    closing.textContent = close;
    closing.addEventListener("click", () => dialog.close());
    const title = document.createElement("h2");
    title.id = "move-title";
    title.textContent = going.card.querySelector(".row-link")?.textContent ?? "";
    dialog.setAttribute("aria-labelledby", title.id);
    dialog.replaceChildren(title, closing, ...panel.childNodes);
    if (!dialog.open) dialog.showModal();
    const first = dialog.querySelector<HTMLElement>("[role=alert], select");
    if (first?.role === "alert") first.tabIndex = -1;
    first?.focus();
  };

  const place = ({ card: moving }: Going, to: string) => {
    // What follows the board may have drawn the card anew while its move was on the way.
    const card = document.getElementById(moving.id) ?? moving;
    const target = card.closest(".board")?.querySelector(`[data-column="${to}"] .board-cards`);
    const name = document.querySelector(`[data-column="${to}"] :is(h2, h3)`)?.textContent ?? to;
    if (target) target.append(card);
    else card.remove();
    card.classList.remove("board-moving");
    card.querySelector<HTMLElement>(".row-link")?.focus();
    say(moved.replace("{reference}", card.id.replace("card-", "")).replace("{stage}", name));
    refresh();
  };

  /** Sends a move; what comes back in place of a way on is its own page, which says why not. */
  const send = async (going: Going, form: FormData) => {
    going.card.classList.add("board-moving");
    say("");
    try {
      const response = await fetch(going.page, { method: "POST", body: form, redirect: "manual" });
      if (response.type === "opaqueredirect") {
        dialog.close();
        return place(going, String(form.get("to") ?? ""));
      }
      const panel = panelIn(await response.text());
      say(refused);
      if (panel) show(going, panel);
      else location.assign(going.page);
      refresh();
    } catch {
      say(offline);
    }
    going.card.classList.remove("board-moving");
  };

  const moveTo = (going: Going, column: HTMLElement | null) => {
    if (!column || column.dataset.takes === undefined) return;
    const from = stageOf(columnOf(going.card));
    const to = stageOf(column);
    if (to === from) return;
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: "move", from, to })) form.set(name, value);
    void send(going, form);
  };

  dialog.addEventListener("submit", (event) => {
    if (!(event.target instanceof HTMLFormElement) || !open) return;
    event.preventDefault();
    void send(open, new FormData(event.target));
  });
  dialog.addEventListener("close", () => {
    dialog.replaceChildren();
    open?.card.querySelector<HTMLElement>(".board-move")?.focus({ preventScroll: true });
    open = null;
  });

  element.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest(".board-move") : null;
    const going = link ? goingFrom(link) : null;
    if (!going || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    fetch(going.page)
      .then(async (response) => {
        const panel = response.ok ? panelIn(await response.text()) : null;
        if (panel) show(going, panel);
        else location.assign(going.page);
      })
      .catch(() => say(offline));
  });

  element.addEventListener("keydown", (event) => {
    if (!event.altKey || !["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const going = goingFrom(event.target);
    const column = going && columnOf(going.card);
    if (!going || !column) return;
    event.preventDefault();
    const next = event.key === "ArrowRight" ? column.nextElementSibling : column.previousElementSibling;
    moveTo(going, next instanceof HTMLElement ? next : null);
  });

  dragging(element, moveTo);
}

/** Only what is taken by the pointer becomes draggable: a board of a thousand cards costs nothing before. */
function dragging(element: HTMLElement, moveTo: (going: Going, column: HTMLElement | null) => void): void {
  let going: Going | null = null;
  const mark = (column: HTMLElement | null) => {
    for (const one of element.querySelectorAll(".board-over")) if (one !== column) one.classList.remove("board-over");
    column?.classList.add("board-over");
  };
  const takes = (event: Event) => {
    const column = event.target instanceof Element ? columnOf(event.target) : null;
    return column?.dataset.takes !== undefined ? column : null;
  };
  element.addEventListener("pointerdown", (event) => {
    const taken = event.pointerType === "mouse" ? goingFrom(event.target) : null;
    if (!taken) return;
    taken.card.draggable = true;
    for (const link of taken.card.querySelectorAll("a")) link.draggable = false;
  });
  element.addEventListener("dragstart", (event) => {
    going = goingFrom(event.target);
    event.dataTransfer?.setData("text/plain", going?.card.id.replace("card-", "") ?? "");
    going?.card.classList.add("board-moving");
  });
  element.addEventListener("dragover", (event) => {
    const column = going && takes(event);
    if (column) event.preventDefault();
    mark(column);
  });
  element.addEventListener("drop", (event) => {
    const column = takes(event);
    if (going && column) {
      event.preventDefault();
      moveTo(going, column);
    }
  });
  element.addEventListener("dragend", () => {
    mark(null);
    going?.card.classList.remove("board-moving");
    going = null;
  });
}
