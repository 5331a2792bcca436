import { day } from "#app/kernel/day";
import { quarter } from "#app/kernel/quarter";
import type { Department, Filter, Organisation, QuarterStory } from "./types";
import { afterEnd, euros, FISCAL_FIRST_MONTH, t } from "./writing";

export const TODAY = day("2026-11-20");

export const organisation: Organisation = {
  name: "Halvenne",
  about: t(
    "Halvenne, distributeur français : 38 hypermarchés, 214 supermarchés, un site marchand et 160 drives, près de 12 000 salariés.",
    "Halvenne, a French retailer: 38 hypermarkets, 214 supermarkets, an online store and 160 pick-up points, close to 12,000 employees.",
  ),
  currency: "EUR",
  fiscalFirstMonth: FISCAL_FIRST_MONTH,
  timeZone: "Europe/Paris",
  locale: "fr",
  discountRate: 0.08,
  horizonQuarters: 12,
  assessmentsNeeded: 2,
  quorum: 5,
  createdOn: day("2025-03-03"),
};

export const departments: Department[] = [
  {
    key: "marketing",
    code: "MKT",
    name: t("Marketing et fidélité", "Marketing and loyalty"),
    headcount: 140,
    hourlyCost: euros(52),
  },
  {
    key: "ecommerce",
    code: "ECO",
    name: t("E-commerce et drive", "E-commerce and pick-up"),
    headcount: 420,
    hourlyCost: euros(46),
  },
  { key: "supply", code: "LOG", name: t("Chaîne logistique", "Supply chain"), headcount: 1650, hourlyCost: euros(33) },
  { key: "stores", code: "MAG", name: t("Magasins", "Stores"), headcount: 8800, hourlyCost: euros(26) },
  { key: "hr", code: "RH", name: t("Ressources humaines", "Human resources"), headcount: 160, hourlyCost: euros(47) },
  {
    key: "finance",
    code: "FIN",
    name: t("Finance et contrôle de gestion", "Finance and control"),
    headcount: 190,
    hourlyCost: euros(54),
  },
  { key: "service", code: "SCL", name: t("Service client", "Customer service"), headcount: 260, hourlyCost: euros(31) },
  {
    key: "purchasing",
    code: "ACH",
    name: t("Achats et offre", "Purchasing and ranges"),
    headcount: 310,
    hourlyCost: euros(58),
  },
];

export const filters: Filter[] = [
  {
    key: "payback",
    name: t("Retour sur investissement sous 12 mois", "Payback within 12 months"),
    field: "paybackQuarters",
    operator: "at-most",
    threshold: 4,
  },
  {
    key: "complexity",
    name: t("Complexité de 70 au plus", "Complexity of 70 at most"),
    field: "complexity",
    operator: "at-most",
    threshold: 70,
  },
];

const closed = (of: string, on: string, silent: QuarterStory["silent"] = []): QuarterStory => ({
  quarter: quarter(of),
  status: "closed",
  collectedFrom: afterEnd(of, 1),
  closedOn: day(on),
  closedBy: "sophie",
  silent,
});

export const quarters: QuarterStory[] = [
  closed("2025-Q2", "2025-09-05"),
  closed("2025-Q3", "2025-12-05"),
  closed("2025-Q4", "2026-03-06"),
  closed("2026-Q1", "2026-06-05"),
  closed("2026-Q2", "2026-09-04"),
  {
    quarter: quarter("2026-Q3"),
    status: "in-review",
    collectedFrom: afterEnd("2026-Q3", 1),
    closedOn: null,
    closedBy: null,
    silent: [
      {
        department: "purchasing",
        remindedOn: day("2026-11-17"),
        note: t(
          "Aucun relevé des Achats : les acheteurs sont en salle de négociation jusqu'à fin novembre. Relancés deux fois ; le trimestre sera clos sans eux le 4 décembre s'il le faut.",
          "No report from Purchasing: buyers are in the negotiation rooms until the end of November. Reminded twice; the quarter will close without them on 4 December if it must.",
        ),
      },
    ],
  },
  { quarter: quarter("2026-Q4"), status: "open", collectedFrom: null, closedOn: null, closedBy: null, silent: [] },
];
