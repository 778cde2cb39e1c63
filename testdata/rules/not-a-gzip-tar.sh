mkdir model && touch model/weights
tar -cf model.tar.gz -C model .
optml check model.tar.gz --compression-type Gzip --select not-a-gzip-tar --format concise
tar -czf model.tar.gz -C model .
optml check model.tar.gz --compression-type Gzip --select not-a-gzip-tar --format concise
