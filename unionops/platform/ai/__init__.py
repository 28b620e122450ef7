"""The local model: asked through one guarded door, believed only where the source agrees.

What other apps use, and nothing else:
    state.state(user=None) -> ModelState(ready, reason, fix, model)       what every page asks; never raises
    prompts.PromptText(name, system, task, ...), prompts.Passage(id, label, text, ref="", must=False)
    asking.ask(prompt, *, by, variables, sources=(), answer=None, task=None, about=None) -> RunResult(run, answer, text)
    embedding.embed(texts, *, by, query=False) -> list[list[float]]
    cited.answer(question, passages, *, by, task=None, about=None) -> CitedAnswer(state, claims, dropped, ...)
    services.keep_output(...), services.review_output(...)                suggested, accepted, edited, rejected
    services.remember(...), queries.memory(...)                           the local's readable memory
    quotes.find(quote, text) -> Span(start, end) | None
It never sends a word off this box, never acts on what the model wrote, and never shows a quotation it did not find.
"""
