"""A stand-in for Ollama over real HTTP, faithful to recorded exchanges, scriptable, and able to fail in every known way."""
