/** The laws of Annex I by what they cover. Regulation (EU) 2026/1744 moved machinery from section A to section B. */
export const SECTION_A = [
  "toys",
  "recreational-craft",
  "lifts",
  "explosive-atmospheres",
  "radio-equipment",
  "pressure-equipment",
  "cableways",
  "protective-equipment",
  "gas-appliances",
  "medical-devices",
  "in-vitro-diagnostics",
] as const;

/** Of these the Regulation itself asks next to nothing: their own laws do (Article 2(2)). */
export const SECTION_B = [
  "machinery",
  "civil-aviation-security",
  "two-three-wheel-vehicles",
  "agricultural-vehicles",
  "marine-equipment",
  "rail",
  "motor-vehicles",
  "aviation",
] as const;
