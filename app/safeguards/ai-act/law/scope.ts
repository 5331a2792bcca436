/** Scope and definitions: Articles 2, 3 and 4, and what remains. */
import { AMENDED, area, FROM } from "./provision";

const scope = area("scope", FROM.general);

export const SCOPE_LAW = {
  "art-3-1": scope(
    "Art. 3(1)",
    ["Système d’IA", "AI system"],
    [
      "Le règlement ne regarde que les systèmes qui déduisent de leurs entrées comment produire des prédictions, contenus, recommandations ou décisions. Une règle écrite à la main, un tableur ou une requête n’en sont pas.",
      "The Regulation only looks at systems that infer from their input how to produce predictions, content, recommendations or decisions. A hand-written rule, a spreadsheet or a query is none.",
    ],
  ),
  "art-2-1": scope(
    "Art. 2(1)",
    ["Lien avec l’Union", "Link with the Union"],
    [
      "Le règlement s’applique quand le système est mis sur le marché ou en service dans l’Union, quand son déployeur s’y trouve, ou quand ses résultats y sont utilisés.",
      "The Regulation applies where the system is placed on the market or put into service in the Union, where its deployer is located there, or where its output is used there.",
    ],
  ),
  "art-2-2": scope(
    "Art. 2(2)",
    ["Produits de la section B de l’annexe I", "Products of Annex I Section B"],
    [
      "Pour ces produits, seuls l’article 6(1), l’article 60 bis et les articles 102 à 112 du règlement s’appliquent : les exigences viennent de la loi propre au produit.",
      "For these products only Article 6(1), Article 60a and Articles 102 to 112 of the Regulation apply: the requirements come with the product’s own law.",
    ],
    { source: AMENDED },
  ),
  "art-2-3": scope(
    "Art. 2(3)",
    ["Uniquement militaire, défense ou sécurité nationale", "Exclusively military, defence or national security"],
    [
      "Un système utilisé exclusivement à ces fins est hors du champ, quelle que soit l’entité. Un système à double usage ne l’est pas.",
      "A system used exclusively for these purposes is out of scope, whatever the entity. A dual-use system is not.",
    ],
  ),
  "art-2-4": scope(
    "Art. 2(4)",
    ["Coopération policière ou judiciaire avec un pays tiers", "Law-enforcement cooperation with a third country"],
    [
      "Les autorités d’un pays tiers et les organisations internationales qui agissent dans une coopération avec l’Union ou un État membre, avec des garanties suffisantes, sont hors du champ.",
      "Authorities of a third country and international organisations that act under cooperation with the Union or a Member State, with adequate safeguards, are out of scope.",
    ],
  ),
  "art-2-6": scope(
    "Art. 2(6)",
    ["Uniquement recherche scientifique", "Scientific research only"],
    [
      "Un système développé et mis en service dans le seul but de la recherche et du développement scientifiques est hors du champ. Une phase de recherche dans un produit commercial ne suffit pas.",
      "A system developed and put into service for the sole purpose of scientific research and development is out of scope. A research phase inside a commercial product is not enough.",
    ],
  ),
  "art-2-8": scope(
    "Art. 2(8)",
    [
      "Recherche, essai ou développement avant la mise sur le marché",
      "Research, testing or development before the market",
    ],
    [
      "Avant toute mise sur le marché ou en service, le travail de recherche, d’essai et de développement est hors du champ, sauf les essais en conditions réelles.",
      "Before anything is placed on the market or put into service, research, testing and development are out of scope, except testing in real-world conditions.",
    ],
  ),
  "art-2-10": scope(
    "Art. 2(10)",
    ["Usage personnel non professionnel", "Personal non-professional use"],
    [
      "Une personne physique qui utilise le système dans une activité purement personnelle n’a pas les obligations d’un déployeur. Celles du fournisseur demeurent.",
      "A natural person who uses the system in a purely personal activity has no deployer’s obligations. Those of the provider remain.",
    ],
  ),
  "art-2-12": scope(
    "Art. 2(12)",
    ["Licence libre et ouverte", "Free and open-source licence"],
    [
      "Un système publié sous licence libre et ouverte est hors du champ, sauf s’il est à haut risque, s’il relève d’une pratique interdite ou de l’article 50.",
      "A system released under a free and open-source licence is out of scope, unless it is high-risk, a prohibited practice or under Article 50.",
    ],
  ),
  "art-4": scope(
    "Art. 4",
    ["Maîtrise de l’IA", "AI literacy"],
    [
      "Prendre des mesures pour développer la maîtrise de l’IA des personnes qui la font fonctionner ou l’utilisent. Depuis le règlement (UE) 2026/1744, aucun niveau n’est à garantir pour chacun.",
      "Take measures to support the AI literacy of the people who operate and use it. Since Regulation (EU) 2026/1744 no level has to be guaranteed of each of them.",
    ],
    { source: AMENDED, area: "duties" },
  ),
  residual: scope(
    "Art. 95",
    ["Risque minimal", "Minimal risk"],
    [
      "Ni pratique interdite, ni haut risque, ni obligation de transparence : le règlement ne demande que la maîtrise de l’IA. Des codes de conduite volontaires sont possibles.",
      "No prohibited practice, not high-risk, no transparency obligation: the Regulation asks for nothing but AI literacy. Voluntary codes of conduct are possible.",
    ],
  ),
} as const;
