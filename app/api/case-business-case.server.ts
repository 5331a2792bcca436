import { businessCasePage } from "#app/business-cases/page.server";
import { withDays } from "#app/business-cases/rates";
import { currentRates } from "#app/business-cases/rates.server";
import { XLSX } from "#app/business-cases/workbook";
import { businessCaseWorkbook } from "#app/business-cases/workbook.server";
import { writeBusinessCase as write } from "#app/business-cases/write.server";
import { attachmentHeaders } from "#app/kernel/attachment";
import { Refusal } from "#app/kernel/refusal";
import { speechFor } from "#app/locales/speech";
import { openCase } from "#app/use-cases/cases.server";
import * as contracts from "./case-business-case";
import { gives, reads, writes } from "./operation.server";
import { instantOf, orNothing } from "./shapes";

export const readBusinessCase = reads(
  contracts.readBusinessCase,
  async (db, { parameters, query, actor, money, when }) => {
    const number = query.number === undefined ? null : Number(query.number);
    const { shown, scenarios } = await businessCasePage(db, actor, parameters.reference, { number, today: when.today });
    if (!shown) throw new Refusal(404, "desk.refusal.not-found");
    const { draft, evaluation } = shown;
    return {
      number: shown.number,
      version: shown.version,
      frozenAt: shown.frozenAt === null ? null : instantOf(shown.frozenAt),
      note: shown.note,
      firstQuarter: draft.firstQuarter,
      horizonQuarters: draft.horizonQuarters,
      discountRate: draft.discountRate,
      lines: draft.lines.map((line) => ({ ...line })),
      npv: money(evaluation.outputs.npv),
      payback: evaluation.outputs.payback,
      scenarios: shown.kept,
      sideBySide: scenarios.flatMap(({ name, title, outputs }) =>
        name === "own"
          ? []
          : [
              {
                scenario: name,
                name: title,
                npv: money(outputs.npv),
                totalBenefit: money(outputs.totalBenefit),
                totalCost: money(outputs.totalCost),
                payback: outputs.payback,
              },
            ],
      ),
    };
  },
);

export const exportBusinessCase = gives(contracts.exportBusinessCase, async (db, asked) => {
  const { parameters, query, actor, locale, organisation, when } = asked;
  const speech = speechFor(locale, organisation.currency, organisation.timeZone);
  const number = query.number === undefined ? null : Number(query.number);
  const book = { speech, today: when.today };
  const { name, bytes } = await businessCaseWorkbook(db, actor, parameters.reference, number, book);
  return {
    headers: attachmentHeaders({ name, mediaType: XLSX, size: bytes.length }),
    body: new Blob([new Uint8Array(bytes)]).stream(),
  };
});

export const writeBusinessCase = writes(contracts.writeBusinessCase, async (tx, { parameters, body, actor, when }) => {
  const useCase = await openCase(tx, actor, parameters.reference);
  const { draft, startedFrom, scenarios } = body;
  const lines = withDays(draft.lines, await currentRates(tx, when.today));
  const input = {
    useCaseId: useCase.id,
    draft: { ...draft, lines },
    note: orNothing(body.note),
    scenarios,
    startedFrom,
  };
  const { number, version } = await write(tx, actor, input, when);
  return { number, version };
});
