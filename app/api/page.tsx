import { minor } from "#app/kernel/money";
import type { Key } from "#app/locales/keys";
import { useSpeech } from "#app/locales/use-speech";
import { ButtonLink } from "#app/ui/button";
import { Code } from "#app/ui/code";
import { DescriptionList, LinkList } from "#app/ui/listing";
import { Badge } from "#app/ui/mark";
import { Disclosure, PageHeader, Section, Stack } from "#app/ui/page";
import { DataTable } from "#app/ui/table";
import type { ExplainedGroup, ExplainedOperation, ExplainedPart, Field } from "./explained";
import { PROBLEMS } from "./problem";

/** A group as the overview lists it. */
export interface ListedGroup extends Pick<ExplainedGroup, "name" | "title"> {
  operations: Pick<ExplainedOperation, "id" | "method" | "path" | "summary">[];
}

export interface ApiOverview {
  /** Where the API is, such as `https://casebook.example/api/v1`. */
  address: string;
  groups: ListedGroup[];
  signedIn: boolean;
}

/** What a reader should know before the first request, each a sentence or two. */
const MANNERS = ["money", "time", "unknown", "pages", "edits", "once", "limits", "language"] as const;

/** What the API is, how it behaves, and where each operation is told. */
export function ApiDocumentation({ address, groups, signedIn }: ApiOverview) {
  const { t, money } = useSpeech();
  const told = { example: JSON.stringify({ minor: 123_456, currency: "EUR" }), amount: money(minor(123_456)) };
  return (
    <>
      <PageHeader
        title={t("api.page.title")}
        lead={t("api.document.description")}
        actions={
          <>
            {signedIn && <ButtonLink href="/account/tokens">{t("people.tokens.title")}</ButtonLink>}
            <ButtonLink href="/api/v1/openapi.json">{t("api.page.openapi")}</ButtonLink>
          </>
        }
      />
      <Section title={t("api.page.start")} lead={t("api.page.start.lead")}>
        <Code label={t("api.page.example")}>
          {`curl -H "Authorization: Bearer $CASEBOOK_TOKEN" \\\n  "${address}/use-cases?stage=production&sort=realised"`}
        </Code>
      </Section>
      <Section title={t("api.page.manners")}>
        <DescriptionList
          columns={2}
          items={MANNERS.map((name) => ({ term: t(`api.manner.${name}`), value: t(`api.manner.${name}.text`, told) }))}
        />
      </Section>
      <Section title={t("api.page.contents")}>
        <Stack>
          {groups.map(({ name, title, operations }) => (
            <Section key={name} title={<a href={`/api/${name}`}>{title}</a>} level={3} id={name}>
              <LinkList
                columns
                label={title}
                items={operations.map(({ id, method, path, summary }) => ({
                  key: id,
                  href: `/api/${name}#${id}`,
                  label: summary,
                  note: <code>{`${method} ${path}`}</code>,
                }))}
              />
            </Section>
          ))}
        </Stack>
      </Section>
      <Section title={t("api.page.problems")} lead={t("api.page.problems.lead")} id="problems">
        <Problems />
      </Section>
    </>
  );
}

/** The operations of one group in full, with the shapes of which they speak. */
export function ApiPart({ address, title, operations, shapes }: ExplainedPart & { address: string }) {
  const { t } = useSpeech();
  return (
    <>
      <PageHeader title={title} crumbs={[{ href: "/api", label: t("api.page.title") }, { label: title }]} />
      {operations.map((operation) => (
        <Operation key={operation.id} address={address} {...operation} />
      ))}
      {shapes.length > 0 && (
        <Section title={t("api.page.shapes")} id="shapes">
          <Stack>
            {shapes.map(({ name, description, fields }) => (
              <Section key={name} title={name} id={`shape-${name}`} level={3} lead={description}>
                <Fields caption={name} fields={fields} />
              </Section>
            ))}
          </Stack>
        </Section>
      )}
    </>
  );
}

