{{%AUTOESCAPE context="HTML"}}
<ul class="govuk-task-list">
{{#TASK}}
<li class="govuk-task-list__item{{#WITH_LINK}} govuk-task-list__item--with-link{{/WITH_LINK}}">
<div class="govuk-task-list__name-and-hint">
{{#LINK}}
<a class="govuk-link govuk-task-list__link" href="{{URL:x-href}}" aria-describedby="task-list-{{NUMBER}}-status">{{>TITLE}}</a>
{{/LINK}}
{{#NO_LINK}}
<div>{{>TITLE}}</div>
{{/NO_LINK}}
</div>
<div class="govuk-task-list__status{{#BARRED}} govuk-task-list__status--cannot-start-yet{{/BARRED}}" id="task-list-{{NUMBER}}-status">
{{#TAG}}
<strong class="govuk-tag{{#TAG_CLASS}} {{TAG_CLASS}}{{/TAG_CLASS}}">{{STATUS}}</strong>
{{/TAG}}
{{#PLAIN}}
{{STATUS}}
{{/PLAIN}}
</div>
</li>
{{/TASK}}
</ul>
