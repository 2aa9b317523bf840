{{%AUTOESCAPE context="HTML"}}
<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="telling-title telling-figures" width="640" height="{{HEIGHT}}" viewBox="0 0 640 {{HEIGHT}}" font-family="arial, sans-serif" font-size="16">
<title id="telling-title">{{TITLE}}</title>
<desc id="telling-figures">{{FIGURES}}</desc>
<rect width="640" height="{{HEIGHT}}" fill="#FFFFFF"/>
<text x="16" y="28" font-size="19" font-weight="bold" fill="#0B0C0C">{{TITLE}}</text>
<text x="16" y="54" fill="#0B0C0C">{{SOLID}}</text>
<text x="16" y="76" fill="#0B0C0C">[[telling_outline]]</text>
{{#PART}}
<text x="16" y="{{Y}}" font-weight="bold" fill="#0B0C0C">{{HEADING}}</text>
{{#BAR}}
<text x="190" y="{{FIGURE_Y}}" text-anchor="end" fill="#0B0C0C">{{TEXT}}</text>
<rect x="200" y="{{Y}}" width="{{WIDTH}}" height="10" fill="#12436D"/>
<rect x="200" y="{{REST_Y}}" width="{{REST_WIDTH}}" height="8" fill="#FFFFFF" stroke="#0B0C0C"/>
<text x="490" y="{{FIGURE_Y}}" fill="#0B0C0C">{{FIGURE}}</text>
{{/BAR}}
{{/PART}}
</svg>
