mkdir model && touch model/config.json model/weights
tar -czf model.tar.gz model
optml check model.tar.gz --select wrapped-in-directory --format concise
tar -czf model.tar.gz -C model .
optml check model.tar.gz --select wrapped-in-directory --format concise
