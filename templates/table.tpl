{{%AUTOESCAPE context="HTML"}}
<div class="app-table" role="region" aria-label="{{CAPTION}}" tabindex="0">
<table class="govuk-table">
<caption class="govuk-table__caption">{{CAPTION}}</caption>
<thead class="govuk-table__head">
<tr class="govuk-table__row">
{{#HEADING}}
<th scope="col" class="govuk-table__header{{#NUMERIC}} govuk-table__header--numeric{{/NUMERIC}}">{{>TEXT}}</th>
{{/HEADING}}
</tr>
</thead>
<tbody class="govuk-table__body">
{{#ROW}}
<tr class="govuk-table__row">
<th scope="row" class="govuk-table__header">{{>NAME}}</th>
{{#CELL}}
<td class="govuk-table__cell{{#NUMERIC}} govuk-table__cell--numeric{{/NUMERIC}}">{{TEXT}}</td>
{{/CELL}}
</tr>
{{/ROW}}
</tbody>
</table>
</div>
{{#NOTE}}
<p class="govuk-body-s govuk-!-margin-bottom-1">{{TEXT}}</p>
{{/NOTE}}
<p class="govuk-body-s"><a class="govuk-link" href="{{URL:x-href}}">[[download_csv]]<span class="govuk-visually-hidden">: {{CAPTION}}</span></a></p>
