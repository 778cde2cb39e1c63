import Foundation

/// What a JSON value has to be, no more and no less.
indirect enum JSONShape: Sendable {
    case text
    /// One of these.
    case word([String])
    case integer
    case number
    case textOrNull
    case array(JSONShape)
    /// Members that must be there, and members that may be.
    case object([String: JSONShape], optional: [String: JSONShape] = [:])

    /// Where a value is otherwise, in words; empty if it is right.
    func problems(_ value: Any?, at place: String = "$") -> [String] {
        switch self {
        case .text: value is String ? [] : ["\(place) is no string"]
        case .word(let words):
            (value as? String).map(words.contains) ?? false ? [] : ["\(place) is none of \(words)"]
        case .integer: Self.isInteger(value) ? [] : ["\(place) is no integer"]
        case .number: value is NSNumber && !(value is Bool) ? [] : ["\(place) is no number"]
        case .textOrNull: value is String || value is NSNull ? [] : ["\(place) is neither a string nor null"]
        case .array(let element):
            (value as? [Any])?.enumerated().flatMap { element.problems($1, at: "\(place)[\($0)]") }
                ?? ["\(place) is no array"]
        case .object(let required, let optional): Self.problems(value as? [String: Any], required, optional, place)
        }
    }

    private static func problems(
        _ object: [String: Any]?, _ required: [String: JSONShape], _ optional: [String: JSONShape], _ place: String
    ) -> [String] {
        guard let object else { return ["\(place) is no object"] }
        var problems: [String] = []
        for (name, shape) in required {
            problems +=
                object[name].map { shape.problems($0, at: "\(place).\(name)") } ?? ["\(place).\(name) is missing"]
        }
        for (name, shape) in optional {
            if let value = object[name] { problems += shape.problems(value, at: "\(place).\(name)") }
        }
        for name in object.keys where required[name] == nil && optional[name] == nil {
            problems.append("\(place).\(name) is unknown")
        }
        return problems.sorted()
    }

    private static func isInteger(_ value: Any?) -> Bool {
        guard let number = value as? NSNumber else { return false }
        return !(value is Bool && String(cString: number.objCType) == "c")
            && number.doubleValue == number.doubleValue.rounded()
    }
}

extension JSONShape {
    static let tool = JSONShape.object(["name": .word(["optml"]), "version": .text])
    static let source = JSONShape.object(
        ["kind": .word(["directory", "archive", "file", "listing", "s3"]), "location": .text],
        optional: ["locationBytes": .text, "contents": .word(["some", "none"])])
    static let dataType = JSONShape.word(["S3Prefix", "S3Object"])
    static let compressionType = JSONShape.word(["None", "Gzip"])
    static let names: [String: JSONShape] = [
        "key": .text, "keyBytes": .text, "path": .text, "pathBytes": .text, "member": .text, "memberBytes": .text,
    ]
    static let related = names.merging(["jsonPath": .text, "line": .integer, "column": .integer]) { $1 }
    static let findings = JSONShape.array(
        .object(
            ["rule": .text, "severity": .word(["error", "warning", "note"]), "message": .text],
            optional: names.merging([
                "jsonPath": .text, "line": .integer, "column": .integer, "byteOffset": .integer, "count": .integer,
                "related": .array(.object([:], optional: related)), "help": .text,
            ]) { $1 }))
    static let layout = JSONShape.array(
        .object(
            ["path": .text, "type": .word(["file", "directory", "symlink"])],
            optional: [
                "pathBytes": .text, "size": .integer, "key": .text, "keyBytes": .text, "etag": .text, "target": .text,
                "targetBytes": .text, "channel": .text,
                "use": .word(["loads", "depends-on-script", "ignores", "downloads-for-nothing"]),
                "role": .word(["model", "version", "weights", "configuration", "tokenizer", "script"]),
                "files": .integer, "bytes": .integer, "origin": .word(["source", "existing"]),
            ]))
    static let combinations = JSONShape.object([
        "schemaVersion": .integer, "tool": tool, "source": source,
        "combinations": .array(
            .object([
                "s3DataType": dataType, "compressionType": compressionType, "findings": findings, "layout": layout,
            ])),
    ])

    /// The report of `check`, or of `layout` with the layout.
    static func report(withLayout: Bool = false) -> JSONShape {
        let counts = ["objects", "files", "directories", "bytes", "errors", "warnings", "notes"]
        var members: [String: JSONShape] = [
            "schemaVersion": .integer, "tool": tool, "source": source,
            "modelDataSource": .object(
                ["s3Uri": .textOrNull, "s3DataType": dataType, "compressionType": compressionType]),
            "channels": .array(
                .object([
                    "name": .text, "source": source,
                    "modelDataSource": .object(
                        ["s3Uri": .textOrNull, "s3DataType": dataType, "compressionType": compressionType]),
                ])),
            "summary": .object(
                Dictionary(uniqueKeysWithValues: counts.map { ($0, JSONShape.integer) }),
                optional: ["ignored": .integer, "known": .integer]),
            "findings": findings, "truncated": .array(.object(["rule": .text, "total": .integer])),
        ]
        if withLayout { members["layout"] = layout }
        return .object(members, optional: ["notes": .array(.text)])
    }
}
