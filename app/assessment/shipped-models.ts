/** The models that ship, to begin from: RICE and WSJF beside the house's own. The anchors are ours. */
import type { Told } from "#app/kernel/told";
import { DEFAULT_MODEL } from "./default-model";
import { type CriterionDraft, EVERY_CASE, type ModelContent } from "./model";

const say = (fr: string, en: string): Told => ({ fr, en });

type Written = Omit<CriterionDraft, "weight" | "anchors" | "values"> & { steps: [number, Told][] };

const quantity = ({ steps, ...criterion }: Written): CriterionDraft => ({
  ...criterion,
  weight: 1,
  anchors: steps.map(([, anchor]) => anchor),
  values: steps.map(([value]) => value),
});

const RICE: ModelContent = {
  ...EVERY_CASE,
  name: say("RICE", "RICE"),
  scheme: "product-ratio",
  note: null,
  criteria: [
    quantity({
      key: "rice-reach",
      axis: "value",
      name: say("Portée", "Reach"),
      question: say("Combien de personnes en profitent en un trimestre ?", "How many people benefit in a quarter?"),
      steps: [
        [10, say("Une dizaine : une équipe", "About ten: a team")],
        [50, say("Une cinquantaine : un service", "About fifty: a unit")],
        [250, say("Environ 250 : un département", "About 250: a department")],
        [1000, say("Un millier : plusieurs départements", "About a thousand: several departments")],
        [
          5000,
          say(
            "Cinq mille ou plus : toute l’entreprise, des clients",
            "Five thousand or more: the whole company, customers",
          ),
        ],
      ],
    }),
    quantity({
      key: "rice-impact",
      axis: "value",
      name: say("Impact", "Impact"),
      question: say("Que change-t-il pour chacune d’elles ?", "What does it change for each of them?"),
      steps: [
        [0.25, say("À peine sensible", "Barely felt")],
        [0.5, say("Un peu de confort", "A little comfort")],
        [1, say("Un gain que l’on remarque", "A gain that people notice")],
        [2, say("Un geste du métier est transformé", "A part of the trade is transformed")],
        [3, say("Le métier lui-même change", "The trade itself changes")],
      ],
    }),
    quantity({
      key: "rice-confidence",
      axis: "value",
      name: say("Confiance", "Confidence"),
      question: say("Sur quoi reposent ces estimations ?", "What do these estimates rest on?"),
      steps: [
        [0.2, say("20 % : une intuition", "20%: a hunch")],
        [0.5, say("50 % : des avis concordants", "50%: opinions that agree")],
        [0.65, say("65 % : un cas comparable ailleurs", "65%: a like case elsewhere")],
        [0.8, say("80 % : des données de chez nous", "80%: data of our own")],
        [1, say("100 % : mesuré lors d’un essai", "100%: measured in a trial")],
      ],
    }),
    quantity({
      key: "rice-effort",
      axis: "complexity",
      name: say("Effort", "Effort"),
      question: say("Combien de mois-personnes jusqu’à l’usage réel ?", "How many person-months until real use?"),
      steps: [
        [0.5, say("Deux semaines d’une personne", "Two weeks of one person")],
        [1, say("Un mois-personne", "One person-month")],
        [3, say("Un trimestre d’une personne", "A quarter of one person")],
        [6, say("Six mois-personnes", "Six person-months")],
        [12, say("Douze mois-personnes ou plus", "Twelve person-months or more")],
      ],
    }),
  ],
};

/** Steps of the modified Fibonacci scale: the gap between two grows as the estimate gets rougher. */
const sized = (...anchors: [Told, Told, Told, Told, Told]): [number, Told][] => {
  const [one, two, three, four, five] = anchors;
  return [
    [1, one],
    [3, two],
    [5, three],
    [8, four],
    [13, five],
  ];
};

const WSJF: ModelContent = {
  ...EVERY_CASE,
  name: say("WSJF", "WSJF"),
  scheme: "sum-ratio",
  note: null,
  criteria: [
    quantity({
      key: "wsjf-value",
      axis: "value",
      name: say("Valeur pour le métier et l’usager", "Value to business and users"),
      question: say("À qui cela manque-t-il, et combien ?", "Who misses it, and how much?"),
      steps: sized(
        say("Agréable à avoir", "Nice to have"),
        say("Une gêne de moins pour quelques-uns", "One nuisance less for some"),
        say("Un gain régulier pour un service", "A steady gain for a unit"),
        say("Un gain net pour un département", "A clear gain for a department"),
        say("Un avantage pour toute l’entreprise", "An advantage for the whole company"),
      ),
    }),
    quantity({
      key: "wsjf-time",
      axis: "value",
      name: say("Urgence", "Time criticality"),
      question: say("Que perd-on à attendre un trimestre ?", "What is lost by waiting a quarter?"),
      steps: sized(
        say("Rien : la valeur attend", "Nothing: the value waits"),
        say("Un peu de gain remis à plus tard", "A little gain put off"),
        say("Une saison commerciale moins bonne", "A weaker season"),
        say("Une échéance connue serait difficile à tenir", "A known date would be hard to meet"),
        say("Une échéance ferme serait manquée", "A hard date would be missed"),
      ),
    }),
    quantity({
      key: "wsjf-risk",
      axis: "value",
      name: say("Risque réduit, voie ouverte", "Risk reduced, way opened"),
      question: say("Que rend-il plus sûr ou possible ensuite ?", "What does it make safer, or possible later?"),
      steps: sized(
        say("Rien d’autre que lui-même", "Nothing but itself"),
        say("Un apprentissage utile", "A useful lesson"),
        say("Un risque connu diminue", "A known risk shrinks"),
        say("Plusieurs cas deviennent plus faciles", "Several cases become easier"),
        say("Une condition de la suite du programme", "A condition for the rest of the programme"),
      ),
    }),
    quantity({
      key: "wsjf-size",
      axis: "complexity",
      name: say("Taille du travail", "Job size"),
      question: say("Comparé aux autres cas, quel travail ?", "Compared with other cases, how much work?"),
      steps: sized(
        say("Le plus petit que nous ayons fait", "The smallest we have done"),
        say("Petit", "Small"),
        say("Moyen", "Middling"),
        say("Grand", "Large"),
        say("Le plus grand que nous oserions", "The largest that we would dare"),
      ),
    }),
  ],
};

/** By the name of their line. */
export const SHIPPED_MODELS: Readonly<Record<ShippedLine, ModelContent>> = {
  "value-complexity": DEFAULT_MODEL,
  rice: RICE,
  wsjf: WSJF,
};
export const SHIPPED_LINES = ["value-complexity", "rice", "wsjf"] as const;
export type ShippedLine = (typeof SHIPPED_LINES)[number];
