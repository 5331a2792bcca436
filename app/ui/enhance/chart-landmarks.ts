import type { Plugin } from "chart.js";
import type { ChartJson } from "../chart-data";
import type { Inks } from "./chart-paint";
import { writer } from "./chart-words";

/** What is drawn around the series: thresholds, quadrants, and a waterfall's connections and values. */
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
      if (drawn.shape === "categories" && drawn.mark && scales.y) {
        const y = scales.y.getPixelForValue(drawn.mark.value);
        line(area.left, y, area.right, y);
        ctx.textAlign = "right";
        ctx.fillText(drawn.mark.label, area.right - 4, y - 5);
      }
      if (drawn.shape === "categories" && drawn.steps) {
        const bars = chart.getDatasetMeta(0).data;
        drawn.series[0]?.points.forEach((point, index) => {
          const [bar, next] = [bars[index], bars[index + 1]];
          const level = Array.isArray(point.value) ? scales.y?.getPixelForValue(point.value[1]) : undefined;
          if (bar && next && level !== undefined) line(bar.x, level, next.x, level);
        });
      }
      if (drawn.shape === "bubbles" && scales.x && scales.y) {
        const { x, y } = drawn;
        if (x.threshold !== undefined) {
          const at = scales.x.getPixelForValue(x.threshold);
          line(at, area.top, at, area.bottom);
        }
        if (y.threshold !== undefined) {
          const at = scales.y.getPixelForValue(y.threshold);
          line(area.left, at, area.right, at);
        }
      }
      ctx.restore();
    },
    afterDatasetsDraw(chart) {
      const { drawn } = json;
      const { ctx, chartArea: area, scales } = chart;
      ctx.save();
      if (drawn.shape === "bubbles") {
        // Over the bubbles and with an edge of paper, so that a crowd does not swallow the names.
        ctx.font = `italic 13px ${inks.serif}`;
        ctx.fillStyle = inks.ink;
        ctx.strokeStyle = inks.sheet;
        ctx.lineWidth = 4;
        ctx.lineJoin = "round";
        drawn.quadrants.forEach((name, index) => {
          const right = index % 2 === 1;
          const [x, y] = [right ? area.right - 8 : area.left + 8, index < 2 ? area.top + 18 : area.bottom - 10];
          ctx.textAlign = right ? "right" : "left";
          ctx.strokeText(name, x, y);
          ctx.fillText(name, x, y);
        });
      }
      ctx.fillStyle = inks.ink;
      ctx.font = `12px ${inks.font}`;
      ctx.textAlign = "center";
      const steps = drawn.shape === "categories" && drawn.steps ? drawn.series[0] : undefined;
      steps?.points.forEach((point, index) => {
        const bar = chart.getDatasetMeta(0).data[index];
        if (!bar || !Array.isArray(point.value) || !scales.y) return;
        ctx.fillText(write(point.says, true), bar.x, scales.y.getPixelForValue(Math.max(...point.value)) - 6);
      });
      ctx.restore();
    },
  };
}
