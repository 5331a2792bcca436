import { aCase, assess, form, screened, t, to } from "../../writing";

export const previsionTresorerie = aCase({
  key: "prevision-tresorerie",
  department: "finance",
  author: "julien",
  owner: "olivier",
  technicalOwner: "lea",
  title: t("Prévision de trésorerie à treize semaines", "Thirteen-week cash forecast"),
  need: t(
    "La prévision se fait le lundi dans un tableur ; elle est fausse le jeudi.",
    "The forecast is made on Monday in a spreadsheet; it is wrong by Thursday.",
  ),
  expectedBenefit: t(
    "Réduire de moitié l'écart et placer mieux les excédents.",
    "Halve the gap and place surpluses better.",
  ),
  affected: t("La trésorerie", "Treasury"),
  peopleAffected: 6,
  frequency: { count: 1, per: "week" },
  minutesPerTime: 360,
  dataInvolved: t("Encaissements, échéanciers", "Receipts, payment schedules"),
  source: "survey",
  aiType: "classic-ml",
  entry: form("2026-10-08"),
  similar: {
    lookedAt: ["prevision-frais"],
    whyNew: t(
      "On prévoit des euros ; les échéances de fournisseurs font l'essentiel.",
      "This forecasts euros; supplier due dates make up most of it.",
    ),
  },
  screening: screened("2026-10-15", "claire", "H"),
  assessments: [assess("elodie", "2026-11-10", "3422", "22212")],
  moves: [to("submitted", "2026-10-08", "julien"), to("assessment", "2026-10-15", "claire")],
});
