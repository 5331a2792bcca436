import type { ChartUpdate } from "#app/ui/chart-parts";
import { changeChart } from "#app/ui/enhance/chart-changed";

const PAUSE_MS = 400;

interface Answer {
  summary: Record<string, string> | null;
  charts?: Record<string, ChartUpdate>;
}

/** Keeps the figures and charts beside the form up to date while one types; the server works them out, by the rules that save them. */
export default function liveFigures(form: HTMLElement): void {
  if (!(form instanceof HTMLFormElement)) return;
  const state = form.querySelector<HTMLElement>("[data-live-state]");
  const url = form.dataset.live;
  if (!state || !url) return;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let asked: AbortController | undefined;

  const show = ({ summary, charts = {} }: Answer) => {
    state.textContent = summary ? "" : (state.dataset.incomplete ?? "");
    // Without a result the last one stays, struck out, rather than a page full of dashes.
    form.toggleAttribute("data-live-stale", !summary);
    for (const figure of form.querySelectorAll<HTMLElement>("[data-live-figure]")) {
      const said = summary?.[figure.dataset.liveFigure ?? ""];
      if (said !== undefined) figure.textContent = said;
    }
    for (const part of form.querySelectorAll<HTMLElement>("[data-live-chart]")) {
      const update = charts[part.dataset.liveChart ?? ""];
      const figure = part.firstElementChild;
      if (!update || !figure) continue;
      part.hidden = update.rows.length === 0;
      changeChart(figure, update);
    }
  };
  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const response = await fetch(url, { method: "POST", body: new FormData(form), signal: asked.signal });
      if (!response.ok) return;
      show(await response.json());
    } catch {
      // Asked again meanwhile, or no network: the figures are worked out at the next button.
    }
  };
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => void ask(), PAUSE_MS);
  });
}
