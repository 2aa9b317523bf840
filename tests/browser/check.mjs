// Answers the open consultation of a running site as a person would, in English
// without JavaScript and in Welsh with, and looks at every page on the way.  The site is named
// by the environment:
//
//   BASE_URL    http://127.0.0.1:8099
//   FORM        path of the page of an open consultation
//   OUTCOME     path of the outcome of a closed one
//   GREENPAPER  command that runs the tool against the same database
//   SHOTS       folder for screenshots; none are taken unless given
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { audit } from "./audit.mjs";
import { csvRows } from "./csv.mjs";
import {
  answer,
  formFields,
  mistake,
  nextTask,
  submitButton,
  switchButton,
  typedPairs,
  wording,
  write,
  written,
} from "./form.mjs";
import { readGolden } from "./golden.mjs";
import { score } from "./lighthouse.mjs";
import { checkMarkup } from "./markup.mjs";
import { Report } from "./report.mjs";
import { returning, withoutCookies } from "./return.mjs";
import { launch, Visitor } from "./visitor.mjs";
import { weigh, weighVisit } from "./weight.mjs";

const PAGES_MAX = 100;
const kindsAll = [
  "radios",
  "matrix",
  "checkboxes",
  "select",
  "ranking",
  "number",
  "date",
  "email",
  "text",
  "long-text",
];

function setting(name) {
  const value = process.env[name];
  if (value) return value;
  console.error(`check.mjs: set ${name} in the environment`);
  process.exit(2);
}
const base = new URL(setting("BASE_URL")).origin;
const form = setting("FORM");
const outcome = setting("OUTCOME");
const greenpaper = setting("GREENPAPER");
const slugOf = (address) => address.match(/^\/consultations\/([^/.]+)/)[1];
const temporary = (name) =>
  fs.mkdtempSync(path.join(os.tmpdir(), `greenpaper-${name}-`));
const shots = process.env.SHOTS;
if (shots) fs.mkdirSync(shots, { recursive: true });

// --- one page of the form ---------------------------------------------------

const mode = ({ visitor }) => (visitor.script ? "script" : "plain");

// Leave every choice open and write what is wrong: what a person may do.
async function err({ visitor, mark }) {
  const fields = await formFields(visitor.page);
  const texts = new Map();

  for (const field of fields.filter(({ shown }) => shown)) {
    const text = mistake(field, mark);
    if (text === null) continue;
    texts.set(field, text);
    await write(visitor.page, field, text);
  }
  await visitor.press(submitButton(visitor.page));
  return texts;
}

async function summaryFaults({ page, script }) {
  const summary = page.locator(".govuk-error-summary");
  const links = summary.locator("a");
  const faults = [];

  if (!/^(Error|Gwall): /.test(await page.title()))
    faults.push(`the title is ${await page.title()}`);
  if ((await links.count()) === 0) return [...faults, "no summary with links"];
  if (script && !(await summary.evaluate((e) => e === document.activeElement)))
    faults.push("the summary has not the focus");
  for (const link of await links.all()) {
    const id = (await link.getAttribute("href")).slice(1);
    const control = page.locator(`[id="${id}"]`);
    const message = (await link.innerText()).trim();
    const beside = page.locator(".govuk-error-message", { hasText: message });
    if (!(await control.count()))
      faults.push(`the link "${message}" leads to no ${id}`);
    else if (!(await control.evaluate((e) => e.matches("input, textarea, select"))))
      faults.push(`${id} is no input`);
    if (!(await beside.count())) faults.push(`no "${message}" at its question`);
  }
  return faults;
}

// Follow the first link of the summary, as a person would.
async function linkFaults({ page, script }) {
  const link = page.locator(".govuk-error-summary a").first();
  const id = (await link.getAttribute("href")).slice(1);

  await link.click();
  const there = await page.evaluate(() => ({
    focus: document.activeElement?.id,
    hash: location.hash.slice(1),
  }));
  const reached = script ? there.focus : there.hash;
  return reached === id ? [] : [`the link to ${id} went to ${reached}`];
}

async function keptFaults({ page }, texts) {
  const faults = [];
  for (const [field, text] of texts)
    if ((await written(page, field)) !== text)
      faults.push(`what was typed in ${field.name} is not there any more`);
  return faults;
}

