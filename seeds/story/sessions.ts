import { day } from "#app/kernel/day";
import { minor } from "#app/kernel/money";
import type { Both, Key, Session } from "./types";
import { t } from "./writing";

const ALL = ["claire", "hugo", "ines", "etienne", "thomas", "elodie", "karim", "fatou"];

type Aloud = Pick<Session, "opinions" | "voted" | "granted">;
const QUIET: Aloud = { opinions: [], voted: {}, granted: {} };

function held(number: number, on: string, absent: Key[], notes: Both, aloud: Partial<Aloud> = {}): Session {
  return {
    key: `s${number}`,
    number,
    heldOn: day(on),
    chair: "claire",
    present: ALL.filter((person) => !absent.includes(person)),
    notes,
    closed: true,
    agenda: [],
    ...QUIET,
    ...aloud,
  };
}

export const sessions: Session[] = [
  held(
    1,
    "2025-04-10",
    [],
    t(
      "Première séance, quatre semaines après la quinzaine. Règle adoptée : pas plus de cinq POC à la fois, cinq semaines et cinq personnes au plus.",
      "First session, four weeks after the fortnight. Rule adopted: no more than five POCs at a time, five weeks and five people at most.",
    ),
  ),
  held(
    2,
    "2025-06-19",
    ["karim"],
    t(
      "Charte des lignes rouges relue à voix haute avant l'ordre du jour. Le comité demande que chaque refus soit expliqué à son auteur dans la semaine.",
      "The red-line charter was read aloud before the agenda. The committee asks that every refusal be explained to its author within the week.",
    ),
  ),
  held(
    3,
    "2025-09-18",
    [],
    t(
      "Premier trimestre clos : 17 % seulement de la valeur est prouvée. Le contrôle de gestion propose d'aider trois équipes à mesurer.",
      "First quarter closed: only 17 % of the value is proven. Financial control offers to help three teams measure.",
    ),
  ),
  held(
    4,
    "2025-11-13",
    ["thomas", "elodie"],
    t(
      "Séance courte avant les fêtes : aucun déploiement en magasin ni en entrepôt entre le 24 novembre et le 4 janvier.",
      "A short session before Christmas: no roll-out in stores or warehouses between 24 November and 4 January.",
    ),
  ),
  held(
    5,
    "2026-01-22",
    ["fatou"],
    t(
      "Retour des fêtes. Le suivi des commandes a tenu la charge ; le contrôle des palettes, non.",
      "Back from Christmas. Order tracking stood the load; pallet control did not.",
    ),
  ),
  held(
    6,
    "2026-04-09",
    ["karim"],
    t(
      "Première séance après le hackathon : onze équipes, trois idées déposées aussitôt, d'autres qui mûrissent chez leurs champions.",
      "First session after the hackathon: eleven teams, three ideas filed at once, others still ripening with their champions.",
    ),
  ),
  held(
    7,
    "2026-06-25",
    ["etienne"],
    t(
      "Étienne Rambaud, absent, a envoyé ses notes. Deux décisions contre le rang : les plans de rayon et les pannes de froid passent devant les cahiers des charges, mieux classés, qui attendent la rentrée.",
      "Étienne Rambaud, absent, sent his scores. Two decisions against the rank: shelf plans and cold breakdowns go before the specifications, which rank better and wait for September.",
    ),
    {
      opinions: [
        {
          by: "etienne",
          opinion: t(
            "Conformité des plans de rayon : le rang dit non, et la marge arrière dit oui. Je suivrai, si la finance relit les accords avant l’été.",
            "Shelf plan compliance: the rank says no, and the back margin says yes. I will follow, if finance reads the agreements before the summer.",
          ),
        },
      ],
      voted: {
        "plan-rayon": [
          { by: "claire", vote: "approve" },
          { by: "fatou", vote: "approve" },
          {
            by: "hugo",
            vote: "not-now",
            why: t("Les photos de rayon montrent des visages.", "Shelf pictures show faces."),
          },
        ],
      },
    },
  ),
  held(
    8,
    "2026-09-24",
    ["thomas"],
    t(
      "Le comité constate que les tournées rapportent le dixième de la promesse et demande une revue complète pour décembre.",
      "The committee notes that delivery rounds bring a tenth of what was promised and asks for a full review in December.",
    ),
    {
      voted: {
        "controle-ristournes": [
          { by: "claire", vote: "approve" },
          { by: "ines", vote: "approve" },
          { by: "fatou", vote: "approve" },
          { by: "elodie", vote: "abstain" },
        ],
        "geste-commercial": [
          { by: "fatou", vote: "approve" },
          {
            by: "ines",
            vote: "ask",
            why: t("Qui répond d’un geste refusé ?", "Who answers for a gesture that is refused?"),
          },
          { by: "karim", vote: "approve" },
        ],
      },
      granted: {
        "controle-ristournes": { budget: minor(3_500_000), asked: [] },
        "geste-commercial": {
          budget: minor(2_000_000),
          asked: [
            {
              text: t(
                "Écrire qui, au service client, répond d’un geste refusé par la machine.",
                "Write down who, in customer service, answers for a gesture that the machine refuses.",
              ),
              of: "rachid",
              dueOn: day("2026-12-15"),
            },
          ],
        },
      },
    },
  ),
  {
    key: "s9",
    number: 9,
    heldOn: day("2026-12-03"),
    chair: "claire",
    present: [],
    notes: t("Ordre du jour en préparation.", "Agenda in preparation."),
    closed: false,
    ...QUIET,
    agenda: ["caisses-libre-service", "reappro-saisonnier", "prevision-promo", "media-mix", "analyse-baux"],
  },
];
