import { expect, it } from "vitest";
import { readEnvironment } from "../../environment";

it.each([
  [undefined, 0],
  ["0", 0],
  ["false", 0],
  ["1", 1],
  ["true", 1],
  ["2", 2],
])("TRUST_PROXY=%s trusts %s proxies, and never the whole chain that a caller wrote", (value, hops) => {
  expect(readEnvironment({ TRUST_PROXY: value }).trustProxy).toBe(hops);
});

it.each([
  ["https://casebook.example.com/", "https://casebook.example.com", true],
  ["HTTPS://casebook.example.com", "https://casebook.example.com", true],
  ["http://10.0.0.5:3000/", "http://10.0.0.5:3000", false],
  [undefined, null, false],
])("PUBLIC_URL=%s has the origin %s, and cookies for https only: %s", (url, origin, secure) => {
  expect(readEnvironment({ PUBLIC_URL: url })).toMatchObject({ publicOrigin: origin, secure });
});

it.each([
  ["TRUST_PROXY", "all"],
  ["PUBLIC_URL", "casebook.example.com"],
  ["PUBLIC_URL", "ftp://casebook.example.com"],
  ["PORT", "0"],
  ["DATABASE_URL", "mysql://x"],
  ["SESSION_SECRET", "short"],
  ["SMTP_URL", "mail.example.com:25"],
  ["SMTP_URL", "https://mail.example.com"],
  ["MAIL_FROM", "Casebook"],
  ["MAIL_FROM", "Casebook <a@example.com>\r\nBcc: b@example.com"],
])("%s=%s is refused in a sentence that names it", (name, value) => {
  expect(() => readEnvironment({ [name]: value })).toThrow(new RegExp(`^${name} must .*\\.$`));
});

it("asks for a sender and an address of its own where mail is to go out", () => {
  const SMTP_URL = "smtp://mail.example.com";
  const MAIL_FROM = "Casebook <casebook@example.com>";
  expect(() => readEnvironment({ SMTP_URL })).toThrow(/^MAIL_FROM must be set with SMTP_URL/);
  expect(() => readEnvironment({ SMTP_URL, MAIL_FROM })).toThrow(/^PUBLIC_URL must be set with SMTP_URL/);
  const whole = readEnvironment({ SMTP_URL, MAIL_FROM, PUBLIC_URL: "https://casebook.example.com" });
  expect(whole.mail).toEqual({ smtpUrl: SMTP_URL, from: MAIL_FROM });
  expect(readEnvironment({ MAIL_FROM }).mail).toBeNull();
});
