"""A stand-in for Ollama over real HTTP: faithful to recordings, scriptable, able to fail in every known way."""
