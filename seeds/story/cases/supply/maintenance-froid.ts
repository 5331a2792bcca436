import { day } from "#app/kernel/day";
import { build, estimated, run, valued } from "../../estimating";
import { aCase, assess, decided, form, screened, t, to } from "../../writing";

export const maintenanceFroid = aCase({
  key: "maintenance-froid",
  department: "supply",
  author: "antoine",
  owner: "antoine",
  technicalOwner: "lea",
  campaign: "hackathon",
  title: t("Pannes de froid vues avant qu'elles n'arrivent", "Refrigeration failures seen before they happen"),
  need: t(
    "Une panne de meuble froid un samedi coûte 6 000 € de marchandise ; le frigoriste passe après.",
    "A refrigerated cabinet failing on a Saturday costs €6,000 of goods; the technician comes afterwards.",
  ),
  expectedBenefit: t(
    "Intervenir la veille plutôt que le lendemain.",
    "Step in the day before rather than the day after.",
  ),
  affected: t(
    "Les magasins, la maintenance, le frigoriste sous contrat",
    "Stores, maintenance, the contracted technician",
  ),
  peopleAffected: 310,
  frequency: { count: 5, per: "week" },
  minutesPerTime: 95,
  dataInvolved: t("Températures et consommation de 9 400 meubles", "Temperatures and consumption of 9,400 cabinets"),
  source: "hackathon",
  aiType: "classic-ml",
  entry: form("2026-03-19"),
  similar: { lookedAt: [], whyNew: t("Premier cas sur les équipements.", "The first case on equipment.") },
  vendors: ["fabrique"],
  screening: screened("2026-03-30", "claire", "H"),
  assessments: [
    assess("karim", "2026-05-27", "5444", "42322"),
    assess(
      "hugo",
      "2026-05-29",
      "4333",
      "43322",
      t(
        "9 400 capteurs sur le réseau des magasins : segmentation avant tout.",
        "9,400 sensors on the store network: segmentation first.",
      ),
    ),
    assess("thomas", "2026-06-03", "4333", "33222"),
  ],
  businessCase: estimated("2026-06-12", "elodie", "2026-Q4", [
    valued("cost-avoided", {
      label: t("Marchandise sauvée", "Goods saved"),
      quantity: [8, 14, 22],
      each: [4_500, 6_000, 7_000],
      unit: t("pannes évitées", "failures avoided"),
      adoption: [0.4, 0.65, 0.8],
      ramp: 3,
      attribution: 0.7,
    }),
    valued("cost-avoided", {
      label: t("Électricité", "Electricity"),
      quantity: [40_000, 70_000, 110_000],
      each: [0.13, 0.15, 0.18],
      unit: t("kWh", "kWh"),
      adoption: [0.4, 0.6, 0.8],
      ramp: 3,
      attribution: 0.6,
    }),
    build([120_000, 150_000, 210_000]),
    run([6_000, 8_000, 11_000]),
  ]),
  filterExceptions: [
    {
      filter: "payback",
      by: "claire",
      on: day("2026-06-25"),
      reason: t(
        "Quatorze mois au lieu de douze : accepté parce que les capteurs sont déjà payés par le plan d'économies d'énergie.",
        "Fourteen months instead of twelve: accepted since the sensors are already paid for by the energy plan.",
      ),
    },
  ],
  decisions: [
    decided(
      "s7",
      "approve",
      t(
        "Exception au délai de retour ; POC en janvier, après les fêtes.",
        "Exception to the payback rule; POC in January, after Christmas.",
      ),
    ),
  ],
  moves: [
    to("submitted", "2026-03-19", "antoine"),
    to("assessment", "2026-04-01", "claire"),
    to("approved", "2026-06-25", "claire", { session: "s7" }),
  ],
});
