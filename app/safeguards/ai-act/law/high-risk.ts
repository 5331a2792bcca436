/** High risk: Article 6 with Annex I, and the way out of Article 6(3). */
import { AMENDED, area, FROM } from "./provision";

const product = area("high-risk", FROM.annexI, AMENDED);
const point = area("high-risk", FROM.annexIII, AMENDED);
const exempt = area("exemption", FROM.annexIII, AMENDED);

export const HIGH_RISK_LAW = {
  "art-6-1": product(
    "Art. 6(1)",
    ["Produit de l’annexe I, section A", "Product of Annex I Section A"],
    [
      "Le système est un produit, ou le composant de sécurité d’un produit, que couvre une loi de la section A de l’annexe I et qui demande une évaluation par un tiers : il est à haut risque.",
      "The system is a product, or the safety component of one, that a law of Annex I Section A covers and that needs a third-party assessment: it is high-risk.",
    ],
  ),
  "annex-i-b": product(
    "Art. 6(1), Annex I Section B",
    ["Produit de l’annexe I, section B", "Product of Annex I Section B"],
    [
      "Le système est à haut risque par l’article 6(1), mais d’après l’article 2(2) ses exigences viennent de la loi propre au produit (véhicules, aviation, rail, machines…), non du chapitre III.",
      "The system is high-risk under Article 6(1), but by Article 2(2) its requirements come with the product’s own law (vehicles, aviation, rail, machinery…), not with Chapter III.",
    ],
  ),
  "art-6-1a": product(
    "Art. 6(1a)",
    ["Composant sans fonction de sécurité", "Component without a safety function"],
    [
      "Un système qui ne sert qu’à l’assistance, au confort, à la performance, à l’automatisation ou au contrôle de qualité, et dont la panne ne met personne en danger, n’est pas un composant de sécurité.",
      "A system used solely for assistance, convenience, performance, automation or quality control, whose failure endangers nobody, is no safety component.",
    ],
  ),
  "art-6-1c": product(
    "Art. 6(1)(b), Art. 6(1c)",
    ["Pas d’évaluation par un tiers pour la santé ou la sécurité", "No third-party assessment for health or safety"],
    [
      "Sans évaluation par un tiers, ou si elle ne vise que d’autres risques (spectre radioélectrique par exemple), l’article 6(1) ne s’applique pas.",
      "Without a third-party assessment, or where it only looks at other risks (such as radio spectrum), Article 6(1) does not apply.",
    ],
  ),
  "art-6-2": point(
    "Art. 6(2)",
    ["Systèmes de l’annexe III", "Systems of Annex III"],
    [
      "Un système visé à l’annexe III est à haut risque ; les sections 1 à 3 du chapitre III s’y appliquent depuis le jour indiqué ici (article 113, tel que modifié).",
      "A system listed in Annex III is high-risk; Sections 1 to 3 of Chapter III apply to it from the day given here (Article 113 as amended).",
    ],
  ),
  profiling: exempt(
    "Art. 6(3) subpara. 3",
    ["Profilage : toujours à haut risque", "Profiling: always high-risk"],
    [
      "Un système de l’annexe III qui profile des personnes physiques (évaluer leur travail, situation, santé, fiabilité, comportement…) est toujours à haut risque : l’article 6(3) ne l’en sort pas.",
      "An Annex III system that profiles natural persons (evaluating their work, situation, health, reliability, behaviour…) is always high-risk: Article 6(3) does not take it out.",
    ],
  ),
  "no-derogation": exempt(
    "Art. 6(3)",
    ["Aucune dérogation", "No derogation"],
    [
      "Le système influence matériellement la décision ou présente un risque important, ou aucune des quatre conditions n’est remplie : l’article 6(3) ne l’en sort pas.",
      "The system materially influences the decision or poses a significant risk, or none of the four conditions is met: Article 6(3) does not take it out.",
    ],
  ),
  "art-6-3-a": exempt(
    "Art. 6(3)(a)",
    ["Tâche procédurale étroite", "Narrow procedural task"],
    [
      "Transformer des données non structurées, classer des documents entrants, repérer des doublons parmi beaucoup de demandes (considérant 53).",
      "Turning unstructured data into structured, sorting incoming documents, detecting duplicates among many applications (Recital 53).",
    ],
  ),
  "art-6-3-b": exempt(
    "Art. 6(3)(b)",
    ["Améliore le résultat d’un travail humain déjà fait", "Improves the result of finished human work"],
    [
      "Par exemple améliorer la langue d’un document déjà rédigé (considérant 53).",
      "Such as improving the language of a document already drafted (Recital 53).",
    ],
  ),
  "art-6-3-c": exempt(
    "Art. 6(3)(c)",
    ["Détecte des habitudes ou des écarts de décision", "Detects patterns or deviations in decisions"],
    [
      "Après coup, par exemple vérifier si un enseignant s’écarte de sa notation habituelle ; sans remplacer ni influencer l’évaluation humaine sans examen humain (considérant 53).",
      "Afterwards, such as checking whether a teacher deviated from their grading pattern; not meant to replace or influence the human assessment without proper human review (Recital 53).",
    ],
  ),
  "art-6-3-d": exempt(
    "Art. 6(3)(d)",
    ["Tâche préparatoire à une évaluation", "Task preparatory to an assessment"],
    [
      "Indexer, rechercher, traduire ou relier des dossiers avant que quelqu’un évalue (considérant 53).",
      "Indexing, searching, translating or linking files before somebody assesses (Recital 53).",
    ],
  ),
  "art-6-4": exempt(
    "Art. 6(4)",
    ["Documenter la dérogation", "Document the derogation"],
    [
      "Le fournisseur documente son évaluation avant la mise sur le marché ou en service, et la remet aux autorités sur demande.",
      "The provider documents its assessment before the system is placed on the market or put into service, and hands it to authorities on request.",
    ],
  ),
  "art-49-2": exempt(
    "Art. 49(2)",
    ["Enregistrer la dérogation", "Register the derogation"],
    [
      "Le fournisseur s’enregistre avec le système dans la base de données de l’Union. Le règlement (UE) 2026/1744 a gardé cette obligation et allégé les données à fournir (annexe VIII, section B).",
      "The provider registers itself and the system in the EU database. Regulation (EU) 2026/1744 kept this duty and shortened what to fill in (Annex VIII Section B).",
    ],
  ),
} as const;
