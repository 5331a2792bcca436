import { fold } from "#app/kernel/told";
import { STAGES, type Stage } from "../stages";

/** A spelling's stage: `same` is our own word in some language, `nearest` another scale's step that the person should confirm. */
export interface StageWord {
  stage: Stage;
  certainty: "same" | "nearest" | "said";
}

/**
 * The stages that a file can say. Not «merged»: which case it went into is not in its row. Not «draft»: here a draft is
 * its author's alone, and nobody would ever see one that a register brought.
 */
export const FILE_STAGES = STAGES.filter((stage) => stage !== "merged" && stage !== "draft");

const SAME: Record<Exclude<Stage, "merged" | "draft">, string> = {
  submitted: "submitted|soumis|soumise|proposed|propose|proposee|depose|deposee|eingereicht|ingediend",
  assessment:
    "assessment|in assessment|evaluation|en evaluation|under review|in review|a l etude|en cours d evaluation",
  approved: "approved|approuve|approuvee|accepted|accepte|acceptee|valide|validee|genehmigt|goedgekeurd",
  poc:
    "poc|proof of concept|preuve de concept|in poc|en poc|proof of concept completed|" +
    "proof of concept completed and published|experimentation|prototype|prototyping|prototypage",
  pilot: "pilot|pilote|in pilot|en pilote|piloting|pilotage|piloto|pilota|this is a pilot initiative",
  production:
    "production|in production|en production|live|deployed|deploye|deployee|in use|in service|en service|operational|" +
    "operationnel|in operation|in mission|en exploitation|in gebruik|in betrieb|en produccion|in produzione",
  retired:
    "retired|mis hors service|retire|retiree|decommissioned|arrete definitivement|hors service|buiten gebruik|" +
    "ausser betrieb|retirado|dismesso|sunset",
  "on-hold": "on hold|en attente|en pause|paused|suspended|suspendu|suspendue|parked|differe|differee",
  rejected: "rejected|rejete|rejetee|refuse|refusee|declined|abgelehnt|afgewezen",
  stopped: "stopped|arrete|arretee|cancelled|canceled|abandoned|abandonne|abandonnee|annule|annulee|terminated",
  withdrawn:
    "withdrawn|desistement|withdrawn by its author|retire par son auteur|teruggetrokken|zuruckgezogen|zurueckgezogen",
};

// Another scale's steps. A system life cycle (NIST: initiation, development/acquisition, implementation/assessment,
// operations/maintenance, disposal) has no committee in it, so that its steps only come near to ours.
const NEAREST: Partial<Record<Stage, string>> = {
  submitted: "draft|brouillon|idea|idee|ideation|concept idea|entwurf|idee initiale",
  assessment: "initiated|initiation|investigating|investigating proof of concept|exploration|exploring",
  approved: "planned|planned not in production|planifie|planifiee|prevu|prevue|gepland|geplant|backlog",
  poc:
    "acquisition and or development|development and acquisition|development|in development|developpement|" +
    "en cours de developpement|en developpement|currently under development|under development|initial development|" +
    "development not in production|ontwikkeling|in ontwikkeling|in entwicklung|en desarrollo|in sviluppo|build|building",
  pilot: "implementation and assessment|implementation|user acceptance testing|uat|beta|testing|test",
  production:
    "operation and maintenance|operations and maintenance|operation and management|maintenance|run|scale|scaled|scaling|" +
    "generalise|generalisee|industrialise|industrialisee",
};

function spelling(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const KNOWN = new Map<string, StageWord>();
const TABLES: readonly [Partial<Record<Stage, string>>, StageWord["certainty"]][] = [
  [SAME, "same"],
  [NEAREST, "nearest"],
];
for (const [words, certainty] of TABLES) {
  for (const stage of STAGES) {
    for (const word of words[stage]?.split("|") ?? []) KNOWN.set(word, { stage, certainty });
  }
}

/** How the person's corrections name a spelling. */
export function stageKey(text: string): string {
  return fold(text);
}

/**
 * The stage that a spelling means, by the person's own corrections, then by the table of known spellings.
 * Null is unknown: a blank, or a word that nobody has explained. It is never guessed from part of a sentence.
 */
export function mapStage(text: string, corrections: Readonly<Record<string, Stage | "unknown">>): StageWord | null {
  const key = stageKey(text);
  if (key === "") return null;
  const said = Object.hasOwn(corrections, key) ? corrections[key] : undefined;
  if (said !== undefined) return said === "unknown" ? null : { stage: said, certainty: "said" };
  // «In production: less than 6 months» says the stage before its colon.
  return KNOWN.get(spelling(text)) ?? KNOWN.get(spelling(text.split(":")[0] ?? "")) ?? null;
}
