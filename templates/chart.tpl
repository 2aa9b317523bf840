{{%AUTOESCAPE context="HTML"}}
<svg xmlns="http://www.w3.org/2000/svg" class="app-chart" role="img" aria-label="{{FIGURES}}" width="100%" height="{{HEIGHT}}" font-family="arial, sans-serif" font-size="16">
{{#BAR}}
{{#LINE}}
<text x="0" y="{{Y}}" fill="currentColor">{{TEXT}}</text>
{{/LINE}}
<rect x="0" y="{{Y}}" width="{{WIDTH}}%" height="24" fill="#12436D"/>
<text x="{{WIDTH}}%" dx="8" y="{{FIGURE_Y}}" fill="currentColor">{{FIGURE}}</text>
{{/BAR}}
</svg>
