import { keepPlaces } from "./ui/enhance/places";
import { postOnce } from "./ui/enhance/posting";
import { listenForShortcuts } from "./ui/enhance/shortcuts";
import { switchThemeInPlace } from "./ui/enhance/theme";
import { inItsTurn } from "./ui/enhance/turns";
import { forgetTypedOnSignOut } from "./ui/enhance/typed";

type Enhancer = (element: HTMLElement) => void;

/** `data-enhance="name"` → the module that enhances it, loaded only by the pages that have such an element. */
const ENHANCERS: Record<string, () => Promise<{ default: Enhancer }>> = {
  board: () => import("./delivery/enhance/board"),
  "business-case": () => import("./business-cases/enhance/live-figures"),
  scatter: () => import("./ui/enhance/scatter"),
  capture: () => import("./use-cases/capture/enhance/capture"),
  chart: () => import("./ui/enhance/chart"),
  menu: () => import("./ui/enhance/menu"),
  person: () => import("./people/enhance/person"),
  rows: () => import("./ui/enhance/rows"),
  "report-grid": () => import("./measurement/enhance/report-grid"),
  "find-case": () => import("./use-cases/enhance/find-case"),
  guide: () => import("./use-cases/enhance/guide"),
  "kept-texts": () => import("./use-cases/enhance/kept-texts"),
  mentions: () => import("./use-cases/enhance/mentions"),
  draft: () => import("./use-cases/enhance/draft"),
  "live-parts": () => import("./ui/enhance/live-parts"),
  similar: () => import("./use-cases/enhance/similar"),
  asking: () => import("./ui/enhance/asking"),
  beside: () => import("./ui/enhance/beside"),
  follow: () => import("./ui/enhance/follow"),
  wall: () => import("./ui/enhance/wall"),
  "yearly-hours": () => import("./use-cases/enhance/yearly-hours"),
};

function start(): void {
  for (const element of document.querySelectorAll<HTMLElement>("[data-enhance]")) {
    for (const name of element.dataset.enhance?.split(" ") ?? []) {
      // The page works without it: an enhancer that fails must not take the others along.
      ENHANCERS[name]?.()
        .then(({ default: enhance }) =>
          inItsTurn(() => {
            enhance(element);
            // Seen in the browser's timeline, and awaited by tests.
            performance.mark(`enhanced ${name}`);
          }),
        )
        .catch((fault: unknown) => console.error(`${name}:`, fault));
    }
  }

  switchThemeInPlace();
  postOnce();
  forgetTypedOnSignOut();
  keepPlaces();
  listenForShortcuts();
}

start();
