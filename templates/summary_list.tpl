{{%AUTOESCAPE context="HTML"}}
<dl class="govuk-summary-list">
{{#ROW}}
<div class="govuk-summary-list__row{{#NO_ACTIONS}} govuk-summary-list__row--no-actions{{/NO_ACTIONS}}{{#CLASS}} {{CLASS}}{{/CLASS}}">
<dt class="govuk-summary-list__key">{{>KEY}}</dt>
<dd class="govuk-summary-list__value">
{{>VALUE}}
</dd>
{{#ACTIONS}}
<dd class="govuk-summary-list__actions">
{{>ACTION}}
{{#LIST}}
<ul class="govuk-summary-list__actions-list">
{{#ITEM}}
<li class="govuk-summary-list__actions-list-item">{{>ACTION}}</li>
{{/ITEM}}
</ul>
{{/LIST}}
</dd>
{{/ACTIONS}}
</div>
{{/ROW}}
</dl>
