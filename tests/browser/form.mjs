// Fills any form of ours by looking at it.

// What the form asks, in the order of the page:
// [{ name, kind, id, type, max, shown, place, options: [{ id, value }] }]
// kind: "radios", "matrix" (one row of it), "checkboxes", "select", "ranking" (one
// option of it), "number", "date" (one part), "email", "text" or "long-text".
// shown is false for what belongs to a choice that is not made.
// place: of a ranking, how many of its options stand before.
export function formFields(page) {
  return page.evaluate(() => {
    const controls = document.querySelectorAll(
      "main form input, main form textarea, main form select",
    );
    const fields = new Map();
    const stem = (name) => name.split(".")[0];

    function belongsToChoice(control) {
      const block = control.closest("[id^=conditional-]");
      const choice =
        block &&
        document.querySelector(
          `[aria-controls="${block.id}"], [data-aria-controls="${block.id}"]`,
        );
      return !choice || choice.checked;
    }

    // The text beside a select names the option that it belongs to.
    function belongsToOption({ name, labels }) {
      const select = document.querySelector(`select[name="${stem(name)}"]`);
      if (!select || !name.endsWith(".other")) return true;
      const chosen = select.selectedOptions[0];
      return chosen.value !== "" && labels[0].innerText.includes(chosen.text);
    }

    function kindOf(control) {
      const { type, name } = control;
      if (type === "radio") return name.includes(".") ? "matrix" : "radios";
      if (type === "checkbox") return "checkboxes";
      if (control.matches("select"))
        return name.includes(".") ? "ranking" : "select";
      if (control.matches("textarea")) return "long-text";
      if (control.closest(".govuk-date-input")) return "date";
      if (type === "email") return "email";
      return control.inputMode ? "number" : "text";
    }

    for (const control of controls) {
      const { type, name, id, value } = control;
      if (["hidden", "submit", "button"].includes(type)) continue;
      if (control.closest("[aria-hidden=true]")) continue; // for machines alone
      const kind = kindOf(control);
      const limit = control.closest("[data-maxlength]");
      if (!fields.has(name))
        fields.set(name, {
          name,
          kind,
          id,
          type,
          max: limit ? Number(limit.dataset.maxlength) : null,
          shown: belongsToChoice(control) && belongsToOption(control),
          place: [...fields.keys()].filter((key) => stem(key) === stem(name))
            .length,
          options: [],
        });
      const { options } = fields.get(name);
      if (control.matches("select"))
        for (const option of control.options)
          if (option.value) options.push({ id, value: option.value });
      if (["radios", "matrix", "checkboxes"].includes(kind)) options.push({ id, value });
    }
    return [...fields.values()];
  });
}

const inputOf = (page, id) => page.locator(`[id="${id}"]`);
export const isChoice = (field) => field.options.length > 0;

// Choose: the first option of each question, or the last.  Its value.
export async function choose(page, field, which) {
  const option = field.options.at(which === "first" ? 0 : -1);

  if (field.kind === "select")
    await inputOf(page, field.id).selectOption(option.value);
  else await inputOf(page, option.id).check();
  return option.value;
}

// Give an option of a ranking its place: in the order of the page, or the other
// way round.  The place.
async function rank(page, field, which) {
  const places = field.options.map(({ value }) => value);
  const place = places.at(which === "first" ? field.place : -1 - field.place);

  await inputOf(page, field.id).selectOption(place);
  return Number(place);
}

export async function write(page, field, text) {
  const input = inputOf(page, field.id);
  await (field.kind === "ranking" ? input.selectOption(text) : input.fill(text));
}

export function written(page, field) {
  return inputOf(page, field.id).inputValue();
}

const dateParts = { day: "1", month: "9", year: "2030" };
const partOf = (field) => field.name.split(".")[1];

// Words that no other field holds and that every layer could spoil.
export function wording(field, mark) {
  if (field.kind === "email") return `${field.name}.${mark}@example.org`;
  if (field.type === "tel") return "01632 960001";
  if (field.kind === "number") return "4";
  if (field.kind === "date") return dateParts[partOf(field)];
  if (field.kind === "text") return `Sŵn & "${field.name}" ${mark}`;
  return (
    `Because of <b>${field.name}</b> & “curly” 'quotes' {{MARK}} \\n %41\n` +
    `\n  Second line, tŷ bach twt, 😀, ${mark}`
  );
}

// One more than the question takes, the last no space, which may be dropped.
const tooLong = (text, max) => `${text.padEnd(max, " and more")}!`;

// What is wrong there, or null where nothing is: no number, the 31st of September,
// no address, one place twice, too long.
export function mistake(field, mark) {
  if (field.kind === "number") return "many";
  if (field.kind === "email") return "by pigeon";
  if (field.kind === "date" && partOf(field) === "day") return "31";
  if (field.kind === "ranking") return field.options[0].value;
  if (isChoice(field)) return null;
  const text = wording(field, mark);
  return field.max ? tooLong(text, field.max) : text;
}

// Answers what is asked, question by question, for a choice may ask for more.
// which: the option that is taken, "first" or "last".  The texts by their fields'
// names, those that are addresses of people apart, and by their questions' what an
// export says of the rest.
export async function answer(page, which, mark) {
  const typed = new Map();
  const addresses = new Map();
  const stored = new Map();
  const ranks = new Map();
  const put = (name, place, value) =>
    ranks.set(name, [...(ranks.get(name) ?? []), [place, value]]);

  let fields = await formFields(page);
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i];
    const [name, part] = field.name.split(".");

    if (!field.shown) continue;
    if (field.kind === "ranking") {
      put(name, await rank(page, field, which), part);
    } else if (isChoice(field)) {
      stored.set(field.name, await choose(page, field, which));
      fields = await formFields(page);
    } else {
      const text = wording(field, mark);
      await write(page, field, text);
      if (field.kind === "number") stored.set(name, text);
      else if (field.kind === "email") addresses.set(field.name, text);
      else if (field.kind !== "date") typed.set(field.name, text);
      else if (part === "year")
        stored.set(name, `${text}-${dateParts.month.padStart(2, "0")}-${dateParts.day.padStart(2, "0")}`);
    }
  }
  for (const [name, places] of ranks)
    stored.set(
      name,
      places
        .sort(([one], [other]) => one - other)
        .map(([, value]) => value)
        .join("; "),
    );
  return { typed, addresses, stored };
}

// What sends the form on; not what saves it for later.
export const submitButton = (page) =>
  page.locator("main form button[type=submit]:not(.govuk-button--secondary)").last();
export const laterButton = (page) =>
  page.locator("main form button[name=form-next][value=later]");

// What leads to the other language, with what was typed.
export const switchButton = (page) => page.locator("button[name=form-switch]");

// What the form would send, but for its stamp.
export const typedPairs = (page) =>
  page.evaluate(() =>
    [...new FormData(document.querySelector("main form"))].filter(
      ([name]) => name !== "form-stamp",
    ),
  );

// The task to do next, the one to check and send when all others are done.
export const nextTask = (page) =>
  page
    .locator(".govuk-task-list__item", { has: page.locator(".govuk-tag") })
    .locator("a")
    .first();
