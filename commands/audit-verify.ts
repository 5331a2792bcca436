import { type Verification, verifyAudit } from "#app/people/audit.server";
import type { Command } from "./command";

const WHY: Record<Extract<Verification, { whole: false }>["why"], string> = {
  content: "its content is not what was recorded",
  link: "it does not follow the event before it",
  missing: "events that were recorded are gone",
};

export const auditVerify: Command = {
  name: "audit verify",
  summary: "Prove that no event of the audit log was altered, removed or slipped in.",
  options: {},
  async run(_given, { environment, open }) {
    const database = await open(environment.databaseUrl);
    try {
      const found = await verifyAudit(database);
      const line = found.whole
        ? `The audit log is whole: ${found.events} events.`
        : `The audit log is broken at event ${found.brokenAt}, after ${found.events} sound ones: ${WHY[found.why]}.`;
      return { ok: found.whole, lines: [line], data: { ...found } };
    } finally {
      await database.close();
    }
  },
};
