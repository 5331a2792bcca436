import { Chart, type ChartConfiguration } from "chart.js";
import { inItsTurn } from "./turns";

/**
 * A chart that comes in steps, each a turn of its own: its axes, its data, its paint. The library's code is new to the
 * browser then, and all of it at once would hold up a slow processor. Whoever destroys the chart meanwhile ends it.
 */
export function chartInSteps(canvas: HTMLCanvasElement, config: ChartConfiguration): Chart {
  const { data, plugins = [] } = config;
  let painting = false;
  const held = { id: "held", beforeRender: () => painting };
  const bare = { ...data, datasets: [] };
  const chart = new Chart(canvas, { ...config, data: bare, plugins: [...plugins, held] } as ChartConfiguration);
  const isThere = () => chart.ctx !== null;
  void inItsTurn(() => {
    if (!isThere()) return;
    chart.data = data;
    chart.update("none");
  });
  void inItsTurn(() => {
    painting = true;
    if (isThere()) chart.draw();
  });
  return chart;
}
