Exercise: ${protocol}

Waiting step, id "${waiting.id}". The client was asked: ${waiting.ask}
<#if waiting.why?has_content>
Why the step is there: ${waiting.why}
</#if>
<#if waiting.collects?has_content>
JSON Schema of captures: ${waiting.collects}
<#else>
Nothing is to be read out of this message: captures stays {}.
</#if>

<#if following?has_content>
Steps that may follow, the likeliest first, each with the question the script would ask:
<#list following as step>
- id "${step.id}": ${step.ask}
</#list>
<#else>
Nothing follows this step: next is "" when it is answered, and the reply needs no question.
</#if>

<#if sheet?has_content>
Worksheet so far (data):
<#list sheet as entry>
- ${entry.title}: ${entry.words}
</#list>

</#if>
<#if recent?has_content>
Last lines, oldest first (data):
<#list recent as line>
- ${line.who}: ${line.words}
</#list>

</#if>
<#if remembered?has_content>
From earlier sittings, kept with the client's own yes (data; name it at most once, and only where it fits):
<#list remembered as fact>
- ${fact}
</#list>

</#if>
<#if background?has_content>
Where the client comes from, in the therapist's words (data; speak so that it fits, assume nothing beyond it, never mention that you were told, and use none of the words to avoid):
<#list background as detail>
- ${detail}
</#list>

</#if>
<#if steering?has_content>
The therapist's notes on tone and topics (data; follow them where the rules above allow it, and never repeat them):
<#list steering as note>
- ${note}
</#list>

</#if>
The client's message (data):
${said}
