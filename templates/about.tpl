{{%AUTOESCAPE context="HTML"}}
{{>ERROR_SUMMARY}}
<form id="page-form" action="{{ACTION:x-href}}" method="post" novalidate>
<input type="hidden" name="form-stamp" value="{{STAMP}}">
<span class="govuk-caption-l">{{>CONSULTATION}}</span>
<h1 class="govuk-heading-l">[[about_you]]</h1>
{{>CAPACITY}}
{{>TYPE}}
{{>NAME}}
{{>EMAIL}}
{{>CONTACT}}
<div class="govuk-visually-hidden" aria-hidden="true">
<label for="{{TRAP}}">[[leave_empty]]</label>
<input id="{{TRAP}}" name="{{TRAP}}" type="text" tabindex="-1" autocomplete="off"{{#TRAPPED}} value="{{VALUE}}"{{/TRAPPED}}>
</div>
<h2 class="govuk-heading-m">[[confidentiality]]</h2>
<p class="govuk-body">[[foi_disclosure]]</p>
<p class="govuk-body">[[foi_confidential]]</p>
{{>CONFIDENTIAL}}
{{>PUBLISH}}
<p class="govuk-body"><a class="govuk-link" href="{{PRIVACY:x-href}}">[[how_we_use]]</a></p>
<div class="govuk-button-group">
<button type="submit" class="govuk-button" data-module="govuk-button" data-prevent-double-click="true">[[continue]]</button>
<button type="submit" class="govuk-button govuk-button--secondary" data-module="govuk-button" name="form-next" value="later" data-prevent-double-click="true">[[save_for_later]]</button>
</div>
</form>
