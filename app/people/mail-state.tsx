import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Figure, FigureGrid } from "#app/ui/figure";
import { Hidden } from "#app/ui/form";
import { Badge } from "#app/ui/mark";
import { Empty, Notice, Section } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { MailState } from "./mail-content.server";

interface Props {
  /** Whether this installation has a server to send by. */
  mailed: boolean;
  demo: boolean;
  state: Omit<MailState, "lastSentAt" | "troubles"> & {
    lastSentAt: number | null;
    troubles: (Omit<MailState["troubles"][number], "at"> & { at: number })[];
  };
}

/** What a mail that was perhaps sent is told by, beside the words of servers. */
const OWN = ["perhaps-sent", "bad-address"] as const;

/** Whether mail goes out, how its queue stands, and what needs a decision. */
export function MailStatePage({ mailed, demo, state }: Props) {
  const { t, number, moment } = useSpeech();
  return (
    <>
      {!mailed && (
        <Notice tone="info" title={t("people.mail.state.off")}>
          {t("people.mail.state.off.next")}
        </Notice>
      )}
      {mailed && demo && (
        <Notice tone="info" title={t("people.mail.state.demo")}>
          {t("people.mail.state.demo.next")}
        </Notice>
      )}
      <FigureGrid label={t("people.mail.state.title")}>
        <Figure label={t("people.mail.state.waiting")} value={number(state.waiting)} />
        <Figure label={t("people.mail.state.retrying")} value={number(state.retrying)} />
        <Figure label={t("people.mail.state.given-up")} value={number(state.givenUp)} />
        <Figure
          label={t("people.mail.state.last")}
          value={moment(state.lastSentAt === null ? null : new Date(state.lastSentAt))}
        />
      </FigureGrid>
      <Section title={t("people.mail.state.troubles")} lead={t("people.mail.state.troubles.lead")}>
        {state.troubles.length === 0 ? <Empty title={t("people.mail.state.none")} /> : <Troubles state={state} />}
      </Section>
    </>
  );
}

function Troubles({ state }: Pick<Props, "state">) {
  const { t, moment, number } = useSpeech();
  const words = (problem: string) => {
    const own = OWN.find((one) => one === problem);
    return own ? t(`people.mail.problem.${own}`) : problem;
  };
  return (
    <DataTable
      caption={t("people.mail.state.troubles")}
      hideCaption
      narrow="cards"
      rows={state.troubles}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "to",
          header: t("people.mail.state.to"),
          rowHeader: true,
          cell: ({ to, personId }) => <a href={`/people/${personId}`}>{to}</a>,
        },
        { key: "at", header: t("people.mail.state.at"), cell: ({ at }) => moment(new Date(at)) },
        { key: "tries", header: t("people.mail.state.tries"), numeric: true, cell: ({ tries }) => number(tries) },
        {
          key: "problem",
          header: t("people.mail.state.problem"),
          width: "wide",
          cell: ({ problem }) => words(problem),
        },
        {
          key: "next",
          header: t("people.mail.state.next"),
          cell: ({ id, over }) =>
            over ? (
              <form method="post">
                <Hidden values={{ mail: id }} />
                <Button variant="quiet">{t("people.mail.state.retry")}</Button>
              </form>
            ) : (
              <Badge tone="accent">{t("people.mail.state.by-itself")}</Badge>
            ),
        },
      ]}
    />
  );
}
