/** What may go wrong with the cases, what did, and what their teams say so that people can trust them. */
import { day } from "#app/kernel/day";
import type { Guarded, IncidentStory, Key, OwnRisk, RiskStory } from "./types";
import { t } from "./writing";

const on = (date: string, useCase: Key, by: Key, act: Guarded["act"]): Guarded => ({ on: day(date), useCase, by, act });

const invented: RiskStory = {
  title: t(
    "Une réponse inventée part au client parce que personne ne l'a relue",
    "An invented answer reaches a customer because nobody read it",
  ),
  description: t("Les jours de pointe, la relecture devient un clic.", "On busy days, the review becomes a click."),
  category: "quality",
  owner: "fatou",
  likelihood: 4,
  impact: 4,
  mitigation: t(
    "Aucun envoi sans modification ou confirmation motivée ; vingt réponses tirées au sort chaque semaine.",
    "Nothing is sent without a change or a reasoned confirmation; twenty answers drawn each week.",
  ),
  mitigationOwner: "rachid",
  mitigationDueOn: day("2026-03-31"),
  residual: [2, 4],
  reviewOn: day("2026-04-15"),
};

const leak: RiskStory = {
  title: t(
    "Une coordonnée bancaire citée par un client part chez l'éditeur du modèle",
    "A bank account that a customer quotes reaches the model's vendor",
  ),
  description: null,
  category: "data",
  owner: "hugo",
  likelihood: 3,
  impact: 5,
  mitigation: t("Masquage avant l'appel, testé chaque mois.", "Masking before the call, tested each month."),
  mitigationOwner: "hugo",
  mitigationDueOn: day("2025-12-15"),
  residual: [1, 5],
  reviewOn: day("2026-11-02"),
};

const stale: RiskStory = {
  title: t(
    "L'assistant cite une procédure de sécurité qui n'a plus cours",
    "The assistant quotes a safety procedure that is out of date",
  ),
  description: t("Quatre bases de procédures, mises à jour séparément.", "Four procedure bases, updated apart."),
  category: "quality",
  owner: "david",
  likelihood: 3,
  impact: 4,
  mitigation: t(
    "Une seule source, avec la date de chaque page affichée dans la réponse.",
    "One source, with the date of each page shown in the answer.",
  ),
  mitigationOwner: "karim",
  mitigationDueOn: day("2027-01-31"),
  residual: [1, 4],
  reviewOn: day("2027-01-15"),
};

const price: RiskStory = {
  title: t("Le prix du modèle double à la reconduction", "The model's price doubles at renewal"),
  description: null,
  category: "vendor",
  owner: "thomas",
  likelihood: 2,
  impact: 3,
  mitigation: null,
  mitigationOwner: null,
  mitigationDueOn: null,
  residual: null,
  reviewOn: day("2027-03-01"),
};

const bias: RiskStory = {
  title: t(
    "Les comptes rendus d'entretien retiennent mieux les candidats à l'aise à l'oral",
    "Interview notes favour candidates who speak with ease",
  ),
  description: null,
  category: "bias",
  owner: "noemie",
  likelihood: 3,
  impact: 5,
  mitigation: t(
    "Relecture en aveugle d'un dossier sur dix par une seconde recruteuse.",
    "One file in ten is read blind by a second recruiter.",
  ),
  mitigationOwner: "noemie",
  mitigationDueOn: day("2026-06-30"),
  residual: [2, 5],
  reviewOn: day("2026-12-01"),
};

const wrongRefunds: IncidentStory = {
  title: t(
    "Des réponses ont promis un remboursement que la règle ne prévoit pas",
    "Answers promised a refund that the rule does not give",
  ),
  what: t(
    "Une mise à jour des modèles de réponse a remplacé « sous 14 jours » par « sans délai ». 212 réponses sont parties avant qu'un client ne le signale.",
    "An update of the templates replaced “within 14 days” by “at any time”. 212 answers went out before a customer told.",
  ),
  severity: 2,
  started: [day("2026-11-03"), "08:00"],
  detected: [day("2026-11-04"), "16:20"],
  ended: [day("2026-11-06"), "12:00"],
  affected: t("Des clients à qui un remboursement a été promis", "Customers who were promised a refund"),
  affectedCount: 212,
  personalData: false,
  seriousness: "no",
  cause: t(
    "Les modèles ne passaient pas par la relecture du juridique.",
    "Templates did not pass through legal's review.",
  ),
  correction: t(
    "Les modèles ont un propriétaire et une date ; le juridique relit tout changement.",
    "Templates have an owner and a date; legal reads every change.",
  ),
  hoursLost: 46,
};

const outdated: IncidentStory = {
  title: t(
    "L'assistant a donné l'ancienne température de la chaîne du froid",
    "The assistant gave the old temperature of the cold chain",
  ),
  what: t(
    "Deux magasins ont réglé une vitrine à 6 °C au lieu de 4 °C pendant une matinée. Aucun produit n'a été vendu hors règle.",
    "Two stores set a display to 6 °C instead of 4 °C for a morning. No product was sold out of rule.",
  ),
  severity: 3,
  started: [day("2026-11-17"), "07:10"],
  detected: [day("2026-11-17"), "11:45"],
  ended: null,
  affected: t("Deux magasins", "Two stores"),
  affectedCount: 14,
  personalData: null,
  seriousness: null,
  cause: null,
  correction: null,
  hoursLost: 9,
};

