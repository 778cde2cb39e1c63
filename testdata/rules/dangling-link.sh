mkdir model && ln -s blobs/0a1b model/weights.bin
tar -czf model.tar.gz -C model .
optml check model.tar.gz --select dangling-link --format concise
mkdir model/blobs && touch model/blobs/0a1b && tar -czf model.tar.gz -C model .
optml check model.tar.gz --select dangling-link --format concise
