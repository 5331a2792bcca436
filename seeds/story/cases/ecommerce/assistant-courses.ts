import { build, estimated, run, usage, valued } from "../../estimating";
import { aCase, assess, attempt, decided, form, poc, said, screened, spent, t, to } from "../../writing";

export const assistantCourses = aCase({
  key: "assistant-courses",
  department: "ecommerce",
  author: "margaux",
  owner: "thomas",
  technicalOwner: "mathieu",
  campaign: "quinzaine",
  title: t("Assistant qui remplit le panier de la semaine", "Assistant that fills the weekly basket"),
  need: t(
    "Composer un panier de 60 articles prend dix-huit minutes ; un client sur trois abandonne avant la fin.",
    "Filling a basket of 60 items takes eighteen minutes; one customer in three gives up before the end.",
  ),
  expectedBenefit: t(
    "Un panier prêt en cinq minutes à partir d'une conversation.",
    "A basket ready in five minutes from a conversation.",
  ),
  affected: t("Les familles qui commandent chaque semaine", "Families who order every week"),
  peopleAffected: 85_000,
  frequency: { count: 1, per: "week" },
  minutesPerTime: 18,
  dataInvolved: t("Historique de commandes, préférences déclarées", "Order history, stated preferences"),
  source: "vendor",
  aiType: "agentic",
  entry: form("2025-03-14"),
  similar: {
    lookedAt: ["substitution-drive"],
    whyNew: t("L'un complète une commande, l'autre la compose.", "One completes an order, the other composes it."),
  },
  vendors: ["hexaline"],
  screening: screened(
    "2025-04-22",
    "claire",
    "CHRP",
    t(
      "Exception du comité, le temps du POC : 400 clients volontaires, le client valide chaque panier.",
      "Committee's exception for the POC only: 400 volunteer customers, each basket confirmed by the customer.",
    ),
  ),
  assessments: [
    assess("elodie", "2025-05-28", "4535", "33434"),
    assess(
      "hugo",
      "2025-06-02",
      "3424",
      "34445",
      t(
        "Un agent qui agit dans le compte du client : la moindre faille se voit.",
        "An agent that acts in the customer's account: the slightest flaw shows.",
      ),
    ),
    assess("etienne", "2025-06-10", "5424", "33334"),
  ],
  businessCase: estimated("2025-06-12", "margaux", "2025-Q4", [
    valued("revenue", {
      label: t("Paniers sauvés de l'abandon", "Baskets saved from being given up"),
      quantity: [6_000, 14_000, 24_000],
      each: [7, 9, 11],
      unit: t("paniers", "baskets"),
      adoption: [0.3, 0.6, 0.8],
      ramp: 3,
      attribution: 0.7,
    }),
    build([50_000, 60_000, 95_000]),
    usage([30_000, 60_000, 90_000], [0.12, 0.18, 0.3], t("conversations", "conversations")),
    run([5_000, 7_000, 10_000]),
  ]),
  decisions: [
    decided(
      "s2",
      "approve",
      t(
        "Pari assumé : si le client l'adopte, nos concurrents suivront.",
        "A deliberate bet: if customers take to it, competitors will follow.",
      ),
    ),
    decided(
      "s4",
      "stop",
      t(
        "Le POC répond clairement non. Ce qu'il a appris vaut plus que son budget.",
        "The POC answers no, clearly. What it taught is worth more than its budget.",
      ),
    ),
  ],
  poc: poc({
    definedOn: "2025-08-26",
    by: "thomas",
    startsOn: "2025-09-08",
    endsOn: "2025-10-17",
    peopleCap: 5,
    budget: 45_000,
    hypothesis: t(
      "Un client habitué compose son panier de la semaine en moins de six minutes avec l'assistant.",
      "A regular customer composes the weekly basket in under six minutes with the assistant.",
    ),
    team: [
      ["thomas", t("Responsable métier", "Business lead")],
      ["mathieu", t("Intégration", "Integration")],
      ["fatou", t("Écoute client", "Customer listening")],
    ],
    kpi: {
      name: t("Minutes par panier validé", "Minutes per confirmed basket"),
      unit: "min",
      direction: "down",
      baseline: 18,
      threshold: 6,
    },
    dataWhere: t(
      "Historique en France ; conversation traitée hors d'Europe, sous clauses types.",
      "History in France; conversation handled outside Europe under standard clauses.",
    ),
    dataWho: t(
      "400 clients volontaires, trois ingénieurs, l'éditeur sans conservation.",
      "400 volunteer customers, three engineers, the vendor without retention.",
    ),
    dataUse: t(
      "Composer un panier, rien d'autre ; effacement à la fin du POC.",
      "To compose a basket, nothing else; erased at the end of the POC.",
    ),
    vendor: "hexaline",
    model: "hexaline-agent",
    attempts: [
      attempt(
        "2025-09-25",
        "hexaline-agent",
        6_900,
        11.5,
        t("Conversation libre", "Free conversation"),
        t("7 % de paniers avec un doublon", "7 % of baskets with a duplicate"),
      ),
      attempt(
        "2025-10-13",
        "hexaline-agent",
        5_200,
        9.2,
        t("Conversation guidée à partir du dernier panier", "Guided conversation from the last basket"),
        t("2 % de paniers avec un doublon", "2 % of baskets with a duplicate"),
      ),
    ],
    verdict: [
      "stop",
      "2025-10-24",
      "thomas",
      9.2,
      t(
        "Le client ne veut pas parler à son panier : il veut revoir celui de la semaine passée. Un simple bouton « reprendre mon dernier panier » fait 4 minutes, sans IA. À garder : la détection des doublons.",
        "Customers do not want to talk to a basket: they want last week's one back. A plain “reuse my last basket” button takes 4 minutes, without AI. To keep: the detection of duplicates.",
      ),
    ],
  }),
  costs: spent("thomas", { "2025-Q2": { build: 4_000 }, "2025-Q3": { build: 24_000, usage: 12_100 } }),
  moves: [
    to("submitted", "2025-03-14", "margaux"),
    to("assessment", "2025-04-22", "claire"),
    to("approved", "2025-06-19", "claire", { session: "s2" }),
    to("poc", "2025-09-08", "thomas"),
    to("stopped", "2025-11-13", "claire", {
      session: "s4",
      reason: t(
        "9,2 minutes pour un seuil de six ; un bouton sans IA fait mieux. Apprentissage versé au cas de la recherche.",
        "9.2 minutes for a threshold of six; a button without AI does better. What was learnt went to the search case.",
      ),
    }),
  ],
  comments: [
    said(
      "claire",
      "2025-11-14",
      t(
        "Présenté en plénière : le premier arrêt dont nous sommes fiers.",
        "Presented to all managers: the first stop we are proud of.",
      ),
    ),
  ],
});
