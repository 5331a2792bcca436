import { aCase, aiAct, decided, kpi, live, rep, reviewer, screened, spent, t, to } from "../../writing";

export const traductionConsignes = aCase({
  key: "traduction-consignes",
  department: "stores",
  author: "pauline",
  owner: "david",
  technicalOwner: "mathieu",
  title: t("Consignes traduites pour les équipes", "Instructions translated for the teams"),
  need: t(
    "Dans quarante magasins frontaliers et franciliens, une partie de l'équipe de nuit lit mal le français ; les consignes passent par un collègue.",
    "In forty stores near borders and around Paris, part of the night team reads French poorly; instructions go through a colleague.",
  ),
  expectedBenefit: t(
    "La même consigne, comprise par tous, le même jour.",
    "The same instruction, understood by all, on the same day.",
  ),
  affected: t("Équipes de nuit", "Night teams"),
  peopleAffected: 900,
  frequency: { count: 4, per: "week" },
  minutesPerTime: 12,
  dataInvolved: t("Notes de service", "Staff notes"),
  source: "field",
  aiType: "generative",
  entry: live("2025-03-04", "2024-12-09"),
  vendors: ["hexaline"],
  screening: screened("2025-04-08", "claire", "H"),
  aiAct: aiAct(
    "limited",
    "2025-05-20",
    t("Traduction automatique signalée comme telle.", "Machine translation, marked as such."),
  ),
  humanReviewer: reviewer("david", "2025-05-20"),
  kpis: [
    kpi({
      key: "heures",
      definedOn: "2025-05-05",
      name: t("Heures d'explication évitées", "Hours of explaining avoided"),
      unit: "h",
      direction: "up",
      target: 900,
      owner: "david",
      aggregation: "sum",
      baseline: [0, "2024-Q3", t("Déclaration des responsables de nuit", "Statement by night managers")],
      worth: 13,
      from: "2025-Q2",
      until: "2026-Q1",
      source: t("Déclaration des responsables de nuit", "Statement by night managers"),
      reports: [
        rep("2025-Q2", 620, 0, 17),
        rep("2025-Q3", 690, 0, 18),
        rep("2025-Q4", 610, 0, 18),
        rep(
          "2026-Q1",
          240,
          0,
          16,
          t(
            "Les magasins équipés de l'assistant ne s'en servent plus.",
            "Stores that have the assistant no longer use it.",
          ),
        ),
      ],
    }),
  ],
  costs: spent("pauline", {
    "2025-Q2": { licence: 3_100 },
    "2025-Q3": { licence: 3_100 },
    "2025-Q4": { licence: 3_100 },
    "2026-Q1": { licence: 3_100 },
  }),
  decisions: [
    decided(
      "s6",
      "retire",
      t(
        "L'assistant de magasin répond dans onze langues : garder les deux outils brouille les équipes.",
        "The store assistant answers in eleven languages: keeping both tools confuses the teams.",
      ),
    ),
  ],
  moves: [
    to("retired", "2026-04-09", "claire", {
      session: "s6",
      learning: t(
        "Personne n'avait mesuré l'effet : nous arrêtons sans savoir ce que nous perdons. Et l'outil n'était gratuit que la première année.",
        "Nobody had measured the effect: we stop without knowing what we lose. And the tool was free in its first year only.",
      ),
    }),
  ],
});
