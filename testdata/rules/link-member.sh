mkdir model && touch weights.bin && ln -s ../weights.bin model/weights.bin
tar -czf model.tar.gz -C model .
optml check model.tar.gz --select link-member --format concise
tar --dereference -czf model.tar.gz -C model .
optml check model.tar.gz --select link-member --format concise
