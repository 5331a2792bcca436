/** What the firm knows of those it buys from, of their models, of its data, and of where its cases run. */
import type { Entry } from "#app/delivery/registers/fields";
import type { SiteStage } from "#app/delivery/roll-out/roll-out";
import { type Day, day } from "#app/kernel/day";
import { type Minor, minor } from "#app/kernel/money";
import type { Both, Key } from "./types";

interface Contract {
  vendor: Key;
  owner: Key;
  contract: string;
  from: Day;
  renewsOn: Day;
  noticeDays: number;
  autoRenews: boolean;
  yearly: Minor | null;
}

const contract = (
  vendor: Key,
  owner: Key,
  [reference, from, renewsOn]: [reference: string, from: string, renewsOn: string],
  [noticeDays, autoRenews, yearly]: [noticeDays: number, autoRenews: boolean, yearly: number | null],
): Contract => ({
  ...{ vendor, owner, contract: reference, from: day(from), renewsOn: day(renewsOn), noticeDays, autoRenews },
  yearly: yearly === null ? null : minor(yearly * 100),
});

export const contracts: Contract[] = [
  contract("nuvea", "mathieu", ["HAL-2025-031", "2025-02-01", "2027-02-01"], [60, true, 180_000]),
  contract("hexaline", "mathieu", ["HAL-2024-112", "2024-12-15", "2026-12-15"], [30, false, 42_000]),
  contract("pixelune", "camille", ["HAL-2025-058", "2025-06-01", "2027-06-01"], [90, true, 36_000]),
  contract("lumigrain", "mathieu", ["HAL-2026-009", "2026-05-01", "2027-05-01"], [60, true, 28_000]),
  contract("routelia", "mathieu", ["HAL-2025-077", "2025-09-01", "2027-09-01"], [90, true, 54_000]),
  contract("paroleo", "mathieu", ["HAL-2026-003", "2026-02-01", "2027-02-01"], [45, true, 24_000]),
  contract("robolia", "julien", ["HAL-2023-140", "2023-03-01", "2027-03-01"], [90, true, 60_000]),
];

/** What was paid, by quarter. */
interface Paid {
  vendor: Key;
  /** Each by its invoice where there is one; what has none is estimated. */
  quarters: [quarter: string, amount: number, invoice: string | null][];
}

export const paid: Paid[] = [
  {
    vendor: "nuvea",
    quarters: [
      ["2025-Q4", 45_000, "NUV-2025-1188"],
      ["2026-Q1", 45_000, "NUV-2026-0204"],
      ["2026-Q2", 51_300, "NUV-2026-0611"],
      ["2026-Q3", 62_750, "NUV-2026-0977"],
    ],
  },
  {
    vendor: "routelia",
    quarters: [
      ["2026-Q1", 13_500, "R-26-017"],
      ["2026-Q2", 13_500, "R-26-049"],
      ["2026-Q3", 13_500, null],
    ],
  },
];

interface Terms extends Partial<Pick<Entry<"models">, "release" | "modality" | "licence" | "region" | "priceUnit">> {
  model: Key;
  /** Minor units and their fractions. */
  price: number | null;
  endOfLifeOn?: Day;
  successor?: Key;
}

const proprietary = (model: Key, modality: Terms["modality"], region: string): Terms => ({
  ...{ model, modality: modality ?? null, licence: "proprietary", region, price: null },
});

export const terms: Terms[] = [
  { ...proprietary("nuvea-grand", "text", "eu-west-3"), release: "2025-09", price: 0.0009, priceUnit: "1 token" },
  {
    ...proprietary("nuvea-vif", "text", "eu-west-3"),
    ...{ release: "2025-09", price: 0.00008, priceUnit: "1 token" },
    ...{ endOfLifeOn: day("2027-02-28"), successor: "nuvea-grand" },
  },
  {
    ...proprietary("hexaline-omni", "several", "us-east"),
    ...{ release: "5.1", price: 0.0012, priceUnit: "1 token", endOfLifeOn: day("2026-10-31") },
  },
  { ...proprietary("pixelune-studio", "image", "fr-par"), release: "4.2", price: 4, priceUnit: "image" },
  { ...proprietary("lumigrain-rayon", "image", "fr-par"), release: "2.0", price: 0.2, priceUnit: "image" },
  { ...proprietary("paroleo-voix", "audio", "fr-par"), release: "1.8", price: 1.5, priceUnit: "minute" },
  { ...proprietary("robolia-ocr", "image", "Halvenne, Lille"), release: "7", price: null },
  { model: "chene-24b", modality: "text", licence: "open", region: "Halvenne, Lille", release: "24B", price: null },
  { model: "chene-vecteurs", modality: "embedding", licence: "open", region: "Halvenne, Lille", price: null },
  { model: "gradient", modality: "tabular", licence: "open", region: "Halvenne, Lille", price: null },
  { model: "ecart", modality: "tabular", licence: "open", region: "Halvenne, Lille", price: null },
];

