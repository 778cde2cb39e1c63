mkdir -p model/cache && touch model/weights
optml check model --select empty-directory --format concise
touch model/cache/.keep
optml check model --select empty-directory --format concise
