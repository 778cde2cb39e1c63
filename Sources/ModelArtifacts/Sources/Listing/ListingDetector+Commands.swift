/// What commands print that know nothing of S3, and rows that are no manifest: read as keys, they would make a model of other names.
extension ListingDetector {
    /// What makes keys of names.
    private static let asKeys = "its names with the key of --s3-uri in front, as of s3://mybucket/model/"

    /// Refuses what commands of the shell print of files.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput`.
    func refuseTextOfCommands(_ first: ArraySlice<UInt8>) throws(ArtifactError) {
        let files = "give the directory itself, or \(Self.asKeys): (cd DIRECTORY && find * -type f | sed 's|^|model/|')"
        if let place = Self.modePlace(in: first) ?? lines.dropFirst().first.flatMap(Self.modePlace) {
            // tar prints the owner and the group with a slash between them.
            let owner = Self.words(of: lines.first { Self.modePlace(in: $0) != nil } ?? first).dropFirst(1).first
            if place == 0, owner?.contains(UInt8(ascii: "/")) ?? false {
                throw refusal(
                    "what 'tar -tv' prints",
                    "give the archive itself, or \(Self.asKeys): tar -tzf model.tar.gz | grep -v '/$' | sed 's|^\\./||; s|^|model/|'"
                )
            }
            throw refusal(place == 0 ? "what 'ls -l' prints" : "what 'find -ls' prints", files)
        }
        let total = first.dropFirst("total ".utf8.count)
        if first.starts(with: "total ".utf8), let digit = total.first, Self.isDigit(digit), total.count < 12,
            !total.contains(UInt8(ascii: "/")), !total.contains(UInt8(ascii: "."))
        {
            throw refusal("what 'ls -l' prints", files)
        }
        if lines.count > 1, first.last == UInt8(ascii: ":") { throw refusal("what 'ls -R' prints", files) }
        if ListingPattern.matches(first, "Archive:  ") {
            throw refusal(
                "what 'unzip -l' prints", "give \(Self.asKeys): unzip -Z1 model.zip | grep -v '/$' | sed 's|^|model/|'")
        }
        if lines.contains(where: { contains($0, "\u{2500} ") || ListingPattern.matches($0, "|-- ") }) {
            throw refusal("what 'tree' prints", files)
        }
        if lines.allSatisfy({ $0.elementsEqual(".".utf8) || ListingPattern.matches($0, "./") }) {
            throw refusal(
                "what 'find .' prints, in which each name begins with './' as no key does after an upload of the directory",
                "give the directory itself, or \(Self.asKeys): find . -type f -printf 'model/%P\\n'")
        }
    }

    /// Refuses rows of several columns that are no manifest.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput`.
    func refuseRows(_ first: ArraySlice<UInt8>) throws(ArtifactError) {
        for separator in [UInt8(ascii: ","), UInt8(ascii: ";")] where isTable(first, separator) {
            throw refusal(
                "CSV, whose rows are more than keys",
                "give it the columns of a manifest, with a first line as 'key,size', or the keys alone; or run: "
                    + KeyListing.command)
        }
    }

    /// Whether lines have a head that names the columns of a listing, or numbers in a column behind the first.
    private func isTable(_ first: ArraySlice<UInt8>, _ separator: UInt8) -> Bool {
        func fields(_ line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
            line.split(separator: separator, omittingEmptySubsequences: false)
        }
        let head = fields(first)
        guard head.count > 1 else { return false }
        let words = head.map { field in
            String(decoding: field.filter(Self.isLetter).map { $0 | 0x20 }, as: UTF8.self)
        }
        let isHead = head.allSatisfy {
            $0.allSatisfy { Self.isLetter($0) || Self.isDigit($0) || "\"'_- ".utf8.contains($0) }
        }
        if isHead, words.contains(where: Self.names.contains), words.contains(where: Self.facts.contains) {
            return true
        }
        // The first 64 KiB end anywhere, and so may the last line of them.
        let rows = lines.count > 2 ? lines.dropLast() : lines[...]
        guard rows.count > 1 else { return false }
        return (1..<head.count).contains { column in
            rows.allSatisfy { row in
                let row = fields(row)
                return row.count == head.count && !row[column].isEmpty && row[column].allSatisfy(Self.isDigit)
            }
        }
    }

    /// What columns of names are called, and those of what is known of them, without capitals, and of their letters alone.
    private static let names: Set<String> = [
        "key", "keys", "objectkey", "path", "file", "filename", "name", "object", "uri", "suri",
    ]
    private static let facts: Set<String> = [
        "size", "bytes", "sizebytes", "sizeinbytes", "length", "etag", "lastmodified", "lastmodifieddate", "modified",
        "storageclass",
        "bucket", "versionid", "checksum",
    ]

    /// At which word of a line the permissions stand as `ls -l` prints them; nil if they do not, among the first three.
    private static func modePlace(in line: ArraySlice<UInt8>) -> Int? {
        let words = words(of: line)
        guard words.count > 4 else { return nil }
        return words.prefix(3).firstIndex { word in
            let bits = Array(word)
            guard (10...11).contains(bits.count), "-dlbcpsh".utf8.contains(bits[0]) else { return false }
            return (1..<10).allSatisfy { place in
                switch place % 3 {
                case 1: "-r".utf8.contains(bits[place])
                case 2: "-w".utf8.contains(bits[place])
                default: "-xsStT".utf8.contains(bits[place])
                }
            }
        }
    }

    private static func words(of line: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        line.prefix(512).split(separator: UInt8(ascii: " "))
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 }

    private func refusal(_ form: String, _ instead: String) -> ArtifactError {
        ArtifactError(
            .malformedInput,
            "\(name): the listing is \(form); \(instead) (if these are plain keys, say --listing-format keys)")
    }
}
