import { day } from "#app/kernel/day";
import { quarter } from "#app/kernel/quarter";
import type { ReviewStory } from "./types";
import { t } from "./writing";

export const reviews: ReviewStory[] = [
  {
    quarter: quarter("2026-Q2"),
    plannedOn: day("2026-09-08"),
    heldOn: day("2026-09-17"),
    startsAt: "14:00",
    openingMinutes: 15,
    slots: [
      { department: "stores", minutes: 15, liveTarget: 4 },
      { department: "supply", minutes: 15, liveTarget: 3 },
      { department: "ecommerce", minutes: 15, liveTarget: 3 },
      { department: "marketing", minutes: 15, liveTarget: 3 },
      { department: "service", minutes: 15, liveTarget: 3 },
      { department: "purchasing", minutes: 5, liveTarget: 1 },
      { department: "finance", minutes: 5, liveTarget: 1 },
      { department: "hr", minutes: 5, liveTarget: 1 },
    ],
    presented: [
      "assistant-magasin",
      "anti-gaspi",
      "prevision-frais",
      "tournees-livraison",
      "recherche-semantique",
      "fiches-produits",
      "ciblage-coupons",
      "studio-visuels",
    ],
    decided: [
      {
        decision: t(
          "Les dates courtes passent à tous les magasins de la région Ouest avant les fêtes ; la nourriture non jetée se présente à côté des euros.",
          "The short-dates markdown goes to all stores of the West region before the holidays; food not thrown away is presented beside the euros.",
        ),
        useCase: "anti-gaspi",
        owner: "solene",
        dueOn: day("2026-12-01"),
      },
      {
        decision: t(
          "Plus de la moitié de la valeur est estimée : chaque département présente à la prochaine revue au moins un cas mesuré.",
          "More than half of the value is estimated: at the next review each department presents at least one measured case.",
        ),
        useCase: null,
        owner: "sophie",
        dueOn: day("2026-12-10"),
      },
    ],
  },
];
