import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceOf } from "#app/people/device";
import { networkOf } from "#app/people/network";
import { newPassword } from "#app/people/password";
import { safeReturn } from "#app/people/sign-in";

describe("Where one returns to after signing in", () => {
  it.each([
    ["/", "/"],
    ["/use-cases?stage=poc#top", "/use-cases?stage=poc#top"],
    ["/a/../b", "/b"],
    [null, "/"],
    ["", "/"],
    ["account", "/"],
    ["//elsewhere.example", "/"],
    ["/\\elsewhere.example", "/"],
    ["/\t/elsewhere.example", "/"],
    ["/\n/elsewhere.example", "/"],
    ["/.//elsewhere.example", "/"],
    ["/a/..//elsewhere.example", "/"],
    ["https://elsewhere.example/", "/"],
    ["javascript:alert(1)", "/"],
  ])("%j leads to %j", (to, expected) => {
    expect(safeReturn(to)).toBe(expected);
  });

  it("is always a place of this product, whatever was asked", () => {
    const pieces = fc.constantFrom(
      "/",
      "\\",
      "//",
      ".",
      "..",
      "\t",
      "\n",
      "\r",
      "@",
      ":",
      "?",
      "#",
      "a",
      "elsewhere.example",
      "%2f",
      " ",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const answer = safeReturn(`/${parts.join("")}`);
        expect(new URL(answer, "https://casebook.example").origin).toBe("https://casebook.example");
        expect(answer).toMatch(/^\/(?!\/)/);
        expect(answer).not.toMatch(/[\r\n\t]/);
      }),
    );
  });
});

it.each([
  ["203.0.113.9", "203.0.113.9"],
  ["::ffff:203.0.113.9", "203.0.113.9"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:db8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:0DB8:0001:0002:ffff::", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["unknown", "unknown"],
])("The address %s is of the network %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

it.each([
  ["quatre loutres sous la pluie", null],
  ["9 caract.", "people.input.password-too-short"],
  ["aaaaaaaaaaaaaaa", "people.input.password-too-easy"],
  ["1234567890", "people.input.password-too-easy"],
  ["MotDePasse123", "people.input.password-too-easy"],
  ["azertyuiop12", "people.input.password-too-easy"],
  ["casebookcasebook", "people.input.password-too-easy"],
  ["é".repeat(201), "desk.input.too-long"],
])("The password %j is answered %s", (password, expected) => {
  const result = newPassword.safeParse(password);
  expect(result.success ? null : result.error.issues[0]?.message).toBe(expected);
});

it.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0",
    "Edge",
    "Windows",
  ],
  [
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15",
    "Safari",
    "macOS",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari",
    "iOS",
  ],
  [
    "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36",
    "Chrome",
    "Android",
  ],
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"],
  ["curl/8.5.0", "curl", null],
  ["", null, null],
])("%s is %s on %s", (userAgent, browser, system) => {
  expect(deviceOf(userAgent)).toEqual({ browser, system });
});
