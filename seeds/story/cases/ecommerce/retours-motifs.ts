import { aCase, form, t, to } from "../../writing";

export const retoursMotifs = aCase({
  key: "retours-motifs",
  department: "ecommerce",
  author: "thomas",
  owner: "margaux",
  technicalOwner: "lea",
  campaign: "automne",
  title: t("Comprendre pourquoi les clients retournent", "Understanding why customers send back"),
  need: t(
    "38 000 retours par an portent le motif « autre » ; le texte libre dit pourquoi, personne ne le lit.",
    "38,000 returns a year carry the reason “other”; the free text says why, nobody reads it.",
  ),
  expectedBenefit: t(
    "Corriger la fiche ou le fournisseur avant la centième plainte.",
    "Correct the page or the supplier before the hundredth complaint.",
  ),
  affected: t("Le catalogue, les achats non alimentaires", "The catalogue, non-food purchasing"),
  peopleAffected: 17,
  frequency: { count: 1, per: "week" },
  minutesPerTime: 180,
  dataInvolved: t("Textes libres de retour, parfois nominatifs", "Free texts on returns, sometimes with names"),
  source: "survey",
  aiType: "generative",
  entry: form("2026-11-05"),
  similar: {
    lookedAt: ["verbatims-clients", "fiches-produits"],
    whyNew: t(
      "Les verbatims excluent les retours, faute de lien avec la commande.",
      "The comments case leaves returns out, for want of a link with the order.",
    ),
  },
  moves: [to("submitted", "2026-11-05", "thomas")],
});
