mkdir model && touch model/weights && mkfifo model/log && tar -czf model.tar.gz -C model .
optml check model.tar.gz --select special-member --format concise
rm model/log && tar -czf model.tar.gz -C model .
optml check model.tar.gz --select special-member --format concise
