import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Requests of which a part is missing, misspelled or not known: what is said of the rest.
@Suite struct RequestPartTests {
    private func found(_ text: String) -> [Finding] { RequestCase.findings(text) }

    private func rules(_ text: String) -> [String] { found(text).map(\.rule) }

    private func template(_ container: String) -> String {
        "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': \(container)}}}}"
    }

    private func subject(_ text: String) -> String {
        RequestInspector().inspect(Array(text.replacing("'", with: "\"").utf8), name: "d.json").subject
    }

    /// A document is what the names of its members tell, and of names that are all misspelled what these are meant to be.
    @Test func whatADocumentIs() {
        let place = Piece.place("s3://mybucket/m/")
        #expect(subject(Piece.container) == "container" && subject(Piece.source) == "ModelDataSource")
        #expect(subject("{'ChannelName': 'a', 'S3DataSource': \(place)}") == "AdditionalModelDataSource")
        #expect(subject(place) == "S3DataSource" && subject(Piece.request("{}")) == "CreateModel request")
        #expect(subject(template(Piece.container)) == "CloudFormation template")
        #expect(subject("{'Imag': 'i', 'Environmen': {}}") == "container")
        // One name that is right, or meant to be, tells.
        #expect(subject("{'Tags': [], 'Imag': 'i', 'Environmen': {}}") == "CreateModel request")
        #expect(subject("{'ModelNam': 'm', 'Imag': 'i', 'Environmen': {}}") == "CreateModel request")
    }

    /// An empty list of containers has the right name, and makes no container.
    @Test func anEmptyListOfContainers() {
        #expect(
            rules("{'ModelName': 'm', 'Containers': [], \(Piece.role)}").contains("create-model-no-container"))
    }

    /// What is no text takes no room of an environment.
    @Test func sizeOfWhatIsNoText() {
        let entries = (0..<32).map { "'A\(100 + $0)': '\(String(repeating: "v", count: 1020))'" }
        let isTooLarge = { (last: String) in
            rules(Piece.request("{'Environment': {\(entries.joined(separator: ", "))\(last)}}"))
                .contains("create-model-environment-too-large")
        }
        #expect(!isTooLarge("") && isTooLarge(", 'B': ''"))
        let shorter = entries.dropLast() + [entries[31].replacing("vvvv'", with: "'")]
        let isStillTooLarge = { (last: String) in
            rules(Piece.request("{'Environment': {\(shorter.joined(separator: ", "))\(last)}}"))
                .contains("create-model-environment-too-large")
        }
        #expect(!isStillTooLarge(", 'ABCD': 7") && isStillTooLarge(", 'ABCD': '7'"))
    }

    /// A package has a model, and so have many models; nobody knows what a plan will name.
    @Test func modelsThatAreElsewhere() {
        let rule = "create-model-nothing-to-serve"
        let package = "'ModelPackageName': 'arn:aws:sagemaker:us-east-1:123456789012:model-package/g/1'"
        #expect(rules(Piece.request("{\(RequestCase.tgi), \(package)}")) == ["create-model-package-and-image"])
        let algorithm = "'Image': '382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1'"
        #expect(rules(Piece.request("{\(algorithm)}")) == [rule])
        #expect(!rules(Piece.request("{\(algorithm), 'Mode': 'MultiModel'}")).contains(rule))
        #expect(rules(Piece.request("{\(algorithm), 'Mode': 'SingleModel'}")) == [rule])
        let plan = { (unknown: String) in
            """
            {'format_version': '1.2', 'terraform_version': '1.9.5', 'resource_changes': [
            {'address': 'aws_sagemaker_model.m', 'mode': 'managed', 'type': 'aws_sagemaker_model', 'name': 'm', 'change': {
            'actions': ['create'], 'before': null, 'after': {'name': 'm', 'execution_role_arn': 'arn:aws:iam::123456789012:role/role',
            'primary_container': [{'image': '382416733822.dkr.ecr.us-east-1.amazonaws.com/kmeans:1'}]},
            'after_unknown': {'primary_container': [\(unknown)]}}}]}
            """
        }
        #expect(rules(plan("{}")) == [rule] && rules(plan("{'model_data_url': true}")) == [])
        // With a script it is a framework, which may do without a model.
        let xgboost = "'Image': '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1'"
        let program = RequestCase.environment("'SAGEMAKER_PROGRAM': 'a.py'")
        #expect(rules(Piece.request("{\(xgboost)}")) == [rule])
        #expect(!rules(Piece.request("{\(xgboost), \(program)}")).contains(rule))
    }

    /// Of a URI of which only the end is known, that is said as of a whole one, in the words of the document.
    @Test func endsOfURIs() {
        let source = { (uri: String) in
            let place = "{'S3Uri': {'Fn::Sub': '\(uri)'}, 'S3DataType': 'S3Prefix', 'CompressionType': 'None'}"
            return found(template("{\(Piece.image), 'ModelDataSource': {'S3DataSource': \(place)}}"))
        }
        let finding = source("s3://${B}x")
        #expect(finding.map(\.rule) == ["prefix-without-slash"])
        #expect(
            finding.first?.message
                == "'s3://${…}x' is a prefix without a slash at its end, so it also matches keys that only begin alike")
        #expect(finding.first?.help.contains("BUCKET") == false)
        #expect(source("s3://mybucket/m").first?.help.contains("names an archive") == false)
        #expect(source("https://${Host}/m/").contains { $0.rule == "https-uri" })
        #expect(!source("s3://${B}/m/").contains { $0.rule == "https-uri" })
    }

    /// The region of a bucket is told only where its name is known to its end.
    @Test func regionsOfBuckets() {
        let rule = "create-model-image-in-other-region"
        let isOther = { (url: String) in
            rules(template("{\(Piece.image), 'ModelDataUrl': {'Fn::Sub': '\(url)'}}")).contains(rule)
        }
        #expect(isOther("s3://jumpstart-cache-prod-us-west-2/${K}.tar.gz"))
        #expect(!isOther("s3://jumpstart-cache-prod-us-west-2${S}/m.tar.gz"))
        #expect(!isOther("s3://sagemaker-us-west-2-123456789012${S}/m.tar.gz"))
        #expect(isOther("https://${B}-x.s3.us-west-2.amazonaws.com/m.tar.gz"))
        #expect(!isOther("https://${B}-x.s3.us-east-1.amazonaws.com/m.tar.gz"))
        let bucket = Piece.place("s3://sagemaker-us-west-2-123456789012")
        #expect(rules(Piece.request("{'ModelDataSource': {'S3DataSource': \(bucket)}}")).contains(rule))
    }
}
