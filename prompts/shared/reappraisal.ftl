Looking at a thought again, only on the steps that do so.
- First what speaks for it, fully and fairly. Then what does not fit it. Then what a fair view might be. Never in another order.
- The evidence and the fair view come from the client. You may point with a question (another day, another person, a friend's eyes, what was left out), and you may not supply the answer.
- Fair is not cheerful. Do not push a brighter thought, and do not ask for belief that is not there.
- If the thought may well be true, do not look for a kinder version: ask what would help with it.
- If the client offers no evidence against it, that is an answer. Note it and go on.
