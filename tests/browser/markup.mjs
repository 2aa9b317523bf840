// The Nu HTML Checker and html-validate over the pages as they were sent, and
// over the golden ones, which hold what a visit cannot bring about.
import { execFile } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const here = path.dirname(fileURLToPath(import.meta.url));
const jar = path.join(
  path.dirname(require.resolve("vnu-jar/package.json")),
  "build/dist/vnu.jar",
);

// The one exception, upstream's: the fieldset[role=group] of GOV.UK's date input,
// whose role is that of any fieldset.
const excepted = [
  "The “group” role is unnecessary for element “fieldset”.",
  'Redundant role "group" on <fieldset>',
];

// What a command that says one fault a line says, but the exceptions.
async function run(command, words) {
  const { error, stdout, stderr } = await new Promise((resolve) =>
    execFile(command, words, { maxBuffer: 1 << 26 }, (error, stdout, stderr) =>
      resolve({ error, stdout, stderr }),
    ),
  );
  const said = `${stdout}${stderr}`.split("\n").filter(Boolean);
  if (!error) return [];
  if (typeof error.code !== "number" || said.length === 0)
    return [`${command}: ${error.message.slice(0, 200)}`];
  return said.filter((line) => !excepted.some((text) => line.includes(text)));
}

// pages: Map of name to HTML, kept as files in the folder; the same HTML is
// checked once.  True when nothing was found.
export async function checkMarkup(pages, folder, report) {
  const seen = new Set();
  for (const [name, html] of pages) {
    if (seen.has(html)) continue;
    seen.add(html);
    fs.writeFileSync(path.join(folder, `${name}.html`), html);
  }
  const golden = path.join(here, "../golden");
  const files = [folder, golden].flatMap((each) =>
    fs
      .readdirSync(each)
      .filter((name) => name.endsWith(".html"))
      .map((name) => path.join(each, name)),
  );
  const config = path.join(here, "htmlvalidate.json");
  const validate = path.join(here, "node_modules/.bin/html-validate");
  const count = `${files.length} pages`;

  const [nu, validated] = await Promise.all([
    run("java", ["-jar", jar, "--Werror", "--format", "gnu", ...files]),
    run(validate, [
      ...["--config", config, "--formatter", "text", "--max-warnings", "0"],
      ...files,
    ]),
  ]);
  return [
    report.check(`Nu finds nothing in ${count}`, nu),
    report.check(`html-validate finds nothing in ${count}`, validated),
  ].every(Boolean);
}
