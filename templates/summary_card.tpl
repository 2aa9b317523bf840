{{%AUTOESCAPE context="HTML"}}
<div class="govuk-summary-card">
<div class="govuk-summary-card__title-wrapper">
{{#H2}}
<h2 class="govuk-summary-card__title">{{>TITLE}}</h2>
{{/H2}}
{{#H3}}
<h3 class="govuk-summary-card__title">{{>TITLE}}</h3>
{{/H3}}
{{#ACTIONS}}
{{#ONE}}
<div class="govuk-summary-card__actions">{{>ACTION}}</div>
{{/ONE}}
{{#LIST}}
<ul class="govuk-summary-card__actions">
{{#ITEM}}
<li class="govuk-summary-card__action">{{>ACTION}}</li>
{{/ITEM}}
</ul>
{{/LIST}}
{{/ACTIONS}}
</div>
<div class="govuk-summary-card__content">
{{>CONTENT}}
</div>
</div>
