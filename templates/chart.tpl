{{%AUTOESCAPE context="HTML"}}
<svg xmlns="http://www.w3.org/2000/svg" class="app-chart" role="img" aria-label="{{FIGURES}}" width="100%" height="{{HEIGHT}}" font-family="arial, sans-serif" font-size="16">
{{#LINE}}
<text x="0" y="{{Y}}" fill="currentColor">{{LABEL}}</text>
{{/LINE}}
{{#BAR}}
<rect x="0" y="{{Y}}" width="{{WIDTH}}%" height="24" fill="{{COLOUR}}"/>
<text x="{{WIDTH}}%" y="{{TEXT_Y}}" dx="8" fill="currentColor">{{FIGURE}}</text>
{{/BAR}}
</svg>
