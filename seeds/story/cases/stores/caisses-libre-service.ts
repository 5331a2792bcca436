import { build, change, estimated, licence, run, valued } from "../../estimating";
import { aCase, assess, form, screened, t, to } from "../../writing";

export const caissesLibreService = aCase({
  key: "caisses-libre-service",
  department: "stores",
  author: "karim",
  owner: "david",
  technicalOwner: "mathieu",
  title: t("Oublis de scan aux caisses libre-service", "Missed scans at self-checkouts"),
  need: t(
    "La démarque aux caisses libre-service a doublé en deux ans ; contrôler un client sur dix au hasard fâche les neuf autres.",
    "Losses at self-checkouts have doubled in two years; checking one customer in ten at random annoys the other nine.",
  ),
  expectedBenefit: t(
    "Signaler le panier à vérifier, pas la personne.",
    "Point at the basket to check, not at the person.",
  ),
  affected: t("Hôtes de caisse et clients de 38 hypermarchés", "Checkout staff and customers of 38 hypermarkets"),
  peopleAffected: 760,
  frequency: { count: 45, per: "day" },
  minutesPerTime: 3,
  dataInvolved: t(
    "Poids, passages, images de la zone de pesée sans visage",
    "Weights, scans, images of the weighing area without faces",
  ),
  source: "vendor",
  aiType: "vision",
  entry: form("2026-08-19"),
  similar: {
    lookedAt: ["detection-vol"],
    whyNew: t(
      "Le cas refusé en 2025 suivait des personnes ; celui-ci ne regarde que la pesée.",
      "The case refused in 2025 followed people; this one only looks at the scale.",
    ),
  },
  vendors: ["lumigrain"],
  screening: screened(
    "2026-09-02",
    "claire",
    "CH",
    t(
      "Exception demandée : l'hôte de caisse décide seul d'un contrôle.",
      "Exception asked for: the checkout host alone decides on a check.",
    ),
  ),
  assessments: [
    assess(
      "ines",
      "2026-10-12",
      "4323",
      "33354",
      t(
        "Frontière mince avec la surveillance des personnes. Analyse d'impact obligatoire avant tout essai.",
        "A thin line with watching persons. An impact assessment is a must before any trial.",
      ),
    ),
    assess("elodie", "2026-10-14", "5434", "32322"),
    assess(
      "thomas",
      "2026-10-15",
      "5445",
      "22222",
      t("Déjà en place chez plusieurs confrères.", "Already in place at several peers."),
    ),
    assess("hugo", "2026-10-20", "4333", "33343"),
  ],
  businessCase: estimated("2026-11-02", "karim", "2027-Q1", [
    valued("risk", {
      label: t("Démarque évitée", "Losses avoided"),
      quantity: [4_000, 8_000, 12_000],
      each: [9, 12, 15],
      unit: t("oublis de scan", "missed scans"),
      adoption: [0.5, 0.7, 0.9],
      ramp: 3,
      attribution: 0.7,
    }),
    build([70_000, 95_000, 150_000]),
    licence(38, [110, 140, 190], "month", t("Abonnement par magasin", "Subscription by store")),
    run([6_000, 8_000, 12_000]),
    change([10_000, 15_000, 22_000]),
  ]),
  moves: [to("submitted", "2026-08-19", "karim"), to("assessment", "2026-09-02", "claire")],
});