function Operation(operation: ExplainedOperation & { address: string }) {
  const { t } = useSpeech();
  const { id, method, path, summary, needs, parameters, body, example, answer, refusals, address } = operation;
  return (
    <Section title={summary} id={id} lead={needs}>
      <p>
        <Badge tone={method === "GET" ? "neutral" : "accent"}>{method}</Badge> <code>{`/api/v1${path}`}</code>
      </p>
      <Disclosure summary={t("api.page.request")}>
        <Stack>
          <DataTable
            caption={t("api.page.parameters")}
            narrow="cards"
            rows={parameters}
            rowKey={({ name }) => name}
            columns={[
              { key: "name", header: t("api.page.name"), rowHeader: true, cell: ({ name }) => <code>{name}</code> },
              { key: "place", header: t("api.page.place"), cell: ({ place }) => t(`api.place.${place as Place}`) },
              { key: "type", header: t("api.page.type"), cell: ({ type }) => <code>{type}</code> },
              {
                key: "required",
                header: t("api.page.required"),
                cell: ({ required }) => t(required ? "desk.yes" : "desk.no"),
              },
              { key: "description", header: t("api.page.meaning"), width: "wide", cell: (field) => field.description },
            ]}
          />
          {body.length > 0 && <Fields caption={t("api.page.body")} fields={body} />}
          {example && (
            <Code label={t("api.page.example")}>{curl(method, `${address}${path}`, example, parameters)}</Code>
          )}
        </Stack>
      </Disclosure>
      <Disclosure summary={t("api.page.answer", { status: answer.status })}>
        {answer.shape ? (
          <p>
            <a href={`#shape-${answer.shape}`}>{answer.shape}</a>
          </p>
        ) : (
          <Fields caption={t("api.page.fields")} fields={answer.fields} />
        )}
      </Disclosure>
      <p className="hint">
        {t("api.page.refusals")}{" "}
        {refusals.map(({ status, kind, title }, at) => (
          <span key={status}>
            {at > 0 && " · "}
            <a href={`/api#problem-${kind}`} title={title}>
              {status}
            </a>
          </span>
        ))}
      </p>
    </Section>
  );
}

type Place = "path" | "query" | "header";

/** Something for each place in an address: a shell takes what is in braces for its own. */
const PLACES: Record<string, string> = {
  reference: "UC-0042",
  quarter: "2026-Q3",
  id: "1",
  number: "4",
  slug: "sprint",
  key: "art-6-2",
  register: "vendors",
};

/** The example as a shell types it, with the headers that the operation asks for. */
function curl(
  method: string,
  address: string,
  example: string,
  parameters: readonly { name: string; required: boolean }[],
): string {
  const needs = (name: string) => parameters.some((one) => one.name === name && one.required);
  return [
    `curl -X ${method} "${address.replace(/\{(\w+)\}/g, (place, name) => PLACES[name] ?? place)}"`,
    '-H "Authorization: Bearer $CASEBOOK_TOKEN"',
    '-H "Content-Type: application/json"',
    ...(needs("If-Match") ? [`-H 'If-Match: "1"'`] : []),
    ...(needs("Idempotency-Key") ? ['-H "Idempotency-Key: $(uuidgen)"'] : []),
    `-d @- <<'JSON'\n${example}\nJSON`,
  ].join(" \\\n  ");
}

function Fields({ caption, fields }: { caption: string; fields: readonly Field[] }) {
  const { t } = useSpeech();
  return (
    <DataTable
      caption={caption}
      narrow="cards"
      rows={fields}
      rowKey={({ name }, at) => `${name} ${at}`}
      columns={[
        { key: "name", header: t("api.page.name"), rowHeader: true, cell: ({ name }) => <code>{name}</code> },
        { key: "type", header: t("api.page.type"), width: "medium", cell: ({ type }) => <code>{type}</code> },
        {
          key: "required",
          header: t("api.page.required"),
          cell: ({ required }) => t(required ? "desk.yes" : "desk.no"),
        },
        { key: "description", header: t("api.page.meaning"), width: "wide", cell: ({ description }) => description },
      ]}
    />
  );
}

function Problems() {
  const { t } = useSpeech();
  const rows = Object.entries(PROBLEMS).map(([status, kind]) => ({ status, kind }));
  return (
    <DataTable
      caption={t("api.page.problems")}
      hideCaption
      narrow="cards"
      rows={rows}
      rowKey={({ kind }) => kind}
      columns={[
        { key: "status", header: t("api.page.status"), numeric: true, cell: ({ status }) => status },
        {
          key: "kind",
          header: t("api.page.name"),
          rowHeader: true,
          cell: ({ kind }) => <span id={`problem-${kind}`}>{t(`api.problem.${kind}`)}</span>,
        },
        {
          key: "meaning",
          header: t("api.page.meaning"),
          width: "wide",
          cell: ({ kind }) => t(`api.problem.${kind}.text` satisfies Key),
        },
      ]}
    />
  );
}
