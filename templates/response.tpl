{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
{{#SENT}}
<div class="govuk-notification-banner govuk-notification-banner--success" role="alert" aria-labelledby="govuk-notification-banner-title" data-module="govuk-notification-banner">
<div class="govuk-notification-banner__header">
<h2 class="govuk-notification-banner__title" id="govuk-notification-banner-title">[[email_success]]</h2>
</div>
<div class="govuk-notification-banner__content">
<p class="govuk-notification-banner__heading">{{SENT}}</p>
</div>
</div>
{{/SENT}}
<span class="govuk-caption-l">{{>CONSULTATION}}</span>
<h1 class="govuk-heading-l">[[your_response]]</h1>
{{#CHANGING}}
<div class="govuk-inset-text">[[response_changing]]</div>
{{>CHANGES}}
{{/CHANGING}}
{{#ENDED}}
<div class="govuk-inset-text">{{ENDED}}</div>
{{/ENDED}}
{{>FACTS}}
{{#BECAME}}
<h2 class="govuk-heading-m">[[became_heading]]</h2>
<p class="govuk-body">[[became_counted]] <a class="govuk-link" href="{{URL:x-href}}">[[became_outcome]]</a>.</p>
{{#QUESTION}}
<h3 class="govuk-heading-s">{{>TITLE}}</h3>
<p class="govuk-body">[[became_themes]]</p>
<ul class="govuk-list govuk-list--bullet">
{{#THEME}}
<li>{{>THEME}}</li>
{{/THEME}}
</ul>
{{#GROUP}}
<h4 class="govuk-heading-s">[[became_decided]]{{#THEME}}{{#COLON}}: {{/COLON}}{{#SEMICOLON}}; {{/SEMICOLON}}{{>THEME}}{{/THEME}}</h4>
{{#DECISION}}
<div class="app-prose" lang="{{LANG}}">{{DECISION:x-trusted}}</div>
{{/DECISION}}
{{/GROUP}}
{{/QUESTION}}
{{/BECAME}}
{{#ANSWERS}}
<h2 class="govuk-heading-m">[[about_you]]</h2>
{{>ABOUT}}
<h2 class="govuk-heading-m">[[your_answers]]</h2>
{{>ANSWERS}}
{{/ANSWERS}}
{{#CHANGE}}
<h2 class="govuk-heading-m">[[change_response]]</h2>
<p class="govuk-body">[[change_response_text]]</p>
<form action="{{ACTION:x-href}}" method="post" novalidate>
<input type="hidden" name="form-stamp" value="{{STAMP}}">
<input type="hidden" name="form-do" value="change">
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" data-prevent-double-click="true">[[change_response]]</button>
</form>
{{/CHANGE}}
{{#CLOSED}}
<p class="govuk-body">[[change_closed]]</p>
{{/CLOSED}}
{{#EMAIL}}
<h2 class="govuk-heading-m">[[email_copy]]</h2>
<form id="page-form" action="{{ACTION:x-href}}" method="post" novalidate>
<input type="hidden" name="form-stamp" value="{{STAMP}}">
<input type="hidden" name="form-do" value="mail">
{{>CONTROL}}
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" data-prevent-double-click="true">[[email_send]]</button>
</form>
{{/EMAIL}}
{{#RECEIPT}}
<h2 class="govuk-heading-m" id="receipt">[[receipt_heading]]</h2>
<p class="govuk-body">[[receipt_text]]</p>
{{/RECEIPT}}
<p class="govuk-body"><a class="govuk-link" href="{{CONSULTATION_URL:x-href}}">[[to_the_consultation]]</a></p>
