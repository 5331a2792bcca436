import { useSpeech } from "#app/locales/use-speech";
import { Button } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Timeline } from "#app/ui/listing";
import { Empty, PageHeader, Prose, Section, Stack } from "#app/ui/page";
import { Pager } from "#app/ui/table";
import { unbroken } from "#app/ui/unbroken";
import { type NewsDay, type NewsLine, sentenceOf, wordsOf } from "./told";

interface Props {
  days: NewsDay[];
  /** How many are unread in all. */
  unread: number;
  keptDays: number;
  first: string | null;
  next: string | null;
}

/** What the reader was told, the unread first; opening one marks it as read. */
export function NewsPage({ days, unread, keptDays, first, next }: Props) {
  const { t } = useSpeech();
  const parts = [
    { key: "new", title: t("people.news.new"), days: days.filter(({ read }) => !read) },
    { key: "read", title: t("people.news.read"), days: days.filter(({ read }) => read) },
  ].filter((part) => part.days.length > 0);
  return (
    <>
      <PageHeader
        title={t("people.news.title")}
        lead={t("people.news.lead", { days: keptDays })}
        meta={t("people.news.unread", { count: unread })}
        actions={
          unread > 0 && (
            <form method="post">
              <Hidden values={{ intent: "all" }} />
              <Button variant="quiet">{t("people.news.read-all")}</Button>
            </form>
          )
        }
      />
      {parts.length === 0 && <Empty title={t("people.news.none")}>{t("people.news.none.next")}</Empty>}
      {parts.map((part) => (
        <Section key={part.key} title={part.title}>
          {part.days.map((each) => (
            <DayOfNews key={each.day} {...each} />
          ))}
        </Section>
      ))}
      <Pager previous={first} next={next} />
    </>
  );
}

function DayOfNews({ day, lines }: NewsDay) {
  const speech = useSpeech();
  const { date, time } = speech;
  return (
    <Stack gap="tight">
      <h3>{date(day)}</h3>
      <Timeline
        label={date(day)}
        items={lines.map((line) => ({
          key: line.id,
          when: time(new Date(line.at)),
          title: unbroken(sentenceOf(line, speech)),
          href: `/notifications/${line.id}`,
          tone: line.read ? ("neutral" as const) : ("accent" as const),
          body: <NewsBody line={line} />,
        }))}
      />
    </Stack>
  );
}

function NewsBody({ line }: { line: NewsLine }) {
  const speech = useSpeech();
  const words = wordsOf(line, speech);
  return (
    <Stack gap="tight">
      {words && <Prose>{words}</Prose>}
      {!line.read && (
        <form method="post">
          <Hidden values={{ intent: "one", id: line.id }} />
          <Button variant="plain">{speech.t("people.news.read-one")}</Button>
        </form>
      )}
    </Stack>
  );
}
