import Foundation
import TestSupport

/// What the documentation shows for pipelines, and a folder with a model to run it in.
struct Pipeline {
    let folder: TemporaryDirectory
    let aws: AWS

    init() throws {
        folder = try TemporaryDirectory()
        aws = try AWS()
        try FileManager.default.copyItem(
            atPath: Checkout.testdata.appending(path: "readme/model").path, toPath: folder.path + "/model")
    }

    /// The blocks of one language in a page of the guide, or in the README.
    static func blocks(_ language: String, in page: String = guide) throws -> [String] {
        let text = try String(contentsOf: Checkout.root.appending(path: page), encoding: .utf8)
        return text.components(separatedBy: "```\(language)\n").dropFirst().map {
            $0.components(separatedBy: "\n```")[0]
        }
    }

    private static let guide = "Sources/OptmlCommands/OptmlCommands.docc/Guide-Pipelines.md"

    /// Runs lines as a shell of a pipeline does, with optml and the AWS CLI on its path, until one fails.
    func run(_ script: String, environment extra: [String: String] = [:]) throws -> Command.Result {
        var shell = Command("/bin/bash")
        shell.environment = aws.environment.merging(extra) { $1 }
        let path = [Command.builtProducts, Checkout.environment.path + "/bin", shell.environment["PATH"] ?? ""]
        shell.environment["PATH"] = path.joined(separator: ":")
        shell.directory = folder.path
        return try shell.run("-e", "-o", "pipefail", "-c", script)
    }

    /// The JSON in a file of the folder.
    func json(_ name: String) throws -> NSDictionary? {
        try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: folder.path + "/" + name)))
            as? NSDictionary
    }
}
