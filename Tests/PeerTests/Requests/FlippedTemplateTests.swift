import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// Templates with functions of CloudFormation anywhere in them: what is said of one in JSON is said of it in YAML, as cfn-flip writes
/// it in short forms and as the AWS CLI reads that, and functions whose results stand there hide nothing.
@Suite(.enabled(if: Peer.cfnLint.isWanted, "cfn-lint is not installed; Tests/run installs it"))
struct FlippedTemplateTests {
    /// A template in the making.
    private struct Making {
        var random: SplitMix64
        /// The values of the mapping `Map`, key `k`.
        var mapped: [JSONValue.Member] = []

        var mappings: JSONValue { .object([.init("Map", .object([.init("k", .object(mapped))]))]) }

        /// A function whose result is this text.
        mutating func call(giving text: String, depth: Int = 0) -> JSONValue {
            let half = text.index(text.startIndex, offsetBy: Int.random(in: 0...text.count, using: &random))
            let (head, tail) = (String(text[..<half]), String(text[half...]))
            let inner = depth < 2 && Bool.random(using: &random) ? call(giving: head, depth: depth + 1) : .string(head)
            switch Int.random(in: 0..<6, using: &random) {
            case 0: return Self.call("Fn::Sub", .string(text))
            case 1: return Self.call("Fn::Join", .array([.string(""), .array([inner, .string(tail)])]))
            case 2: return Self.call("Fn::Select", .array([.string("0"), .array([.string(text), .string("x")])]))
            case 3: return Self.call("Fn::Sub", .array([.string("${A}\(tail)"), .object([.init("A", inner)])]))
            case 4:
                mapped.append(.init("v\(mapped.count)", .string(text)))
                return Self.call(
                    "Fn::FindInMap", .array([.string("Map"), .string("k"), .string("v\(mapped.count - 1)")]))
            default:
                let split = Self.call("Fn::Split", .array([.string("|"), .string("x|\(text)")]))
                return Self.call("Fn::Select", .array([.number("1"), split]))
            }
        }

        /// A function in the place of a value, whose result may be anything.
        mutating func call(insteadOf value: JSONValue) -> JSONValue {
            let parameter = Self.call("Ref", .string("P"))
            switch Int.random(in: 0..<9, using: &random) {
            case 0: return Self.call("Fn::If", .array([.string("C"), value, parameter]))
            case 1:
                return Self.call("Fn::If", .array([.string("C"), value, Self.call("Ref", .string("AWS::NoValue"))]))
            case 2:
                let other = Self.call("Fn::If", .array([.string("D"), parameter, value]))
                return Self.call("Fn::If", .array([.string("C"), value, other]))
            case 3: return parameter
            case 4: return Self.call("Fn::GetAtt", .array([.string("Role"), .string("Arn")]))
            case 5: return Self.call("Fn::ImportValue", Self.call("Fn::Sub", .string("${Stack}-uri")))
            case 6: return Self.call("Fn::Base64", Self.call("Fn::Sub", .string("${P}:x")))
            case 7:
                return Self.call(
                    "Fn::Join", .array([.string("/"), .array([.string("s3:/"), parameter, .string("llm")])]))
            default: return Self.call("Fn::Sub", .string("s3://${P}/${AWS::Region}/m.pkl"))
            }
        }

        private static func call(_ name: String, _ argument: JSONValue) -> JSONValue {
            .object([.init(name, argument)])
        }
    }

    /// Whether CloudFormation, and so cfn-flip, takes a function in the place of a value: within functions only of those that choose.
    private static func takesFunctions(_ path: [String]) -> Bool {
        path.allSatisfy { name in
            !(name == "Ref" || name.hasPrefix("Fn::")) || ["Fn::If", "Fn::Join", "Fn::Select"].contains(name)
        }
    }

    private static func said(_ text: String, _ name: ByteString) -> [String] {
        RequestInspector().inspect(Array(text.utf8), name: name).findings
            .map { "\($0.rule) \($0.location.jsonPath ?? "")" }
    }

    /// A resource with something changed in it, or with nothing wrong.
    private static func resource(_ making: inout Making) throws -> (type: String, properties: JSONValue) {
        let (type, text) = try #require(TemplateResources.all.randomElement(using: &making.random))
        let whole = try TemplateResources.properties(text)
        guard Bool.random(using: &making.random),
            let change = TemplateResources.changes(whole).randomElement(using: &making.random)
        else { return (type, whole) }
        return (type, TemplateResources.changed(whole, change.path[...]) { _ in change.value } ?? whole)
    }

    @Test func yamlSaysWhatJSONSays() throws {
        let seed = TestSeed.make()
        var templates: [String] = []
        for index in 0..<UInt64(TestScale.count(600)) {
            var making = Making(random: SplitMix64(seed: seed &+ index))
            var (type, properties) = try Self.resource(&making)
            for _ in 0..<Int.random(in: 1...4, using: &making.random) {
                let paths = TemplateResources.paths(properties).filter(Self.takesFunctions)
                let path = try #require(paths.randomElement(using: &making.random))
                properties = try #require(
                    TemplateResources.changed(properties, path[...]) { value in
                        if case .string(let text) = value, Bool.random(using: &making.random) {
                            return making.call(giving: text)
                        }
                        return making.call(insteadOf: value)
                    })
            }
            templates.append(TemplateResources.template(type, properties, mappings: making.mappings))
        }
        let flipped = try JSONDecoder().decode(
            [String].self, from: PythonScript.cloudFormation.run(["flip"], input: JSONEncoder().encode(templates)))
        let read = try JSONDecoder().decode(
            [String].self, from: PythonScript.cloudFormation.run(["load"], input: JSONEncoder().encode(flipped)))
        #expect(flipped.count == templates.count && read.count == templates.count)
        #expect(flipped.contains { $0.contains("!If") } && flipped.contains { $0.contains("!Sub") })
        for ((json, yaml), loaded) in zip(zip(templates, flipped), read) {
            let expected = Self.said(json, "t.json")
            #expect(Self.said(yaml, "t.yaml") == expected, "\(yaml)")
            #expect(Self.said(loaded, "t.json") == expected, "\(yaml)")
        }
    }

    @Test func functionsHideNothing() throws {
        let seed = TestSeed.make()
        for index in 0..<UInt64(TestScale.count(1000)) {
            var making = Making(random: SplitMix64(seed: seed &+ index))
            let (type, plain) = try Self.resource(&making)
            var properties = plain
            for path in TemplateResources.paths(plain) where Int.random(in: 0..<3, using: &making.random) == 0 {
                properties =
                    TemplateResources.changed(properties, path[...]) { value in
                        if case .string(let text) = value { making.call(giving: text) } else { value }
                    } ?? properties
            }
            let template = TemplateResources.template(type, properties, mappings: making.mappings)
            let expected = Self.said(TemplateResources.template(type, plain), "t.json")
            #expect(Self.said(template, "t.json") == expected, "\(template)")
        }
    }
}
