import { fold, type Locale } from "#app/kernel/told";
import { FIELD_KEYS, type FieldKey } from "./fields";

/** How headers name our fields, in French and English; within a field, the better name first. */
const WORDS: Partial<Record<FieldKey, string>> = {
  externalId:
    "external id|externalid|external reference|reference externe|use case id|ai register id|identifiant externe|" +
    "identifiant|identifier|unique id|record id|id|uid|ref|reference|code cas d usage|code projet|project id|numero|n°|no.",
  title:
    "use case name|use case title|ai use case name|name ai system|ai system name|tool name|nom du cas d usage|" +
    "intitule du cas d usage|titre du cas d usage|title|titre|intitule|use case|cas d usage|nom de l outil|nom du projet|" +
    "project name|idea|idee|ideas|idees|name|nom|libelle|sujet|subject",
  need:
    "need|besoin|business need|besoin metier|problem|probleme|problem statement|purpose|intended purpose|but|objectif|" +
    "doel|use case description|description ai system|description du cas d usage|description du besoin|summary|resume|" +
    "description|details|detail|contexte|context",
  expectedBenefit:
    "expected benefit|expected benefits|benefice attendu|benefices attendus|gains attendus|gain attendu|benefits|benefit|" +
    "benefices|gains|valeur attendue|expected value|ai system results|outcome|outcomes|resultats attendus",
  department:
    "department|departement|direction|business unit|bu|service|division|direction metier|metier|agency|organisation|" +
    "organization|government organization|publishing body|ministere|ministry|entite|entity|equipe|team|domaine|organisatie",
  departmentCode: "department code|code departement|code direction|agency abbreviation|code service|bu code",
  stage:
    "stage|etape|stage of development|development stage|ai system status|lifecycle stage|phase|statut|status|etat|" +
    "avancement|maturite|maturity|lifecycle|cycle de vie|project status|statut du projet",
  stageSince:
    "stage since|stage date|status date|date de l etape|date du statut|date statut|depuis|depuis le|since|date de mise a jour du statut",
  "on.submitted":
    "date initiated|submitted on|date submitted|soumis le|depose le|date de soumission|date de depot|date de creation",
  "on.approved": "approved on|date approved|approval date|approuve le|date d approbation|date de validation",
  "on.poc":
    "date when acquisition and or development began|poc since|poc start|poc started on|poc depuis le|debut du poc|date de debut du poc",
  "on.pilot":
    "date implemented|pilot since|pilot start|pilot started on|pilote depuis le|debut du pilote|date de debut du pilote",
  "on.production":
    "production since|production depuis le|production date|go live|go live date|live since|date de mise en production|mise en production le|en production depuis le|en service depuis le",
  "on.retired":
    "date retired|retired on|retirement date|retire le|date de retrait|date d arret|date de mise hors service",
  affected:
    "affected|who is affected|personnes concernees|population concernee|users|utilisateurs|primary users|" +
    "ai system primary users|beneficiaires|beneficiaries|target users|utilisateurs cibles|cible|audience",
  peopleAffected:
    "people affected|number of users|nombre d utilisateurs|nombre de personnes|nombre de personnes concernees|nb utilisateurs|" +
    "nb personnes|users count|headcount affected",
  dataInvolved:
    "data|data involved|donnees|donnees concernees|data sources|data source|sources de donnees|donnees utilisees|data used",
  aiType:
    "ai type|type d ia|type of ai|technique|techniques|technologie|technology|ai system capabilities|ai technique|model type",
  vendor: "vendor|fournisseur|vendor information|supplier|editeur|provider|prestataire|vendor name",
  country: "country|pays",
  ownerEmail:
    "owner email|owner e mail|email|e mail|courriel|mail|contact email|email du porteur|email responsable|adresse e mail|" +
    "contact|owner|porteur|responsable",
};

const LANGUAGES: Record<string, Locale> = {
  en: "en",
  eng: "en",
  english: "en",
  anglais: "en",
  fr: "fr",
  fra: "fr",
  french: "fr",
  francais: "fr",
};

export interface HeaderMeaning {
  field: FieldKey;
  language: Locale | null;
  /** 0 is the best name of its field. */
  rank: number;
}

const MEANINGS = new Map<string, { field: FieldKey; rank: number }>();
for (const field of FIELD_KEYS) {
  WORDS[field]?.split("|").forEach((word, rank) => {
    if (!MEANINGS.has(word)) MEANINGS.set(word, { field, rank });
  });
}

function words(header: string): string[] {
  // DevelopmentStage and development_stage are written by programs, «Étape (FR)» by people.
  const spaced = header.replace(/([a-z])([A-Z])/g, "$1 $2");
  return fold(spaced)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** What a header means, if it is one that we know. */
export function meaningOf(header: string): HeaderMeaning | null {
  const all = words(header.replace(/ \(\d+\)$/, ""));
  const whole = MEANINGS.get(all.join(" ")) ?? MEANINGS.get(fold(header));
  if (whole) return { ...whole, language: null };
  for (const [at, rest] of [
    [all.length - 1, all.slice(0, -1)],
    [0, all.slice(1)],
  ] as const) {
    const language = LANGUAGES[all[at] ?? ""];
    const found = language ? MEANINGS.get(rest.join(" ")) : undefined;
    if (language && found) return { ...found, language };
  }
  return null;
}

/** The field that a header names, if it is one of those that files of use cases have. */
export function fieldOfHeader(header: string): FieldKey | null {
  return meaningOf(header)?.field ?? null;
}
