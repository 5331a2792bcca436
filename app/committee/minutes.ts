import type { Day } from "#app/kernel/day";
import type { Minor } from "#app/kernel/money";
import type { Told } from "#app/kernel/told";
import type { Key } from "#app/locales/keys";
import type { Speech } from "#app/locales/speech";
import { HEARINGS } from "#app/people/roles";
import type { Requirement } from "#app/use-cases/gates";
import { requirementSaid } from "#app/use-cases/own-checks/requirement-words";
import type { Stage } from "#app/use-cases/stages";
import type { SetAgainst } from "./passed-over";
import type { Outcome } from "./sessions";
import type { Figures } from "./shortlist";
import type { Tally, Vote } from "./votes";
import { type Seen, whyAgainst } from "./why-against";
import { countSaid, placeSaid } from "./why-against-words";

/** What a session's minutes say: what was true when it ended, and nothing that changes later. */
export interface Minutes {
  number: number;
  heldOn: Day;
  chair: string | null;
  quorum: number;
  hears: string[];
  present: string[];
  inWriting: { name: string; opinion: Told }[];
  items: MinutesItem[];
  /** What a chair let pass at gates, by a decision here or since the session before; minutes of old do not say it. */
  overrides?: MinutesOverride[];
  notes: Told | null;
}

export interface MinutesOverride {
  reference: string;
  title: Told;
  to: Stage;
  on: Day;
  by: string | null;
  reason: Told | null;
  /** Each by its key, and an own check as it was worded then. */
  passed: { requirement: Requirement; question: Told | null }[];
}

export interface MinutesItem {
  reference: string;
  title: Told;
  figures: Figures;
  votes: Tally;
  /** Null where nothing was decided. */
  decision: {
    outcome: Outcome;
    reason: Told;
    relookOn: Day | null;
    budgetMinor: Minor | null;
    againstRank: boolean;
    /** What a decision against the rank was set against; minutes of old do not say it. */
    setAgainst?: SetAgainst | null;
    againstVotes: Vote | null;
    quorate: boolean;
    /** How many missing things of the gate were gone past. */
    overridden: number;
    by: string;
    asked: { text: Told; owner: string; dueOn: Day }[];
  } | null;
}

