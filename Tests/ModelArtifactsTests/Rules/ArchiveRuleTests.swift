import Testing

@testable import ModelArtifacts

/// The finer points of the rules about archives: which names, how far, what they advise.
@Suite struct ArchiveRuleTests {
    private func findings(_ rule: String, _ artifact: Artifact) -> [Finding] {
        artifact.findings().filter { $0.rule == rule }
    }

    private func nested(_ files: ByteString..., contents: [ByteString: String] = [:]) -> [ByteString?] {
        findings("nested-archive", .directory(files + contents.keys.sorted(), contents: contents)).map(\.location.path)
            .map { $0.flatMap(ModelDirectory.path(below:)) }
    }

    @Test func namesOfOtherArchives() {
        for ending in [".zip", ".tar", ".tbz2", ".txz", ".tzst", ".bz2", ".xz", ".zst", ".7z"] {
            #expect(nested(ByteString("model" + ending)).count == 1, "\(ending)")
            #expect(nested(ByteString("v1.2" + ending)).count == 1, "\(ending)")
            // No name stands in front of it.
            #expect(nested(ByteString("a/" + ending)) == [], "\(ending)")
        }
        for ending in [".tar", ".bz2", ".xz", ".zst"] {
            #expect(nested(ByteString("w.pkl" + ending)) == [], "\(ending)")
        }
        for name in ["model.tar.bz2", "model.tar.xz", "a.b.zip", "a.b.7z"] {
            #expect(nested(ByteString(name)).count == 1, "\(name)")
        }
        for name in ["zip", "model.zipped", "model.gz"] { #expect(nested(ByteString(name)) == [], "\(name)") }
    }

    @Test func piecesOfSplitArchives() {
        for ending in ["0", "00", "000", "aa", "part0", "partaa"] {
            let found = findings("nested-archive", .directory([ByteString("m.tar.gz." + ending), "a"]))
            #expect(found.count == 1 && found.allSatisfy { $0.help.contains("`cat`") }, "\(ending)")
        }
        for name in ["m.tar.gz.0/x", "m.tar.gz.", "m.tar.gz.sha256"] {
            #expect(nested(ByteString(name), "a") == [], "\(name)")
        }
    }

    @Test func anArchiveThatIsAllIsSaidOnce() {
        let found = findings("nested-archive", .directory(["model.tar.gz": RuleCase.compressedTar]))
        #expect(found.count == 1)
    }

    /// LMI unpacks neither what lies at the top nor what lies below.
    @Test func archivesForLMI() {
        let found = { (path: ByteString) in
            findings(
                "nested-archive",
                .directory([path, "serving.properties"]).with { $0.container = Container(framework: .djlLMI) })
        }
        #expect(found("a.tar.gz").count == 1 && found("b/a.tar.gz").count == 1)
    }

    @Test func whatIsSaidOfNestedArchives() {
        let said = { (artifact: Artifact) in findings("nested-archive", artifact).first.map { ($0.message, $0.help) } }
        let alone = said(.directory(["model.tar.gz"]))
        #expect(
            alone?.0 == "'model.tar.gz' is all that there is, and stays an archive, since SageMaker does not unpack it")
        #expect(alone?.1.hasSuffix("`optml check model/model.tar.gz` looks into it") ?? false)
        #expect(
            said(.listing("s3://mybucket/m/", ["m/model.tar.gz"]))?.1.hasSuffix("check it with `optml check`") ?? false)
        #expect(said(.directory(["model.zip"]))?.1.hasPrefix("unpack it, and pack the files") ?? false)
        let other = said(.directory(["old.tar.gz", "w"]))
        #expect(other?.0 == "'old.tar.gz' stays an archive, since SageMaker does not unpack what lies inside a model")
        #expect(other?.1.hasPrefix("unpack an old package") ?? false)
        // Of one that was not read to its end, nobody knows whether it is all.
        let outcome = ArchiveOutcome(damage: .init(message: "cut off", byteOffset: 1, afterMember: nil))
        #expect(
            said(.archive([.member("model.tar.gz")], outcome: outcome))?.0.contains("is all that there is") == false)
    }

    /// What a model's configuration names is unpacked, and what a configuration that was not read may name.
    @Test func environmentsOfTriton() {
        let config = { (path: String) in
            ["m/config.pbtxt": "parameters { key: \"EXECUTION_ENV_PATH\"\n value { string_value: '\(path)' } }"]
                as [ByteString: String]
        }
        for (archive, path) in [
            ("m/e.tar.gz", "$$TRITON_MODEL_DIRECTORY/e.tar.gz"),
            ("m/1/e.tar.gz", "$$TRITON_MODEL_DIRECTORY/./1//e.tar.gz"),
            ("e.tar.gz", "$$TRITON_MODEL_DIRECTORY/../e.tar.gz"), ("e.tar.gz", "/opt/ml/model/e.tar.gz"),
            ("e.tar.gz", "e.tar.gz"), ("m/e.tar.gz", "e.tar.gz"), ("x/e.tar.gz", "/opt/ml/model/./x/e.tar.gz"),
        ] {
            #expect(nested(ByteString(archive), contents: config(path)) == [], "\(path)")
            #expect(nested("m/other.tar.gz", contents: config(path)) == ["m/other.tar.gz"], "\(path)")
        }
        #expect(nested("e.tar.gz", contents: config("/e.tar.gz")) == ["e.tar.gz"])
        #expect(
            nested("m/e.tar.gz", contents: ["m/config.pbtxt": "  # EXECUTION_ENV_PATH 'e.tar.gz'\nname: 'e.tar.gz'"])
                == ["m/e.tar.gz"])
        #expect(
            nested("m/e.tar.gz", contents: ["m/config.pbtxt": "key: 'EXECUTION_ENV_PATH'\n\t# 'e.tar.gz'"]) == [
                "m/e.tar.gz"
            ])
        #expect(nested("m/e.tar.gz", contents: ["m/config.pbtxt": "name: 'e.tar.gz'"]) == ["m/e.tar.gz"])
        // Not read, as in a listing.
        #expect(nested("m/config.pbtxt", "m/1/e.tar.gz") == [])
        #expect(nested("m/config.pbtxt", "n/e.tar.gz", "e.tar.gz") == ["e.tar.gz", "n/e.tar.gz"])
        #expect(nested("config.pbtxt", "n/e.tar.gz") == [])
        #expect(nested("m/xconfig.pbtxt", "m/e.tar.gz") == ["m/e.tar.gz"])
    }

    @Test func packagesForPip() {
        for path in [
            "wheels/a.tar.gz", "a/local_wheels/b.tgz", "code/mypackage-0.1.0.tar.gz", "code/x/a-1.tar.gz",
            "code/lib/dateutil/zoneinfo/dateutil-zoneinfo.tar.gz", "m/env/site-packages/x/a.tar.gz",
        ] {
            #expect(nested(ByteString(path), "w") == [], "\(path)")
        }
        for path in [
            "wheel/a.tar.gz", "mypackage-0.1.0.tar.gz", "x/a-1.0.tar.gz", "code/data.tar.gz", "code/a-b.tar.gz",
        ] {
            #expect(nested(ByteString(path), "w") == [ByteString(path)], "\(path)")
        }
    }

    @Test func linksThatLeadOn() {
        let dangling = { (members: [ArchiveMember]) in
            findings("dangling-link", .archive(members)).map(\.location.member)
        }
        let (link, hard) = (ArchiveMember.Kind.symbolicLink, ArchiveMember.Kind.hardLink)
        #expect(dangling([.member("d/x"), .member("l", link, to: "d"), .member("m", link, to: "d/x")]) == [])
        #expect(dangling([.member("d/x"), .member("m", link, to: "d/y")]) == ["m"])
        // Through a link to a directory, and through one to nothing that is known.
        #expect(dangling([.member("d/e/x"), .member("l", link, to: "d"), .member("m", link, to: "l/e/x")]) == [])
        #expect(dangling([.member("d/e/x"), .member("l", link, to: "d"), .member("m", link, to: "l/e/y")]) == ["m"])
        for outside in ["/opt/conda", "../outside"] as [ByteString] {
            #expect(dangling([.member("l", link, to: outside), .member("m", link, to: "l/e/x"), .member("w")]) == [])
        }
        // What is a file has nothing below it.
        #expect(dangling([.member("f"), .member("m", link, to: "f/x")]) == ["m"])
        #expect(dangling([.member("f"), .member("m", hard, to: "g")]) == ["m"])
        // Of hard links to one file only those before it have nothing to link to.
        #expect(dangling([.member("k", hard, to: "f"), .member("f"), .member("m", hard, to: "f")]) == ["k"])
        #expect(dangling([.member("f"), .member("k", hard, to: "f"), .member("f")]) == [])
        // As many links as Linux follows, and not one more.
        let chain = { (count: Int) in
            [ArchiveMember.member("d0/x")]
                + (1...count).map { .member(ByteString("d\($0)"), link, to: ByteString("d\($0 - 1)")) }
                + [.member("m", link, to: ByteString("d\(count)/x"))]
        }
        #expect(dangling(chain(39)) == [] && dangling(chain(40)) == ["m"])
        #expect(dangling([.member("a", link, to: "b/x"), .member("b", link, to: "a/x")]).count == 2)
    }

    @Test func archivesThatStayFiles() {
        let said = { (artifact: Artifact) in findings("archive-not-extracted", artifact).first }
        let listed = { (key: ByteString) in
            Artifact.listing("s3://mybucket/" + key, [key], as: Combination(.object, .none))
        }
        #expect(
            said(listed("m.tar.gz"))?.message == "'m.tar.gz' will not be unpacked, and lies in /opt/ml/model as a file")
        #expect(said(listed("m.tar.gz"))?.help.contains("optml pack") == false)
        #expect(said(listed("m.zip"))?.help.contains("optml pack") ?? false)
        #expect(said(listed("m.zip"))?.location.path == "/opt/ml/model/m.zip")
        #expect(said(listed("m.bin")) == nil)
        // Of an object that is not there, another rule speaks.
        let missing = Artifact.listing("s3://mybucket/m.tar", ["m.tar.gz"], as: Combination(.object, .none))
        #expect(said(missing) == nil && findings("no-objects", missing).count == 1)
        #expect(said(.archive([.member("w")], as: Combination(.object, .none)))?.location.path == nil)
        #expect(said(Artifact.archive([.member("w")], as: Combination(.prefix, .none)).hosting(.oneOfMany)) == nil)
    }

    @Test func trailingDataOfBothKinds() {
        let outcome = ArchiveOutcome(
            trailingData: [
                .init(place: .afterTar, byteOffset: 512, isTar: true), .init(place: .afterGzip, byteOffset: 77),
            ])
        let found = findings("archive-trailing-data", .archive([.member("a")], outcome: outcome))
        #expect(found.map(\.severity) == [.error, .warning] && found.map(\.byteOffset) == [nil, 77])
        #expect(found[1].message.contains("has bytes after the last gzip member, from byte 77 on"))
    }

    @Test func bombs() {
        let isBomb = { (compressed: Int64, unpacked: Int64) in
            let outcome = ArchiveOutcome(compressedBytes: compressed, memberBytes: unpacked)
            return !findings("compression-bomb", .archive([.member("a")], outcome: outcome)).isEmpty
        }
        let gibibyte: Int64 = 1 << 30
        #expect(isBomb(1, gibibyte + 1) && !isBomb(1, gibibyte))
        #expect(isBomb(gibibyte, 100 * gibibyte + 1) && !isBomb(gibibyte, 100 * gibibyte))
        #expect(!isBomb(.max, .max))
    }

    @Test func modesThatKeepTheOwnerOut() {
        let said = { (kind: ArchiveMember.Kind, mode: UInt16) in
            findings("unreadable-member", .archive([.member("é", kind, mode: mode), .member("w")])).first?.message
        }
        for mode in [0o400, 0o644, 0o7600] as [UInt16] { #expect(said(.file, mode) == nil) }
        for mode in [0o500, 0o755, 0o1700] as [UInt16] { #expect(said(.directory, mode) == nil) }
        #expect(said(.file, 0o7) == "'é' has the mode 007, so its owner cannot read the file")
        #expect(said(.file, 0o1277) == "'é' has the mode 277, so its owner cannot read the file")
        for mode in [0o400, 0o100, 0o600] as [UInt16] {
            #expect(said(.directory, mode)?.hasSuffix("so its owner cannot look into the directory") ?? false)
        }
        #expect(said(.symbolicLink, 0) == nil && said(.fifo, 0) == nil)
    }
}