// True when the page refused the mistake, and so still stands.
async function makeMistake(journey, name) {
  const { visitor, report } = journey;
  const title = `${mode(journey)}: ${name}: a mistake`;
  const before = visitor.path();
  const texts = await err(journey);

  if (visitor.path() !== before) {
    report.check(
      `${title}: nothing is too long`,
      [...texts.keys()]
        .filter(({ max }) => max)
        .map(({ name, max }) => `${name} took more than ${max}`),
    );
    await visitor.go(before);
    return false;
  }
  journey.mistakes++;
  report.expect(
    `${title} gets status 422`,
    visitor.received.status === 422,
    `${visitor.received.status}`,
  );
  report.check(`${title} is summed up`, await summaryFaults(visitor));
  report.check(`${title}: what was typed is kept`, await keptFaults(visitor, texts));
  await audit(journey, `${name}-error`);
  report.check(`${title}: its link leads there`, await linkFaults(visitor));
  return true;
}

// To the other language and back, with what was typed and is not sent yet.
async function switchLanguage(journey, name) {
  const { visitor, report } = journey;
  const { page } = visitor;
  const title = `${mode(journey)}: ${name} in the other language`;
  const typed = JSON.stringify(await typedPairs(page));
  const before = visitor.path();

  for (const which of ["there", "back"]) {
    await visitor.press(switchButton(page));
    const kept = JSON.stringify(await typedPairs(page));
    report.expect(`${title}, ${which}: all is kept`, kept === typed, kept);
    report.expect(
      `${title}, ${which}`,
      (visitor.path() === before) === (which === "back"),
      `at ${visitor.path()}`,
    );
  }
}

// Enter goes on where there is a field of one line, as a person expects.
async function goOn(journey, name) {
  const { visitor, report, ending, entered } = journey;
  const { page } = visitor;
  const field = (await formFields(page)).find(
    ({ shown, kind }) => shown && ["text", "number", "date", "email"].includes(kind),
  );

  if (!field) {
    await visitor.press(submitButton(page));
    return;
  }
  entered.push(name);
  await visitor.pressEnter(page.locator(`[id="${field.id}"]`));
  report.expect(
    `${mode(journey)}: ${name}: Enter stays in the language`,
    visitor.path().endsWith(".cy") === (ending === ".cy"),
    `at ${visitor.path()}`,
  );
}

async function answerPage(journey, name) {
  const { visitor, mark } = journey;
  const which = visitor.script ? "last" : "first";
  const { typed, addresses, stored } = await answer(visitor.page, which, mark);

  if (name !== "about") {
    for (const [field, text] of typed) journey.typed.set(field, text);
    for (const [field, text] of addresses) journey.addresses.set(field, text);
    for (const [field, text] of stored) journey.stored.set(field, text);
  }
  await switchLanguage(journey, name);
  await goOn(journey, name);
}

async function formPage(journey) {
  const { visitor, report } = journey;
  const before = visitor.path();
  const name = before.split("/").at(-1).replace(/\.cy$/, "");
  const kinds = (await formFields(visitor.page)).map(({ kind }) => kind);

  await audit(journey, name);
  weigh(journey, name);
  if (kinds.some((kind) => !journey.kinds.has(kind))) {
    await score(journey, name);
    if (visitor.script) await weighVisit(journey, name);
  }
  if (name !== "about") for (const kind of kinds) journey.kinds.add(kind);
  await makeMistake(journey, name);
  await answerPage(journey, name);
  return report.expect(
    `${mode(journey)}: ${name} (${kinds.join(", ")}) takes its answer`,
    visitor.path() !== before,
    `${await visitor.page.title()}: ${await visitor.page
      .locator(".govuk-error-summary")
      .allInnerTexts()}`,
  );
}

// The list of tasks, looked at when nothing and when everything is done.
async function taskPage(journey) {
  const { visitor, report } = journey;
  const { page } = visitor;
  const next = nextTask(page);
  const there = (await next.count()) > 0;
  const address = there ? await next.getAttribute("href") : "";

  if (journey.tasks === 0) await audit(journey, "tasks");
  if (/\/check(\.cy)?$/.test(address)) await audit(journey, "tasks-done");
  journey.tasks++;
  if (!report.expect(`${mode(journey)}: a task is left`, there, "no link"))
    return false;
  await visitor.press(next);
  return report.expect(
    `${mode(journey)}: the task list leads to ${address}`,
    visitor.path() === address,
    `at ${visitor.path()}`,
  );
}

