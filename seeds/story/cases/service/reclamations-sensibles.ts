import { build, estimated, run, valued } from "../../estimating";
import { aCase, assess, attempt, decided, form, poc, said, screened, spent, t, to } from "../../writing";

export const reclamationsSensibles = aCase({
  key: "reclamations-sensibles",
  department: "service",
  author: "fatou",
  owner: "rachid",
  technicalOwner: "lea",
  campaign: "quinzaine",
  title: t("Réclamations sensibles vues dès l'arrivée", "Sensitive complaints noticed on arrival"),
  need: t(
    "Corps étranger, allergie, chute : sept messages par jour sur 900 ne doivent pas attendre.",
    "Foreign body, allergy, fall: seven messages a day in 900 must not wait.",
  ),
  expectedBenefit: t(
    "Les lire dans l'heure au lieu du lendemain.",
    "Read them within the hour instead of the next day.",
  ),
  affected: t("Cellule qualité, juridique", "Quality unit, legal"),
  peopleAffected: 16,
  frequency: { count: 7, per: "day" },
  minutesPerTime: 45,
  dataInvolved: t("Messages de clients, parfois des données de santé", "Customers' messages, sometimes health data"),
  source: "workshop",
  aiType: "generative",
  entry: form("2025-03-20"),
  similar: {
    lookedAt: ["verbatims-clients"],
    whyNew: t(
      "Les verbatims comptent à froid ; ici chaque heure compte.",
      "The comments case counts afterwards; here every hour counts.",
    ),
  },
  vendors: ["chene"],
  screening: screened("2026-03-18", "claire", "HP"),
  assessments: [
    assess(
      "ines",
      "2026-05-26",
      "4435",
      "23232",
      t(
        "Données de santé : hébergement interne, accès restreint.",
        "Health data: in-house hosting, restricted access.",
      ),
    ),
    assess("thomas", "2026-05-29", "3334", "22222"),
    assess("elodie", "2026-06-01", "3324", "22122"),
  ],
  businessCase: estimated("2026-06-10", "fatou", "2026-Q4", [
    valued("risk", {
      label: t("Litiges désamorcés", "Disputes defused"),
      quantity: [12, 20, 30],
      each: [500, 850, 1_200],
      unit: t("litiges", "disputes"),
      adoption: [0.6, 0.8, 0.9],
      ramp: 2,
      attribution: 0.6,
    }),
    build([9_000, 13_000, 20_000]),
    run([900, 1_300, 2_000]),
  ]),
  decisions: [decided("s7", "approve", t("Peu d'euros, beaucoup de sens.", "Few euros, much sense."))],
  poc: poc({
    definedOn: "2026-10-02",
    by: "rachid",
    startsOn: "2026-10-26",
    endsOn: "2026-12-04",
    peopleCap: 3,
    budget: 9_000,
    hypothesis: t(
      "Dix-neuf messages sensibles sur vingt sont signalés dans l'heure.",
      "Nineteen sensitive messages in twenty are flagged within the hour.",
    ),
    team: [
      ["rachid", t("Responsable métier", "Business lead")],
      ["lea", t("Modèles", "Models")],
      ["fatou", t("Qualité", "Quality")],
    ],
    kpi: {
      name: t("Messages sensibles signalés dans l'heure", "Sensitive messages flagged within the hour"),
      unit: "%",
      direction: "up",
      baseline: 34,
      threshold: 95,
    },
    dataWhere: t(
      "Messages sur nos serveurs, serveur isolé pour la santé.",
      "Messages on our servers, an isolated one for health.",
    ),
    dataWho: t("Cellule qualité, cinq personnes.", "Quality unit, five people."),
    dataUse: t("Alerter un humain ; aucune réponse préparée.", "To alert a person; no answer is prepared."),
    vendor: "chene",
    model: "chene-24b",
    attempts: [
      attempt(
        "2026-11-12",
        "chene-24b",
        120,
        91,
        t("Lecture toutes les dix minutes", "Reading every ten minutes"),
        t("Quatre fausses alertes par jour", "Four false alerts a day"),
      ),
    ],
  }),
  costs: spent("fatou", { "2026-Q3": { build: 5_500 } }),
  moves: [
    to("submitted", "2025-03-20", "fatou"),
    to("assessment", "2026-03-18", "claire"),
    to("approved", "2026-06-25", "claire", { session: "s7" }),
    to("poc", "2026-10-26", "rachid"),
  ],
  comments: [
    said(
      "claire",
      "2025-09-22",
      t(
        "On attend que la lecture des messages soit sûre : les deux cas partagent le même masquage.",
        "We wait until message reading is sound: both cases share the same masking.",
      ),
    ),
  ],
});
