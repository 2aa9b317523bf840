// The second half of vendor.sh, run where the packages are:
// node vendor.mjs STATIC FIXTURES
import fs from "node:fs";
import path from "node:path";
import CleanCSS from "clean-css";
import { rollup } from "rollup";
import { minify } from "terser";

const [statics, fixtures] = process.argv.slice(2);
const read = (name) => fs.readFileSync(name, "utf8");
const { dependencies } = JSON.parse(read("package.json"));
const govuk = path.resolve("node_modules/govuk-frontend");
const { version, license } = JSON.parse(read(`${govuk}/package.json`));
const banner =
  `/*! GOV.UK Frontend ${version}, ${license} licence: ` +
  "see LICENCE-govuk-frontend.txt */\n";
const sheet = read("app.scss");

if (license !== "MIT")
  throw new Error(`govuk-frontend's licence is now ${license}: look at it`);

// Taken out: smoothing and print fonts that every rule repeats (app.scss says
// the first once; on paper the screen's font is as good), rules for Internet
// Explorer, and the footer's crest, which is not ours to show.
const unwanted = [
  /-webkit-font-smoothing:antialiased;-moz-osx-font-smoothing:grayscale(;|(?=\}))/g,
  /@media print\{[^{}]*\{font-family:sans-serif\}\}/g,
  /@media screen[^{]*(-ms-high-contrast: none|\\0)[^{]*\{([^{}]*\{[^}]*\})*\}/g,
  /[^{}]*copyright-logo[^{}]*\{[^}]*\}/g,
];

// Colours stand where they are used, save the one that depends on what it is in
// (the header and the panel set it for what they hold).
const colours = /var\(--govuk-(?!text-colour)[a-z-]+, *(#[0-9a-f]+)\)/g;

function style() {
  const css = unwanted.reduce(
    (text, pattern) => text.replace(pattern, ""),
    read("app.css").replace(colours, "$1"),
  );
  const small = new CleanCSS({
    level: { 2: { restructureRules: true } },
  }).minify(css);

  if (small.errors.length || small.warnings.length)
    throw new Error([...small.errors, ...small.warnings].join("\n"));
  for (const word of ["GDS Transport", "govuk-crest", "@font-face"])
    if (small.styles.includes(word))
      throw new Error(`govuk.css must not contain ${word}`);
  return `${banner}${small.styles}\n`;
}

async function script() {
  const bundle = await rollup({
    input: "components.js",
    treeshake: { moduleSideEffects: false },
    plugins: [
      {
        name: "packages",
        resolveId: (source) =>
          source.startsWith("govuk-frontend/")
            ? path.resolve("node_modules", source)
            : null,
      },
    ],
  });
  const { output } = await bundle.generate({ format: "es" });
  const { code } = await minify(output[0].code, { module: true });
  return `${banner}${code}\n`;
}

// The footer's fixtures draw the crown, which our footer does not.
function componentsUsed() {
  const names = [...sheet.matchAll(/^@use ".*\/components\/(.*)";$/gm)];
  return names.map((match) => match[1]).filter((name) => name !== "footer");
}

// Of each fixture, what a test compares: its options and the HTML they give.
function fixturesOf(component) {
  const file = `${govuk}/dist/govuk/components/${component}/fixtures.json`;
  const kept = JSON.parse(read(file)).fixtures.map(
    ({ name, options, html }) => ({ name, options, html }),
  );
  return `${JSON.stringify({ component, fixtures: kept }, null, 1)}\n`;
}

const write = (folder, name, text) =>
  fs.writeFileSync(path.join(folder, name), text);

write(statics, "govuk.css", style());
write(statics, "govuk.js", await script());
write(
  statics,
  "VERSIONS",
  Object.entries(dependencies)
    .map(([name, exact]) => `${name} ${exact}\n`)
    .join(""),
);
fs.rmSync(fixtures, { recursive: true, force: true });
fs.mkdirSync(fixtures, { recursive: true });
for (const component of componentsUsed())
  write(fixtures, `${component}.json`, fixturesOf(component));
fs.copyFileSync(
  path.join(statics, "LICENCE-govuk-frontend.txt"),
  path.join(fixtures, "LICENCE"),
);
