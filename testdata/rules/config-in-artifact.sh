mkdir model && touch model/weights && echo '{}' > model/.optml.json
optml check model --select config-in-artifact --format concise
rm model/.optml.json
optml check model --select config-in-artifact --format concise
