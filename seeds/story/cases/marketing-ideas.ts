import { build, change, estimated, licence, run, time, valued } from "../estimating";
import type { CaseStory } from "../types";
import { assess, attempt, decided, form, poc, said, screened, spent, t, to, useCase } from "../writing";

/** Marketing's cases that have not reached customers: in trial, in assessment, refused or joined to another. */
export const marketingIdeas: CaseStory[] = [
  useCase({
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
        quantity: [900, 1_800, 3_000],
        each: [4, 6, 8],
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
    costs: spent("nadia", { "2026-Q3": { build: 3_200 } }),
    moves: [
      to("submitted", "2026-07-07", "nadia"),
      to("assessment", "2026-07-15", "claire"),
      to("approved", "2026-09-24", "claire", { session: "s8" }),
      to("poc", "2026-10-19", "camille"),
    ],
  }),

  useCase({
    key: "media-mix",
    department: "marketing",
    author: "quentin",
    owner: "quentin",
    technicalOwner: "lea",
    title: t("Répartition du budget média", "Media budget allocation"),
    need: t(
      "Le budget média est reconduit d'une année sur l'autre ; personne ne sait dire ce que rapporte l'affichage face à la radio locale.",
      "The media budget is rolled over each year; nobody can say what posters bring compared with local radio.",
    ),
    expectedBenefit: t(
      "Déplacer 8 % du budget vers ce qui fait venir en magasin.",
      "Move 8 % of the budget to what brings people to stores.",
    ),
    affected: t("La direction marketing et les régions", "Marketing management and the regions"),
    peopleAffected: 9,
    frequency: { count: 4, per: "year" },
    minutesPerTime: 2_400,
    dataInvolved: t(
      "Dépenses média, fréquentation, météo ; données agrégées",
      "Media spend, footfall, weather; aggregated data",
    ),
    source: "vendor",
    aiType: "classic-ml",
    entry: form("2026-09-02"),
    similar: {
      lookedAt: ["ciblage-coupons"],
      whyNew: t(
        "Les coupons visent un foyer ; ici on arbitre entre médias.",
        "Coupons aim at a household; this arbitrates between media.",
      ),
    },
    screening: screened("2026-09-11", "claire", "H"),
    assessments: [
      assess(
        "etienne",
        "2026-10-14",
        "4422",
        "42223",
        t(
          "Gain réel, mais l'historique média est incomplet avant 2024.",
          "A real gain, but media history is incomplete before 2024.",
        ),
      ),
      assess("karim", "2026-10-16", "3333", "32223"),
      assess(
        "thomas",
        "2026-10-20",
        "2322",
        "43323",
        t(
          "On a déjà acheté deux fois ce modèle à des consultants, sans lendemain.",
          "We have already bought this model twice from consultants, with no follow-up.",
        ),
      ),
    ],
    businessCase: estimated("2026-10-30", "quentin", "2027-Q1", [
      valued("cost-avoided", {
        label: t("Dépenses média redéployées", "Media spend redeployed"),
        quantity: [1, 2.2, 3],
        each: [30_000, 38_000, 45_000],
        unit: t("points de budget", "points of budget"),
        adoption: [0.4, 0.7, 0.9],
        ramp: 4,
        attribution: 0.6,
      }),
      build([55_000, 70_000, 110_000]),
      run([6_000, 8_000, 12_000]),
    ]),
    moves: [to("submitted", "2026-09-02", "quentin"), to("assessment", "2026-09-11", "claire")],
    comments: [
      said(
        "nadia",
        "2026-10-21",
        t(
          "Thomas a raison sur les consultants : cette fois le modèle resterait chez nous.",
          "Thomas is right about the consultants: this time the model would stay with us.",
        ),
      ),
    ],
  }),

  useCase({
    key: "personas-synthetiques",
    department: "marketing",
    author: "quentin",
    owner: "quentin",
    technicalOwner: "lea",
    campaign: "quinzaine",
    title: t("Panels de clients synthétiques", "Synthetic customer panels"),
    need: t(
      "Tester une mécanique promotionnelle auprès d'un panel coûte 14 000 € et trois semaines.",
      "Testing a promotion on a panel takes €14,000 and three weeks.",
    ),
    expectedBenefit: t("Tester en une heure auprès de clients simulés.", "Test within an hour on simulated customers."),
    affected: t("Les chefs de groupe promotion", "Promotion group managers"),
    peopleAffected: 11,
    frequency: { count: 2, per: "month" },
    minutesPerTime: 240,
    dataInvolved: t("Profils de la carte de fidélité", "Loyalty card profiles"),
    source: "workshop",
    aiType: "generative",
    entry: form("2025-03-13"),
    similar: { lookedAt: [], whyNew: null },
    screening: screened("2025-03-26", "claire", "P"),
    assessments: [
      assess(
        "fatou",
        "2025-04-02",
        "2213",
        "33344",
        t(
          "Je préfère écouter dix clients que mille inventés.",
          "I would rather listen to ten customers than to a thousand invented ones.",
        ),
      ),
      assess("ines", "2025-04-03", "2222", "43344"),
      assess("thomas", "2025-04-04", "4323", "22223"),
    ],
    decisions: [
      decided(
        "s1",
        "reject",
        t(
          "Le besoin est réel, la réponse ne l'est pas : rien ne prouve qu'un client simulé achète comme un client. Reprendre le besoin avec un panel permanent de porteurs volontaires.",
          "The need is real, the answer is not: nothing shows that a simulated customer buys like a customer. Take up the need again with a standing panel of volunteer card holders.",
        ),
      ),
    ],
    moves: [
      to("submitted", "2025-03-13", "quentin"),
      to("assessment", "2025-03-27", "claire"),
      to("rejected", "2025-04-10", "claire", {
        session: "s1",
        reason: t(
          "Rien ne prouve qu'un client simulé achète comme un client ; un panel de porteurs volontaires répond mieux au même besoin.",
          "Nothing shows that a simulated customer buys like a customer; a panel of volunteer card holders meets the same need better.",
        ),
      }),
    ],
  }),

  useCase({
    key: "avis-marketing",
    department: "marketing",
    author: "nadia",
    owner: "quentin",
    technicalOwner: "lea",
    campaign: "quinzaine",
    title: t("Lecture des avis clients par rayon", "Reading customer reviews by aisle"),
    need: t(
      "1 800 avis arrivent chaque semaine sur le site et l'application ; nous en lisons cent.",
      "1,800 reviews arrive each week on the site and the app; we read a hundred.",
    ),
    expectedBenefit: t(
      "Repérer plus tôt un produit ou un rayon qui déçoit.",
      "Notice sooner a product or an aisle that disappoints.",
    ),
    affected: t("Les chefs de groupe et les directeurs de marché", "Group managers and category directors"),
    peopleAffected: 26,
    frequency: { count: 1, per: "week" },
    minutesPerTime: 120,
    dataInvolved: t("Avis publics, parfois signés", "Public reviews, sometimes signed"),
    source: "workshop",
    aiType: "generative",
    entry: form("2025-03-13"),
    similar: {
      lookedAt: ["verbatims-clients"],
      whyNew: t(
        "Nous lisons des avis publics, le service client lit des courriers.",
        "We read public reviews, customer service reads letters.",
      ),
    },
    screening: screened("2025-03-26", "claire", "HP"),
    assessments: [
      assess("thomas", "2025-04-02", "3233", "22222"),
      assess(
        "fatou",
        "2025-04-03",
        "3334",
        "22122",
        t(
          "C'est le même besoin que le nôtre : faisons-le une fois.",
          "It is the same need as ours: let us do it once.",
        ),
      ),
    ],
    decisions: [
      decided(
        "s1",
        "merge",
        t(
          "Même besoin, mêmes textes, même outil : le marketing rejoint le cas du service client avec ses volumes.",
          "Same need, same texts, same tool: marketing joins customer service's case with its volumes.",
        ),
        { into: "verbatims-clients" },
      ),
    ],
    moves: [
      to("submitted", "2025-03-13", "nadia"),
      to("assessment", "2025-03-27", "claire"),
      to("merged", "2025-04-10", "claire", {
        session: "s1",
        into: "verbatims-clients",
        reason: t(
          "Rattaché au cas du service client, avec ses 1 800 avis par semaine.",
          "Joined to customer service's case, with its 1,800 reviews a week.",
        ),
      }),
    ],
  }),
];
