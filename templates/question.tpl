{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
<form action="{{ACTION:x-href}}" method="post" novalidate>
<input type="hidden" name="form-stamp" value="{{STAMP}}">
<span class="govuk-caption-l">[[question]] {{NUMBER}} [[of]] {{COUNT}}</span>
{{#EXPLAINS}}
<p class="govuk-body">[[this_is_about]] {{>EXPLAINS}}</p>
{{/EXPLAINS}}
{{>CONTROL}}
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[continue]]</button>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="form-next" value="later" data-prevent-double-click="true">[[save_for_later]]</button>
</div>
</form>
