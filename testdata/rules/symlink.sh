mkdir model && touch model/step-100.bin && ln -s step-100.bin model/latest.bin
optml check model --select symlink --format concise
mv model/step-100.bin model/latest.bin
optml check model --select symlink --format concise
