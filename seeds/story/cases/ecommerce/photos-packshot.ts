import { build, estimated, review, usage, valued } from "../../estimating";
import { aCase, assess, decided, form, screened, t, to } from "../../writing";

export const photosPackshot = aCase({
  key: "photos-packshot",
  department: "ecommerce",
  author: "margaux",
  owner: "margaux",
  technicalOwner: "mathieu",
  title: t("Photos de produits détourées par le fournisseur", "Supplier photos cut out automatically"),
  need: t(
    "Un produit sur cinq attend sa photo plus de huit jours : le fournisseur l'envoie sur fond de cuisine et l'agence la détoure à la main.",
    "One product in five waits more than eight days for its photo: the supplier sends it on a kitchen background and the agency cuts it out by hand.",
  ),
  expectedBenefit: t(
    "Mettre en ligne sous 48 h sans passer par l'agence.",
    "Go online within 48 hours without the agency.",
  ),
  affected: t("Le catalogue en ligne et 900 fournisseurs", "The online catalogue and 900 suppliers"),
  peopleAffected: 12,
  frequency: { count: 25, per: "day" },
  minutesPerTime: 9,
  dataInvolved: t("Photographies de produits", "Product photographs"),
  source: "field",
  aiType: "generative",
  entry: form("2026-06-02"),
  similar: {
    lookedAt: ["studio-visuels", "fiches-produits"],
    whyNew: t(
      "Réutilise les gabarits du studio, sur des photos qui ne sont pas les nôtres.",
      "Reuses the studio's templates, on photos that are not ours.",
    ),
  },
  vendors: ["pixelune"],
  screening: screened("2026-06-11", "claire", "H"),
  assessments: [
    assess("elodie", "2026-08-26", "3333", "12211"),
    assess(
      "ines",
      "2026-08-28",
      "3223",
      "12222",
      t(
        "Demander l'accord du fournisseur dans les conditions d'achat.",
        "Ask for the supplier's consent in the terms of purchase.",
      ),
    ),
    assess("etienne", "2026-09-02", "4333", "12211"),
  ],
  businessCase: estimated("2026-09-07", "margaux", "2026-Q4", [
    valued("cost-avoided", {
      label: t("Détourages non commandés", "Cut-outs not ordered"),
      quantity: [3_500, 4_800, 5_600],
      each: [3.5, 4.2, 5],
      unit: t("photos", "photos"),
      adoption: [0.7, 0.85, 0.95],
      attribution: 1,
    }),
    build([9_000, 12_000, 18_000]),
    usage([4_000, 5_500, 6_500], [0.1, 0.15, 0.25], t("photos", "photos")),
    review([40, 60, 90], 46),
  ]),
  decisions: [
    decided(
      "s8",
      "approve",
      t("Gain rapide, gabarits déjà prêts ; POC après les fêtes.", "Quick win, templates ready; POC after Christmas."),
    ),
  ],
  moves: [
    to("submitted", "2026-06-02", "margaux"),
    to("assessment", "2026-06-11", "claire"),
    to("approved", "2026-09-24", "claire", { session: "s8" }),
  ],
});
