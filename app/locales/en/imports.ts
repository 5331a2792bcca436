import type { imports as French } from "../fr/imports";

export const imports: Record<keyof typeof French, string> = {
  "imports.notice.banner": "{count, plural, one {# row} other {# rows}} above the header (line {line}): left aside.",
  "imports.notice.blank-rows": "{count, plural, one {# blank row} other {# blank rows}} skipped.",
  "imports.notice.repeated-headers":
    "The header is repeated among the data: {count, plural, one {# row} other {# rows}} skipped.",
  "imports.notice.repeated-columns":
    "{count, plural, one {# column has a name already taken: it was numbered} other {# columns have a name already taken: they were numbered}}.",
  "imports.notice.long-rows":
    "{count, plural, one {# row has} other {# rows have}} more cells than the header (the first is line {line}): a text probably holds the separator without being quoted.",
  "imports.notice.unreadable":
    "{count, plural, one {# character} other {# characters}} could not be read as {encoding}: choose another encoding if they matter.",
  "imports.notice.stray-quote": "A stray quote inside a text (line {line}): kept as it is.",
  "imports.notice.sheet": "Sheet read: “{sheet}”, of {count} visible sheets.",
  "imports.refused.empty": "This file is empty.",
  "imports.refused.bytes":
    "This file is larger than {most} MB. Split it, or take away the columns that you do not need.",
  "imports.refused.rows": "This file has more than {most, number} rows. Split it into several imports.",
  "imports.refused.columns":
    "Line {line} has {count, number} cells; we read {most, number} at most. Check the separator, or take columns away.",
  "imports.refused.cells":
    "At line {line} the file has more cells than we can hold in memory. Split it into several imports.",
  "imports.refused.no-table":
    "We found no table in this file: it needs one row of headers, then one row for each use case.",
  "imports.refused.no-rows": "There is no row under the header (line {line}).",
  "imports.refused.one-column":
    "We find only one column, whose header (line {line}) is “{text}”. If it is a table, check its separator; if it is a list of titles, name it “Title”.",
  "imports.refused.open-quote":
    "The quote opened on line {line} is never closed: all that follows falls into one cell. Close it, then try again.",
  "imports.refused.pdf": "This is a PDF document. Export the table as CSV or XLSX.",
  "imports.refused.picture": "This is a picture. We need the table itself, as CSV or XLSX.",
  "imports.refused.compressed": "This is a compressed archive. Open it and import the CSV or XLSX file inside.",
  "imports.refused.zip": "This is a ZIP archive, not a workbook. Open it and import the CSV or XLSX file inside.",
  "imports.refused.web-page":
    "This is a web page, whatever its name says. Open it in a spreadsheet and save it as CSV or XLSX.",
  "imports.refused.xml": "This is an XML file. Export the table as CSV or XLSX.",
  "imports.refused.json": "This is a JSON file. Export the table as CSV or XLSX.",
  "imports.refused.binary": "This file is not text: it is neither a CSV nor an XLSX workbook.",
  "imports.refused.password": "This workbook is protected by a password. Save it without one, then try again.",
  "imports.refused.old-xls": "This is an old Office document (.xls, .doc, …). Save the table as XLSX or CSV.",
  "imports.refused.xlsb": "This is a binary workbook (.xlsb). Save it as XLSX or CSV.",
  "imports.refused.ods": "This is an OpenDocument file. Save it as XLSX or CSV.",
  "imports.refused.broken-xlsx":
    "This workbook is broken or incomplete. Open it in a spreadsheet, save it again, then try again.",
  "imports.refused.bomb":
    "Once unpacked, this workbook is far too large. Keep only the sheet that matters and try again.",
  "imports.refused.no-sheet": "This workbook has no sheet “{sheet}”. Visible sheets: {sheets}.",
  "imports.row.no-title": "The title is missing (column “{column}”). Give this use case one.",
  "imports.row.title-too-long":
    "The title is longer than {most, number} characters. Shorten it: the rest belongs in the need.",
  "imports.row.text-too-long": "Column “{column}” is longer than {most, number} characters. Shorten this text.",
  "imports.row.too-many-cells":
    "This row has {count, number} cells for {expected, number} columns. Quote the text that holds the separator.",
  "imports.row.no-id":
    "The identifier is missing (column “{column}”). Give one, or choose the columns that we may make it of.",
  "imports.row.repeated-id":
    "Identifier “{id}” (column “{column}”) is already on line {line}. Change one of the two, or choose to number repeated ones.",
  "imports.row.department":
    "Department “{department}” does not exist here. Match it to one of yours, or allow it to be created.",
  "imports.remark.stage": "Stage “{word}” is not recognised: it stays unknown.",
  "imports.remark.day": "“{text}” (column “{column}”) is not a certain day: the date stays unknown.",
  "imports.remark.count": "“{text}” (column “{column}”) is not a whole number: it stays unknown.",
  "imports.remark.owner": "Nobody here has the address “{text}”: the owner is still to be named.",
  "imports.act.create": "Created",
  "imports.act.change": "Changed",
  "imports.act.unchanged": "Unchanged",
  "imports.act.refuse": "Refused",
  "imports.field.externalId": "External reference",
  "imports.field.title": "Title",
  "imports.field.title.fr": "Title (French)",
  "imports.field.title.en": "Title (English)",
  "imports.field.need": "Need",
  "imports.field.need.fr": "Need (French)",
  "imports.field.need.en": "Need (English)",
  "imports.field.expectedBenefit": "Expected benefit",
  "imports.field.expectedBenefit.fr": "Expected benefit (French)",
  "imports.field.expectedBenefit.en": "Expected benefit (English)",
  "imports.field.department": "Department",
  "imports.field.departmentCode": "Department code",
  "imports.field.stage": "Stage",
  "imports.field.stageSince": "Stage since",
  "imports.field.affected": "Who is affected",
  "imports.field.affected.fr": "Who is affected (French)",
  "imports.field.affected.en": "Who is affected (English)",
  "imports.field.peopleAffected": "Number of people affected",
  "imports.field.dataInvolved": "Data involved",
  "imports.field.dataInvolved.fr": "Data involved (French)",
  "imports.field.dataInvolved.en": "Data involved (English)",
  "imports.field.aiType": "Type of AI",
  "imports.field.vendor": "Vendor",
  "imports.field.country": "Country",
  "imports.field.ownerEmail": "Owner’s e-mail",
  "imports.field.extra": "Kept as it is",
  "imports.remark.long": "The text in column “{column}” is longer than {most, number} characters: it is kept as it is.",
  "imports.reason": "Import of the register “{source}”.",
  "imports.refused.some-rows":
    "{count, plural, one {# row is refused} other {# rows are refused}} (the first is line {line}): nothing was imported. Correct them, or ask for them to be left out.",
};
