import type { Minor } from "#app/kernel/money";
import type { Speech } from "#app/locales/speech";
import { useSpeech } from "#app/locales/use-speech";
import { LinkList } from "#app/ui/listing";
import { Section } from "#app/ui/page";
import { drill } from "../filters";
import { type CaseChange, changesAddress, type Sentence } from "./changes";
import type { ChangesAnswer } from "./read-changes.server";

/** An amount as a change: with its sign. */
export const signedMoney = ({ money }: Speech, amount: Minor) => (amount > 0 ? `+${money(amount)}` : money(amount));

/** Why a case moved, as its reports and its stage tell it. Empty when they tell nothing. */
export function whyInWords({ why, left }: CaseChange, { t, tell, number }: Speech): string {
  const stage = left && t(`use-cases.stage.${left.stage}`);
  const reason = tell(left?.reason);
  const parts = [stage && reason ? t("changes.why.left", { stage, reason }) : stage];
  if (why) {
    const value = (amount: number | null) => `${number(amount)}\u00a0${why.unit}`;
    const values = { kpi: tell(why.kpi), from: value(why.from), to: value(why.to) };
    parts.push(
      t(why.from === null ? "changes.why.first" : why.to === null ? "changes.why.gone" : "changes.why.moved", values),
    );
    if (why.otherTerms) parts.push(t("changes.why.terms"));
    if (why.others > 0) parts.push(t("changes.why.others", { count: why.others }));
    if (tell(why.note)) parts.push(t("changes.why.note", { note: tell(why.note) }));
  }
  return parts.filter(Boolean).join(" · ");
}

/** A sentence as it is said, with the way to the figures that it speaks of. */
function said(sentence: Sentence, { quarter, before, departmentId }: ChangesAnswer, speech: Speech) {
  const { t, tell, money, percent, quarter: say } = speech;
  const here = { quarter, departmentId };
  const reports = drill("reports", here);
  const by = (amount: Minor) => signedMoney(speech, amount);
  const names = { quarter: say(quarter), before: say(before) };
  switch (sentence.says) {
    case "nothing":
      return { href: `/quarter/${quarter}`, label: t("changes.says.nothing", names) };
    case "first":
      return { href: reports, label: t("changes.says.first", { ...names, now: money(sentence.now) }) };
    case "value": {
      const { now, moved } = sentence;
      if (moved.direction === "level") return { href: reports, label: t("changes.says.level", { to: money(now) }) };
      const amount = by(moved.difference as Minor);
      const share = moved.share === null ? null : `${moved.share > 0 ? "+" : ""}${percent(moved.share, 0)}`;
      const change = share === null ? amount : t("changes.says.value-by", { by: amount, share });
      const values = { from: money(sentence.before), to: money(now), by: change };
      return { href: reports, label: t("changes.says.value", values) };
    }
    case "kind": {
      const { kind, cases: count, difference } = sentence;
      const href = changesAddress({ ...here, kind });
      return { href, label: t(`changes.says.kind.${kind}`, { count, by: by(difference) }) };
    }
    case "restated": {
      const values = { ...names, count: sentence.reports, by: by(sentence.difference) };
      return { href: `/quarter/${before}/close#restatements`, label: t("changes.says.restated", values) };
    }
    case "case": {
      const { of } = sentence;
      const name = `${of.reference} ${tell(of.title)}`;
      return {
        href: drill("reports", { quarter: of.now === null ? before : quarter, case: of.reference }),
        label: t("changes.says.case", { case: name, by: by(of.difference) }),
        note: whyInWords(of, speech),
      };
    }
    case "proof": {
      const [from, to] = [percent(sentence.before, 0), percent(sentence.now, 0)];
      const how = sentence.before === null ? "proof-first" : from === to ? "proof-level" : "proof";
      return { href: drill("reports", { ...here, evidence: "proven" }), label: t(`changes.says.${how}`, { from, to }) };
    }
    case "cost": {
      const [from, to] = [money(sentence.before), money(sentence.now)];
      const how = sentence.before === null ? "cost-first" : from === to ? "cost-level" : "cost";
      return { href: drill("costs", here), label: t(`changes.says.${how}`, { from, to }) };
    }
    case "promise": {
      const values = { kept: percent(sentence.kept, 0), forecast: money(sentence.forecast) };
      return { href: drill("cases", here), label: t("changes.says.promise", values) };
    }
  }
}

/** What changed and why, in sentences that were written from the figures by rules. */
export function Account({ answer }: { answer: ChangesAnswer }) {
  const speech = useSpeech();
  const title = speech.t("changes.account");
  return (
    <Section title={title}>
      <LinkList
        label={title}
        items={answer.sentences.map((sentence, key) => ({ key, ...said(sentence, answer, speech) }))}
      />
    </Section>
  );
}
