# Templates, samples, the start screen.