export const guarded: Guarded[] = [
  on("2025-11-04", "reponse-mails", "hugo", { what: "risk", risk: leak }),
  on("2025-12-12", "reponse-mails", "hugo", {
    what: "review",
    risk: leak,
    note: t(
      "Masquage en place ; 500 messages rejoués, aucun numéro n'est passé.",
      "Masking in place; 500 messages replayed, no number went through.",
    ),
    marks: [3, 5],
    residual: [1, 5],
    doneOn: day("2025-12-12"),
    reviewOn: day("2026-11-02"),
  }),
  on("2026-01-20", "reponse-mails", "fatou", { what: "risk", risk: invented }),
  on("2026-01-21", "reponse-mails", "fatou", {
    what: "card",
    card: {
      transfer: true,
      transferTo: t("L'éditeur du modèle, texte masqué", "The model's vendor, masked text"),
      transferCountry: "Irlande",
      transferBasis: t(
        "Contrat de sous-traitance, sans réutilisation ni entraînement",
        "Processing contract, without reuse or training",
      ),
      reviewMoment: "before",
      reviewShare: 1,
      explainability: t(
        "La réponse cite l'article des conditions de vente dont elle est tirée.",
        "The answer quotes the article of the sales terms that it comes from.",
      ),
      knownLimits: t(
        "Mauvaise sur les messages qui mêlent trois demandes, et sur l'ironie.",
        "Poor at messages that mix three requests, and at irony.",
      ),
      monitoringWhat: t("Part des réponses corrigées avant envoi, plaintes", "Share of answers corrected, complaints"),
      monitoringBy: "Fatou Diarra",
      monitoringEvery: "weekly",
      monitoringThreshold: t("Plus de 25 % de réponses corrigées", "More than 25 % of answers corrected"),
    },
  }),
  on("2026-02-10", "synthese-entretiens", "ines", { what: "risk", risk: bias }),
  on("2026-04-14", "reponse-mails", "fatou", {
    what: "review",
    risk: invented,
    note: t(
      "La parade tient : trois réponses fausses arrêtées sur 240 tirées au sort.",
      "The mitigation holds: three wrong answers stopped of 240 drawn.",
    ),
    marks: [4, 4],
    residual: [2, 4],
    doneOn: day("2026-03-30"),
    reviewOn: day("2026-12-15"),
  }),
  on("2026-06-02", "recherche-semantique", "thomas", { what: "risk", risk: price }),
  on("2026-06-26", "synthese-entretiens", "noemie", {
    what: "end-risk",
    risk: bias,
    reason: t("Le cas est retiré : plus rien n'est résumé.", "The case is retired: nothing is summarised any more."),
  }),
  on("2026-09-14", "assistant-magasin", "david", { what: "risk", risk: stale }),
  on("2026-11-04", "reponse-mails", "rachid", { what: "incident", incident: wrongRefunds, risk: invented }),
  on("2026-11-04", "reponse-mails", "hugo", {
    what: "pause",
    incident: wrongRefunds,
    reason: t("Tant que les modèles ne sont pas relus un par un.", "Until the templates are read one by one."),
    relookOn: day("2026-11-18"),
  }),
  on("2026-11-09", "reponse-mails", "claire", {
    what: "resume",
    incident: wrongRefunds,
    reason: t("Les 38 modèles sont relus par le juridique.", "The 38 templates were read by legal."),
  }),
  on("2026-11-12", "reponse-mails", "fatou", {
    what: "cost",
    incident: wrongRefunds,
    quarter: "2026-Q4",
    amount: 318_000,
    note: t("Remboursements accordés par geste commercial", "Refunds granted as goodwill"),
  }),
  on("2026-11-13", "reponse-mails", "fatou", {
    what: "close",
    incident: wrongRefunds,
    reason: t(
      "Un modèle de réponse est du texte juridique : il se relit comme tel.",
      "A template is legal text: it is reviewed as such.",
    ),
  }),
  on("2026-11-17", "assistant-magasin", "david", { what: "incident", incident: outdated, risk: stale }),
];

/** What no case carries alone: found when the registers were read together. */
export const ownRisks: OwnRisk[] = [
  {
    on: day("2026-10-06"),
    by: "hugo",
    risk: {
      title: t(
        "Un seul éditeur porte la plupart de nos cas en production",
        "One vendor carries most of our cases in production",
      ),
      description: t(
        "Une hausse de prix ou une panne les toucherait tous le même jour.",
        "A price increase or an outage would hit all of them on one day.",
      ),
      category: "vendor",
      owner: "hugo",
      likelihood: 3,
      impact: 4,
      mitigation: t(
        "Un second éditeur sous contrat, et un essai de bascule chaque semestre.",
        "A second vendor under contract, and a trial switch every half-year.",
      ),
      mitigationOwner: "thomas",
      mitigationDueOn: day("2027-03-31"),
      residual: [2, 3],
      reviewOn: day("2027-01-12"),
    },
  },
];
