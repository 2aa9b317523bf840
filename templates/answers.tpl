{{%AUTOESCAPE context="HTML"}}
{{#SECTION}}
{{>LIST}}
{{/SECTION}}
