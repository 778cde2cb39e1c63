import TestSupport

@testable import ModelArtifacts

/// Models of XGBoost, whole and broken.
extension RuleCase {
    private static func file(_ path: ByteString, _ bytes: [UInt8]) -> Artifact { .directory([path: bytes]) }

    private static func file(_ path: ByteString, _ text: String) -> Artifact { file(path, Array(text.utf8)) }

    private static func joined(_ pieces: [[UInt8]]) -> [UInt8] { pieces.flatMap(\.self) }

    /// A name or a text of UBJSON: its length, and its characters.
    private static func named(_ text: String) -> [UInt8] {
        joined([[UInt8(ascii: "L")], TinyModel.little(UInt64(text.utf8.count), 8).reversed(), Array(text.utf8)])
    }

    /// A count of UBJSON behind what says of what.
    private static func count(_ what: String, _ count: UInt64) -> [UInt8] {
        joined([Array(what.utf8), TinyModel.little(count, 8).reversed()])
    }

    /// UBJSON as XGBoost writes it: an object with a text, an array of numbers, one of objects, and one without a length.
    private static func ubjson(text marker: String = "S") -> [UInt8] {
        joined([
            Array("{".utf8), named("learner"), Array("{".utf8), named("name"), Array(marker.utf8), named("gbtree"),
            named("weights"), count("[$d#L", 3), [UInt8](repeating: 1, count: 12), named("trees"), count("[#L", 2),
            Array("{}{}".utf8), named("misc"), [UInt8(ascii: "["), UInt8(ascii: "i"), 5], Array("TF]}".utf8),
            named("version"), count("[#L", 1), [UInt8(ascii: "i"), 3], Array("}".utf8),
        ])
    }

    private static let whole = ubjson()

    private static func cut(_ count: Int) -> [UInt8] { Array(whole.dropLast(count)) }

    /// A model in JSON that is longer than what is read as a whole.
    ///
    /// - Parameter missing: how many bytes its end lacks.
    private static func longJSON(_ member: String = "learner", missing: Int = 0) -> [UInt8] {
        let blanks = [UInt8](repeating: UInt8(ascii: " "), count: 1 << 20)
        let end = Array("1]},\"version\":[3,2,0]}\n".utf8)
        return joined([Array("{\"\(member)\":{\"x\":[".utf8), blanks, Array(end.dropLast(missing))])
    }

    private static func tagged(_ tag: String) -> Artifact {
        model(
            .xgboost, [], contents: ["xgboost-model": "{\"learner\": {}}"], image: "sagemaker-xgboost:\(tag)-cpu-py3")
    }

    static let boosters: [RuleCase] = [
        .bad("outdated-model-format", "JSON for 0.90", tagged("0.90-2"), .error),
        .good("outdated-model-format", "JSON for 1.0", tagged("1.0-1")),
        .good("truncated-weights", "UBJSON", file("model.ubj", whole)),
        .good("damaged-weights", "UBJSON under the name of the container", file("xgboost-model", whole)),
        .good("damaged-weights", "bytes behind UBJSON", file("model.ubj", whole + [10, 10])),
        .bad("truncated-weights", "the last byte of UBJSON", file("model.ubj", cut(1)), .error),
        .bad("truncated-weights", "within numbers of UBJSON", file("model.ubj", Array(whole.prefix(80))), .error),
        .bad("truncated-weights", "one byte of UBJSON", file("model.ubj", "{"), .error),
        .bad(
            "truncated-weights", "UBJSON under the name of the container", file("xgboost-model", cut(30)), .error),
        .bad("truncated-weights", "UBJSON of another name", file("booster.xgb", cut(30)), .error),
        .bad("damaged-weights", "a type that UBJSON has not", file("model.ubj", ubjson(text: "?")), .error),
        .bad(
            "damaged-weights", "a length of UBJSON that cannot be",
            file("model.ubj", joined([Array("{".utf8), named("learner"), count("[$d#L", .max)])), .error),
        .bad("damaged-weights", "JSON that is named as UBJSON", file("model.ubj", "{\"learner\":{}}"), .error),
        .good("damaged-weights", "a pickle that is named as UBJSON", file("model.ubj", [0x80, 4, 0x95, 1, 0, 0])),
        .good("truncated-weights", "JSON of XGBoost", file("xgboost-model", "{\"learner\":{\"a\":[1]}} x")),
        .bad("truncated-weights", "JSON that is cut", file("xgboost-model", "{\"learner\":{\"a\":[1"), .error),
        .good("truncated-weights", "JSON that no model is", file("words.model", "{\"words\":[\"a")),
        .good("truncated-weights", "long JSON", file("xgboost-model", longJSON())),
        .bad("truncated-weights", "long JSON that is cut", file("xgboost-model", longJSON(missing: 3)), .error),
        .good("invalid-json", "a long model", file("model.json", longJSON())),
        .bad("invalid-json", "a long model that is cut", file("model.json", longJSON(missing: 9)), .warning),
        .bad(
            "invalid-json", "a long model that is cut, for XGBoost",
            file("model.json", longJSON(missing: 9)).served(by: .xgboost), .error),
        .good("invalid-json", "long JSON that no model is", file("data.json", longJSON("trainer", missing: 9))),
    ]
}
