/** What is said of a number that is out of range: that it is a number, and its own bound. */
import { expect, test } from "vitest";
import { z } from "zod";
import { faultsOf, inBody } from "#app/api/problem";
import { decimal, errorsOf, whole } from "#app/kernel/input";

const shape = z.strictObject({ whole: z.int(), people: z.int().min(1).max(1_000), name: z.string().max(3) });

const faults = (sent: unknown) => {
  const { error } = shape.safeParse(sent);
  return error ? faultsOf(error, inBody, sent) : [];
};

test.each([
  [
    "beyond what is exact",
    { whole: 1e20, people: 3, name: "abc" },
    [{ pointer: "#/whole", key: "api.fault.too-big", values: { limit: Number.MAX_SAFE_INTEGER } }],
  ],
  [
    "far below",
    { whole: -1e20, people: 3, name: "abc" },
    [{ pointer: "#/whole", key: "api.fault.too-small", values: { limit: Number.MIN_SAFE_INTEGER } }],
  ],
  [
    "beyond its own bound, and that bound alone is said",
    { whole: 1, people: 1e20, name: "abc" },
    [{ pointer: "#/people", key: "api.fault.too-big", values: { limit: 1_000 } }],
  ],
  [
    "a text, which is too long",
    { whole: 1, people: 1, name: "abcd" },
    [{ pointer: "#/name", key: "api.fault.too-long", values: { limit: 3 } }],
  ],
])("A body's number: %s", (_, sent, expected) => {
  expect(faults(sent)).toEqual(expected);
});

test.each([
  ["99999999999999999999", "desk.input.too-large", 1_000],
  ["-99999999999999999999", "desk.input.too-small", 1],
])("A form's number %s is out of its own bound", (typed, key, limit) => {
  const read = z.object({ people: whole({ min: 1, max: 1_000 }), share: decimal({ min: 1, max: 1_000 }) });
  const { error } = read.safeParse({ people: typed, share: typed });
  const said = { key, values: { limit } };
  expect(error && errorsOf(error)).toEqual({ people: said, share: said });
});
