import ModelArtifacts
import SageMakerModel

/// Reads a configuration file.
struct ConfigurationReader {
    /// The keys of the file, in the order in which they are documented.
    static let keys = [
        "failOn", "severities", "select", "ignore", "baseline", "uploader", "partSize", "multipartThreshold",
        "framework", "image", "environment",
    ]

    private let file: ByteString
    private var configuration = Configuration()

    /// Reads a file.
    ///
    /// - Throws: ``ArtifactError`` with code `malformedInput` and the place of what is wrong, or if the file cannot be read.
    static func read(_ file: RegularFile) throws(ArtifactError) -> Configuration {
        var reader = ConfigurationReader(file: file.path)
        reader.configuration.file = file.path
        var json = JSONReader(InputBuffer(file))
        guard try json.nextDocument() else { throw json.error("the file is empty; an empty configuration is {}") }
        try json.readObject("the configuration", keys: keys) { json, key throws(ArtifactError) in
            try reader.readSetting(key, &json)
        }
        try json.requireEnd()
        return reader.configuration
    }

    private init(file: ByteString) {
        self.file = file
    }

    private mutating func readSetting(_ key: String, _ json: inout JSONReader) throws(ArtifactError) {
        let place = json.place
        let origin = SettingOrigin.file(file, place)
        switch key {
        case "failOn": configuration.failOn = Setting(try json.readWord(key), origin)
        case "severities": try readSeverities(&json)
        case "select": try readSelected(&json, origin)
        case "ignore":
            try json.beginArray()
            while try json.nextElement() { try readIgnored(&json) }
        case "baseline":
            configuration.baseline = Setting(inFolder(try json.readText(key)), origin)
        case "uploader":
            configuration.uploader = Setting(try json.readWord(key), origin)
        case "framework": configuration.framework = Setting(try json.readWord(key), origin)
        case "image":
            configuration.image = Setting(String(decoding: try json.readText(key).bytes, as: UTF8.self), origin)
        case "environment": try readEnvironment(&json)
        case "partSize": configuration.partSize = Setting(try json.readSize(key), origin)
        case "multipartThreshold": configuration.multipartThreshold = Setting(try json.readSize(key), origin)
        default: try json.skipValue()
        }
        try checkUpload(at: place, json)
    }

    /// Each setting of the upload must go with those before it.
    private func checkUpload(at place: TextPosition, _ json: borrowing JSONReader) throws(ArtifactError) {
        if configuration.uploader != nil, configuration.partSize != nil {
            throw json.error(at: place, "uploader and partSize stand for each other; give one of them")
        }
        do throws(ArtifactError) {
            _ = try configuration.uploadRule()
        } catch {
            throw json.error(at: place, error.message)
        }
    }

    /// What is said of a rule by its id counts more than what a glob says, wherever they stand; of globs, the last counts.
    private mutating func readSeverities(_ json: inout JSONReader) throws(ArtifactError) {
        var seen: Set<ByteString> = []
        var named: [String: Setting<Severity>] = [:]
        try json.beginObject()
        while try json.nextMember() {
            let (place, name) = (json.namePlace, json.text)
            let rules = try Self.knownRules(name, at: place, json)
            guard seen.insert(name).inserted else { throw json.error(at: place, "'\(name)' stands here twice") }
            let severity = Setting<Severity>(try json.readWord("severity"), .file(file, place))
            for rule in rules {
                if ByteString(rule) == name {
                    named[rule] = severity
                } else {
                    configuration.severities[rule] = severity
                }
            }
        }
        configuration.severities.merge(named) { $1 }
    }

    private mutating func readSelected(_ json: inout JSONReader, _ origin: SettingOrigin) throws(ArtifactError) {
        let start = json.place
        var selected: Set<String> = []
        try json.beginArray()
        while try json.nextElement() {
            let place = json.place
            selected.formUnion(try Self.knownRules(json.readText("a rule"), at: place, json))
        }
        // Nobody means to check nothing.
        guard !selected.isEmpty else { throw json.error(at: start, "select is empty; leave it out to apply all rules") }
        configuration.selected = Setting(selected, origin)
    }

    private mutating func readEnvironment(_ json: inout JSONReader) throws(ArtifactError) {
        try json.beginObject()
        while try json.nextMember() {
            let (place, name) = (json.namePlace, String(decoding: json.text.bytes, as: UTF8.self))
            guard configuration.environment[name] == nil else {
                throw json.error(at: place, "'\(DisplayText.escaped(name))' stands here twice")
            }
            try json.readString()
            let value = String(decoding: json.text.bytes, as: UTF8.self)
            configuration.environment[name] = Setting(value, .file(file, place))
        }
    }

    private mutating func readIgnored(_ json: inout JSONReader) throws(ArtifactError) {
        let place = json.place
        var rules: [String] = []
        var ignored = IgnoredFindings(rule: "", reason: "")
        let keys = ["rule", "paths", "reason"]
        try json.readObject("an entry of ignore", keys: keys, required: ["rule", "reason"]) {
            json, key throws(ArtifactError) in
            let place = json.place
            switch key {
            case "rule": rules = try Self.knownRules(json.readText(key), at: place, json)
            case "reason":
                ignored.reason = String(decoding: try json.readText(key).bytes, as: UTF8.self)
            default:
                try json.beginArray()
                while try json.nextElement() { ignored.paths.append(Glob(try json.readText("a path"))) }
                // All of them, or none? Nobody should have to guess.
                guard !ignored.paths.isEmpty else {
                    throw json.error(at: place, "paths is empty; leave it out to ignore the rule everywhere")
                }
            }
        }
        for rule in rules {
            ignored.rule = rule
            configuration.ignored.append(Setting(ignored, .file(file, place)))
        }
    }

    /// The rules that a name or glob stands for.
    private static func knownRules(
        _ name: ByteString, at place: TextPosition, _ json: borrowing JSONReader
    ) throws(ArtifactError) -> [String] {
        let name = String(decoding: name.bytes, as: UTF8.self)
        let ids = RuleNames.ids(for: name)
        guard !ids.isEmpty else { throw json.error(at: place, RuleNames.problem(with: name)) }
        return ids
    }

    /// A path that is relative to the folder of the file.
    private func inFolder(_ path: ByteString) -> ByteString {
        guard !path.hasPrefix("/"), let slash = file.bytes.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return ByteString(Array(file.bytes[...slash])) + path
    }
}
