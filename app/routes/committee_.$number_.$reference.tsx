import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { RecordView } from "#app/committee/record";
import { caseRecord } from "#app/committee/record.server";
import { ask, idFrom } from "#app/desk.server";
import type { Speech } from "#app/locales/speech";

type Answer = Awaited<ReturnType<typeof loader>>;

export const handle = {
  title: ({ title, reference, decision }: Answer, { t, tell }: Speech) =>
    `${reference} ${t(decision ? "committee.record" : "committee.record.frozen", { title: tell(title) })}`,
};

export const loader = (args: LoaderFunctionArgs) =>
  ask(({ database, actor, params }) => caseRecord(database, actor, idFrom(params.number), params.reference))(args);

export default function DecisionRecordPage() {
  return <RecordView record={useAnswer<typeof loader>()} />;
}
