import { build, estimated, run, valued } from "../../estimating";
import { aCase, assess, attempt, decided, form, poc, screened, spent, t, to } from "../../writing";

export const controlePalettes = aCase({
  key: "controle-palettes",
  department: "supply",
  author: "elodie",
  owner: "antoine",
  technicalOwner: "lea",
  campaign: "quinzaine",
  title: t("Contrôle des palettes par caméra", "Pallet check by camera"),
  need: t(
    "Trois palettes sur cent partent avec une erreur ; le contrôle à la main en voit la moitié.",
    "Three pallets in a hundred leave with an error; checking by hand sees half of them.",
  ),
  expectedBenefit: t("Voir huit erreurs sur dix avant le départ.", "See eight errors in ten before departure."),
  affected: t("Les contrôleurs de trois entrepôts", "Checkers in three warehouses"),
  peopleAffected: 46,
  frequency: { count: 120, per: "day" },
  minutesPerTime: 2,
  dataInvolved: t("Images de palettes, opérateurs floutés", "Images of pallets, operators blurred"),
  source: "workshop",
  aiType: "vision",
  entry: form("2025-03-18"),
  similar: { lookedAt: [], whyNew: t("Aucun cas d'image en entrepôt.", "No image case in warehouses.") },
  vendors: ["lumigrain"],
  screening: screened("2025-06-30", "claire", "HP"),
  assessments: [
    assess("thomas", "2025-08-28", "4333", "33333"),
    assess("karim", "2025-09-01", "4343", "33323"),
    assess("hugo", "2025-09-04", "3323", "34334"),
  ],
  businessCase: estimated("2025-09-09", "elodie", "2026-Q1", [
    valued("quality", {
      label: t("Litiges de livraison évités", "Delivery disputes avoided"),
      quantity: [900, 1_500, 2_000],
      each: [28, 34, 40],
      unit: t("litiges", "disputes"),
      adoption: [0.6, 0.8, 0.9],
      ramp: 2,
      attribution: 0.9,
    }),
    build([38_000, 48_000, 70_000]),
    run([4_000, 6_000, 9_000]),
  ]),
  decisions: [
    decided(
      "s3",
      "approve",
      t("Accepté sur un seul quai, avant le pic.", "Accepted on a single dock, before the peak."),
    ),
    decided(
      "s5",
      "stop",
      t(
        "Deux reflets sur trois font un faux litige : ce n'est pas une affaire de modèle, c'est une affaire de film plastique.",
        "Two reflections in three make a false dispute: this is not about the model but about stretch film.",
      ),
    ),
  ],
  poc: poc({
    definedOn: "2025-09-30",
    by: "antoine",
    startsOn: "2025-10-13",
    endsOn: "2025-11-21",
    peopleCap: 4,
    budget: 32_000,
    hypothesis: t(
      "Une caméra au portique voit au moins 75 % des erreurs, avec moins de 3 % de fausses alertes.",
      "A camera at the gantry sees at least 75 % of errors with under 3 % of false alerts.",
    ),
    team: [
      ["antoine", t("Responsable métier", "Business lead")],
      ["lea", t("Évaluation", "Evaluation")],
      ["elodie", t("Méthodes", "Methods")],
    ],
    kpi: {
      name: t("Erreurs vues avant départ", "Errors seen before departure"),
      unit: "%",
      direction: "up",
      baseline: 50,
      threshold: 75,
    },
    dataWhere: t(
      "Images gardées sept jours sur un serveur d'entrepôt.",
      "Images kept for seven days on a warehouse server.",
    ),
    dataWho: t("Deux contrôleurs et l'équipe du POC.", "Two checkers and the POC team."),
    dataUse: t(
      "Compter et reconnaître des colis ; visages floutés à la prise de vue.",
      "To count and recognise parcels; faces blurred on capture.",
    ),
    vendor: "lumigrain",
    model: "lumigrain-rayon",
    attempts: [
      attempt(
        "2025-10-30",
        "lumigrain-rayon",
        9_400,
        58,
        t("Une caméra, éclairage du quai", "One camera, dock lighting"),
        t("19 % de fausses alertes", "19 % of false alerts"),
      ),
      attempt(
        "2025-11-18",
        "lumigrain-rayon",
        7_800,
        63,
        t("Deux caméras, lumière polarisée", "Two cameras, polarised light"),
        t("11 % de fausses alertes", "11 % of false alerts"),
      ),
    ],
    verdict: [
      "stop",
      "2026-01-14",
      "antoine",
      63,
      t(
        "Le film plastique reflète et cache l'étiquette. Peser la palette au portique retrouve 71 % des erreurs pour le dixième du prix : à essayer d'abord, sans IA.",
        "Stretch film reflects and hides the label. Weighing the pallet at the gantry finds 71 % of errors for a tenth of the price: to be tried first, without AI.",
      ),
    ],
  }),
  costs: spent("elodie", { "2025-Q3": { build: 14_000 }, "2025-Q4": { build: 12_500, usage: 17_200 } }),
  moves: [
    to("submitted", "2025-03-18", "elodie"),
    to("assessment", "2025-06-30", "claire"),
    to("approved", "2025-09-18", "claire", { session: "s3" }),
    to("poc", "2025-10-13", "antoine"),
    to("stopped", "2026-01-22", "claire", {
      session: "s5",
      reason: t(
        "63 % des erreurs vues pour un seuil de 75 %, et 11 % de fausses alertes. La pesée fait mieux.",
        "63 % of errors seen for a threshold of 75 %, and 11 % of false alerts. Weighing does better.",
      ),
    }),
  ],
});
