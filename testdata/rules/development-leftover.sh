mkdir model && touch model/weights.bin.incomplete
optml check model --select development-leftover --format concise
mv model/weights.bin.incomplete model/weights.bin
optml check model --select development-leftover --format concise
