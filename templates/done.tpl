{{%AUTOESCAPE context="HTML"}}
<div class="govuk-panel govuk-panel--confirmation">
<h1 class="govuk-panel__title">[[response_sent]]</h1>
<div class="govuk-panel__body">[[your_reference]]<br><strong id="reference">{{REFERENCE}}</strong></div>
</div>
<p class="govuk-body">[[keep_reference]]</p>
{{#CODE}}
<h2 class="govuk-heading-m">[[your_code]]</h2>
<div class="govuk-inset-text"><strong id="code">{{CODE}}</strong></div>
<p class="govuk-body">[[code_sent]]</p>
<p class="govuk-body"><a class="govuk-link" href="{{RESPONSE:x-href}}">[[see_your_response]]</a></p>
{{/CODE}}
{{#RETURN}}
<p class="govuk-body"><a class="govuk-link" href="{{RETURN:x-href}}">[[return_to_saved]]</a></p>
{{/RETURN}}
<h2 class="govuk-heading-m">[[what_happens_next]]</h2>
<p class="govuk-body">[[what_happens_next_text]]</p>
{{#RESULTS_DUE}}
<p class="govuk-body">[[results_due]] <strong>{{>RESULTS_DUE}}</strong></p>
{{/RESULTS_DUE}}
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">[[to_the_consultation]]</a></p>