// --- the way through --------------------------------------------------------

async function arriveAndStart(journey) {
  const { visitor, report, ending } = journey;
  const { page } = visitor;

  await visitor.go(`/consultations${ending}`);
  await audit(journey, "list");
  const listed = page.locator(`main a[href="${form}${ending}"]`).first();
  report.expect(
    `${mode(journey)}: the list names ${form}`,
    (await listed.count()) > 0,
    "no link",
  );
  await visitor.press(listed);
  await audit(journey, "consultation");
  await score(journey, "consultation");
  await visitor.press(page.locator("main .govuk-button").first());
}

async function changeOne(journey) {
  const { visitor, report } = journey;
  const { page } = visitor;
  const title = `${mode(journey)}: an answer can be changed`;
  const links = page.locator(".govuk-summary-list__actions a");
  const changed = [...journey.typed.keys()].at(-1);
  const link = links.and(page.locator(`[href*="/respond/${changed}"]`));

  await visitor.press(link.first());
  const field = (await formFields(page)).find(({ name }) => name === changed);
  const kept = (await written(page, field)) === journey.typed.get(changed);
  report.expect(`${title}: it is still there`, kept, "the text was lost");
  journey.typed.set(changed, `Changed: ${wording(field, journey.mark)}`);
  await write(page, field, journey.typed.get(changed));
  await visitor.press(submitButton(page));
  report.expect(
    `${title}: back at the check page`,
    /\/check(\.cy)?$/.test(visitor.path()),
    `at ${visitor.path()}`,
  );
}

async function checkAnswers(journey) {
  const { visitor, report } = journey;

  await audit(journey, "check");
  await score(journey, "check");
  await changeOne(journey);
  const shown = await visitor.page.locator("main").innerText();
  const squeeze = (text) => text.replace(/\s+/g, " ");
  report.check(
    `${mode(journey)}: the check page shows every text`,
    [...journey.typed.values(), ...journey.addresses.values()]
      .filter((text) => !squeeze(shown).includes(squeeze(text)))
      .map((text) => `missing: ${text}`),
  );
  await visitor.pressTwice(submitButton(visitor.page));
}

async function receive(journey) {
  const { visitor, report } = journey;
  const reference = visitor.page.locator("#reference");
  const title = `${mode(journey)}: the last page`;

  await audit(journey, "done");
  await score(journey, "done");
  const text = (await reference.innerText()).trim();
  report.expect(`${title} has a reference`, /^\S{8}$/.test(text), text);
  await visitor.go(visitor.path());
  report.expect(
    `${title} loaded again has the same`,
    (await reference.innerText()).trim() === text,
    await reference.innerText(),
  );
  return text;
}

// The rows of the export, none when it failed.
function exported(journey) {
  const command = `${greenpaper} export ${slugOf(form)} --format csv`;
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });

  journey.report.expect(`${mode(journey)}: export runs`, status === 0, stderr);
  return status === 0 ? csvRows(stdout) : [];
}

function checkExport(journey, reference) {
  const title = `${mode(journey)}: export`;
  const rows = exported(journey);
  const mine = rows.filter((row) => row.includes(reference));
  const marked = rows.filter((row) =>
    row.some((cell) => cell.includes(`😀, ${journey.mark}`)),
  );
  const cells = mine.flat();

  journey.report.expect(
    `${title} has the response once, for all the double click`,
    mine.length === 1 && marked.length === 1,
    `${mine.length} rows have ${reference}, ${marked.length} its text`,
  );
  journey.report.check(
    `${title} keeps to itself the addresses that a question asked for`,
    [...journey.addresses]
      .filter(([, text]) => cells.some((cell) => cell.includes(text)))
      .map(([name, text]) => `${name}: ${text} is there`),
  );
  journey.report.check(
    `${title} has every text as it was typed, and every choice`,
    [...journey.typed, ...journey.stored]
      .filter(([, text]) => !cells.includes(text))
      .map(([name, text]) => `${name}: no cell is ${JSON.stringify(text)}`),
  );
}

