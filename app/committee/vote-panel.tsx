import { useForm } from "#app/answer";
import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { RadioGroup } from "#app/ui/choice";
import { TextField } from "#app/ui/field";
import { FormActions, Hidden } from "#app/ui/form";
import { DescriptionList } from "#app/ui/listing";
import { Disclosure, Notice, Stack } from "#app/ui/page";
import type { AgendaCase } from "./agenda.server";
import { type CastVote, type Tally, VOTES } from "./votes";

/** How the votes stand, in one line: «3 approve, 1 not now». */
export function useTallyLine() {
  const { t, list } = useSpeech();
  return ({ counts }: Tally) => list(counts.map(({ vote, count }) => t(`committee.tally.${vote}`, { count })));
}

/** A vote with its reason, and why it does not count where it does not. */
export function useVoteItem() {
  const { t, tell, moment } = useSpeech();
  return ({ name, vote, why, setAsideAt }: CastVote) => {
    const aside = setAsideAt ? t("committee.vote.not-counted", { on: moment(new Date(setAsideAt)) }) : "";
    return { term: name, value: t(`committee.vote.${vote}`), note: [tell(why), aside].filter(Boolean).join(" · ") };
  };
}

interface VotesProps {
  votes: { tally: Tally; cast: CastVote[] };
  /** Read as minutes, on paper too. */
  closed: boolean;
}

function Votes({ votes, closed }: VotesProps) {
  const { t } = useSpeech();
  const tallyLine = useTallyLine();
  const voteItem = useVoteItem();
  return (
    <Disclosure summary={t("committee.votes", { votes: tallyLine(votes.tally) })} open={closed}>
      {votes.cast.length > 0 && <DescriptionList items={votes.cast.map(voteItem)} />}
    </Disclosure>
  );
}

/** How a member would decide: their own vote, and the others' once they said theirs. */
export function VotePanel({ entry, closed }: { entry: AgendaCase; closed: boolean }) {
  const { t, tell } = useSpeech();
  const form = useForm("vote", { reference: entry.reference });
  const { reference, votes, ownVote, mayVote } = entry;
  if (!votes && !mayVote) return null;
  return (
    <Stack>
      {votes && <Votes votes={votes} closed={closed} />}
      {mayVote && (
        <Disclosure
          summary={t(ownVote ? "committee.vote.change" : "committee.vote")}
          open={form.rejection !== undefined || !ownVote}
        >
          {form.refusal && <Notice tone="bad">{form.refusal}</Notice>}
          <form method="post" action={`#${reference}`} className="form">
            <Hidden values={{ intent: "vote", reference }} />
            <RadioGroup
              {...form.field("vote", ownVote?.vote)}
              id={`vote-${reference}`}
              label={t("committee.vote.label", { reference })}
              hint={votes || ownVote ? undefined : t("committee.vote.hint")}
              layout="inline"
              options={VOTES.map((vote) => ({ value: vote, label: t(`committee.vote.${vote}`) }))}
              required
            />
            <TextField
              {...form.field("why", ownVote ? tell(ownVote.why) : "")}
              id={`why-${reference}`}
              label={t("committee.vote.why")}
              maxLength={1_000}
            />
            <FormActions>
              <Button variant="quiet">{t("committee.vote.submit")}</Button>
            </FormActions>
          </form>
        </Disclosure>
      )}
    </Stack>
  );
}
