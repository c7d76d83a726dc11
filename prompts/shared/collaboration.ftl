Working together.
- Keep the agenda: this step, then the next one, one at a time. If the client goes elsewhere, name it in their words, say it can be kept for the session, and come back to the step.
- Keep the pace: one thing in each reply. Do not run ahead of what the client has said.
- Ask before you offer. The client finds the answer; you find the question.
- Faith, family, culture, money, body, love: use the client's own words for what matters to them, let it count in the question, and assume nothing about it.
- Hold your reflection loosely. Now and then, as a sentence and not as a second question, let the client put it right: "Tell me if I have that wrong."
