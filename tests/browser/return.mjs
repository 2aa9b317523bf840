// Who comes back: later, on another device, after sending, without cookies.
import { audit } from "./audit.mjs";
import { answer, laterButton, nextTask, submitButton } from "./form.mjs";
import { Visitor } from "./visitor.mjs";

const PAGES_MAX = 100;
const question = "practice"; // a long text on a page of its own
const codeForm = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/;

const mainText = async ({ page }) =>
  (await page.locator("main").innerText()).replace(/\s+/g, " ");
const area = ({ page }) => page.locator(`textarea[name="${question}"]`);
const at = ({ form, ending }, place) => `${form}/${place}${ending}`;
const questionOf = (journey) => at(journey, `respond/${question}`);
const modeOf = ({ visitor }) => (visitor.script ? "script" : "plain");
const textOf = (journey, what) => `${what} y tŷ, <i>&amp;</i> ${journey.mark}`;

// Checks by name, and looks at the page if it has one.
function checker(journey) {
  const { report } = journey;
  return {
    expect: (what, truth, fault) =>
      report.expect(`${modeOf(journey)}: ${what}`, truth, fault),
    stands: async (what, visitor, texts) => {
      const shown = await mainText(visitor);
      report.check(
        `${modeOf(journey)}: ${what}`,
        texts
          .filter((text) => !shown.includes(text))
          .map((text) => `missing: ${text}`),
      );
    },
    look: (visitor, name) => audit({ ...journey, visitor }, name),
  };
}

const arrive = ({ browser, visitor: { origin, script } }) =>
  Visitor.arrive(browser, origin, { script });

async function start(journey, visitor) {
  await visitor.go(journey.form + journey.ending);
  await visitor.press(visitor.page.locator("main .govuk-button").first());
}

async function writeAnswer(journey, visitor, text) {
  await visitor.go(questionOf(journey));
  await area(visitor).fill(text);
}

// From wherever the form is on to the page to check, answering all that is asked.
async function answerRest(journey, visitor) {
  for (let i = 0; i < PAGES_MAX && visitor.path().includes("/respond/"); i++) {
    if (/\/tasks(\.cy)?$/.test(visitor.path())) {
      await visitor.press(nextTask(visitor.page));
    } else {
      await answer(visitor.page, "first", journey.mark);
      await visitor.press(submitButton(visitor.page));
    }
  }
}

// Sends it; its reference.
async function send(visitor) {
  await visitor.press(submitButton(visitor.page));
  return (await visitor.page.locator("#reference").innerText()).trim();
}

// --- saving, and another device -----------------------------------------------

async function save(journey, visitor, text) {
  const { expect, look } = checker(journey);

  await writeAnswer(journey, visitor, text);
  await visitor.press(laterButton(visitor.page));
  const code = (await visitor.page.locator("#code").innerText()).trim();
  expect("saved for later, there is a code", codeForm.test(code), code);
  await look(visitor, "saved-code");
  await visitor.go(at(journey, "saved"));
  expect(
    "seen again, the page keeps the code to itself",
    !(await mainText(visitor)).includes(code),
    "it is shown",
  );
  await look(visitor, "saved");
  return code;
}

async function enterCode(visitor, code) {
  await visitor.page.locator("#code").fill(code);
  await visitor.press(submitButton(visitor.page));
}

async function comeBack(journey, visitor, code, text) {
  const { expect, look } = checker(journey);
  const wrong = code.replace(/^./, (first) => (first === "0" ? "1" : "0"));

  await visitor.go(journey.form + journey.ending);
  const link = visitor.page.locator(`main a[href="${at(journey, "return")}"]`);
  await visitor.press(link.first());
  await look(visitor, "return");
  await enterCode(visitor, wrong);
  expect(
    "another code is refused",
    visitor.received.status === 422,
    `${visitor.received.status}`,
  );
  await look(visitor, "return-error");
  await enterCode(visitor, ` ${code.toLowerCase().replaceAll("-", " ")} `);
  expect(
    "the code leads back into the form",
    /\/respond\/[^/]+$/.test(visitor.path()) && !visitor.path().includes("/with/"),
    `to ${visitor.path()}`,
  );
  await visitor.go(questionOf(journey));
  const there = await area(visitor).inputValue();
  expect("on another device the answer is there", there === text, there);
}

// --- two devices change the same answer ---------------------------------------

// One saves, then the other, who opened the page before: the page that asks.
async function collide(journey, one, other, first, second) {
  await writeAnswer(journey, other, second);
  await writeAnswer(journey, one, first);
  await one.press(submitButton(one.page));
  await other.press(submitButton(other.page));
  await checker(journey).stands("who saves later sees both texts", other, [
    first,
    second,
  ]);
}

async function conflict(journey, one, other) {
  const { expect, look } = checker(journey);
  const texts = ["One", "Two", "Three", "Four"].map((word) =>
    textOf(journey, word),
  );

  await collide(journey, one, other, texts[0], texts[1]);
  await look(other, "conflict");
  await other.press(submitButton(other.page));
  await one.go(questionOf(journey));
  const chosen = await area(one).inputValue();
  expect("who wants their own text has it saved", chosen === texts[1], chosen);

  await collide(journey, one, other, texts[2], texts[3]);
  await other.press(other.page.locator(`main a[href="${questionOf(journey)}"]`));
  const kept = await area(other).inputValue();
  expect("who keeps the saved text sees it", kept === texts[2], kept);
}

