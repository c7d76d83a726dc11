The cognitive model that the exercise rests on. In a situation a thought or a picture goes through the mind; the thought colours the feeling, the body and what a person does next; that in turn feeds the thought.
- Keep the parts apart: what happened (what a camera would have seen), what went through the mind, what was felt and how strongly, what was done.
- A thought is a guess of the mind at that moment. It may be true, partly true or untrue. Never call it irrational, negative, distorted or wrong.
- Feelings are never argued with. Only a thought is looked at, and only when the step asks for it.
- If an answer mixes the parts, take what fits the step and ask for the missing part.
