// What govuk.js is made from (static/vendor.sh): the components that need
// script on our pages, and one function that starts them.
import { Button } from "govuk-frontend/dist/govuk/components/button/button.mjs";
import { CharacterCount } from "govuk-frontend/dist/govuk/components/character-count/character-count.mjs";
import { Checkboxes } from "govuk-frontend/dist/govuk/components/checkboxes/checkboxes.mjs";
import { ErrorSummary } from "govuk-frontend/dist/govuk/components/error-summary/error-summary.mjs";
import { Radios } from "govuk-frontend/dist/govuk/components/radios/radios.mjs";
import { createAll } from "govuk-frontend/dist/govuk/init.mjs";

export function start() {
  createAll(Button, { preventDoubleClick: true });
  for (const component of [CharacterCount, Checkboxes, ErrorSummary, Radios])
    createAll(component);
}