interface DataStory {
  key: Key;
  name: string;
  owner: Key;
  department: Key;
  location: string;
  hosting: Entry<"data-sets">["hosting"];
  sensitivity: Entry<"data-sets">["sensitivity"];
  personalData: boolean | null;
  description: Both;
  access: Both;
  uses: Both;
  reviewOn: Day | null;
}

export const dataSets: DataStory[] = [
  {
    ...{ key: "courriels", name: "Courriels du service client", owner: "rachid", department: "service" },
    ...{ location: "Messagerie, Lille", hosting: "self-hosted", sensitivity: "confidential", personalData: true },
    description: { fr: "Trois ans de courriels et leurs réponses.", en: "Three years of letters and their answers." },
    access: { fr: "Service client et science des données.", en: "Customer service and data science." },
    uses: { fr: "Répondre et trier ; jamais pour la publicité.", en: "Answer and sort; never for advertising." },
    reviewOn: day("2027-01-15"),
  },
  {
    ...{ key: "tickets", name: "Tickets de caisse", owner: "antoine", department: "supply" },
    ...{ location: "Entrepôt de données", hosting: "eu", sensitivity: "internal", personalData: false },
    description: { fr: "Ventes par article, magasin et heure.", en: "Sales by item, store and hour." },
    access: { fr: "Logistique, magasins, finance.", en: "Supply chain, stores, finance." },
    uses: { fr: "Prévoir et approvisionner.", en: "Forecast and replenish." },
    reviewOn: day("2027-06-30"),
  },
  {
    ...{ key: "fidelite", name: "Carte de fidélité", owner: "quentin", department: "marketing" },
    ...{ location: "CRM", hosting: "eu", sensitivity: "secret", personalData: true },
    description: { fr: "Achats par porteur de carte.", en: "Purchases by card holder." },
    access: { fr: "Marketing, après accord du juridique.", en: "Marketing, once legal agreed." },
    uses: { fr: "Coupons consentis seulement.", en: "Coupons with consent only." },
    reviewOn: day("2026-12-01"),
  },
  {
    ...{ key: "catalogue", name: "Catalogue produits", owner: "margaux", department: "ecommerce" },
    ...{ location: "PIM", hosting: "eu", sensitivity: "public", personalData: false },
    description: { fr: "Fiches, photos et attributs.", en: "Product pages, photos and attributes." },
    access: { fr: "Tous.", en: "Everybody." },
    uses: { fr: "Tout usage.", en: "Any use." },
    reviewOn: null,
  },
  {
    ...{ key: "paie", name: "Questions et règles de paie", owner: "noemie", department: "hr" },
    ...{ location: "SIRH", hosting: "self-hosted", sensitivity: "secret", personalData: true },
    description: { fr: "Questions posées, sans les bulletins.", en: "Questions asked, without the pay slips." },
    access: { fr: "Ressources humaines.", en: "Human resources." },
    uses: { fr: "Répondre aux salariés.", en: "Answer employees." },
    reviewOn: day("2027-03-01"),
  },
  {
    ...{ key: "factures", name: "Factures fournisseurs", owner: "julien", department: "finance" },
    ...{ location: "GED comptable", hosting: "self-hosted", sensitivity: "confidential", personalData: null },
    description: { fr: "Factures numérisées depuis 2019.", en: "Invoices scanned since 2019." },
    access: { fr: "Comptabilité.", en: "Accounting." },
    uses: { fr: "Lecture et contrôle.", en: "Reading and control." },
    reviewOn: null,
  },
];

