import Foundation
import TestSupport

/// The Python programs beside the tests.
enum PythonScript: String {
    case serve, upload, validate, tarball, shapes, generate, containers, sentences, browse, complete
    case readCSV = "read_csv"
    case checksumFiles = "checksum_files"
    case hashFiles = "hash_files"
    case loadModels = "load_models"
    case readJUnit = "read_junit"
    case validateSARIF = "validate_sarif"
    case readTerraform = "read_terraform"
    case validateHTML = "validate_html"
    case readMarkdown = "read_markdown"
    case cloudFormation = "cloudformation"
    case s3Standin = "s3_standin"
    case s3Requests = "s3_requests"
    case makeCertificate = "make_certificate"
    case queryBuckets = "query_buckets"
    case querySpark = "query_spark"
    case queryShapes = "query_shapes"
    case readCoreYAML = "read_core_yaml"
    case lintTemplates = "lint_templates"
    case readExpressions = "read_expressions"
    case runCopies = "run_copies"

    var path: String { Checkout.root.appending(path: "Tests/PeerTests/Python/\(rawValue).py").path }

    /// Runs the program and returns what it printed.
    ///
    /// - Throws: `PeerFailed` if it fails.
    func run(_ arguments: [String] = [], input: Data? = nil, environment: [String: String]? = nil) throws -> Data {
        let result = try PythonCopies.shared.run(
            path, arguments, input: input, environment: environment ?? ProcessInfo.processInfo.environment)
        guard result.status == 0 else { throw PeerFailed(name: rawValue, result: result) }
        return result.output
    }
}
