import ModelArtifacts
import SageMakerModel

/// Reads a configuration file.
struct ConfigurationReader {
    /// The keys of the file, in the order in which they are documented.
    static let keys = [
        "failOn", "severities", "ignore", "baseline", "uploader", "partSize", "multipartThreshold", "framework",
        "image",
        "environment",
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

    private mutating func readSeverities(_ json: inout JSONReader) throws(ArtifactError) {
        try json.beginObject()
        while try json.nextMember() {
            let place = json.namePlace
            let rule = try Self.knownRule(json.text, at: place, json)
            guard configuration.severities[rule] == nil else {
                throw json.error(at: place, "'\(rule)' stands here twice")
            }
            configuration.severities[rule] = Setting(try json.readWord("severity"), .file(file, place))
        }
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
        var ignored = IgnoredFindings(rule: "", reason: "")
        let keys = ["rule", "paths", "reason"]
        try json.readObject("an entry of ignore", keys: keys, required: ["rule", "reason"]) {
            json, key throws(ArtifactError) in
            let place = json.place
            switch key {
            case "rule": ignored.rule = try Self.knownRule(json.readText(key), at: place, json)
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
        configuration.ignored.append(Setting(ignored, .file(file, place)))
    }

    private static func knownRule(
        _ name: ByteString, at place: TextPosition, _ json: borrowing JSONReader
    ) throws(ArtifactError) -> String {
        guard let rule = AllRules.rules.first(where: { ByteString($0.id) == name }) else {
            let suggestion = Spelling.suggestion(for: name, among: AllRules.rules.map(\.id))
            throw json.error(at: place, "there is no rule '\(name)'\(suggestion); 'optml rules' lists them")
        }
        return rule.id
    }

    /// A path that is relative to the folder of the file.
    private func inFolder(_ path: ByteString) -> ByteString {
        guard !path.hasPrefix("/"), let slash = file.bytes.lastIndex(of: UInt8(ascii: "/")) else { return path }
        return ByteString(Array(file.bytes[...slash])) + path
    }
}
