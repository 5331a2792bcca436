/** Article 50 and the general-purpose models of Chapter V. */
import { ACT, AMENDED, area, FROM } from "./provision";

const shown = area("transparency", FROM.transparency);
const model = area("gpai", FROM.gpai);

export const TRANSPARENCY_LAW = {
  "art-50-1": shown(
    "Art. 50(1)",
    ["Interaction directe avec des personnes", "Direct interaction with people"],
    [
      "Le fournisseur fait en sorte que les personnes sachent qu’elles parlent à une IA (agent conversationnel, robot vocal), sauf si c’est évident pour une personne normalement informée.",
      "The provider makes sure that people know that they deal with an AI (chatbot, voice bot), unless that is obvious to a reasonably well-informed person.",
    ],
  ),
  "art-50-2": shown(
    "Art. 50(2)",
    ["Contenus de synthèse : texte, image, son, vidéo", "Synthetic content: text, image, audio, video"],
    [
      "Le fournisseur marque les contenus produits dans un format lisible par une machine, et les rend détectables. La retouche courante et ce qui ne change pas substantiellement l’entrée sont exceptés.",
      "The provider marks generated content in a machine-readable format and makes it detectable. Standard editing and what does not substantially alter the input are excepted.",
    ],
    { source: AMENDED },
  ),
  "art-111-4": shown(
    "Art. 111(4)",
    ["Délai pour les systèmes génératifs déjà sur le marché", "Grace for generative systems already on the market"],
    [
      "Un système génératif mis sur le marché avant le 2 août 2026 a jusqu’à ce jour pour le marquage de l’article 50(2), et pour lui seul.",
      "A generative system placed on the market before 2 August 2026 has until this day for the marking of Article 50(2), and for that alone.",
    ],
    { source: AMENDED, appliesFrom: FROM.newPractices },
  ),
  "art-50-3": shown(
    "Art. 50(3)",
    ["Reconnaissance des émotions ou catégorisation biométrique", "Emotion recognition or biometric categorisation"],
    [
      "Le déployeur informe les personnes exposées du fonctionnement du système et traite leurs données selon le droit de la protection des données.",
      "The deployer informs the people exposed of the system’s operation and handles their data according to data protection law.",
    ],
  ),
  "art-50-4-deep-fake": shown(
    "Art. 50(4) subpara. 1",
    ["Hypertrucage", "Deep fake"],
    [
      "Le déployeur dit que l’image, le son ou la vidéo qui ressemble à des personnes, lieux ou faits existants a été produit ou modifié par une IA. Dans une œuvre manifestement artistique ou satirique, une mention qui ne gêne pas suffit.",
      "The deployer says that image, audio or video resembling existing people, places or events was generated or manipulated by AI. In an evidently artistic or satirical work a mention that does not hamper it is enough.",
    ],
  ),
  "art-50-4-text": shown(
    "Art. 50(4) subpara. 2",
    ["Texte publié d’intérêt public", "Published text of public interest"],
    [
      "Le déployeur dit qu’un texte publié pour informer le public a été produit ou modifié par une IA, sauf relecture humaine avec une responsabilité éditoriale.",
      "The deployer says that a text published to inform the public was generated or manipulated by AI, unless a human reviewed it and somebody holds editorial responsibility.",
    ],
  ),
  "art-52": model(
    "Art. 52",
    ["Notifier un modèle à risque systémique", "Notify a model with systemic risk"],
    [
      "Informer la Commission sans tarder, et dans les deux semaines, qu’un modèle remplit la condition de l’article 51(1)(a) (présumée au-delà de 10^25 FLOP).",
      "Notify the Commission without delay, and within two weeks, that a model meets the condition of Article 51(1)(a) (presumed above 10^25 FLOP).",
    ],
  ),
  "art-53-1-a": model(
    "Art. 53(1)(a)",
    ["Documentation technique du modèle", "Technical documentation of the model"],
    [
      "Tenir à jour la documentation technique du modèle (annexe XI), pour le Bureau de l’IA et les autorités.",
      "Keep the model’s technical documentation (Annex XI) up to date, for the AI Office and authorities.",
    ],
  ),
  "art-53-1-b": model(
    "Art. 53(1)(b)",
    ["Documentation pour les intégrateurs", "Documentation for integrators"],
    [
      "Donner à ceux qui intègrent le modèle les informations de l’annexe XII.",
      "Give those who integrate the model the information of Annex XII.",
    ],
  ),
  "art-53-1-c": model(
    "Art. 53(1)(c)",
    ["Politique de droit d’auteur", "Copyright policy"],
    [
      "Avoir une politique de respect du droit d’auteur de l’Union, réserves de droits comprises. Vaut aussi sous licence ouverte.",
      "Have a policy to comply with Union copyright law, including reservations of rights. Holds under an open licence, too.",
    ],
  ),
  "art-53-1-d": model(
    "Art. 53(1)(d)",
    ["Résumé public des données d’entraînement", "Public summary of the training content"],
    [
      "Publier un résumé suffisamment détaillé des contenus d’entraînement, selon le modèle du Bureau de l’IA. Vaut aussi sous licence ouverte.",
      "Publish a sufficiently detailed summary of the content used for training, by the AI Office’s template. Holds under an open licence, too.",
    ],
  ),
  "art-54": model(
    "Art. 54",
    ["Mandataire pour un modèle d’un pays tiers", "Authorised representative for a model from a third country"],
    [
      "Un fournisseur établi hors de l’Union nomme un mandataire dans l’Union avant de mettre le modèle sur le marché.",
      "A provider established outside the Union appoints a representative in the Union before placing the model on the market.",
    ],
  ),
  "art-55": model(
    "Art. 55",
    ["Modèle à risque systémique", "Model with systemic risk"],
    [
      "Évaluer le modèle, essais contradictoires compris, atténuer les risques systémiques, signaler les incidents graves et assurer la cybersécurité.",
      "Evaluate the model, adversarial testing included, mitigate systemic risks, report serious incidents and ensure cybersecurity.",
    ],
    { source: ACT },
  ),
} as const;
