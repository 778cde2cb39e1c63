import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// The table of the service model is botocore's, member by member and in its order.
@Suite(.enabled(if: Peer.python.isWanted, "botocore is not installed; Tests/run installs it"))
struct ServiceModelTests {
    /// A member as botocore describes it.
    struct Member: Decodable, Equatable {
        var operation: String?
        var path: String
        var type: String
        var required: Bool
        var min: Double?
        var max: Double?
        var pattern: String?
        var `enum`: [String]?
    }

    @Test func hasEveryMemberWithItsConstraints() throws {
        let lines = try PythonScript.shapes.run().split(separator: UInt8(ascii: "\n"))
        let expected = try lines.map { try JSONDecoder().decode(Member.self, from: $0) }
        let actual = Operation.all.flatMap { operation in
            Self.members(.structure(operation.structure), "", isRequired: false).map { member in
                var member = member
                member.operation = operation.name
                return member
            }
        }
        #expect(actual.map(\.path) == expected.map(\.path))
        for (ours, theirs) in zip(actual, expected) { #expect(ours == theirs) }
        #expect(expected.count > 500)
    }

    /// The tables and the types are what the script writes from the botocore of the tests.
    @Test func filesAreWhatTheScriptWrites() throws {
        let script = Checkout.root.appending(path: "Sources/write-service-model").path
        let result = try Peer.python.command().run(script, "--check")
        #expect(result.status == 0 && result.text == "", "\(result.text)\(result.errorText)")
    }

    /// The members of a shape in the form of botocore.
    private static func members(_ shape: Shape, _ path: String, isRequired: Bool) -> [Member] {
        switch shape {
        case .structure(let structure):
            return [Member(path: path, type: "structure", required: isRequired)]
                + structure.members.flatMap { member in
                    members(
                        member.shape, path.isEmpty ? "\(member.name)" : "\(path).\(member.name)",
                        isRequired: member.isRequired)
                }
        case .list(let element, let count):
            return [
                Member(
                    path: path, type: "list", required: isRequired, min: Double(count.lowerBound),
                    max: count.upperBound == .max ? nil : Double(count.upperBound))
            ] + members(element, path + "[]", isRequired: false)
        case .map(let key, let value, let count):
            return [
                Member(
                    path: path, type: "map", required: isRequired, min: Double(count.lowerBound),
                    max: Double(count.upperBound))
            ]
                + [text(key, path + "{key}", false), text(value, path + "{value}", false)]
        case .text(let constraint): return [text(constraint, path, isRequired)]
        case .boolean: return [Member(path: path, type: "boolean", required: isRequired)]
        case .number(let isWhole, let range):
            return [
                Member(
                    path: path, type: isWhole ? "integer" : "float", required: isRequired,
                    min: range.lowerBound == -.infinity ? nil : range.lowerBound,
                    max: range.upperBound == .infinity ? nil : range.upperBound)
            ]
        case .any: return [Member(path: path, type: "any", required: isRequired)]
        }
    }

    private static func text(_ constraint: TextConstraint, _ path: String, _ isRequired: Bool) -> Member {
        // Anything at all is no pattern of ours.
        let anything = path.hasSuffix("Environment{value}") ? #"[\S\s]*"# : nil
        return Member(
            path: path, type: "string", required: isRequired, min: constraint.length.map { Double($0.lowerBound) },
            max: constraint.length.map { Double($0.upperBound) }, pattern: constraint.pattern?.expression ?? anything,
            enum: constraint.values.isEmpty ? nil : constraint.values.map(\.description))
    }
}
