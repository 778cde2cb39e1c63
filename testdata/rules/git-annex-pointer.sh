mkdir model && ln -s .git/annex/objects/Xz/7q/SHA256E-s1234--4d7a.pt model/model.pt
optml check model --select git-annex-pointer --format concise
rm model/model.pt && touch model/model.pt
optml check model --select git-annex-pointer --format concise
