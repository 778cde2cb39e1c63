mkdir model && touch model/weights
tar -P -czf model.tar.gz "$PWD/model"
optml check model.tar.gz --select absolute-path --format concise | sed "s:$PWD:/home/me:"
tar -czf model.tar.gz -C model .
optml check model.tar.gz --select absolute-path --format concise
