import { build, estimated, review, run, valued } from "../../estimating";
import {
  aCase,
  assess,
  attempt,
  awaiting,
  decided,
  form,
  poc,
  said,
  screened,
  signed,
  spent,
  t,
  to,
} from "../../writing";

export const controleRistournes = aCase({
  key: "controle-ristournes",
  department: "finance",
  author: "julien",
  owner: "julien",
  technicalOwner: "lea",
  title: t("Contrôle des remises de fin d'année", "Checking year-end supplier rebates"),
  need: t(
    "1 900 contrats de remises, des paliers, des exceptions écrites à la main : nous réclamons ce que nous savons retrouver.",
    "1,900 rebate contracts, thresholds, exceptions written by hand: we claim what we manage to find.",
  ),
  expectedBenefit: t("Réclamer tout ce qui est dû, preuve à l'appui.", "Claim all that is due, with its proof."),
  affected: t("Comptabilité, achats", "Accounting, purchasing"),
  peopleAffected: 22,
  frequency: { count: 8, per: "week" },
  minutesPerTime: 180,
  dataInvolved: t(
    "Contrats fournisseurs, volumes d'achat : secret des affaires",
    "Supplier contracts, volumes bought: trade secrets",
  ),
  source: "field",
  aiType: "generative",
  entry: form("2026-05-19"),
  similar: {
    lookedAt: ["factures-fournisseurs"],
    whyNew: t(
      "La facture se rapproche d'une commande ; la remise, d'un contrat et d'un volume annuel.",
      "An invoice is matched with an order; a rebate with a contract and a yearly volume.",
    ),
  },
  vendors: ["chene", "clauzia"],
  screening: screened("2026-06-03", "claire", "H"),
  assessments: [
    assess("thomas", "2026-08-26", "5424", "33223"),
    assess(
      "hugo",
      "2026-08-28",
      "4423",
      "33333",
      t(
        "Hébergement interne exigé : ce sont nos conditions d'achat.",
        "In-house hosting required: these are our terms of purchase.",
      ),
    ),
    assess("elodie", "2026-09-01", "5323", "33222"),
  ],
  businessCase: estimated("2026-09-07", "julien", "2026-Q4", [
    valued("revenue", {
      label: t("Remises retrouvées", "Rebates recovered"),
      quantity: [40, 75, 120],
      each: [1_400, 1_900, 2_400],
      unit: t("réclamations", "claims"),
      adoption: [0.5, 0.75, 0.9],
      ramp: 3,
      attribution: 0.8,
    }),
    build([34_000, 45_000, 70_000]),
    run([5_000, 7_000, 10_000]),
    review([120, 180, 260], 54),
  ]),
  decisions: [
    decided(
      "s8",
      "approve",
      t(
        "La plus forte valeur de la séance ; à boucler avant les arrêtés de janvier.",
        "The session's highest value; to be done before January's closing.",
      ),
    ),
  ],
  poc: poc({
    definedOn: "2026-10-01",
    by: "julien",
    startsOn: "2026-10-12",
    endsOn: "2026-11-27",
    peopleCap: 5,
    budget: 28_000,
    hypothesis: t(
      "Sur cent contrats déjà contrôlés à la main, l'outil retrouve neuf remises dues sur dix.",
      "On a hundred contracts already checked by hand, the tool finds nine rebates due in ten.",
    ),
    team: [
      ["julien", t("Responsable métier", "Business lead")],
      ["lea", t("Modèles", "Models")],
      ["bertrand", t("Contrats d'achat", "Purchase contracts")],
    ],
    kpi: {
      name: t("Remises dues retrouvées", "Due rebates found"),
      unit: "%",
      direction: "up",
      baseline: 64,
      threshold: 90,
    },
    dataWhere: t(
      "Contrats dans le coffre des Achats, copiés sur un serveur isolé.",
      "Contracts in Purchasing's vault, copied to an isolated server.",
    ),
    dataWho: t("Cinq personnes nommées, deux des Achats.", "Five named persons, two from Purchasing."),
    dataUse: t(
      "Lire paliers et exceptions ; aucune sortie vers un tiers.",
      "To read thresholds and exceptions; nothing leaves to a third party.",
    ),
    vendor: "chene",
    model: "chene-24b",
    attempts: [
      attempt(
        "2026-10-28",
        "clauzia-contrats",
        2_700,
        81,
        t("Outil spécialisé, contrats masqués", "Specialised tool, redacted contracts"),
        t("3 % de réclamations à tort", "3 % of wrongful claims"),
      ),
      attempt(
        "2026-11-16",
        "chene-24b",
        540,
        87,
        t("Modèle ouvert, contrats entiers", "Open model, full contracts"),
        t("1,5 % de réclamations à tort", "1.5 % of wrongful claims"),
      ),
    ],
  }),
  signOffs: [
    signed(
      "security",
      "hugo",
      ["julien", "2026-11-09"],
      "2026-11-17",
      t(
        "Serveur isolé vérifié ; les contrats en sont effacés à la fin du POC.",
        "Isolated server checked; contracts are erased from it when the POC ends.",
      ),
    ),
    awaiting("finance", "julien", "2026-11-13"),
  ],
  costs: spent("julien", { "2026-Q3": { build: 16_000, usage: 2_700 } }),
  moves: [
    to("submitted", "2026-05-19", "julien"),
    to("assessment", "2026-06-03", "claire"),
    to("approved", "2026-09-24", "claire", { session: "s8" }),
    to("poc", "2026-10-12", "julien"),
  ],
  comments: [
    said(
      "bertrand",
      "2026-11-17",
      t(
        "Deux réclamations du POC dépassent déjà 40 000 € chacune. Restons prudents jusqu'au verdict.",
        "Two claims of the POC already exceed €40,000 each. Let us stay careful until the verdict.",
      ),
    ),
  ],
});
