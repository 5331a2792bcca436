/** Every provision that ships, by its stable key. An installation may word and date them anew. */
import { ANNEX_III_LAW } from "./annex-iii";
import { DEPLOYER_LAW } from "./deployer";
import { DUTY_LAW } from "./duties";
import { HIGH_RISK_LAW } from "./high-risk";
import { INCIDENT_LAW } from "./incidents";
import { PRACTICE_LAW } from "./practices";
import type { Shipped } from "./provision";
import { SCOPE_LAW } from "./scope";
import { TRANSPARENCY_LAW } from "./transparency";

const ALL = {
  ...SCOPE_LAW,
  ...PRACTICE_LAW,
  ...HIGH_RISK_LAW,
  ...ANNEX_III_LAW,
  ...TRANSPARENCY_LAW,
  ...DUTY_LAW,
  ...DEPLOYER_LAW,
  ...INCIDENT_LAW,
};

export type ProvisionKey = keyof typeof ALL;

export const SHIPPED: Readonly<Record<ProvisionKey, Shipped>> = ALL;

export const PROVISION_KEYS = Object.keys(ALL) as ProvisionKey[];

export function isProvision(text: string): text is ProvisionKey {
  return Object.hasOwn(ALL, text);
}
