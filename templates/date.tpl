{{%AUTOESCAPE context="HTML"}}
{{>HINT}}
<div class="govuk-date-input" id="{{ID}}">
{{#PART}}
<div class="govuk-date-input__item">
<div class="govuk-form-group">
<label class="govuk-label govuk-date-input__label" for="{{PART_ID}}">{{>LABEL}}</label>
<input class="govuk-input govuk-date-input__input{{#ERROR}} govuk-input--error{{/ERROR}}{{#CLASS}} {{CLASS}}{{/CLASS}}" id="{{PART_ID}}" name="{{NAME}}" type="text" inputmode="numeric"{{#VALUE}} value="{{VALUE}}"{{/VALUE}}{{#AUTOCOMPLETE}} autocomplete="{{AUTOCOMPLETE}}"{{/AUTOCOMPLETE}}>
</div>
</div>
{{/PART}}
</div>
