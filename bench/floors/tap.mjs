// Loaded before the built server: tells the bench which statements a page sends to its driver, word for word.
import SQLite from "better-sqlite3";
import pg from "pg";

let heard = [];

function hear(sql, values, lists) {
  if (/^\s*(select|with)\b/i.test(sql)) heard.push({ sql, values, lists });
}

const prepare = SQLite.prototype.prepare;
SQLite.prototype.prepare = function tapped(sql) {
  const statement = prepare.call(this, sql);
  let lists = false;
  const { raw } = statement;
  statement.raw = (on = true) => {
    lists = on;
    return raw.call(statement, on);
  };
  for (const verb of ["all", "get"]) {
    const ask = statement[verb];
    statement[verb] = (...values) => {
      hear(sql, values.flat(), lists);
      return ask.apply(statement, values);
    };
  }
  return statement;
};

const query = pg.Client.prototype.query;
pg.Client.prototype.query = function tapped(config, values, ...rest) {
  const text = typeof config === "string" ? config : config.text;
  const given = Array.isArray(values) ? values : (config.values ?? []);
  if (typeof text === "string") hear(text, given, config.rowMode === "array");
  return query.call(this, config, values, ...rest);
};

process.on("message", (message) => {
  if (message !== "statements") return;
  process.send({ statements: heard });
  heard = [];
});
