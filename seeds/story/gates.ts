import type { OwnCheck } from "#app/use-cases/own-checks/own-check";
import type { Both, Key } from "./types";
import { t } from "./writing";

export interface CheckStory
  extends Pick<
    OwnCheck,
    "gate" | "kind" | "question" | "help" | "expected" | "role" | "redLine" | "aiTypes" | "customerFacing"
  > {
  /** Of this department alone. */
  department: Key | null;
  answers: { useCase: Key; by: Key; said?: boolean; text?: Both; note?: Both }[];
}

const plain = { help: null, role: null, redLine: false, aiTypes: [], customerFacing: null, expected: null };
const line = { ...plain, gate: "assessment", kind: "yes-no", expected: false, redLine: true } as const;

/** What Halvenne lets no case do without the committee's written exception, beside what it asks of every case. */
export const CHARTER: CheckStory[] = [
  {
    ...line,
    question: t(
      "Décide-t-il seul de la carrière ou de la paie de quelqu’un ?",
      "Does it decide alone on somebody’s career or pay?",
    ),
    help: t("Proposer n’est pas décider : une personne signe.", "To propose is not to decide: a person signs."),
    department: "hr",
    answers: [
      {
        useCase: "questions-paie",
        by: "claire",
        said: false,
        note: t("Il répond, il ne calcule rien.", "It answers and computes nothing."),
      },
      { useCase: "offres-emploi", by: "hugo", said: false },
    ],
  },
  {
    ...line,
    question: t("Se fait-il passer pour une personne ?", "Does it pass for a person?"),
    department: "service",
    answers: [
      {
        useCase: "reponse-mails",
        by: "ines",
        said: false,
        note: t("Chaque message est relu et signé par un conseiller.", "An adviser reads and signs every message."),
      },
    ],
  },
];

/** What Halvenne's own gates ask beyond the rest. */
export const CHECKS: CheckStory[] = [
  {
    ...plain,
    gate: "pilot",
    kind: "yes-no",
    expected: true,
    question: t("L’assistance aux magasins est-elle prévenue ?", "Has the help desk of the stores been told?"),
    department: "stores",
    answers: [
      {
        useCase: "assistant-magasin",
        by: "david",
        said: true,
        note: t("Fiche remise le 3 novembre.", "Sheet handed over on 3 November."),
      },
      { useCase: "etiquettes-prix", by: "david", said: true },
    ],
  },
  {
    ...plain,
    gate: "pilot",
    kind: "file",
    question: t("L’analyse d’impact sur la protection des données", "The data protection impact assessment"),
    department: "hr",
    answers: [],
  },
  {
    ...plain,
    gate: "production",
    kind: "text",
    question: t("Comment revient-on en arrière, et en combien de temps ?", "How do we go back, and how fast?"),
    department: "service",
    answers: [
      {
        useCase: "reponse-mails",
        by: "rachid",
        text: t(
          "On coupe la proposition dans l’outil des conseillers : ils écrivent eux-mêmes, comme avant. Cinq minutes.",
          "The proposal is switched off in the advisers’ tool: they write themselves, as before. Five minutes.",
        ),
      },
    ],
  },
  {
    ...plain,
    gate: "production",
    kind: "sign-off",
    role: "finance",
    question: t("La finance a visé les coûts du passage à l’échelle", "Finance has signed off the costs of scaling"),
    department: "supply",
    answers: [],
  },
];
