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
<h1 class="govuk-heading-l">[[saved_heading]]</h1>
<p class="govuk-body">[[saved_not_sent]]</p>
<p class="govuk-body">{{KEPT_UNTIL}}</p>
<p class="govuk-body">[[sent_in_grace]]</p>
<h2 class="govuk-heading-m">[[your_code]]</h2>
{{#CODE}}
<p class="govuk-body">[[code_how]]</p>
<div class="govuk-inset-text"><strong id="code">{{CODE}}</strong></div>
<p class="govuk-body"><a class="govuk-link" href="{{RETURN:x-href}}">[[return_to_saved]]</a></p>
<p class="govuk-body">[[code_once]]</p>
{{/CODE}}
{{#GET_CODE}}
<p class="govuk-body">[[code_get_text]]</p>
<form action="{{ACTION:x-href}}" method="post" novalidate>
<input type="hidden" name="form-stamp" value="{{STAMP}}">
<input type="hidden" name="form-do" value="code">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[code_get]]</button>
</form>
{{/GET_CODE}}
{{#EMAIL}}
<h2 class="govuk-heading-m">[[email_link]]</h2>
<form id="page-form" action="{{ACTION:x-href}}" method="post" novalidate>
<input type="hidden" name="form-stamp" value="{{STAMP}}">
<input type="hidden" name="form-do" value="mail">
{{>CONTROL}}
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" data-prevent-double-click="true">[[email_send]]</button>
</form>
{{/EMAIL}}
<p class="govuk-body"><a class="govuk-link" href="{{CONTINUE:x-href}}">[[continue_response]]</a></p>
<p class="govuk-body"><a class="govuk-link" href="{{DELETE:x-href}}">[[delete_answers]]</a></p>
