import type { Told } from "#app/kernel/told";
import type { ModelContent } from "./model";

const say = (fr: string, en: string): Told => ({ fr, en });

/** The model that ships: four criteria of value, five of complexity. On complexity, 5 is hard. */
export const DEFAULT_MODEL: ModelContent = {
  name: say("Valeur et complexité", "Value and complexity"),
  scheme: "weighted",
  note: null,
  departmentIds: [],
  aiTypes: [],
  criteria: [
    {
      key: "benefit",
      axis: "value",
      weight: 4,
      name: say("Bénéfice métier", "Business benefit"),
      question: say(
        "Que rapporte le cas d’usage en une année de croisière ?",
        "What does the use case bring in a full year?",
      ),
      anchors: [
        say("Moins de 10 k€", "Less than €10k"),
        say("10 à 50 k€", "€10k to €50k"),
        say("50 à 200 k€", "€50k to €200k"),
        say("200 k€ à 1 M€", "€200k to €1m"),
        say("Plus de 1 M€", "More than €1m"),
      ],
    },
    {
      key: "strategy",
      axis: "value",
      weight: 2,
      name: say("Alignement stratégique", "Strategic fit"),
      question: say(
        "Sert-il une priorité écrite de l’entreprise ?",
        "Does it serve a written priority of the company?",
      ),
      anchors: [
        say("Aucune priorité concernée", "No priority concerned"),
        say("Lien indirect", "Indirect link"),
        say("Une priorité de département", "A department’s priority"),
        say("Une priorité de l’entreprise", "A company priority"),
        say("Condition d’une priorité de l’entreprise", "A company priority depends on it"),
      ],
    },
    {
      key: "reach",
      axis: "value",
      weight: 2,
      name: say("Portée", "Reach"),
      question: say("Combien de personnes en profitent ?", "How many people benefit?"),
      anchors: [
        say("Moins de 10", "Fewer than 10"),
        say("10 à 50", "10 to 50"),
        say("50 à 250", "50 to 250"),
        say("250 à 1 000", "250 to 1,000"),
        say("Plus de 1 000", "More than 1,000"),
      ],
    },
    {
      key: "experience",
      axis: "value",
      weight: 2,
      name: say("Expérience vécue", "Experience"),
      question: say(
        "Change-t-il la vie du client ou du collaborateur ?",
        "Does it change a customer’s or employee’s day?",
      ),
      anchors: [
        say("Personne ne le remarque", "Nobody notices"),
        say("Un confort", "A convenience"),
        say("Une gêne de moins chaque semaine", "One nuisance less every week"),
        say("Une tâche pénible disparaît", "A painful task disappears"),
        say("On le raconte à d’autres", "People tell others about it"),
      ],
    },
    {
      key: "data",
      axis: "complexity",
      weight: 3,
      name: say("Données", "Data"),
      question: say(
        "Les données existent-elles, et peut-on les utiliser ?",
        "Does the data exist, and may it be used?",
      ),
      anchors: [
        say("Prêtes, propres, sans donnée sensible", "Ready, clean, nothing sensitive"),
        say("Prêtes, un accès à ouvrir", "Ready, one access to open"),
        say("Dispersées ou à nettoyer", "Scattered or to be cleaned"),
        say("En partie absentes, ou personnelles", "Partly missing, or personal"),
        say("À créer, ou très sensibles", "To be created, or very sensitive"),
      ],
    },
    {
      key: "integration",
      axis: "complexity",
      weight: 3,
      name: say("Intégration", "Integration"),
      question: say("À combien d’applications faut-il le relier ?", "How many applications must it be connected to?"),
      anchors: [
        say("Aucune", "None"),
        say("Une, par un connecteur existant", "One, by an existing connector"),
        say("Deux ou trois", "Two or three"),
        say("Une application centrale à modifier", "A core application to change"),
        say("Plusieurs applications centrales", "Several core applications"),
      ],
    },
    {
      key: "change",
      axis: "complexity",
      weight: 2,
      name: say("Conduite du changement", "Change"),
      question: say("Combien les gestes de travail changent-ils ?", "How much do working habits change?"),
      anchors: [
        say("Rien à apprendre", "Nothing to learn"),
        say("Une heure de prise en main", "An hour to get started"),
        say("Une formation", "A training course"),
        say("Un nouveau processus", "A new process"),
        say("Des métiers redéfinis", "Redefined jobs"),
      ],
    },
    {
      key: "risk",
      axis: "complexity",
      weight: 3,
      name: say("Risque et conformité", "Risk and compliance"),
      question: say("Que se passe-t-il quand l’IA se trompe ?", "What happens when the AI is wrong?"),
      anchors: [
        say("Rien de notable, corrigé aussitôt", "Nothing notable, corrected at once"),
        say("Un désagrément interne", "An internal inconvenience"),
        say("Un client le voit", "A customer sees it"),
        say("Une perte ou un litige possible", "A loss or a dispute is possible"),
        say("Des droits ou la sécurité de personnes", "People’s rights or safety"),
      ],
    },
    {
      key: "maturity",
      axis: "complexity",
      weight: 1,
      name: say("Maturité de la solution", "Maturity of the solution"),
      question: say("A-t-on déjà vu cette solution fonctionner ?", "Has this solution been seen to work?"),
      anchors: [
        say("En service ici même", "In use right here"),
        say("En service dans d’autres organisations", "In use at other organisations"),
        say("Produit récent, quelques clients", "A recent product with a few customers"),
        say("Démonstrations seulement", "Demonstrations only"),
        say("À inventer", "To be invented"),
      ],
    },
  ],
};
