{{%AUTOESCAPE context="HTML"}}
{{#HINT}}
<div id="{{ID}}-hint" class="govuk-hint">{{>HINT}}</div>
{{/HINT}}
{{#ERROR}}
<p id="{{ID}}-error" class="govuk-error-message"><span class="govuk-visually-hidden">[[error_prefix]]</span> {{ERROR}}</p>
{{/ERROR}}
