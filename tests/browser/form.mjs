// Fills any form of ours by looking at it.

// What the form asks, in the order of the page:
// [{ name, kind, id, type, max, shown, options: [{ id, value }] }]
// kind: "radios", "checkboxes", "text" or "long-text".  shown is false for what
// belongs to a choice that is not made.
export function formFields(page) {
  return page.evaluate(() => {
    const controls = document.querySelectorAll(
      "main form input, main form textarea",
    );
    const fields = new Map();

    function belongsToChoice(control) {
      const block = control.closest("[id^=conditional-]");
      const choice =
        block &&
        document.querySelector(
          `[aria-controls="${block.id}"], [data-aria-controls="${block.id}"]`,
        );
      return !choice || choice.checked;
    }

    for (const control of controls) {
      const { type, name, id, value } = control;
      if (["hidden", "submit", "button"].includes(type)) continue;
      if (control.closest("[aria-hidden=true]")) continue; // for machines alone
      const kinds = { radio: "radios", checkbox: "checkboxes" };
      const kind =
        kinds[type] ?? (control.matches("textarea") ? "long-text" : "text");
      const limit = control.closest("[data-maxlength]");
      if (!fields.has(name))
        fields.set(name, {
          name,
          kind,
          id,
          type,
          max: limit ? Number(limit.dataset.maxlength) : null,
          shown: belongsToChoice(control),
          options: [],
        });
      if (kinds[type]) fields.get(name).options.push({ id, value });
    }
    return [...fields.values()];
  });
}

const inputOf = (page, id) => page.locator(`[id="${id}"]`);
export const isChoice = (field) => field.options.length > 0;

// Choose: the first option of each question, or the last.
export async function choose(page, field, which) {
  await inputOf(page, field.options.at(which === "first" ? 0 : -1).id).check();
}

export async function write(page, field, text) {
  await inputOf(page, field.id).fill(text);
}

export function written(page, field) {
  return inputOf(page, field.id).inputValue();
}

// Words that no other field holds and that every layer could spoil.
export function wording(field, mark) {
  if (field.type === "email") return `${mark}@example.org`;
  if (field.type === "tel") return "01632 960001";
  if (field.kind === "text") return `Sŵn & "${field.name}" ${mark}`;
  return (
    `Because of <b>${field.name}</b> & “curly” 'quotes' {{MARK}} \\n %41\n` +
    `\n  Second line, tŷ bach twt, 😀, ${mark}`
  );
}

export const submitButton = (page) =>
  page.locator("main form button[type=submit]:not(.govuk-button--secondary)").last();
