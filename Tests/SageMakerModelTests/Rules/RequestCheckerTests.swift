import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What is said once, though a request and the inspection of its model data would both say it.
@Suite struct RequestCheckerTests {
    private func isSaid(_ rule: String, at path: String?) -> Bool {
        var finding = Finding(PatternMismatch.rule, "a")
        finding.rule = rule
        finding.location.jsonPath = path
        return RequestChecker.isSaidByInspection(finding)
    }

    @Test func whatTheInspectionSays() {
        for rule in [
            "https-uri", "prefix-without-slash", "unsupported-combination", "dot-name", "archive-not-extracted",
        ] {
            #expect(isSaid(rule, at: nil) && isSaid(rule, at: "ModelName"), "\(rule)")
        }
        for rule in ["request-pattern-mismatch", "request-length-out-of-range"] {
            #expect(isSaid(rule, at: "ModelDataSource.S3DataSource.S3Uri"), "\(rule)")
            #expect(isSaid(rule, at: "PrimaryContainer.ModelDataUrl"), "\(rule)")
            #expect(!isSaid(rule, at: "ModelName") && !isSaid(rule, at: nil), "\(rule)")
        }
        #expect(!isSaid("request-unknown-value", at: "S3Uri"))
    }
}
