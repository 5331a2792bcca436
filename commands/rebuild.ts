import { rebuildScores } from "#app/assessment/check-scores.server";
import { whenAt } from "#app/kernel/when";
import { record } from "#app/people/audit.server";
import { readOrganisation } from "#app/people/organisation.server";
import { permit } from "#app/people/permit";
import { CASEBOOK } from "#app/people/roles";
import { rebuildWords } from "#app/use-cases/check-index.server";
import { rebuildCounts } from "#app/use-cases/rebuild-counts.server";
import { rebuildLedger } from "#app/use-cases/rebuild-ledger.server";
import { rebuildAbouts } from "#app/use-cases/similar/index-cases.server";
import { type Command, CommandProblem } from "./command";

export const rebuild: Command = {
  name: "rebuild",
  summary: "Compute all kept sums, counts and scores anew from their rows: for when check finds that one is off.",
  options: {},
  async run(_given, { environment, now, open }) {
    const database = await open(environment.databaseUrl);
    try {
      const organisation = await readOrganisation(database);
      if (!organisation)
        throw new CommandProblem("This database holds no organisation yet: there is nothing to rebuild.");
      const when = whenAt(now, organisation);
      const rebuilt = await database.write(async (tx) => {
        const may = permit(CASEBOOK, "installation.run", {});
        const made = {
          ...(await rebuildLedger(tx, when.today)),
          caseKinds: await rebuildCounts(tx),
          words: await rebuildWords(tx),
          abouts: await rebuildAbouts(tx),
          scores: await rebuildScores(tx),
        };
        const change = { subject: "organisation", subjectId: organisation.id, after: { rebuilt: made } };
        await record(tx, may, change, when);
        return made;
      });
      return {
        ok: true,
        lines: [
          `Computed anew: ${rebuilt.caseQuarters} quarters of cases, ${rebuilt.rollups} rollups, ${rebuilt.caseKinds} kinds of cases, the words of ${rebuilt.words} cases, what ${rebuilt.abouts} of them are about; scores that were off: ${rebuilt.scores}.`,
        ],
        data: { ...rebuilt },
      };
    } finally {
      await database.close();
    }
  },
};
