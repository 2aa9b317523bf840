{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}">
{{>LABEL}}
{{>HINT}}
<input class="govuk-input{{#CLASS}} {{CLASS}}{{/CLASS}}{{#ERROR}} govuk-input--error{{/ERROR}}" id="{{ID}}" name="{{NAME}}" type="{{TYPE}}"{{#SPELLCHECK}} spellcheck="{{SPELLCHECK}}"{{/SPELLCHECK}}{{#VALUE}} value="{{VALUE}}"{{/VALUE}}{{#DESCRIBED_BY}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED_BY}}{{#INPUTMODE}} inputmode="{{INPUTMODE}}"{{/INPUTMODE}}{{#AUTOCOMPLETE}} autocomplete="{{AUTOCOMPLETE}}"{{/AUTOCOMPLETE}}>
</div>
