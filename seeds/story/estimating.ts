import type {
  LicenceLine,
  Line,
  NonMonetaryLine,
  OneOffLine,
  Range,
  ReviewLine,
  RunLine,
  TimeLine,
  UsageLine,
  ValuedKind,
  ValuedLine,
} from "#app/business-cases/lines";
import { certain, DEFAULT_REUSE_SHARE } from "#app/business-cases/lines";
import { day } from "#app/kernel/day";
import { quarter } from "#app/kernel/quarter";
import type { Both, BusinessCase, Key } from "./types";
import { euros, t } from "./writing";

/** An estimate: certain, or low, likely and high. */
type Estimate = number | [low: number, likely: number, high: number];

function range(estimate: Estimate, scale = 1): Range {
  if (typeof estimate === "number") return certain(estimate * scale);
  const [low, likely, high] = estimate;
  return { low: low * scale, likely: likely * scale, high: high * scale };
}

interface Effect {
  label: Both;
  adoption?: Estimate;
  ramp?: number;
  attribution?: number;
  after?: number;
}

function effect({ label, adoption = 1, ramp = 2, attribution = 1, after = 0 }: Effect) {
  return {
    id: "",
    side: "benefit" as const,
    label,
    startsAfterQuarters: after,
    adoption: range(adoption),
    rampQuarters: ramp,
    attribution,
  };
}

/** `hourly` in euros; `volume` a quarter. */
export function time(told: Effect & { volume: Estimate; minutes: Estimate; hourly: number; reuse?: number }): TimeLine {
  return {
    ...effect(told),
    kind: "time",
    volumePerQuarter: range(told.volume),
    minutesSaved: range(told.minutes),
    hourlyCost: euros(told.hourly),
    reuseShare: told.reuse ?? DEFAULT_REUSE_SHARE,
  };
}

/** `each` in euros for one of the quantity; `quantity` a quarter. */
export function valued(
  kind: ValuedKind,
  told: Effect & { quantity: Estimate; each: Estimate; unit: Both },
): ValuedLine {
  return {
    ...effect(told),
    kind,
    quantityPerQuarter: range(told.quantity),
    unitValue: range(told.each, 100),
    unit: told.unit,
  };
}

export function counted(told: Effect & { quantity: Estimate; unit: Both }): NonMonetaryLine {
  return { ...effect(told), kind: "non-monetary", quantityPerQuarter: range(told.quantity), unit: told.unit };
}

const cost = (label: Both, after: number) => ({ id: "", side: "cost" as const, label, startsAfterQuarters: after });

export function build(amount: Estimate, label = t("Construction et intégration", "Build and integration")): OneOffLine {
  return { ...cost(label, 0), kind: "build", amount: range(amount, 100) };
}

export function change(
  amount: Estimate,
  label = t("Accompagnement et formation", "Change and training"),
  after = 0,
): OneOffLine {
  return { ...cost(label, after), kind: "change", amount: range(amount, 100) };
}

/** `price` in euros a working day, or a month. */
export function licence(
  seats: Estimate,
  price: Estimate,
  per: LicenceLine["per"] = "working-day",
  label = t("Licences de l'assistant", "Assistant licences"),
): LicenceLine {
  return { ...cost(label, 0), kind: "licence", seats: range(seats), price: range(price, 100), per };
}

/** `price` in euros for one unit. */
export function usage(units: Estimate, price: Estimate, unit: Both, label = t("Appels au modèle", "Model calls")) {
  const line: UsageLine = {
    ...cost(label, 0),
    kind: "usage",
    unitsPerQuarter: range(units),
    unitPrice: range(price, 100),
    unit,
  };
  return line;
}

/** Euros a quarter. */
export function run(amount: Estimate, label = t("Exploitation et maintenance", "Run and maintenance")): RunLine {
  return { ...cost(label, 0), kind: "run", amountPerQuarter: range(amount, 100) };
}

export function review(hours: Estimate, hourly: number, label = t("Relecture humaine", "Human review")): ReviewLine {
  return { ...cost(label, 0), kind: "review", hoursPerQuarter: range(hours), hourlyCost: euros(hourly) };
}

/** A business case whose lines are named in order: `l1`, `l2`, … */
export function estimated(on: string, estimator: Key, first: string, lines: Line[], note?: Both): BusinessCase {
  return {
    on: day(on),
    estimator,
    firstQuarter: quarter(first),
    lines: lines.map((line, index) => ({ ...line, id: `l${index + 1}` })),
    note: note ?? null,
  };
}
