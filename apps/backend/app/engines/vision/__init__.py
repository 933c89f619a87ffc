"""Vision models behind OpenAI-compatible servers: prompt, call, answer."""
