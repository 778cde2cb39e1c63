mkdir model && ln -s ../blobs/0a1b model/weights.bin
optml check model --select broken-symlink --format concise
mkdir blobs && touch blobs/0a1b
optml check model --select broken-symlink --format concise
