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
        var path: String
        var type: String
        var required: Bool
        var min: Int?
        var max: Int?
        var pattern: String?
        var `enum`: [String]?
    }

    @Test func hasEveryMemberWithItsConstraints() throws {
        let lines = try PythonScript.shapes.run().split(separator: UInt8(ascii: "\n"))
        let expected = try lines.map { try JSONDecoder().decode(Member.self, from: $0) }
        let actual = Self.members(.structure(ServiceModel.request), "", isRequired: false)
        #expect(actual.map(\.path) == expected.map(\.path))
        for (ours, theirs) in zip(actual, expected) { #expect(ours == theirs) }
        #expect(expected.count >= 100)
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
                Member(path: path, type: "list", required: isRequired, min: count.lowerBound, max: count.upperBound)
            ] + members(element, path + "[]", isRequired: false)
        case .map(let key, let value, let count):
            return [Member(path: path, type: "map", required: isRequired, min: count.lowerBound, max: count.upperBound)]
                + [text(key, path + "{key}", false), text(value, path + "{value}", false)]
        case .text(let constraint): return [text(constraint, path, isRequired)]
        case .boolean: return [Member(path: path, type: "boolean", required: isRequired)]
        }
    }

    private static func text(_ constraint: TextConstraint, _ path: String, _ isRequired: Bool) -> Member {
        // Anything at all is no pattern of ours.
        let anything = path.hasSuffix("{value}") ? #"[\S\s]*"# : nil
        return Member(
            path: path, type: "string", required: isRequired, min: constraint.length?.lowerBound,
            max: constraint.length?.upperBound, pattern: constraint.pattern?.expression ?? anything,
            enum: constraint.values.isEmpty ? nil : constraint.values.map(\.description))
    }
}
