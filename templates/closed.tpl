{{%AUTOESCAPE context="HTML"}}
<span class="govuk-caption-l">{{>CONSULTATION}}</span>
<h1 class="govuk-heading-l">{{HEADING}}</h1>
{{#RAN}}
<p class="govuk-body">[[this_consultation_ran_from]] <strong><time datetime="{{OPENS_TIME}}">{{OPENS}}</time> [[ran_to]] <time datetime="{{CLOSES_TIME}}">{{CLOSES}}</time></strong></p>
<p class="govuk-body">[[closed_not_sent]]</p>
{{/RAN}}
{{#OPENS}}
<p class="govuk-body">{{OPENS_WORDS}} <strong><time datetime="{{OPENS_TIME}}">{{OPENS}}</time></strong><br>
[[it_closes_at]] <strong><time datetime="{{CLOSES_TIME}}">{{CLOSES}}</time></strong></p>
{{/OPENS}}
{{#TYPED}}
<h2 class="govuk-heading-m">[[what_you_typed]]</h2>
{{>TYPED}}
{{/TYPED}}
{{#SAVED}}
<h2 class="govuk-heading-m">[[what_is_saved]]</h2>
{{>ABOUT}}
{{>ANSWERS}}
{{/SAVED}}
{{#WAYS}}
<p class="govuk-body">[[closed_ways]]</p>
{{#EMAIL}}
<h2 class="govuk-heading-s">[[email_to]]</h2>
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">{{EMAIL}}</a></p>
{{/EMAIL}}
{{#POST}}
<h2 class="govuk-heading-s">[[write_to]]</h2>
{{>ADDRESS}}
{{/POST}}
{{/WAYS}}
{{>ENQUIRIES}}
<p class="govuk-body"><a class="govuk-link" href="{{URL:x-href}}">[[to_the_consultation]]</a></p>
