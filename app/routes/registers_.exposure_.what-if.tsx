import type { LoaderFunctionArgs } from "@remix-run/node";
import { useAnswer } from "#app/answer";
import { modelWritten, withThings } from "#app/delivery/registers/typed-thing.server";
import { ask } from "#app/desk.server";
import { pageOf } from "#app/portfolio/exposure/exposure";
import { isShown, USUAL_FACTOR, whatIfQuery } from "#app/portfolio/exposure/what-if";
import { readWhatIf, thingNamed } from "#app/portfolio/exposure/what-if.server";
import { WhatIfView } from "#app/portfolio/exposure/what-if-view";

export const handle = { title: "exposure.what-if" } as const;

export const loader = (args: LoaderFunctionArgs) =>
  ask(async ({ database, url, when }) => {
    const asked = new FormData();
    for (const [name, value] of url.searchParams) asked.append(name, value.slice(0, 300));
    const ofVendor = await withThings(database, asked, "vendors", (name) => name === "vendor");
    const ofModel = await withThings(database, ofVendor.read, "models", (name) => name === "model");
    const errors = { ...ofVendor.faults, ...ofModel.faults };
    const { vendor, model, price, show, from } = whatIfQuery.parse(Object.fromEntries(ofModel.read));
    const id = vendor ?? model;
    if (id === null || Object.keys(errors).length > 0) {
      const typed = { vendor: String(asked.get("vendor") ?? ""), model: String(asked.get("model") ?? "") };
      return { typed, errors, answer: null, show, from: 0 };
    }
    const thing = await thingNamed(database, vendor === null ? "model" : "vendor", id);
    const typed = {
      vendor: thing.by === "vendor" ? thing.name : "",
      model: thing.by === "model" ? ((await modelWritten(database, id)) ?? thing.name) : "",
    };
    const { cases, ...answer } = await readWhatIf(database, thing, price ?? USUAL_FACTOR, when.quarter);
    const page = pageOf(
      cases.filter((one) => isShown(one, show)),
      from,
    );
    const { rows, count, next } = page;
    return { typed, errors, show, from: page.from, answer: { ...answer, rows, count, next } };
  })(args);

export default function WhatIf() {
  return <WhatIfView {...useAnswer<typeof loader>()} />;
}
