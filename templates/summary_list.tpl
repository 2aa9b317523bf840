{{%AUTOESCAPE context="HTML"}}
<dl class="govuk-summary-list">
{{#ROW}}
<div class="govuk-summary-list__row">
<dt class="govuk-summary-list__key">{{>KEY}}</dt>
<dd class="govuk-summary-list__value">
{{>VALUE}}
</dd>
{{#ACTION}}
<dd class="govuk-summary-list__actions"><a class="govuk-link" href="{{URL:x-href}}">{{ACTION}}{{#HIDDEN}}<span class="govuk-visually-hidden"> {{>HIDDEN}}</span>{{/HIDDEN}}</a></dd>
{{/ACTION}}
</div>
{{/ROW}}
</dl>
