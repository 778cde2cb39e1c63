import ModelArtifacts

/// Reads and writes the file of the findings that are accepted for now.
struct BaselineFile {
    /// The version of the form of the file.
    private static let schemaVersion = 1
    private static let names = ["key", "path", "member", "jsonPath"]
    private static let keys =
        ["rule", "document", "documentBytes"] + names + [
            "keyBytes", "pathBytes", "memberBytes", "fingerprint", "count",
        ]

    /// Where the file is.
    let path: ByteString

    /// Writes a baseline: the same findings give the same bytes.
    ///
    /// - Throws: ``ArtifactError`` with code `writeFailed`.
    func write(_ baseline: Baseline) throws(ArtifactError) {
        let file = try ResultOutput(path)
        var json = JSONWriter { chunk throws(ArtifactError) in try file.write(chunk) }
        try json.beginObject()
        try json.write("schemaVersion", Self.schemaVersion)
        try json.beginArray("findings")
        for entry in baseline.entries { try Self.write(entry, &json) }
        try json.endArray()
        try json.endObject()
        try json.finish()
        try file.commit()
    }

    private static func write(_ entry: Baseline.Entry, _ json: inout JSONWriter) throws(ArtifactError) {
        let location = entry.location
        try json.beginObject()
        try json.write("rule", entry.rule)
        if let document = entry.document { try json.write("document", name: document) }
        if let path = location.path {
            try json.write("path", name: path)
        } else if let key = location.key {
            // Where there is a path, the key changes with the prefix and is no part of the fingerprint.
            try json.write("key", name: key)
        }
        if let member = location.member { try json.write("member", name: member) }
        if let jsonPath = location.jsonPath { try json.write("jsonPath", jsonPath) }
        try json.write("fingerprint", "\(entry.fingerprint)")
        if entry.count > 1 { try json.write("count", entry.count) }
        try json.endObject()
    }

    /// Reads the baseline.
    ///
    /// - Throws: ``ArtifactError`` if the file cannot be read, or with the place of what is wrong in it.
    func read() throws(ArtifactError) -> Baseline {
        var baseline = Baseline()
        var json = JSONReader(InputBuffer(try RegularFile(opening: path)))
        guard try json.nextDocument() else { throw json.error("the file is empty and no baseline") }
        let keys = ["schemaVersion", "findings"]
        try json.readObject("the baseline", keys: keys, required: keys) { json, key throws(ArtifactError) in
            if key == "schemaVersion" { return try Self.readVersion(&json) }
            try json.beginArray()
            while try json.nextElement() {
                let place = json.place
                guard baseline.add(try Self.readEntry(&json)) else {
                    throw json.error(
                        at: place, "this fingerprint stands here twice, or there are more than \(Baseline.maximumCount)"
                    )
                }
            }
        }
        try json.requireEnd()
        return baseline
    }

    private static func readVersion(_ json: inout JSONReader) throws(ArtifactError) {
        let place = json.place
        try json.readNumber()
        guard json.integer == Int64(schemaVersion) else {
            throw json.error(at: place, "this optml reads baselines of schemaVersion \(schemaVersion)")
        }
    }

    private static func readEntry(_ json: inout JSONReader) throws(ArtifactError) -> Baseline.Entry {
        var (rule, count, location) = ("", 1, Location())
        var document: ByteString?
        var fingerprint: FindingFingerprint?
        try json.readObject("a finding", keys: keys, required: ["rule", "fingerprint"]) {
            json, key throws(ArtifactError) in
            let place = json.place
            switch key {
            case "rule": rule = String(decoding: try json.readText(key).bytes, as: UTF8.self)
            case "fingerprint":
                try json.readString()
                fingerprint = json.text.string.flatMap { FindingFingerprint($0) }
                if fingerprint == nil { throw json.error(at: place, "a fingerprint has 32 hexadecimal digits") }
            case "count":
                try json.readNumber()
                guard let number = json.integer, (1...Int64(Int32.max)).contains(number) else {
                    throw json.error(at: place, "count is a whole number from 1 on")
                }
                count = Int(number)
            case "document":
                try json.readString()
                document = json.text
            default:
                try json.readString()
                setName(key, json.text, of: &location)
            }
        }
        // There is one; it is required.
        return Baseline.Entry(
            rule: rule, document: document, location: location,
            fingerprint: fingerprint ?? FindingFingerprint(rule: rule, location: location), count: count)
    }

    /// The names are for people, and only shown; the fingerprint decides.
    private static func setName(_ key: String, _ text: ByteString, of location: inout Location) {
        switch key {
        case "key": location.key = text
        case "path": location.path = text
        case "member": location.member = text
        case "jsonPath": location.jsonPath = "\(text)"
        default: break
        }
    }
}
