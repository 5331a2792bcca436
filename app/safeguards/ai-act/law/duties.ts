/** What a high-risk system asks of each role: Chapter III, and what Chapter IX adds. */
import { AMENDED, area, FROM } from "./provision";

// Their day is that of the route by which the system is high-risk, where it is later.
const duty = area("duties", FROM.annexIII, AMENDED);

export const DUTY_LAW = {
  "art-8": duty(
    "Art. 8",
    ["Respect des exigences", "Compliance with the requirements"],
    [
      "Le système respecte les exigences des articles 9 à 15.",
      "The system complies with the requirements of Articles 9 to 15.",
    ],
  ),
  "art-9": duty(
    "Art. 9",
    ["Gestion des risques", "Risk management"],
    [
      "Tenir, sur toute la vie du système, une gestion des risques pour la santé, la sécurité et les droits fondamentaux, mauvais usage prévisible compris.",
      "Run, over the system’s whole life, a management of risks to health, safety and fundamental rights, foreseeable misuse included.",
    ],
  ),
  "art-10": duty(
    "Art. 10",
    ["Données et gouvernance des données", "Data and data governance"],
    [
      "Entraîner, valider et tester sur des données pertinentes, représentatives et examinées quant aux biais.",
      "Train, validate and test on data that is relevant, representative and examined for bias.",
    ],
  ),
  "art-11": duty(
    "Art. 11, Annex IV",
    ["Documentation technique", "Technical documentation"],
    [
      "Établir la documentation technique avant la mise sur le marché et la tenir à jour ; forme simplifiée pour les PME.",
      "Draw up the technical documentation before the market and keep it up to date; a simplified form for SMEs.",
    ],
  ),
  "art-12": duty(
    "Art. 12",
    ["Journaux", "Logs"],
    ["Le système enregistre automatiquement ses événements.", "The system records its events automatically."],
  ),
  "art-13": duty(
    "Art. 13",
    ["Transparence et notice d’utilisation", "Transparency and instructions for use"],
    [
      "Donner au déployeur une notice claire : destination, exactitude, limites, contrôle humain, maintenance.",
      "Give the deployer clear instructions: intended purpose, accuracy, limits, human oversight, maintenance.",
    ],
  ),
  "art-14": duty(
    "Art. 14",
    ["Contrôle humain par conception", "Human oversight by design"],
    [
      "Concevoir le système pour que des personnes puissent le comprendre, l’écarter, l’arrêter.",
      "Design the system so that people can understand it, disregard it, stop it.",
    ],
  ),
  "art-15": duty(
    "Art. 15",
    ["Exactitude, robustesse, cybersécurité", "Accuracy, robustness, cybersecurity"],
    [
      "Atteindre et déclarer un niveau approprié d’exactitude, de robustesse et de cybersécurité.",
      "Reach and declare an appropriate level of accuracy, robustness and cybersecurity.",
    ],
  ),
  "art-16": duty(
    "Art. 16",
    ["Obligations du fournisseur", "Obligations of the provider"],
    [
      "Nom et contact sur le système, conformité démontrée sur demande, accessibilité.",
      "Name and contact on the system, conformity shown on request, accessibility.",
    ],
  ),
  "art-17": duty(
    "Art. 17",
    ["Système de gestion de la qualité", "Quality management system"],
    [
      "Documenter les règles, procédures et responsabilités, en proportion de la taille.",
      "Document rules, procedures and responsibilities, in proportion to size.",
    ],
  ),
  "art-18": duty(
    "Art. 18",
    ["Conservation des documents", "Keeping of documents"],
    ["Garder la documentation dix ans.", "Keep the documentation for ten years."],
  ),
  "art-19": duty(
    "Art. 19",
    ["Conservation des journaux (fournisseur)", "Keeping of logs (provider)"],
    [
      "Garder les journaux que l’on contrôle au moins six mois.",
      "Keep the logs under one’s control for at least six months.",
    ],
  ),
  "art-20": duty(
    "Art. 20",
    ["Mesures correctives", "Corrective actions"],
    [
      "Corriger, retirer ou désactiver un système non conforme, et en informer.",
      "Correct, withdraw or disable a system that does not conform, and inform of it.",
    ],
  ),
  "art-22": duty(
    "Art. 22",
    ["Mandataire", "Authorised representative"],
    [
      "Un fournisseur hors de l’Union nomme un mandataire dans l’Union ; le mandataire vérifie et tient les documents.",
      "A provider outside the Union appoints a representative in the Union; the representative verifies and keeps the documents.",
    ],
  ),
  "art-23": duty(
    "Art. 23",
    ["Obligations de l’importateur", "Obligations of the importer"],
    [
      "Vérifier évaluation de conformité, documentation, marquage et mandataire avant de mettre sur le marché.",
      "Verify conformity assessment, documentation, marking and representative before placing on the market.",
    ],
  ),
  "art-24": duty(
    "Art. 24",
    ["Obligations du distributeur", "Obligations of the distributor"],
    [
      "Vérifier le marquage CE, la déclaration et la notice avant de mettre à disposition.",
      "Verify the CE marking, the declaration and the instructions before making available.",
    ],
  ),
  "art-25-1-a": duty(
    "Art. 25(1)(a)",
    ["Son nom ou sa marque sur le système", "One’s name or trademark on the system"],
    [
      "Qui met son nom ou sa marque sur un système à haut risque déjà sur le marché en devient le fournisseur.",
      "Whoever puts their name or trademark on a high-risk system already on the market becomes its provider.",
    ],
  ),
  "art-25-1-b": duty(
    "Art. 25(1)(b)",
    ["Modification substantielle", "Substantial modification"],
    [
      "Qui modifie substantiellement un système à haut risque qui le reste en devient le fournisseur.",
      "Whoever substantially modifies a high-risk system that remains one becomes its provider.",
    ],
  ),
  "art-25-1-c": duty(
    "Art. 25(1)(c)",
    ["Nouvelle destination", "New intended purpose"],
    [
      "Qui change la destination d’un système, modèle à usage général compris, de sorte qu’il devient à haut risque, en devient le fournisseur : par exemple un assistant général mis au tri de candidatures.",
      "Whoever changes a system’s intended purpose, a general-purpose one included, so that it becomes high-risk becomes its provider: such as a general assistant pointed at sifting applications.",
    ],
  ),
  "art-25-3": duty(
    "Art. 25(3)",
    ["Fabricant du produit", "Product manufacturer"],
    [
      "Le fabricant qui met le système sur le marché avec son produit et sous son nom est tenu pour son fournisseur.",
      "The manufacturer who places the system on the market with the product and under its own name is held to be its provider.",
    ],
  ),
  "art-43": duty(
    "Art. 43",
    ["Évaluation de la conformité", "Conformity assessment"],
    [
      "Passer l’évaluation de conformité avant la mise sur le marché : contrôle interne, ou organisme notifié (biométrie sans normes, produits de l’annexe I).",
      "Pass the conformity assessment before the market: internal control, or a notified body (biometrics without standards, products of Annex I).",
    ],
  ),
  "art-47": duty(
    "Art. 47",
    ["Déclaration UE de conformité", "EU declaration of conformity"],
    ["Établir et garder la déclaration dix ans.", "Draw up the declaration and keep it for ten years."],
  ),
  "art-48": duty(
    "Art. 48",
    ["Marquage CE", "CE marking"],
    ["Apposer le marquage CE, numérique si besoin.", "Affix the CE marking, digitally if need be."],
  ),
  "art-49-1": duty(
    "Art. 49(1), Art. 49(5)",
    ["Enregistrement par le fournisseur", "Registration by the provider"],
    [
      "Enregistrer le fournisseur et le système dans la base de l’Union ; au niveau national pour les infrastructures critiques.",
      "Register the provider and the system in the EU database; at national level for critical infrastructure.",
    ],
  ),
  "art-72": duty(
    "Art. 72",
    ["Surveillance après la mise sur le marché", "Post-market monitoring"],
    [
      "Suivre le système après sa mise sur le marché selon un plan.",
      "Follow the system after it was placed on the market, by a plan.",
    ],
  ),
  "art-73": duty(
    "Art. 73",
    ["Signalement des incidents graves", "Reporting of serious incidents"],
    [
      "Signaler un incident grave sous quinze jours, dix en cas de décès, deux s’il est généralisé.",
      "Report a serious incident within fifteen days, ten at a death, two where it is widespread.",
    ],
  ),
} as const;
