# Recovery copies, files changed by others, saving that fails.
