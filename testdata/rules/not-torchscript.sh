mkdir archive model && touch archive/data.pkl archive/version && bsdtar --format zip -cf model/model.pt archive
optml check model --framework pytorch --select not-torchscript --format concise
touch archive/constants.pkl && bsdtar --format zip -cf model/model.pt archive
optml check model --framework pytorch --select not-torchscript --format concise
