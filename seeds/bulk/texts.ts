import type { Told } from "#app/kernel/told";
import type { Dice } from "./dice";
import { ACTIONS, DOERS, GAINS, type Pair, PLACES, REMARKS, SUBJECTS, SYSTEMS, TROUBLES } from "./words";

/** Most people here write in French, some in English, and what was presented to the group is told in both. */
type Tongue = "fr" | "en" | "both";

export function tongueOf(dice: Dice): Tongue {
  const drawn = dice.share();
  return drawn < 0.62 ? "fr" : drawn < 0.86 ? "en" : "both";
}

function spoken(tongue: Tongue, { fr, en }: Pair): Told {
  return tongue === "both" ? { fr, en } : { [tongue]: tongue === "fr" ? fr : en };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** «de les factures» is written «des factures». */
const contracted = (text: string) => text.replace(/\bde les /g, "des ").replace(/\bà les /g, "aux ");

/** What a case is about: every text of it speaks of the same things. */
export interface Matter {
  tongue: Tongue;
  title: Told;
  need: Told;
  expectedBenefit: Told;
  affected: Told;
  dataInvolved: Told;
  people: number;
  perWeek: number;
  minutes: number;
}

export function matterOf(dice: Dice): Matter {
  const tongue = tongueOf(dice);
  const [action, subject, place, system] = [
    dice.among(ACTIONS),
    dice.among(SUBJECTS),
    dice.among(PLACES),
    dice.among(SYSTEMS),
  ];
  const [doers, trouble, gain] = [dice.of(DOERS), dice.of(TROUBLES), dice.of(GAINS)];
  const people = Math.max(2, Math.round(dice.around(24, 2.6)));
  const perWeek = Math.max(1, Math.round(dice.around(9, 2.2)));
  const minutes = Math.max(2, Math.round(dice.around(14, 1.9)));
  const title = {
    fr: contracted(`${action.fr} ${subject.fr} ${place.fr}`),
    en: `${action.en} ${subject.en} ${place.en}`,
  };
  return {
    tongue,
    title: spoken(tongue, title),
    need: spoken(tongue, {
      fr: `${capital(doers.fr)} y passent ${minutes} minutes, ${perWeek} fois par semaine : ${trouble.fr}. Il s’agit de ${subject.fr.replace(/^les /, "mieux traiter les ")} ${place.fr}, où ${system.fr} ne suffit plus.`,
      en: `${capital(doers.en)} spend ${minutes} minutes on it, ${perWeek} times a week: ${trouble.en}. The need is to deal better with ${subject.en} ${place.en}, where ${system.en} is no longer enough.`,
    }),
    expectedBenefit: spoken(tongue, { fr: `${capital(gain.fr)}.`, en: `${capital(gain.en)}.` }),
    affected: spoken(tongue, {
      fr: `${people} personnes : ${doers.fr} ${place.fr}`,
      en: `${people} people: ${doers.en} ${place.en}`,
    }),
    dataInvolved: spoken(tongue, {
      fr: contracted(`Extraits de ${system.fr} : ${subject.fr}`).replace(/de le /, "du "),
      en: `Extracts of ${system.en}: ${subject.en}`,
    }),
    people,
    perWeek,
    minutes,
  };
}

export function remark(dice: Dice): Told {
  return spoken(dice.chance(0.75) ? "fr" : "en", dice.of(REMARKS));
}

export const say = (fr: string, en: string): Told => ({ fr, en });

export const BECAUSE = {
  back: [
    say(
      "Les données de recette ne tiennent pas en volume : retour en arrière.",
      "The data did not hold at scale: one step back.",
    ),
    say(
      "Le fournisseur a changé de version, il faut revalider.",
      "The vendor changed versions, it must be validated again.",
    ),
  ],
  "on-hold": [
    say("À reprendre après la bascule du logiciel de caisse.", "To be taken up after the change of till software."),
    say("Budget reporté à l’exercice suivant.", "Budget put off to the next fiscal year."),
    say("Attente de l’avis du comité social.", "Waiting for the works council’s opinion."),
  ],
  rejected: [
    say("Une règle simple fait aussi bien, sans IA.", "A plain rule does as well, without AI."),
    say("Gain trop faible pour le risque.", "Too little gain for the risk."),
    say("Déjà couvert par un outil du groupe.", "Covered by a tool of the group already."),
  ],
  withdrawn: [
    say("Le service a changé d’outil entre-temps.", "The team changed its tool meanwhile."),
    say("Le besoin a disparu avec la réorganisation.", "The need went away with the reorganisation."),
  ],
  merged: [say("Même besoin, même équipe : un seul dossier.", "Same need, same team: one case.")],
  stopped: [
    say("Seuil non atteint après huit semaines.", "Threshold missed after eight weeks."),
    say("Le coût d’usage mange le gain.", "The cost of use eats the gain."),
  ],
  retired: [
    say("Remplacé par une fonction du progiciel.", "Replaced by a feature of the software package."),
    say("L’activité a été arrêtée.", "The activity was stopped."),
  ],
} as const;

export const LEARNINGS = [
  say(
    "La qualité des libellés décide de tout : la corriger d’abord.",
    "The quality of labels decides everything: mend it first.",
  ),
  say("L’outil marche, l’organisation n’était pas prête.", "The tool works, the organisation was not ready."),
  say("Un échantillon de deux magasins ne suffit pas.", "A sample of two stores is not enough."),
];