// --- after sending ------------------------------------------------------------

async function sendAndSee(journey, visitor) {
  const { expect, stands, look } = checker(journey);
  const text = textOf(journey, "Sent");

  await visitor.go(at(journey, "respond/tasks"));
  await answerRest(journey, visitor);
  await writeAnswer(journey, visitor, text);
  await visitor.press(submitButton(visitor.page));
  await visitor.go(at(journey, "check"));
  const reference = await send(visitor);
  const code = visitor.page.locator("#code");
  expect(
    "after sending there is a code too",
    codeForm.test((await code.innerText()).trim()),
    await code.innerText(),
  );
  const own = visitor.page.locator(`main a[href="${at(journey, "response")}"]`);
  await visitor.press(own.first());
  await stands("one's response is shown", visitor, [reference, text]);
  await look(visitor, "response");
  return reference;
}

async function change(journey, visitor, before) {
  const { expect, stands, look } = checker(journey);
  const text = textOf(journey, "Changed");

  await visitor.press(
    visitor.page.locator("main form", {
      has: visitor.page.locator("input[value=change]"),
    }).locator("button"),
  );
  await visitor.go(at(journey, "response"));
  await stands("while it is changed, what was sent is shown", visitor, [before]);
  await look(visitor, "response-changing");
  await visitor.go(at(journey, "delete"));
  await look(visitor, "delete-changes");
  await writeAnswer(journey, visitor, text);
  await visitor.press(submitButton(visitor.page));
  await visitor.go(at(journey, "check"));
  const reference = await send(visitor);
  expect("changed, it has a new reference", reference !== before, reference);
  await visitor.go(at(journey, "response"));
  await stands("changed, it is shown", visitor, [reference, text]);
  const rows = journey.exported(journey);
  expect(
    "the export has the changed one alone",
    rows.some((row) => row.includes(reference) && row.includes(text)) &&
      !rows.some((row) => row.includes(before)),
    `not ${reference}, or still ${before}`,
  );
  return reference;
}

async function withdraw(journey, visitor, reference) {
  const { expect, stands, look } = checker(journey);
  const link = visitor.page.locator(`main a[href="${at(journey, "withdraw")}"]`);

  await visitor.press(link);
  await look(visitor, "withdraw");
  await visitor.press(visitor.page.locator("main .govuk-button--warning"));
  await look(visitor, "withdrawn");
  await visitor.go(at(journey, "response"));
  await stands("withdrawn, it is still named", visitor, [reference]);
  expect(
    "and can neither be changed nor withdrawn",
    (await visitor.page.locator(`main form, main a[href*="/withdraw"]`).count()) ===
      0,
    await mainText(visitor),
  );
  await look(visitor, "response-withdrawn");
  expect(
    "the export is without it",
    !journey.exported(journey).some((row) => row.includes(reference)),
    `${reference} is still there`,
  );
}

async function drop(journey) {
  const { expect, look } = checker(journey);
  const visitor = await arrive(journey);

  await start(journey, visitor);
  await writeAnswer(journey, visitor, textOf(journey, "Gone"));
  await visitor.press(laterButton(visitor.page));
  const code = (await visitor.page.locator("#code").innerText()).trim();
  await visitor.press(
    visitor.page.locator(`main a[href="${at(journey, "delete")}"]`),
  );
  await look(visitor, "delete");
  await visitor.press(visitor.page.locator("main .govuk-button--warning"));
  await look(visitor, "deleted");
  await visitor.go(at(journey, "return"));
  await enterCode(visitor, code);
  expect(
    "deleted, its code leads nowhere",
    visitor.received.status === 422,
    `${visitor.received.status}`,
  );
  await visitor.leave();
}

export async function returning(journey) {
  const one = await arrive(journey);
  const other = await arrive(journey);
  const text = textOf(journey, "Half a thought");

  await start(journey, one);
  const code = await save(journey, one, text);
  await comeBack(journey, other, code, text);
  await conflict(journey, one, other);
  const sent = await sendAndSee(journey, other);
  const changed = await change(journey, other, sent);
  await one.go(at(journey, "response"));
  await checker(journey).stands("the first device sees it too", one, [changed]);
  await withdraw(journey, one, changed);
  await drop(journey);
  await one.leave();
  await other.leave();
}

// --- cookies off --------------------------------------------------------------

async function answerWithout(journey, visitor) {
  const { expect, stands, look } = checker(journey);

  await start(journey, visitor);
  expect(
    "without cookies the address says who it is",
    visitor.path().includes("/with/"),
    `at ${visitor.path()}`,
  );
  await look(visitor, "with-tasks");
  await answerRest(journey, visitor);
  const reference = await send(visitor);
  expect("without cookies it is sent", /^\S{8}$/.test(reference), reference);
  await visitor.press(visitor.page.locator(`main a[href*="/response"]`).first());
  await stands("without cookies one's response is shown", visitor, [reference]);
  const cookies = await visitor.context.cookies();
  expect("and no cookie was kept", cookies.length === 0, JSON.stringify(cookies));
}

export async function withoutCookies(journey) {
  const { origin, script } = journey.visitor;
  const visitor = await Visitor.arriveWithoutCookies(origin, { script });

  await answerWithout(journey, visitor).finally(() => visitor.leave());
}
