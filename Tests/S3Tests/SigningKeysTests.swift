import ModelArtifacts
import Testing

@testable import S3

@Suite struct SigningKeysTests {
    /// Signatures do not depend on what was signed before.
    @Test func keptKeysAreThoseOfTheirScope() {
        let keys = SigningKeys()
        let people = ["a", "b"].map { Credentials(accessKeyID: "AKID", secretAccessKey: "secret-\($0)") }
        func signature(_ credentials: Credentials, _ region: String, _ day: Int64, _ keys: SigningKeys) -> String? {
            RequestSigner(credentials, region: region, keys: keys).headers(
                "GET", host: "host", path: "/", query: "", headers: [], at: ServiceTime(seconds: day * 86_400)
            ).last?.value
        }
        var signatures: Set<String> = []
        for _ in 0..<2 {
            for (credentials, day) in people.flatMap({ one in (0..<12).map { (one, Int64($0)) } }) {
                for region in ["us-east-1", "eu-west-1"] {
                    let kept = signature(credentials, region, day, keys)
                    #expect(kept == signature(credentials, region, day, SigningKeys()))
                    if let kept { signatures.insert(kept) }
                }
            }
        }
        #expect(signatures.count == 2 * 12 * 2)
    }
}
