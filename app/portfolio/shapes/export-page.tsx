import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Disclosure, Notice, PageHeader, Row, Section } from "#app/ui/page";
import { hrefOf, type ListQuery } from "#app/use-cases/list/query";
import type { ExportShape } from "./shape";
import type { ShapeShown } from "./shown";

interface Props {
  query: ListQuery;
  total: number;
  shapes: ShapeShown[];
  mayImport: boolean;
}

/** The shapes in which the cases of a view leave, each with what it holds and what it cannot know. */
export function ExportPage({ query, total, shapes, mayImport }: Props) {
  const { t } = useSpeech();
  const back = hrefOf(query);
  return (
    <>
      <PageHeader
        title={t("list.export.title")}
        lead={t("list.export.lead", { count: total })}
        crumbs={[{ label: t("use-cases.list.title"), href: back }, { label: t("list.export.title") }]}
      />
      <Section title={t("list.export.shape.view")} lead={t("list.export.shape.view.lead")}>
        <Files query={query} shape="view" />
      </Section>
      <Section title={t("list.export.shape.casebook")} lead={t("list.export.shape.casebook.lead")}>
        <Files query={query} shape="casebook" />
        {mayImport ? (
          <p>
            <a href="/import">{t("list.export.bring-back")}</a>
          </p>
        ) : (
          <Notice tone="info">{t("list.export.bring-back.others")}</Notice>
        )}
      </Section>
      {shapes.map(({ name, filled, empty }) => (
        <Section
          key={name}
          title={t(`list.export.shape.${name}`)}
          lead={t("list.export.shape.lead", { filled: filled.length, count: filled.length + empty.length })}
        >
          <Files query={query} shape={name} />
          <Disclosure summary={t("list.export.filled", { count: filled.length })}>
            <Columns of={filled} />
          </Disclosure>
          <Disclosure summary={t("list.export.empty", { count: empty.length })}>
            <Columns of={empty} />
          </Disclosure>
        </Section>
      ))}
    </>
  );
}

const FORMATS = ["csv", "xlsx", "json"] as const;

function Files({ query, shape }: { query: ListQuery; shape: ExportShape }) {
  const { t } = useSpeech();
  const inShape = (path: string) => {
    const href = hrefOf(query, {}, path);
    return shape === "view" ? href : `${href}${href.includes("?") ? "&" : "?"}shape=${shape}`;
  };
  const formats = shape === "casebook" ? FORMATS.filter((format) => format !== "json") : FORMATS;
  return (
    <Row>
      {formats.map((format) => (
        <ButtonLink key={format} href={inShape(`/use-cases/export.${format}`)} variant="quiet">
          {t(`list.export.as.${format}`)}
        </ButtonLink>
      ))}
    </Row>
  );
}

/** The register's own words, which are English in every language of ours. */
function Columns({ of }: { of: readonly string[] }) {
  return (
    <ul lang="en">
      {of.map((header, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: headers repeat, and are rendered once
        <li key={at}>{header}</li>
      ))}
    </ul>
  );
}
