import { aCase, form, t, to } from "../../writing";

export const barometreSocial = aCase({
  key: "barometre-social",
  department: "hr",
  author: "noemie",
  owner: "noemie",
  technicalOwner: "lea",
  campaign: "automne",
  title: t("Lire les 9 000 commentaires du baromètre social", "Reading the staff survey's 9,000 comments"),
  need: t(
    "Le baromètre revient avec 9 000 commentaires ; le CSE reçoit trois citations choisies.",
    "The staff survey returns 9,000 comments; the works council receives three chosen quotations.",
  ),
  expectedBenefit: t(
    "Rendre compte de tous les thèmes, sans jamais remonter à une personne.",
    "Report every theme, never tracing a person.",
  ),
  affected: t("DRH, CSE, directeurs", "HR management, works council, managers"),
  peopleAffected: 40,
  frequency: { count: 1, per: "year" },
  minutesPerTime: 4_800,
  dataInvolved: t("Commentaires anonymes", "Anonymous comments"),
  source: "field",
  aiType: "generative",
  entry: form("2026-11-09"),
  similar: {
    lookedAt: ["verbatims-clients"],
    whyNew: t(
      "Même technique que les verbatims clients ; l'anonymat des salariés change tout le reste.",
      "Same technique as customer comments; employees' anonymity changes all the rest.",
    ),
  },
  moves: [to("submitted", "2026-11-09", "noemie")],
});
