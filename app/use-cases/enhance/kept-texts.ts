import { keptPlaces, TypedStore } from "../../ui/enhance/typed";

const REFERENCE = /^UC-\d+$/;

/** Tells of text that this device kept for other drafts and that the book does not have: to be opened, or forgotten. */
export default function keptTexts(list: HTMLElement): void {
  const person = list.dataset.person ?? "";
  const line = list.querySelector("template");
  const kept = keptPlaces(person).filter(({ place }) => REFERENCE.test(place));
  if (!line || kept.length === 0) return;
  const moment = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "medium", timeStyle: "short" });
  for (const { place, at } of kept) {
    const piece = document.importNode(line.content, true);
    const row = piece.firstElementChild;
    const words = piece.querySelector("[data-words]");
    const open = piece.querySelector("a");
    if (!row || !words || !open) return;
    words.textContent = (words.getAttribute("data-words") ?? "")
      .replace("{reference}", place)
      .replace("{time}", moment.format(at));
    open.href = `/use-cases/${place}/edit`;
    piece.querySelector("button")?.addEventListener("click", () => {
      new TypedStore(person, place).forget();
      row.remove();
      list.hidden = list.querySelector("[data-kept]") === null;
    });
    list.append(piece);
  }
  list.hidden = false;
}
