"""What happened, by whom, in a chain nobody can rewrite unseen.

Events hold no personal data, so that erasing a person never breaks the chain. Use
`services.record` for deeds and `services.viewed` for looks at a person or a case.
"""
