import type { Plugin } from "chart.js";
import type { ChartJson } from "../chart-data";
import type { Inks } from "./chart-paint";
import { writer } from "./chart-words";

/** Those that do not run into each other: the sums at both ends first, then from left to right. The table has them all. */
function apart<Text extends { left: number; right: number }>(texts: readonly Text[]): Text[] {
  const [first, ...rest] = texts;
  const last = rest.pop();
  if (!first || !last) return [...texts];
  let free = first.right;
  const between = rest.filter(({ left, right }) => {
    if (left < free || right > last.left) return false;
    free = right;
    return true;
  });
  return [first, ...between, last];
}

/** What is drawn around the series: thresholds, and a waterfall's connections and values. */
export function landmarks(json: ChartJson, inks: Inks): Plugin {
  const write = writer(json.format);
  return {
    id: "landmarks",
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea: area, scales } = chart;
      const { drawn } = json;
      ctx.save();
      ctx.strokeStyle = inks.soft;
      ctx.fillStyle = inks.soft;
      ctx.setLineDash([5, 4]);
      ctx.font = `italic 13px ${inks.serif}`;
      const line = (x1: number, y1: number, x2: number, y2: number) => {
        ctx.beginPath();
        ctx.moveTo(x1, y1);
        ctx.lineTo(x2, y2);
        ctx.stroke();
      };
      if (drawn.mark && scales.y) {
        const y = scales.y.getPixelForValue(drawn.mark.value);
        line(area.left, y, area.right, y);
        ctx.textAlign = "right";
        ctx.fillText(drawn.mark.label, area.right - 4, y - 5);
      }
      if (drawn.steps) {
        const bars = chart.getDatasetMeta(0).data;
        const scale = drawn.horizontal ? scales.x : scales.y;
        drawn.series[0]?.points.forEach((point, index) => {
          const [bar, next] = [bars[index], bars[index + 1]];
          const level = Array.isArray(point.value) ? scale?.getPixelForValue(point.value[1]) : undefined;
          if (!bar || !next || level === undefined) return;
          if (drawn.horizontal) line(level, bar.y, level, next.y);
          else line(bar.x, level, next.x, level);
        });
      }
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { drawn } = json;
      const { ctx, scales } = chart;
      ctx.save();
      ctx.fillStyle = inks.ink;
      ctx.font = `12px ${inks.font}`;
      const steps = drawn.steps ? drawn.series[0] : undefined;
      const beside = drawn.horizontal;
      ctx.textAlign = beside ? "left" : "center";
      const values = (steps?.points ?? []).flatMap((point, index) => {
        const bar = chart.getDatasetMeta(0).data[index];
        const scale = beside ? scales.x : scales.y;
        if (!bar || !Array.isArray(point.value) || !scale) return [];
        const text = write(point.says, true);
        const end = scale.getPixelForValue(Math.max(...point.value));
        const half = ctx.measureText(text).width / 2 + 2;
        const x = beside ? end + 5 : Math.min(bar.x, chart.width - half);
        return [{ text, x, y: beside ? bar.y + 4 : end - 6, left: x - half, right: x + half }];
      });
      for (const { text, x, y } of beside ? values : apart(values)) ctx.fillText(text, x, y);
      ctx.restore();
    },
  };
}
