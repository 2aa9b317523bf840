// What must hold of every page.
import fs from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const tags = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22a",
  "wcag22aa",
  "best-practice",
];
export const widths = [320, 1280];

// The one exception, upstream's: the script of GOV.UK's radios and checkboxes
// says aria-expanded of the input that reveals something.
const excepted = (rule, { html, all }) =>
  rule === "aria-allowed-attr" &&
  /^<input class="govuk-(radios|checkboxes)__input"/.test(html) &&
  all.every(({ data }) =>
    data.values.every((value) => value.startsWith("aria-expanded=")),
  );

export async function axeFaults(page) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  // What passed stays where it is: it is long.
  const violations = await page.evaluate(async (values) => {
    const found = await window.axe.run({
      runOnly: { type: "tag", values },
      resultTypes: ["violations"],
      selectors: false,
    });
    return found.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map(({ html, all }) => ({ html, all })),
    }));
  }, tags);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes
      .filter((node) => !excepted(id, node))
      .map((node) => `${id}: ${help}: ${node.html.slice(0, 200)}`),
  );
}

export async function scrollFaults(page) {
  const { has, fits, wide } = await page.evaluate(() => {
    const root = document.documentElement;
    const over = [...document.querySelectorAll("body *")].filter(
      (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
    );
    const named = over.slice(0, 3).map((e) => `${e.localName}.${e.className}`);
    return { has: root.scrollWidth, fits: root.clientWidth, wide: named };
  });
  return has > fits ? [`${has} px wide in ${fits}: ${wide.join(", ")}`] : [];
}

// Names of classes that upstream's HTML and script use; some have no rule.
const root = new URL("../../", import.meta.url);
const fixtures = new URL("tests/fixtures/govuk/", root);
const upstream = [
  "govuk-template__header",
  ...[
    new URL("static/govuk.js", root),
    ...fs.readdirSync(fixtures).map((name) => new URL(name, fixtures)),
  ].flatMap((file) => fs.readFileSync(file, "utf8").match(/govuk-[\w-]+/g) ?? []),
];

const sheet = fs.readFileSync(new URL("static/govuk.css", root), "utf8");
const rules = sheet.replaceAll("\\", "").matchAll(/\.([\w!-]+)/g);
const known = new Set([...upstream, ...[...rules].map((match) => match[1])]);

// Any other class without a rule is misspelt, or of a component that app.scss
// leaves out.
async function classFaults(page) {
  const used = await page.evaluate(() => [
    ...new Set(
      [...document.querySelectorAll("[class]")].flatMap((element) => [
        ...element.classList,
      ]),
    ),
  ]);

  return used
    .filter((name) => /^(govuk|app)-/.test(name) && !known.has(name))
    .map((name) => `no rule for class ${name}`);
}

function policyFaults({ headers }) {
  const policy = headers["content-security-policy"] ?? "";
  const needs = ["default-src 'none'", "frame-ancestors 'none'"];
  const faults = needs
    .filter((part) => !policy.includes(part))
    .map((part) => `Content-Security-Policy lacks ${part}: ${policy}`);

  if (policy.includes("unsafe"))
    faults.push(`Content-Security-Policy is unsafe: ${policy}`);
  return faults;
}

// Links within the site lead somewhere.  Each is followed once in a run.
async function linkFaults(visitor, followed) {
  const hrefs = await visitor.page.evaluate(() =>
    [...document.querySelectorAll("a[href]")].map((link) => ({
      url: link.href,
      missing:
        link.getAttribute("href").startsWith("#") &&
        !document.getElementById(link.hash.slice(1)),
    })),
  );
  const faults = hrefs
    .filter(({ missing }) => missing)
    .map(({ url }) => `${url} is not on the page`);

  for (const { url } of hrefs) {
    const address = new URL(url);
    address.hash = "";
    if (address.origin !== visitor.origin || followed.has(address.href))
      continue;
    followed.add(address.href);
    const answer = await visitor.context.request.get(address.href);
    if (!answer.ok()) faults.push(`${address.href}: ${answer.status()}`);
  }
  return faults;
}

// What the script says of itself on every page, and nothing else changes by.
const enhanced = " js-enabled govuk-frontend-supported";
const looked = new Set();

// Whether a page of the very same elements was looked at at that width.
async function isKnown(page, width) {
  const html = (await page.content()).replaceAll(enhanced, "");
  const key = `${width} ${html}`;

  if (looked.has(key)) return true;
  looked.add(key);
  return false;
}

// Everything, at both widths; where the folder SHOTS is given, a screenshot of each
// goes there.
export async function audit(journey, name) {
  const { browser, visitor, report, shots, kept, followed } = journey;
  const mode = visitor.script ? "script" : "plain";
  const title = `${mode}: ${name}`;
  const page = visitor.script ? visitor.page : await visitor.twin(browser);

  kept.set(`${mode}-${name}`, visitor.received.html);
  report.check(`${title}: nothing on the console`, visitor.takeFaults());
  report.check(`${title}: policy`, policyFaults(visitor.received));
  report.check(`${title}: every class has a rule`, await classFaults(page));
  if (visitor.received.status < 400)
    report.check(`${title}: links lead somewhere`, await linkFaults(visitor, followed));
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    if (!(await isKnown(page, width)))
      report.check(`${title}: axe at ${width} px`, await axeFaults(page));
    report.check(`${title}: fits ${width} px`, await scrollFaults(page));
    if (shots)
      await page.screenshot({
        path: `${shots}/${mode}-${name}-${width}.png`,
        fullPage: true,
      });
  }
}