/** Signs that Markdown would take for its own, in what people wrote. */
const plain = (text: string) =>
  text.replace(/([\\`*_[\]<>#|])/g, "\\$1").replace(/^(\s*)([-+]|\d+\.)(\s)/gm, "$1\\$2$3");
/** On one line. */
const line = (text: string) => plain(text.replace(/\s+/g, " ").trim());

/** What a text of minutes says beside them: whose scores its reader may not see, and by whom they were signed. */
export interface Beside {
  /** References on the session's table. */
  hidden: ReadonlySet<string>;
  /** Of the cases that its decisions passed over. */
  seen: Seen;
  signed: { by: string; at: Date; hash: string } | null;
}

/** The minutes as a Markdown text in the reader's language. */
export function minutesText(minutes: Minutes, { hidden, seen, signed }: Beside, speech: Speech): string {
  const { t, tell, list, date, moment } = speech;
  const { number, heldOn, chair, present, inWriting, items, notes } = minutes;
  const head = [
    `# ${t("committee.session", { number })}`,
    t("committee.session.lead", { date: date(heldOn), chair: line(chair ?? t("desk.nobody")) }),
    `## ${t("committee.attendance")}`,
    present.length ? list(present.map(line)) : t("committee.minutes.nobody"),
    quorumText(minutes, speech),
    ...inWriting.map(({ name, opinion }) =>
      t("committee.minutes.wrote", { name: line(name), opinion: line(tell(opinion)) }),
    ),
    `## ${t("committee.decisions")}`,
  ];
  const body = items.flatMap((item) => itemText(item, hidden.has(item.reference), seen, speech));
  const passed = minutes.overrides?.length
    ? [`## ${t("committee.minutes.overrides")}`, minutes.overrides.map((one) => overrideText(one, speech)).join("\n")]
    : [];
  const foot = notes ? [`## ${t("committee.notes")}`, plain(tell(notes))] : [];
  if (signed)
    foot.push(
      t("committee.signed", { name: line(signed.by), at: moment(signed.at), hash: signed.hash }),
      t("committee.signed.proof"),
    );
  return `${[...head, ...body, ...passed, ...foot].join("\n\n")}\n`;
}

/** How many had to be there, how many were, and whom the session had to hear. */
function quorumText({ quorum, hears, present }: Minutes, { t, list }: Speech): string {
  const said = t("committee.minutes.quorum", { quorum, present: present.length });
  const heard = HEARINGS.filter((role) => hears.includes(role)).map((role) => t(`people.role.${role}`));
  return heard.length > 0 ? `${said} ${t("committee.minutes.hears", { roles: list(heard) })}` : said;
}

/** What was let pass, by its name, where to, why and by whom. */
function overrideText({ reference, title, to, on, by, reason, passed }: MinutesOverride, speech: Speech): string {
  const { t, tell, date, list } = speech;
  return `- ${t("committee.minutes.override", {
    reference,
    title: line(tell(title)),
    stage: t(`use-cases.stage.${to}`),
    items: list(
      passed.map(({ requirement, question }) =>
        line(requirementSaid(requirement, { [requirement]: question ?? undefined }, speech)),
      ),
    ),
    reason: line(tell(reason)),
    by: line(by ?? t("desk.product")),
    date: date(on),
  })}`;
}

function itemText(
  { reference, title, figures, votes, decision }: MinutesItem,
  hidden: boolean,
  seen: Seen,
  speech: Speech,
): string[] {
  const { t, tell, number, wholeMoney, money, date, list } = speech;
  const { value, complexity, npvMinor, rank, ranked } = figures;
  const fact = (name: Key, value: string) => t("committee.minutes.fact", { name: t(name), value });
  const scored = [
    fact("committee.value", number(value, 0)),
    fact("committee.complexity", number(complexity, 0)),
    fact("committee.rank", rank === null ? t("committee.unranked") : t("committee.rank.of", { rank, ranked })),
  ];
  // What is hidden from the reader is said to be, and not to be unknown.
  const facts = [
    ...(hidden ? [fact("committee.value", t("use-cases.scores-hidden"))] : scored),
    fact("committee.npv", wholeMoney(npvMinor)),
  ];
  const said = votes.counts.map(({ vote, count }) => t(`committee.tally.${vote}`, { count }));
  const text = [`### ${reference} · ${line(tell(title))}`, facts.join(" · ")];
  if (said.length > 0) text.push(t("committee.votes", { votes: list(said) }));
  if (!decision) return [...text, t("committee.undecided")];
  const marks = [
    decision.againstRank && t("committee.against-rank"),
    decision.againstVotes && t("committee.against-votes", { vote: t(`committee.vote.${decision.againstVotes}`) }),
    !decision.quorate && t("committee.not-quorate"),
    decision.overridden > 0 && t("committee.overridden", { count: decision.overridden }),
    decision.relookOn && t("committee.relook", { date: date(decision.relookOn) }),
    decision.budgetMinor !== null && t("committee.budget.granted", { amount: money(decision.budgetMinor) }),
  ].filter((mark) => mark !== false && mark !== null);
  text.push(`**${t(`committee.outcome-said.${decision.outcome}`)}**${marks.map((mark) => ` · ${mark}`).join("")}`);
  text.push(plain(tell(decision.reason)), ...againstText(decision, seen, speech));
  if (decision.asked.length > 0) {
    text.push(
      decision.asked
        .map(
          (one) =>
            `- ${line(tell(one.text))} (${t("committee.asked.open", { name: line(one.owner), date: date(one.dueOn) })})`,
        )
        .join("\n"),
    );
  }
  return [...text, t("committee.decided-by", { name: line(decision.by) })];
}

type Decided = NonNullable<MinutesItem["decision"]>;

/** What a decision against the rank passed over, the best placed by their names. */
function againstText({ outcome, againstRank, setAgainst = null }: Decided, seen: Seen, speech: Speech): string[] {
  const { t, tell } = speech;
  const why = againstRank ? whyAgainst(outcome, setAgainst, seen) : null;
  if (!why) return [];
  const { fails, cases, count, said } = why;
  const text = fails ? [t("committee.against.why.fails")] : [];
  if (cases.length > 0) {
    const named = cases.map((one) => `- ${one.reference} · ${line(tell(one.title))} ${placeSaid(one, speech)}`);
    text.push(countSaid(why, outcome, speech), named.join("\n"));
    const rest = (count ?? cases.length) - cases.length;
    if (rest > 0) text.push(t("committee.against.why.rest", { count: rest }));
  }
  return said ? [...text, t("committee.against.why.said")] : text;
}
