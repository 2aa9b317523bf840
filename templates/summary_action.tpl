{{%AUTOESCAPE context="HTML"}}
<a class="govuk-link{{#CLASS}} {{CLASS}}{{/CLASS}}" href="{{URL:x-href}}">{{ACTION}}{{#HIDDEN}}<span class="govuk-visually-hidden">{{#OF}} {{>OF}}{{/OF}}{{#CARD}} ({{>CARD}}){{/CARD}}</span>{{/HIDDEN}}</a>
