/** The classes as cases keep them, beside the names that programs and the Act's own cases use: the one place that knows both. */
import type { AiActClass } from "./classify";

export const KEPT_CLASSES = ["minimal", "limited", "exempt", "high", "prohibited", "out-of-scope"] as const;
export type KeptClass = (typeof KEPT_CLASSES)[number];

const NAMES = {
  minimal: "minimal",
  limited: "transparency",
  exempt: "not_high_risk_art6_3",
  high: "high_risk",
  prohibited: "prohibited",
  "out-of-scope": "out_of_scope",
} as const satisfies Record<KeptClass, AiActClass>;

export const named = (kept: KeptClass): AiActClass => NAMES[kept];

export function kept(name: AiActClass): KeptClass {
  const found = KEPT_CLASSES.find((one) => NAMES[one] === name);
  if (!found) throw new Error(`No class ${name}`);
  return found;
}
