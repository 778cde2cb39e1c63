import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Remedies that hold whatever the request and its deployment are: what is advised can be done.
@Suite struct RemedyTests {
    private func help(_ rule: String, _ text: String, _ deployment: Deployment? = nil) -> String? {
        RequestCase.findings(text, deployment: deployment).first { $0.rule == rule }?.help
    }

    /// Only what the API can do without is left out.
    @Test func requiredMembersAreNotLeftOut() {
        let type = { (text: String) in help("request-wrong-type", text) }
        #expect(
            type("{'S3Uri': null, 'S3DataType': 'S3Prefix', 'CompressionType': 'None'}")?.hasPrefix("write a string")
                ?? false)
        #expect(type(Piece.request("{'Image': null}"))?.hasPrefix("leave the member out") ?? false)
        #expect(type(Piece.request("{'Environment': {'A': null}}"))?.hasPrefix("leave the entry out") ?? false)
        let channels = type(Piece.request("{'AdditionalModelDataSources': [null]}"))
        #expect(channels?.hasPrefix("leave the element out") ?? false)
        let pattern = { (text: String) in help("request-pattern-mismatch", text) }
        let unnamed = pattern(Piece.request("{}").replacing("'m'", with: "''"))
        #expect(unnamed?.hasPrefix("fill it in; allowed") ?? false, "\(unnamed ?? "")")
        #expect(
            pattern(Piece.request("{'ModelDataUrl': ''}"))?.hasPrefix("fill it in, or leave the member out") ?? false)
        let key = help("request-length-out-of-range", Piece.request("{}", ", 'Tags': [{'Key': '', 'Value': 'b'}]"))
        #expect(key == "fill it in")
        let role = help("request-length-out-of-range", Piece.request("{}", ", 'ExecutionRoleArn': ''"))
        #expect(role == "fill it in, or leave the member out")
    }

    private static let prefix = "{'ModelDataUrl': 's3://mybucket/m/'}"

    /// Many models are advised where there can be many, and ModelDataSource where the deployment takes it.
    @Test func dataIsNamedAsTheDeploymentTakesIt() {
        let url = { (text: String, deployment: Deployment?) in
            help("create-model-data-url-not-tar-gz", text, deployment)
        }
        let both = url(Piece.request(Self.prefix), nil)
        #expect(both?.contains("ModelDataSource") ?? false && both?.contains("MultiModel") ?? false)
        #expect(url(Piece.request(Self.prefix), .endpoint) == both)
        #expect(url(Piece.request(Self.prefix), .serverless) == "pack the model and name the archive")
        #expect(url(Piece.request(Self.prefix), .batchTransform) == "pack the model and name the archive")
        #expect(url(Piece.request(Self.prefix), .multiModel) == "set Mode to MultiModel for archives")
        let other = "{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/many/'}"
        let second = url(Piece.request([other, Self.prefix]), nil)
        #expect(second?.contains("ModelDataSource") ?? false && !(second?.contains("MultiModel") ?? true))
        let builtIn =
            "{'Image': '683313688378.dkr.ecr.us-east-1.amazonaws.com/kmeans:1', 'ModelDataUrl': 's3://mybucket/m/'}"
            .replacing("683313688378", with: "382416733822")
        #expect(url(Piece.request(builtIn), nil) == "pack the model and name the archive")
        let package =
            "{'ModelPackageGroupName': 'g', \(Piece.specification("{\(Piece.image), \(Self.prefix.dropFirst())"))}"
        #expect(url(package, nil)?.hasSuffix("below a prefix") ?? false)
    }

    /// The CDK names an asset by its hash, and cuts `.tar.gz` short.
    @Test func assetsOfTheCDK() {
        let hash = String(repeating: "0f", count: 32)
        for (name, severity) in [(hash, Severity.note), (hash.dropLast() + "g", .warning), ("0" + hash, .warning)] {
            let found = RequestCase.findings(Piece.request("{'ModelDataUrl': 's3://mybucket/\(name).gz'}"))
            #expect(found.map(\.severity) == [severity], "\(name)")
        }
    }

    @Test func archivesAreNamedAsTheDeploymentTakesThem() {
        let archive = Piece.request("{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/a.tar.gz'}")
        let help = { (deployment: Deployment?) in self.help("create-model-multi-model-archive", archive, deployment) }
        #expect(help(nil) == MultiModelArchive.rule.remedy && help(.endpoint) == help(nil))
        #expect(help(.multiModel) == "name the prefix of the archives")
        #expect(help(.batchTransform) == "leave Mode out for one model")
    }

    @Test func dataOfOtherDeployments() {
        let without = { (text: String, deployment: Deployment) in
            help("create-model-deployment-without-source", Piece.request(text), deployment)
        }
        let prefix = "{'ModelDataSource': \(Piece.source)}"
        #expect(without(prefix, .serverless) == DeploymentWithoutSource.rule.remedy)
        let packed = prefix.replacing("m/'", with: "m.tar.gz'").replacing("S3Prefix", with: "S3Object")
            .replacing("'None'", with: "'Gzip'")
        #expect(without(packed, .serverless) == "name the archive in ModelDataUrl")
        #expect(without(prefix, .multiModel)?.contains("Mode to MultiModel") ?? false)
        #expect(without(Piece.channels("a"), .serverless)?.contains("into the archive") ?? false)
    }

    /// What is advised is no mistake itself.
    @Test func remediesLeadToNothingElse() {
        let named = ["{'ContainerHostname': 'a'}", "{}"]
        let hostname = { (more: String) in help("create-model-hostname-missing", Piece.request(named, more)) }
        #expect(hostname("") == "give every container a ContainerHostname, or none")
        #expect(
            hostname(", 'InferenceExecutionConfig': {'Mode': 'Direct'}") == "give every container a ContainerHostname")
        let both = Piece.request(
            "{'ModelDataUrl': 's3://mybucket/m.tar.gz', 'ModelDataSource': \(Piece.source)}")
        let data = { (deployment: Deployment?) in help("create-model-data-url-and-source", both, deployment) }
        #expect(data(nil)?.hasPrefix("keep ModelDataSource") ?? false)
        #expect(data(.endpoint) == data(nil) && data(.serverless)?.hasPrefix("keep ModelDataUrl,") ?? false)
        let slash = { (compression: String) in
            help("object-uri-ends-with-slash", Piece.place("s3://mybucket/m/", "S3Object", compression))
        }
        #expect(slash("Gzip")?.contains("S3Prefix with None") ?? false)
        #expect(!(slash("None")?.contains("with None") ?? true))
    }

    /// Without its mark a path of Step Functions is a text.
    @Test func pathsWithoutAMark() {
        let task = { (name: String, image: String) in
            "{'Type': 'Task', 'End': true, 'Resource': 'arn:aws:states:::sagemaker:createModel', 'Parameters': {'ModelName': '\(name)', \(Piece.role), 'PrimaryContainer': {'Image': '\(image)'}}}"
        }
        let image = "\(Piece.registry)/image:1"
        let named = { (name: String) in help("request-pattern-mismatch", task(name, image)) ?? "" }
        #expect(named("$.name").hasPrefix("it is sent as it stands") && named("$$.Execution.Name").contains("'.$'"))
        #expect(named("a_b").hasPrefix("did you mean"))
        #expect(help("create-model-image-form", task("m", "$.i"))?.hasPrefix("it is sent as it stands") ?? false)
        #expect(help("create-model-image-form", task("m", "i:1"))?.hasPrefix("write the image") ?? false)
        let request = help("request-pattern-mismatch", Piece.request("{}").replacing("'m'", with: "'$.name'"))
        #expect(!(request?.hasPrefix("it is sent") ?? true))
    }

    @Test func settingsForManyModels() {
        let cache = { (text: String, deployment: Deployment?) in
            help("create-model-cache-without-multi-model", text, deployment)
        }
        let config = "'MultiModelConfig': {'ModelCacheSetting': 'Disabled'}"
        #expect(cache(Piece.request("{\(config)}"), nil)?.contains("set Mode") ?? false)
        for (text, deployment) in [
            ("{\(config), 'ModelDataSource': \(Piece.source)}", nil), ("{\(config)}", .serverless),
        ] as [(String, Deployment?)] {
            #expect(cache(Piece.request(text), deployment) == "leave MultiModelConfig out", "\(text)")
        }
    }

    @Test func imagesOfServerlessEndpoints() {
        let vpc = ", 'VpcConfig': {'SecurityGroupIds': ['sg-0b2c3d4e'], 'Subnets': ['subnet-0a1b2c3d']}"
        let text = Piece.request("{'ImageConfig': {'RepositoryAccessMode': 'Vpc'}}", vpc)
        let found = RequestCase.findings(text, deployment: .serverless).first {
            $0.location.jsonPath?.hasSuffix("RepositoryAccessMode") ?? false
        }
        #expect(found?.help.contains("leave ImageConfig out") ?? false)
    }

    @Test func articles() {
        let message = { (text: String) in
            RequestCase.findings(text.dropLast() + ", 'Colour': 'x'}").first { $0.rule == "request-unknown-member" }?
                .message
        }
        let place = Piece.place("s3://mybucket/m/")
        #expect(message(place) == "'Colour' is no member of an S3DataSource")
        #expect(
            message("{'ChannelName': 'a', 'S3DataSource': \(place)}")
                == "'Colour' is no member of an AdditionalModelDataSource")
        #expect(message(Piece.request("{}")) == "'Colour' is no member of a CreateModel request")
        #expect(
            message(
                "{'ModelPackageArn': 'arn:aws:sagemaker:us-east-1:123456789012:model-package/g/1', 'ModelApprovalStatus': 'Approved'}"
            )
                == "'Colour' is no member of an UpdateModelPackage request")
    }
}
