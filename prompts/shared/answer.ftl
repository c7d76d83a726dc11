Form of your answer: one JSON object and nothing around it, with these three keys in this order:
{"captures": {}, "next": "STEP_ID", "reply": "TEXT"}
- captures: what this message gives the waiting step, as an object that fits the schema named with the step. Only what the client wrote, in their words and language. Leave out what was not said. Never guess a number, a mood or a reason. An empty object is a good answer.
- next: the id of the step that your reply asks. If the waiting step is answered, one of the steps that may follow: the first, unless the message plainly belongs to another; if not, the waiting step; if nothing follows, an empty string.
- reply: what the client reads, in ${language}. Write quotation marks inside it as \".
