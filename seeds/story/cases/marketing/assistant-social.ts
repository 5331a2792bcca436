import { build, change, estimated, licence, time, valued } from "../../estimating";
import { aCase, assess, attempt, awaiting, decided, form, poc, screened, spent, t, to } from "../../writing";

export const assistantSocial = aCase({
  key: "assistant-social",
  department: "marketing",
  author: "nadia",
  owner: "camille",
  technicalOwner: "mathieu",
  title: t("Brouillons de publications locales", "Drafts of local posts"),
  need: t(
    "214 supermarchés tiennent leur page locale ; la moitié n'a rien publié depuis trois mois, faute de temps et d'idées.",
    "214 supermarkets keep a local page; half have posted nothing for three months, for want of time and ideas.",
  ),
  expectedBenefit: t(
    "Trois publications par semaine et par magasin, écrites avec l'équipe et non à sa place.",
    "Three posts a week and a store, written with the team and not in its place.",
  ),
  affected: t("Les adjoints de magasin qui animent une page", "Assistant managers who run a page"),
  peopleAffected: 214,
  frequency: { count: 3, per: "week" },
  minutesPerTime: 35,
  dataInvolved: t(
    "Arrivages, animations, photographies prises par l'équipe",
    "Deliveries, events, photographs taken by the team",
  ),
  source: "training",
  aiType: "generative",
  entry: form("2026-07-07"),
  similar: {
    lookedAt: ["studio-visuels"],
    whyNew: t(
      "Textes courts écrits en magasin, pas des visuels de campagne.",
      "Short texts written in stores, not campaign visuals.",
    ),
  },
  vendors: ["nuvea"],
  screening: screened("2026-07-15", "claire", "H"),
  assessments: [
    assess(
      "karim",
      "2026-08-27",
      "3344",
      "22322",
      t("Attention à ne pas ajouter une tâche aux adjoints.", "Mind not to add a task for assistant managers."),
    ),
    assess("fatou", "2026-08-31", "3334", "21321"),
    assess("etienne", "2026-09-03", "2233", "22222"),
  ],
  businessCase: estimated("2026-09-08", "nadia", "2026-Q4", [
    time({
      label: t("Rédaction en magasin", "Writing in stores"),
      volume: [5_000, 7_500, 8_300],
      minutes: [12, 20, 25],
      hourly: 26,
      adoption: [0.4, 0.6, 0.8],
      ramp: 3,
    }),
    valued("revenue", {
      label: t("Passages en magasin attribués aux pages", "Store visits owed to the pages"),
      quantity: [400, 900, 1_600],
      each: [3, 4, 6],
      unit: t("passages", "visits"),
      adoption: [0.5, 0.7, 0.9],
      ramp: 3,
      attribution: 0.5,
    }),
    build([5_000, 8_000, 13_000]),
    licence(214, [0.06, 0.08, 0.1]),
    change([4_000, 6_000, 8_000]),
  ]),
  decisions: [
    decided(
      "s8",
      "approve",
      t(
        "Petit pari, peu coûteux ; vingt magasins volontaires d'abord.",
        "A small, cheap bet; twenty volunteer stores first.",
      ),
    ),
  ],
  poc: poc({
    definedOn: "2026-10-06",
    by: "camille",
    startsOn: "2026-10-19",
    endsOn: "2026-11-27",
    peopleCap: 4,
    budget: 9_000,
    hypothesis: t(
      "Avec un brouillon proposé le matin, un magasin publie trois fois par semaine sans y passer plus d'une heure.",
      "With a draft offered in the morning, a store posts three times a week in an hour at most.",
    ),
    team: [
      ["camille", t("Responsable métier", "Business lead")],
      ["pauline", t("Relais des magasins", "Link with stores")],
      ["mathieu", t("Intégration", "Integration")],
    ],
    kpi: {
      name: t("Publications par magasin et par semaine", "Posts a store and a week"),
      unit: "/sem.",
      direction: "up",
      baseline: 0.7,
      threshold: 2.5,
    },
    dataWhere: t(
      "Dans la messagerie des magasins ; le modèle est hébergé en Europe.",
      "In the stores' messaging tool; the model is hosted in Europe.",
    ),
    dataWho: t(
      "Vingt adjoints volontaires et l'équipe du projet.",
      "Twenty volunteer assistant managers and the project team.",
    ),
    dataUse: t(
      "Écrire des brouillons ; aucune publication sans relecture de l'adjoint.",
      "To write drafts; nothing is published unless the assistant manager has read it.",
    ),
    vendor: "nuvea",
    model: "nuvea-vif",
    attempts: [
      attempt(
        "2026-11-09",
        "nuvea-vif",
        210,
        1.9,
        t("Brouillon à partir des arrivages du jour", "Draft from the day's deliveries"),
        t("Aucune promotion inventée sur 160 brouillons", "No invented promotion in 160 drafts"),
      ),
    ],
  }),
  signOffs: [awaiting("legal", "camille", "2026-11-16")],
  costs: spent("nadia", { "2026-Q3": { build: 3_200 } }),
  moves: [
    to("submitted", "2026-07-07", "nadia"),
    to("assessment", "2026-07-15", "claire"),
    to("approved", "2026-09-24", "claire", { session: "s8" }),
    to("poc", "2026-10-19", "camille"),
  ],
});
