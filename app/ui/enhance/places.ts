const KEY = "casebook-place:";

interface Place {
  search: string;
  y: number;
}

/**
 * Every list keeps its place: crumbs that lead back to a `[data-keep-place]` list find its filters and its scroll again.
 * The browser's own «back» needs no help.
 */
export function keepPlaces(): void {
  const list = document.querySelector("[data-keep-place]");
  const here = KEY + location.pathname;
  const recall = (key: string): Place | null => JSON.parse(sessionStorage.getItem(key) ?? "null");
  if (list) {
    const place = recall(here);
    if (place && location.hash === "#back" && place.search === location.search) {
      scrollTo(0, place.y);
      history.replaceState(history.state, "", location.pathname + location.search);
    }
    addEventListener("pagehide", () => {
      sessionStorage.setItem(here, JSON.stringify({ search: location.search, y: scrollY } satisfies Place));
    });
  }
  for (const crumb of document.querySelectorAll<HTMLAnchorElement>("a[data-back]")) {
    const place = crumb.search ? null : recall(KEY + crumb.pathname);
    if (place) crumb.href = `${crumb.pathname}${place.search}#back`;
  }
}
