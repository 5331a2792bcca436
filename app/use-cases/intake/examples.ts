/** What a good answer looks like, for a department of each trade, until one of its own cases shows it. */
import { fold, type Told } from "#app/kernel/told";
import type { TimesPer } from "../content";

export interface Example {
  need: Told;
  title: Told;
  affected: Told;
  peopleAffected: number | null;
  times: number | null;
  timesPer: TimesPer | null;
  minutesPerTime: number | null;
  expectedBenefit: Told;
  dataInvolved: Told | null;
}

const say = (fr: string, en: string): Told => ({ fr, en });

interface Trade {
  /** How such a department is called: beginnings of folded words. */
  called: RegExp;
  example: Example;
}

const TRADES: readonly Trade[] = [
  {
    called: /\b(financ|compta|account|controle de gestion|control|tresor|treasur|fin\b|daf\b)/,
    example: {
      need: say(
        "Chaque fin de mois, trois comptables rapprochent à la main 4 000 factures de leurs bons de livraison ; un écart sur dix n’est vu qu’après paiement.",
        "At the end of each month three accountants match 4,000 invoices with their delivery notes by hand; one difference in ten is seen only after payment.",
      ),
      title: say("Rapprocher factures et bons de livraison", "Match invoices with delivery notes"),
      affected: say("Les comptables fournisseurs", "Accounts payable clerks"),
      ...{ peopleAffected: 12, times: 40, timesPer: "week", minutesPerTime: 10 },
      expectedBenefit: say(
        "Les écarts vus avant paiement, et deux jours gagnés à la clôture",
        "Differences seen before payment, and a close that takes two days less",
      ),
      dataInvolved: say(
        "Factures et bons de livraison en PDF, écritures comptables",
        "Invoices and delivery notes as PDF, ledger entries",
      ),
    },
  },
  {
    called: /\b(ressources humaines|rh\b|drh\b|hr\b|human|people|talent|formation|paie|payroll)/,
    example: {
      need: say(
        "Les salariés posent 60 fois par jour les mêmes questions sur congés et mutuelle ; la réponse arrive deux jours après.",
        "Employees ask the same questions about leave and health cover 60 times a day; the answer takes two days.",
      ),
      title: say("Répondre aux questions courantes des salariés", "Answer employees’ everyday questions"),
      affected: say(
        "Les gestionnaires RH, et tous les salariés qui attendent",
        "HR officers, and every employee who waits",
      ),
      ...{ peopleAffected: 9, times: 7, timesPer: "day", minutesPerTime: 12 },
      expectedBenefit: say(
        "Une réponse dans l’heure ; moitié moins de relances",
        "An answer within the hour; half as many reminders",
      ),
      dataInvolved: say(
        "Accords d’entreprise et notices, sans dossier individuel",
        "Company agreements and guides, no personal files",
      ),
    },
  },
  {
    called: /\b(market|communic|fidel|loyal|marque|brand|crm|mkt\b|digital|contenu|content)/,
    example: {
      need: say(
        "Rédiger 300 fiches produit pour chaque catalogue prend trois semaines à l’équipe, et un tiers part sans traduction.",
        "Writing 300 product texts for each catalogue takes the team three weeks, and a third goes out untranslated.",
      ),
      title: say("Rédiger et traduire les fiches produit", "Write and translate product texts"),
      affected: say("Les chefs de produit et les traducteurs", "Product managers and translators"),
      ...{ peopleAffected: 15, times: 20, timesPer: "week", minutesPerTime: 25 },
      expectedBenefit: say(
        "Un catalogue prêt en une semaine, dans toutes les langues",
        "A catalogue ready in a week, in all languages",
      ),
      dataInvolved: say("Données produit des fournisseurs, anciennes fiches", "Suppliers’ product data, earlier texts"),
    },
  },
  {
    called: /\b(logisti|supply|entrepot|warehouse|transport|livrais|delivery|log\b|stock)/,
    example: {
      need: say(
        "À chaque réception, on compte à l’œil les colis de 200 palettes ; une erreur sur cinquante ressort en litige six semaines après.",
        "At each reception the parcels on 200 pallets are counted by eye; one error in fifty comes back as a dispute six weeks later.",
      ),
      title: say("Compter les colis à la réception", "Count parcels on arrival"),
      affected: say("Les réceptionnaires des entrepôts", "Receiving clerks in the warehouses"),
      ...{ peopleAffected: 45, times: 30, timesPer: "day", minutesPerTime: 3 },
      expectedBenefit: say(
        "Deux fois moins de litiges, et le quai libéré plus tôt",
        "Half as many disputes, and a dock that is free sooner",
      ),
      dataInvolved: say("Photos de palettes, bons de livraison", "Photos of pallets, delivery notes"),
    },
  },
  {
    called: /\b(service client|relation client|customer|support|sav\b|call|contact|scl\b)/,
    example: {
      need: say(
        "Un conseiller lit quatre minutes avant de savoir où router un message ; un sur six repart dans le mauvais service.",
        "An adviser reads for four minutes before knowing where to send a message; one in six goes to the wrong team.",
      ),
      title: say("Router les messages des clients", "Route customers’ messages"),
      affected: say("Les conseillers du service client", "Customer service advisers"),
      ...{ peopleAffected: 80, times: 35, timesPer: "day", minutesPerTime: 4 },
      expectedBenefit: say("Une première réponse le jour même", "A first answer on the same day"),
      dataInvolved: say(
        "Messages de clients, avec leurs noms et adresses",
        "Customers’ messages, with names and addresses",
      ),
    },
  },
  {
    called: /\b(achat|purchas|procure|sourcing|offre|range|fournisseur|ach\b)/,
    example: {
      need: say(
        "Comparer les réponses de huit fournisseurs à un appel d’offres prend quatre jours ; les clauses gênantes se découvrent à la signature.",
        "Comparing eight suppliers’ answers to a tender takes four days; awkward clauses are found when signing.",
      ),
      title: say("Comparer les réponses aux appels d’offres", "Compare answers to tenders"),
      affected: say("Les acheteurs et leurs juristes", "Buyers and their lawyers"),
      ...{ peopleAffected: 20, times: 2, timesPer: "month", minutesPerTime: 480 },
      expectedBenefit: say(
        "Une comparaison en une journée, clauses comprises",
        "A comparison in one day, clauses included",
      ),
      dataInvolved: say(
        "Offres et contrats de fournisseurs, confidentiels",
        "Suppliers’ offers and contracts, confidential",
      ),
    },
  },
  {
    called: /\b(magasin|store|shop|vente|sales|retail|rayon|mag\b|reseau|commerc|e-?commerce|drive)/,
    example: {
      need: say(
        "Chaque matin, les chefs de rayon relèvent les ruptures à la main ; une sur cinq est oubliée et la vente est perdue.",
        "Every morning shelf managers note gaps by hand; one in five is forgotten and the sale is lost.",
      ),
      title: say("Signaler les ruptures en rayon", "Flag gaps on the shelf"),
      affected: say("Les chefs de rayon des magasins", "Shelf managers in the stores"),
      ...{ peopleAffected: 240, times: 1, timesPer: "day", minutesPerTime: 30 },
      expectedBenefit: say("Moitié moins de ruptures oubliées", "Half as many forgotten gaps"),
      dataInvolved: say("Photos de rayons, stocks ; aucun visage", "Photos of shelves, stock levels; no faces"),
    },
  },
  {
    called: /\b(juridi|legal|conform|complian|droit|contrat|contract|jur\b)/,
    example: {
      need: say(
        "Relire un contrat type prend deux heures, dont une à chercher ce qui diffère de notre modèle.",
        "Reviewing a standard contract takes two hours, one of them spent finding what differs from our template.",
      ),
      title: say("Repérer les écarts d’un contrat à notre modèle", "Find where a contract differs from our template"),
      affected: say("Les juristes et les acheteurs qui attendent", "Lawyers, and the buyers who wait"),
      ...{ peopleAffected: 8, times: 6, timesPer: "week", minutesPerTime: 120 },
      expectedBenefit: say(
        "Une relecture en une demi-heure, écarts listés",
        "A review in half an hour, differences listed",
      ),
      dataInvolved: say("Contrats confidentiels, nos modèles", "Confidential contracts, our templates"),
    },
  },
  {
    called: /\b(informati|it\b|dsi\b|system|tech|data|digital|numeri|securit|securit)/,
    example: {
      need: say(
        "Un ticket sur trois part à la mauvaise équipe ; il perd une journée à chaque renvoi.",
        "One ticket in three goes to the wrong team; it loses a day each time.",
      ),
      title: say("Orienter les tickets du support", "Route support tickets"),
      affected: say("Les techniciens du support", "Support technicians"),
      ...{ peopleAffected: 25, times: 20, timesPer: "day", minutesPerTime: 5 },
      expectedBenefit: say(
        "Neuf tickets sur dix à la bonne équipe du premier coup",
        "Nine tickets in ten at the right team the first time",
      ),
      dataInvolved: say("Tickets, base de connaissances", "Tickets, the knowledge base"),
    },
  },
  {
    called: /\b(qualit|production|usine|plant|manufact|maintenance|atelier|industr)/,
    example: {
      need: say(
        "Un contrôleur regarde 400 pièces par heure ; la fatigue laisse passer un défaut sur trente.",
        "An inspector looks at 400 parts an hour; tired eyes miss one defect in thirty.",
      ),
      title: say("Repérer les défauts en bout de ligne", "Spot defects at the end of the line"),
      affected: say("Les contrôleurs qualité des ateliers", "Quality inspectors on the shop floor"),
      ...{ peopleAffected: 18, times: 8, timesPer: "day", minutesPerTime: 50 },
      expectedBenefit: say(
        "Deux fois moins de retours, et des contrôles moins pénibles",
        "Half as many returns, and less tiring inspections",
      ),
      dataInvolved: say("Images de pièces, historique des retours", "Images of parts, the history of returns"),
    },
  },
];

const ANY_TRADE: Example = {
  need: say(
    "Chaque lundi, l’équipe relit cinquante comptes rendus pour en tirer les décisions ; il faut une demi-journée et on en oublie.",
    "Every Monday the team reads fifty meeting notes to find the decisions; it takes half a day and some are missed.",
  ),
  title: say("Retrouver les décisions des comptes rendus", "Find the decisions in meeting notes"),
  affected: say("Les chefs de projet", "Project managers"),
  ...{ peopleAffected: 14, times: 1, timesPer: "week", minutesPerTime: 180 },
  expectedBenefit: say(
    "Une liste de décisions prête à relire en dix minutes",
    "A list of decisions, ready to check in ten minutes",
  ),
  dataInvolved: say("Comptes rendus internes", "Internal meeting notes"),
};

/** The example of a department's trade, by its name and code. */
export function exampleFor(department: { code: string; name: Told } | null): Example {
  if (!department) return ANY_TRADE;
  const called = fold([department.name.fr, department.name.en, department.code].filter(Boolean).join(" · "));
  return TRADES.find((trade) => trade.called.test(called))?.example ?? ANY_TRADE;
}
