{{%AUTOESCAPE context="HTML"}}
<details class="govuk-details">
<summary class="govuk-details__summary"><span class="govuk-details__summary-text">{{TITLE}}</span></summary>
<div class="govuk-details__text">{{>TEXT}}</div>
</details>
