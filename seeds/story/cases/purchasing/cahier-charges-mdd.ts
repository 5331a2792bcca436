import { build, estimated, review, run, time } from "../../estimating";
import { aCase, assess, decided, form, said, screened, t, to } from "../../writing";

export const cahierChargesMdd = aCase({
  key: "cahier-charges-mdd",
  department: "purchasing",
  author: "isabelle",
  owner: "isabelle",
  technicalOwner: "mathieu",
  campaign: "quinzaine",
  title: t("Cahiers des charges de nos marques", "Specifications for our own brands"),
  need: t(
    "Un cahier des charges de marque de distributeur tient en 60 pages, récrit à la main pour 380 produits par an.",
    "An own-brand specification runs to 60 pages, rewritten by hand for 380 products a year.",
  ),
  expectedBenefit: t(
    "Un premier jet en une heure, contrôlé par la qualité.",
    "A first draft within an hour, checked by quality.",
  ),
  affected: t("Chefs de produit, qualité", "Product managers, quality"),
  peopleAffected: 34,
  frequency: { count: 1, per: "month" },
  minutesPerTime: 960,
  dataInvolved: t(
    "Recettes et spécifications : savoir-faire de la maison",
    "Recipes and specifications: the house's know-how",
  ),
  source: "workshop",
  aiType: "generative",
  entry: form("2025-03-20"),
  similar: {
    lookedAt: ["fiches-produits"],
    whyNew: t(
      "La fiche parle au client, le cahier engage l'industriel.",
      "The page talks to customers, the specification binds the manufacturer.",
    ),
  },
  vendors: ["chene"],
  screening: screened("2026-02-24", "claire", "H"),
  assessments: [
    assess("thomas", "2026-05-27", "4333", "22222"),
    assess("hugo", "2026-06-01", "3423", "22232"),
    assess("ines", "2026-06-03", "3333", "32232"),
  ],
  businessCase: estimated("2026-06-10", "bertrand", "2027-Q1", [
    time({
      label: t("Rédaction des cahiers", "Writing specifications"),
      volume: [80, 95, 110],
      minutes: [360, 540, 660],
      hourly: 58,
      adoption: [0.6, 0.8, 0.9],
    }),
    build([11_000, 15_000, 23_000]),
    run([900, 1_400, 2_000]),
    review([40, 60, 90], 58),
  ]),
  decisions: [
    decided(
      "s7",
      "not-now",
      t(
        "Bien classé, mais l’équipe est la même que pour les plans de rayon : après l’été.",
        "Well ranked, but its team is the one of shelf plans: after the summer.",
      ),
      { relookOn: "2026-09-14", againstRank: true },
    ),
    decided(
      "s8",
      "approve",
      t("Oui, après les négociations ; hébergement interne.", "Yes, after the negotiations; in-house hosting."),
    ),
  ],
  moves: [
    to("submitted", "2025-03-20", "isabelle"),
    to("assessment", "2026-02-24", "claire"),
    to("on-hold", "2026-06-25", "claire", { session: "s7", relookOn: "2026-09-14" }),
    to("approved", "2026-09-24", "claire", { session: "s8" }),
  ],
  comments: [
    said(
      "claire",
      "2025-09-22",
      t(
        "Après les négociations, promis. Rien ne se pilote aux Achats entre octobre et mars.",
        "After the negotiations, promised. Nothing can be piloted in Purchasing between October and March.",
      ),
    ),
  ],
});
