{{%AUTOESCAPE context="HTML"}}
{{>HINT}}
{{>PART}}
