// Runs HiGHS off the request's thread. It is read as it stands, from the folder that the program was started in, as migrations are.
import { parentPort } from "node:worker_threads";
import loadHighs from "highs";

const highs = await loadHighs();
const { modelStatus, objectiveSense } = highs.constants;
/** @type {import("./solve").Loaded} */
let loaded;

/** Absolute infeasibility below this is taken for none: rows are scaled so that their largest weight is near a hundred. */
const TOLERANCE = 1e-9;

/** @param {import("./solve").Ask} ask */
function modelFor(ask) {
  const { values, weights, indices, starts, lower, upper, unit } = loaded;
  const columns = values.length;
  const cuts = ask.cuts ?? [];
  const colLower = new Float64Array(columns);
  const colUpper = new Float64Array(columns).fill(1);
  for (const { at, to } of ask.fixed ?? []) {
    colLower[at] = to;
    colUpper[at] = to;
  }
  const without = new Set(ask.without ?? []);
  const rowLower = [...lower].map((limit, row) => (without.has(row) ? -highs.infinity : limit));
  const rowUpper = [...upper].map((limit, row) => (without.has(row) ? highs.infinity : limit));
  for (const { row, to } of ask.limits ?? []) {
    if (Number.isFinite(upper[row])) rowUpper[row] = to;
    else rowLower[row] = to;
  }
  const cutIndices = [];
  const cutWeights = [];
  const cutStarts = [];
  for (const sides of cuts) {
    // Not all of these again: at least one candidate on the other side.
    cutStarts.push(indices.length + cutIndices.length);
    for (const { at, to } of sides) {
      cutIndices.push(at);
      cutWeights.push(to === 1 ? -1 : 1);
    }
    rowLower.push(1 - sides.filter(({ to }) => to === 1).length);
    rowUpper.push(highs.infinity);
  }
  const rows = rowLower.length;
  const model = highs.createModel({
    numCols: columns,
    numRows: rows,
    sense: objectiveSense.maximize,
    colCost: ask.anything ? new Float64Array(columns) : values,
    colLower,
    colUpper,
    rowLower: Float64Array.from(rowLower),
    rowUpper: Float64Array.from(rowUpper),
    matrix: {
      format: "csr",
      numRows: rows,
      numCols: columns,
      starts: Int32Array.from([...starts.slice(0, -1), ...cutStarts, indices.length + cutIndices.length]),
      indices: Int32Array.from([...indices, ...cutIndices]),
      values: Float64Array.from([...weights, ...cutWeights]),
    },
    integrality: new Int32Array(columns).fill(1),
  });
  model.options.set({
    output_flag: false,
    mip_rel_gap: 0,
    // Values are whole multiples of the unit: a bound nearer than that is the optimum.
    mip_abs_gap: unit * 0.99,
    mip_feasibility_tolerance: TOLERANCE,
    primal_feasibility_tolerance: TOLERANCE,
    dual_feasibility_tolerance: TOLERANCE,
    // Half the time on a thousand candidates with thirty rows, measured.
    mip_allow_cut_separation_at_nodes: false,
    time_limit: Math.max(0.01, ask.seconds),
  });
  return model;
}

/** @param {import("./solve").Ask} ask */
function solve(ask) {
  const model = modelFor(ask);
  try {
    if (ask.start && !ask.relaxed) {
      const colValue = new Float64Array(loaded.values.length);
      for (const at of ask.start) colValue[at] = 1;
      model.setSolution({ colValue });
    }
    if (ask.relaxed) model.options.set("solve_relaxation", true);
    model.run();
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
      return { status: "infeasible", chosen: null, bound: null };
    }
    const done = status === modelStatus.optimal || status === modelStatus.empty;
    if (ask.relaxed)
      return { status: done ? "optimal" : "time", chosen: null, bound: done ? model.getObjectiveValue() : null };
    // 2: a feasible point.
    const found = done || model.info.get("primal_solution_status") === 2;
    const { colValue } = model.getSolution();
    const chosen = [];
    if (found) for (let at = 0; at < colValue.length; at++) if (colValue[at] > 0.5) chosen.push(at);
    const bound = done ? null : model.info.get("mip_dual_bound");
    return { status: done ? "optimal" : "time", chosen: found ? chosen : null, bound };
  } finally {
    model.dispose();
  }
}

/** The most that could be had with each of these on the side given, fractions allowed; null where nothing can. */
function bounds({ flips, seconds }) {
  const model = modelFor({ seconds });
  const until = performance.now() + seconds * 1000;
  try {
    model.options.set({ solve_relaxation: true, presolve: "off" });
    model.run();
    return flips.map(({ at, to }) => {
      if (performance.now() > until) return undefined;
      model.changeColBounds(at, to, to);
      model.run();
      const status = model.getModelStatus();
      const value = status === modelStatus.optimal ? model.getObjectiveValue() : undefined;
      model.changeColBounds(at, 0, 1);
      return status === modelStatus.infeasible ? null : value;
    });
  } finally {
    model.dispose();
  }
}

parentPort.on("message", ({ number, load, ask, flip }) => {
  const began = performance.now();
  const spent = () => (performance.now() - began) / 1000;
  try {
    if (load) loaded = load;
    const answer = ask ? solve(ask) : flip ? bounds(flip) : null;
    parentPort.postMessage({ number, answer, spent: spent() });
  } catch (problem) {
    parentPort.postMessage({ number, problem: String(problem?.stack ?? problem), spent: spent() });
  }
});
