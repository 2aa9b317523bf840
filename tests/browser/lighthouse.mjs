// The score for accessibility that Lighthouse gives a page: 100, or each point
// that is missing explained by name.
import { snapshot } from "lighthouse";
import puppeteer from "puppeteer-core";

// Points that may be missing, by the audit and the elements that miss them.
const explained = [
  {
    // Upstream's: the script of GOV.UK's radios and checkboxes says
    // aria-expanded of the input that reveals something.
    audit: "aria-allowed-attr",
    element: /^<input class="govuk-(radios|checkboxes)__input"[^>]* aria-expanded=/,
  },
];

const AUDITS_MIN = 10; // fewer: it did not look

const flags = {
  logLevel: "silent",
  onlyCategories: ["accessibility"],
  formFactor: "desktop",
  screenEmulation: { disabled: true },
  throttlingMethod: "provided",
  disableFullPageScreenshot: true,
  disableStorageReset: true,
};

// Lighthouse takes the page in puppeteer's hands.
async function look(address, page) {
  const devtools = await page.context().newCDPSession(page);
  const { targetInfo } = await devtools.send("Target.getTargetInfo");
  const browser = await puppeteer.connect({
    browserURL: address,
    defaultViewport: null,
    targetFilter: (target) =>
      target.type() !== "page" || target._targetId === targetInfo.targetId,
  });

  try {
    const [same] = await browser.pages();
    const { lhr } = await snapshot(same, { flags });
    return lhr;
  } finally {
    await browser.disconnect();
    await devtools.detach();
  }
}

const snippetsOf = ({ details }) =>
  (details?.items ?? []).map(({ node }) => node?.snippet ?? "");

const isExplained = (audit) =>
  explained.some(
    (one) =>
      one.audit === audit.id &&
      snippetsOf(audit).length > 0 &&
      snippetsOf(audit).every((snippet) => one.element.test(snippet)),
  );

function faultsOf(lhr) {
  const { score, auditRefs } = lhr.categories.accessibility;
  const scored = auditRefs
    .filter(({ weight }) => weight > 0)
    .map(({ id }) => lhr.audits[id])
    .filter((audit) => audit.score !== null);
  const faults = scored
    .filter((audit) => audit.score < 1 && !isExplained(audit))
    .map((audit) =>
      [`${audit.id}: ${audit.title}`, ...snippetsOf(audit).slice(0, 3)].join("\n"),
    );

  if (lhr.runtimeError) faults.push(lhr.runtimeError.message);
  if (scored.length < AUDITS_MIN)
    faults.push(`only ${scored.length} audits were scored`);
  if (score < 1 && faults.length > 0) faults.unshift(`it has ${100 * score}`);
  return faults;
}

let before = Promise.resolve(); // it looks at one page at a time

export async function score({ browser, visitor, report }, name) {
  const mode = visitor.script ? "script" : "plain";
  const page = visitor.script ? visitor.page : await visitor.twin(browser);
  const mine = before.then(() => look(browser.address, page));

  before = mine.catch(() => {});
  report.check(
    `${mode}: ${name}: Lighthouse gives all points for accessibility`,
    faultsOf(await mine),
  );
}
