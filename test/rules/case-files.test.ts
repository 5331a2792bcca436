import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { attachmentHeaders } from "#app/kernel/attachment";
import { beginsLikeCode, cleanName, kindNamed, mayBeText } from "#app/use-cases/files/file-kinds";
import { inParts } from "#app/use-cases/files/in-parts";

describe("The name of a file", () => {
  test.each([
    ["../../etc/passwd.txt", "passwd.txt"],
    ["C:\\Users\\x\\note.pdf", "note.pdf"],
    ["rapport\u202Efdp.exe.pdf", "rapportfdp.exe.pdf"],
    ['a"b;c\r\nSet-Cookie: x=1.pdf', 'a"b;cSet-Cookie: x=1.pdf'],
    ["  été  2026 .PDF ", "été 2026 .PDF"],
    ["日本語\0.csv", "日本語.csv"],
    [`${"x".repeat(500)}.docx`, `${"x".repeat(195)}.docx`],
  ])("%j is kept as %j", (sent, kept) => {
    expect(cleanName(sent)).toBe(kept);
  });

  test("whatever it is, can be said in a header that says one file and no more", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (sent) => {
        const name = cleanName(`${sent}.pdf`);
        const header = attachmentHeaders({ name, mediaType: "application/pdf", size: 1 })["Content-Disposition"] ?? "";
        expect(header).toMatch(
          /^attachment; filename="[\x20\x21\x23-\x24\x26-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w.!~%$&+^`|{}#-]*$/,
        );
        expect(decodeURIComponent(header.split("UTF-8''")[1] ?? "")).toBe(name);
        expect(new Headers({ "Content-Disposition": header }).get("Content-Disposition")).toBe(header);
      }),
    );
  });

  test.each([
    "a.html",
    "a.svg",
    "a.exe",
    "a.js",
    "a.zip",
    "a.docm",
    "a",
    "a.",
    ".htaccess",
    "a.pdf.exe",
    "a.constructor",
  ])("%s is of no kind that is taken", (name) => {
    expect(kindNamed(name)).toBeNull();
  });
});

describe("A text", () => {
  test.each([
    ["<!DOCTYPE html>", true],
    ["\ufeff \n<svg onload=x>", true],
    ["<?xml version='1.0'?>", true],
    ["#!/bin/sh", true],
    ["a < b", false],
    ["<3 chats", false],
    ["# Titre", false],
  ])("%j begins like code: %s", (text, code) => {
    expect(beginsLikeCode(text)).toBe(code);
  });

  test("holds no sign that only machines read", () => {
    expect(mayBeText(Buffer.from("été\t1;2\r\n"))).toBe(true);
    expect(mayBeText(Buffer.from([0x61, 0x00, 0x62]))).toBe(false);
    expect(mayBeText(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0x02]))).toBe(false);
  });
});

test("Bytes in parts are the same bytes, in parts of one size but the last", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.uint8Array({ maxLength: 50 })),
      fc.integer({ min: 1, max: 20 }),
      async (chunks, size) => {
        const buffer = Buffer.alloc(size);
        const parts: Buffer[] = [];
        const coming = (async function* () {
          yield* chunks;
        })();
        for await (const filled of inParts(coming, buffer)) parts.push(Buffer.from(buffer.subarray(0, filled)));
        expect(Buffer.concat(parts).equals(Buffer.concat(chunks))).toBe(true);
        expect(parts.slice(0, -1).every((part) => part.length === size)).toBe(true);
        expect(parts.every((part) => part.length > 0)).toBe(true);
      },
    ),
  );
});
