import Foundation
import ModelArtifacts
import SageMakerModel
import TestSupport
import Testing

/// What is taken for an expression of Terraform, python-hcl2 can read.
@Suite(.enabled(if: Peer.python.isWanted, "python-hcl2 is not installed; Tests/run installs it"))
struct TerraformExpressionTests {
    private static let pieces = [
        "aws_iam_role.r.arn", "var.x", "\"a\"", "\"a-${var.x}\"", "1", "true", "[", "]", "(", ")", "{ a = ", " }", ", ",
        " ? ", " : ",
        " == ", " && ", "!", "-", " + ", "[0]", "[*]", ".b", "f(", "\"", "${", "}", " ", "arn:aws:iam::1:role/r",
        "!GetAtt Role.Arn",
    ]

    @Test func areWhatAnotherReaderTakesForOne() throws {
        var random = SplitMix64(seed: TestSeed.make())
        let expressions = (0..<TestScale.count(3_000)).map { _ in
            (0..<Int.random(in: 1...6, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }
                .joined()
        }
        // python-hcl2 reads few repeated operators.
        .filter { !$0.isEmpty && !$0.contains("!!") && !$0.contains("--") }
        let theirs = try JSONDecoder().decode(
            [Bool].self, from: PythonScript.readExpressions.run(input: JSONEncoder().encode(expressions)))
        var taken = 0
        for (expression, isTheirs) in zip(expressions, theirs) {
            let argument = ByteString("ExecutionRoleArn=" + expression)
            guard (try? RequestReference(argument, for: .terraform)) != nil else { continue }
            taken += 1
            #expect(isTheirs, "\(expression)")
        }
        #expect(taken > 0 && taken < expressions.count)
    }
}