/** Which case works with which data, and for what; which model does what in a case that ran no POC here. */
export const works: { useCase: Key; data?: Key; model?: Key; component: Both }[] = [
  { useCase: "reponse-mails", data: "courriels", component: { fr: "Exemples de réponses", en: "Examples of answers" } },
  { useCase: "verbatims-clients", data: "courriels", component: { fr: "Motifs à classer", en: "Reasons to class" } },
  { useCase: "prevision-frais", data: "tickets", component: { fr: "Historique de ventes", en: "History of sales" } },
  { useCase: "ruptures-rayon", data: "tickets", component: { fr: "Ventes qui s’arrêtent", en: "Sales that stop" } },
  { useCase: "anti-gaspi", data: "tickets", component: { fr: "Ventes par heure", en: "Sales by hour" } },
  { useCase: "ciblage-coupons", data: "fidelite", component: { fr: "Achats passés", en: "Past purchases" } },
  {
    useCase: "fiches-produits",
    data: "catalogue",
    component: { fr: "Attributs à décrire", en: "Attributes to describe" },
  },
  {
    useCase: "recherche-semantique",
    data: "catalogue",
    component: { fr: "Ce qui se cherche", en: "What is searched" },
  },
  { useCase: "questions-paie", data: "paie", component: { fr: "Questions fréquentes", en: "Frequent questions" } },
  { useCase: "factures-fournisseurs", data: "factures", component: { fr: "À lire", en: "To be read" } },
  {
    useCase: "factures-fournisseurs",
    model: "robolia-ocr",
    component: { fr: "Lit les factures", en: "Reads invoices" },
  },
  { useCase: "prevision-frais", model: "gradient", component: { fr: "Prévoit les ventes", en: "Forecasts sales" } },
  { useCase: "ciblage-coupons", model: "gradient", component: { fr: "Classe les clients", en: "Ranks customers" } },
];

interface Place {
  country: string;
  branch?: string;
  stage: SiteStage;
  on: Day;
  /** The reason of a withdrawal, after a life that began before. */
  withdrawn?: { on: Day; reason: Both };
  readings: [on: string, eligible: number, active: number][];
}

const LOG = { fr: "Journal de connexion", en: "Sign-in log" };
export const SOURCE: Both = LOG;

export const rollOuts: { useCase: Key; places: Place[] }[] = [
  {
    useCase: "reponse-mails",
    places: [
      {
        ...{ country: "FR", branch: "Lille", stage: "live", on: day("2025-10-13") },
        readings: [
          ["2025-12-15", 120, 48],
          ["2026-03-16", 120, 74],
          ["2026-06-15", 130, 92],
          ["2026-10-15", 130, 101],
        ],
      },
      {
        ...{ country: "BE", stage: "pilot", on: day("2026-06-01") },
        readings: [
          ["2026-07-15", 40, 9],
          ["2026-10-15", 40, 17],
        ],
      },
      { country: "ES", stage: "planned", on: day("2027-02-01"), readings: [] },
    ],
  },
  {
    useCase: "assistant-magasin",
    places: [
      {
        ...{ country: "FR", stage: "live", on: day("2026-03-30") },
        readings: [
          ["2026-05-15", 3_200, 640],
          ["2026-08-17", 3_200, 1_120],
          ["2026-11-09", 3_350, 1_540],
        ],
      },
      {
        ...{ country: "PT", stage: "pilot", on: day("2026-05-04") },
        withdrawn: {
          on: day("2026-09-30"),
          reason: { fr: "Les consignes n’y sont pas traduites.", en: "Instructions are not translated there." },
        },
        readings: [["2026-07-15", 180, 22]],
      },
    ],
  },
  {
    useCase: "ruptures-rayon",
    places: [
      {
        ...{ country: "FR", stage: "live", on: day("2026-08-24") },
        readings: [["2026-10-15", 210, 164]],
      },
    ],
  },
];

/** Where the users of a case went that retired before anybody counted them. */
export const wentOn: { useCase: Key; to: Key | null; tool: string | null; users: number | null }[] = [
  { useCase: "synthese-entretiens", to: null, tool: "Nuvéa Bureau", users: 14 },
  { useCase: "traduction-consignes", to: "assistant-magasin", tool: null, users: 260 },
];
