{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
{{>LABEL}}
{{>HINT}}
<select class="govuk-select{{#CLASS}} {{CLASS}}{{/CLASS}}{{#ERROR}} govuk-select--error{{/ERROR}}" id="{{ID}}" name="{{NAME}}"{{#DESCRIBED_BY}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED_BY}}>
{{#CHOICE}}
<option{{#VALUE}} value="{{VALUE}}"{{/VALUE}}{{#CHECKED}} selected{{/CHECKED}}{{#LANG}} lang="{{LANG}}"{{/LANG}}>{{LABEL}}</option>
{{/CHOICE}}
</select>
</div>
