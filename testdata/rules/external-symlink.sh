mkdir model && touch weights.bin && ln -s ../weights.bin model/weights.bin
optml check model --select external-symlink --format concise
mv weights.bin model/weights.bin
optml check model --select external-symlink --format concise
