import { useSpeech } from "#app/locales/use-speech";
import { Button, ButtonLink } from "#app/ui/button";
import { Hidden } from "#app/ui/form";
import { Empty, PageHeader, Row } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import { Unbroken } from "#app/ui/unbroken";
import { langOf } from "../case-frame";
import { StageBadge } from "../stage-badge";
import type { LikePair, PairedCase } from "./pairs.server";

export interface PairsPage {
  pairs: LikePair[];
  apart: boolean;
  next: string | null;
}

/** Pairs of cases that may be the same need, for curators to merge or to keep apart. */
export function PairsView({ pairs, apart, next }: PairsPage) {
  const { t, percent } = useSpeech();
  return (
    <>
      <PageHeader
        title={t("similar.pairs.title")}
        lead={t(apart ? "similar.pairs.lead.apart" : "similar.pairs.lead")}
        crumbs={[{ label: t("use-cases.list.title"), href: "/use-cases" }, { label: t("similar.pairs.title") }]}
        actions={
          <ButtonLink href={apart ? "/use-cases/duplicates" : "/use-cases/duplicates?apart=yes"}>
            {t(apart ? "similar.pairs.show-open" : "similar.pairs.show-apart")}
          </ButtonLink>
        }
      />
      {pairs.length === 0 ? (
        <Empty title={t("similar.pairs.none")}>{t("similar.pairs.none.next")}</Empty>
      ) : (
        <DataTable<LikePair>
          caption={t("similar.pairs.title")}
          hideCaption
          narrow="cards"
          rows={pairs}
          rowKey={({ one, other }) => `${one.id}-${other.id}`}
          columns={[
            { key: "one", header: t("similar.pairs.one"), cell: ({ one }) => <CaseCell one={one} />, rowHeader: true },
            { key: "other", header: t("similar.pairs.other"), cell: ({ other }) => <CaseCell one={other} /> },
            {
              key: "likeness",
              header: t("similar.pairs.likeness"),
              numeric: true,
              cell: ({ likeness }) => percent(likeness, 0),
            },
            { key: "acts", header: t("similar.pairs.acts"), cell: (pair) => <Acts pair={pair} apart={apart} /> },
          ]}
        />
      )}
      {next && (
        <p>
          <a href={next}>{t("similar.pairs.more")}</a>
        </p>
      )}
    </>
  );
}

function CaseCell({ one: { reference, title, stage } }: { one: PairedCase }) {
  const { tell, locale } = useSpeech();
  return (
    <>
      <a href={`/use-cases/${reference}`} lang={langOf(title, locale)}>
        <Unbroken>
          {reference} · {tell(title)}
        </Unbroken>
      </a>{" "}
      <StageBadge stage={stage} />
    </>
  );
}

function Acts({ pair: { one, other, mayMerge }, apart }: { pair: LikePair; apart: boolean }) {
  const { t } = useSpeech();
  return (
    <Row>
      {!apart && mayMerge && (
        <ButtonLink href={`/use-cases/merge?case=${one.id}&case=${other.id}`}>{t("similar.pairs.merge")}</ButtonLink>
      )}
      <form method="post">
        <Hidden values={{ one: one.id, other: other.id, apart: apart ? "no" : "yes" }} />
        <Button variant="plain">{t(apart ? "similar.pairs.together" : "similar.pairs.apart")}</Button>
      </form>
    </Row>
  );
}
