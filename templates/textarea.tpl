{{%AUTOESCAPE context="HTML"}}
<div class="govuk-form-group{{#ERROR}} govuk-form-group--error{{/ERROR}}{{#COUNT}} govuk-character-count{{/COUNT}}"{{#COUNT}} data-module="govuk-character-count" data-maxlength="{{MAX}}"{{#COUNT_WORDS}} data-i18n.characters-under-limit.zero="[[characters_under_zero]]" data-i18n.characters-under-limit.one="[[characters_under_one]]" data-i18n.characters-under-limit.two="[[characters_under_two]]" data-i18n.characters-under-limit.few="[[characters_under_few]]" data-i18n.characters-under-limit.many="[[characters_under_many]]" data-i18n.characters-under-limit.other="[[characters_under_other]]" data-i18n.characters-at-limit="[[characters_at_limit]]" data-i18n.characters-over-limit.zero="[[characters_over_zero]]" data-i18n.characters-over-limit.one="[[characters_over_one]]" data-i18n.characters-over-limit.two="[[characters_over_two]]" data-i18n.characters-over-limit.few="[[characters_over_few]]" data-i18n.characters-over-limit.many="[[characters_over_many]]" data-i18n.characters-over-limit.other="[[characters_over_other]]"{{/COUNT_WORDS}}{{/COUNT}}>
{{>LABEL}}
{{>HINT}}
<textarea class="govuk-textarea{{#ERROR}} govuk-textarea--error{{/ERROR}}{{#COUNT}} govuk-js-character-count{{/COUNT}}{{#CLASS}} {{CLASS}}{{/CLASS}}" id="{{ID}}" name="{{NAME}}" rows="{{ROWS}}"{{#SPELLCHECK}} spellcheck="{{SPELLCHECK}}"{{/SPELLCHECK}}{{#DESCRIBED_BY}} aria-describedby="{{DESCRIBED_BY}}"{{/DESCRIBED_BY}}{{#AUTOCOMPLETE}} autocomplete="{{AUTOCOMPLETE}}"{{/AUTOCOMPLETE}}>
{{VALUE:x-lines}}</textarea>
{{#COUNT}}
<div id="{{ID}}-info" class="govuk-hint govuk-character-count__message">{{COUNT}}</div>
{{/COUNT}}
</div>
