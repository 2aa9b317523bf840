{{%AUTOESCAPE context="HTML"}}
<div class="govuk-panel govuk-panel--confirmation">
<h1 class="govuk-panel__title">[[response_sent]]</h1>
<div class="govuk-panel__body">[[your_reference]]<br><strong id="reference">{{REFERENCE}}</strong></div>
</div>
<p class="govuk-body">[[keep_reference]]</p>
<h2 class="govuk-heading-m">[[what_happens_next]]</h2>
<p class="govuk-body">[[what_happens_next_text]]</p>
{{#RESULTS_DUE}}
<p class="govuk-body">[[results_due]] <strong>{{>RESULTS_DUE}}</strong></p>
{{/RESULTS_DUE}}
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">[[to_the_consultation]]</a></p>