async function answerConsultation(journey) {
  const { visitor, report } = journey;
  const title = mode(journey);

  await arriveAndStart(journey);
  for (let i = 0; i < PAGES_MAX && visitor.path().includes("/respond/"); i++)
    if (!(await (/\/tasks(\.cy)?$/.test(visitor.path()) ? taskPage : formPage)(journey)))
      return;
  report.expect(
    `${title}: the questions end at the check page`,
    /\/check(\.cy)?$/.test(visitor.path()),
    `at ${visitor.path()}`,
  );
  report.expect(
    `${title}: mistakes were refused on the way`,
    journey.mistakes > 0,
    "every page took no answer at all",
  );
  report.expect(
    `${title}: a free text was asked for`,
    journey.kinds.has("long-text"),
    [...journey.kinds].join(", "),
  );
  report.expect(
    `${title}: Enter was pressed somewhere`,
    journey.entered.length > 0,
    "no page has a field of one line",
  );
  report.check(
    `${title}: every kind of question was asked`,
    kindsAll
      .filter((kind) => !journey.kinds.has(kind))
      .map((kind) => `no ${kind}`),
  );
  await checkAnswers(journey);
  checkExport(journey, await receive(journey));
}

// --- pages that ask nothing -------------------------------------------------

async function readPages(journey) {
  const { visitor, report } = journey;
  const closed = `/consultations/${slugOf(outcome)}`;
  const pages = [
    ["questions", `${form}/questions`, 200],
    ["outcome", outcome, 200],
    ["closed", closed, 200],
    ["not-found", "/consultations/no-such-consultation", 404],
    ["gone", `${closed}/respond`, 410, "POST"],
    ["privacy", `${form}/privacy`, 200],
    ["accessibility", "/consultations/accessibility", 200],
    ["accessibility-welsh", "/consultations/accessibility.cy", 200],
    ["list-welsh", "/consultations.cy", 200],
    ["consultation-welsh", `${form}.cy`, 200],
  ];

  for (const [name, address, status, method] of pages) {
    await (method ? visitor.post(address) : visitor.go(address));
    report.expect(
      `${mode(journey)}: ${name} answers ${status}`,
      visitor.received.status === status,
      `${address}: ${visitor.received.status}`,
    );
    await audit(journey, name);
    if (name === "not-found") await score(journey, name);
    const language = await visitor.page.locator("html").getAttribute("lang");
    report.expect(
      `${mode(journey)}: ${name} says its language`,
      language === (name.endsWith("-welsh") ? "cy" : "en"),
      `lang="${language}"`,
    );
  }
}

// --- all of it --------------------------------------------------------------

const report = new Report();
const kept = new Map();
const browser = await launch();

// All at once: most of the time each of them waits.
async function visit(script) {
  const visitor = await Visitor.arrive(browser, base, { script });
  const journey = {
    browser,
    visitor,
    report,
    shots,
    kept,
    followed: new Set(),
    mark: `m${Date.now().toString(36)}${script ? "s" : "p"}`,
    ending: script ? ".cy" : "", // of addresses
    form,
    exported,
    tasks: 0, // how often the list of tasks was seen
    mistakes: 0,
    kinds: new Set(),
    entered: [], // names of pages where Enter was pressed
    typed: new Map(), // name of a field ▶ the text in it
    addresses: new Map(), // the same, where a question asks for an e-mail address
    stored: new Map(), // name of a question ▶ what an export says
  };
  for (const part of [answerConsultation, returning, withoutCookies, readPages])
    await part(journey).catch((error) =>
      report.check(`${mode(journey)}: ${part.name} comes to its end`, [
        `${error.message.split("\n")[0]} (at ${visitor.page.url()})`,
      ]),
    );
  await visitor.leave();
}
await Promise.all([
  visit(false),
  visit(true),
  readGolden(browser, base, report).catch((error) =>
    report.check("the golden pages are read to their end", [error.message]),
  ),
]);
await browser.close();
const pages = temporary("pages");
if (await checkMarkup(kept, pages, report)) fs.rmSync(pages, { recursive: true });
process.exit(report.end());
