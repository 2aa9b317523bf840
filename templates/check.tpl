{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
<span class="govuk-caption-l">{{>CONSULTATION}}</span>
<h1 class="govuk-heading-l">[[check_your_answers]]</h1>
<h2 class="govuk-heading-m">[[about_you]]</h2>
{{>ABOUT}}
<h2 class="govuk-heading-m">[[your_answers]]</h2>
{{>ANSWERS}}
<h2 class="govuk-heading-m">[[now_send]]</h2>
<p class="govuk-body">[[now_send_text]] [[sent_in_grace]] <a class="govuk-link" href="{{PRIVACY:x-href}}">[[how_we_use]]</a></p>
<form action="{{ACTION:x-href}}" method="post" novalidate>
<input type="hidden" name="form-stamp" value="{{STAMP}}">
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[send_response]]</button>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="form-next" value="later" data-prevent-double-click="true">[[save_for_later]]</button>
</div>
</form>
