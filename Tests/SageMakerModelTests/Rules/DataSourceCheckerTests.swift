import ModelArtifacts
import Testing

@testable import SageMakerModel

/// What is said of the places of data in requests: how much of a place has to be known before anything is.
@Suite struct DataSourceCheckerTests {
    private func rules(_ text: String) -> [String] { RequestCase.findings(text).map(\.rule) }

    /// What is no URI is said to be none, and no more.
    @Test func whatIsNoURI() {
        #expect(rules("{'ModelDataUrl': 'mybucket/m.pkl'}") == ["request-pattern-mismatch"])
        #expect(rules(Piece.place("mybucket/m//")) == ["request-pattern-mismatch"])
        let nonsense = rules("{'S3Uri': 'nonsense', 'CompressionType': 'Gzip'}")
        #expect(Set(nonsense) == ["request-pattern-mismatch", "request-missing-member"])
    }

    /// Where the type or the compression is missing, that is all there is to say.
    @Test func archivesOfIncompleteBlocks() {
        let uri = "'S3Uri': 's3://mybucket/m.tar.gz'"
        #expect(rules("{\(uri), 'S3DataType': 'S3Object'}") == ["request-missing-member"])
        #expect(rules("{\(uri), 'CompressionType': 'None'}") == ["request-missing-member"])
        #expect(rules("{\(uri), 'S3DataType': 'S3Object', 'CompressionType': 'None'}") == ["archive-not-extracted"])
    }

    /// Of a name that a template only completes, nobody knows whether it is that of an archive.
    @Test(arguments: [
        ("s3://${B}/m.tar.gz", true), ("s3://mybucket/${V}/m.zip", true), ("s3://mybucket/${V}.tar.gz", false),
        ("s3://mybucket/${V}", false), ("s3://mybucket/m.tar.gz", true), ("s3://mybucket/${V}/m.bin", false),
    ])
    func archivesInTemplates(_ uri: String, _ isArchive: Bool) {
        let source =
            "{'S3Uri': {'Fn::Sub': '\(uri)'}, 'S3DataType': 'S3Object', 'CompressionType': 'None'}"
        let container = "{\(Piece.image), 'ModelDataSource': {'S3DataSource': \(source)}}"
        let properties = "{\(Piece.role), 'PrimaryContainer': \(container)}"
        let found = rules("{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': \(properties)}}}")
        #expect(found == (isArchive ? ["archive-not-extracted"] : []))
    }

    /// Where a tool should have put a bucket, that is what there is to do; where it should have put something else, it is not.
    @Test(arguments: [
        ("<YOUR BUCKET>/m", true), ("{{ bucket }}/m", true), ("$BUCKET_NAME/m", true), ("a!b/{{ ds }}", false),
        ("a!b/m", false),
    ])
    func bucketsOfTemplates(_ place: String, _ isTemplate: Bool) {
        for text in [Piece.place("s3://\(place)/"), "{'ModelDataUrl': 's3://\(place).tar.gz'}"] {
            let found = RequestCase.findings(text).filter { $0.rule == "invalid-s3-uri" }
            #expect(found.map { $0.help.contains("fill it in") } == [isTemplate], "\(text)")
        }
    }
}
