import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Values in templates of CloudFormation beside the same in requests: what is known of them, how grave it is, and whose they are.
@Suite struct TemplateValueTests {
    private func template(_ type: String, _ properties: String) -> String {
        "{'Resources': {'R': {'Type': 'AWS::SageMaker::\(type)', 'Properties': \(properties)}}}"
    }

    private func found(_ type: String, _ properties: String) -> [Finding] {
        RequestCase.findings(template(type, properties))
    }

    private func model(_ others: String) -> String {
        "{'PrimaryContainer': \(Piece.container), \(Piece.role), \(others)}"
    }

    /// Stand-ins for EC2 have ids of their own, and no templates.
    @Test func idsOfNetworks() {
        let network = "'VpcConfig': {'SecurityGroupIds': ['sg-0b2c3d4e5'], 'Subnets': ['subnet-0a1b2c3d']}"
        let severities = { (findings: [Finding]) in
            findings.filter { $0.rule == "create-model-vpc-id-form" }.map(\.severity)
        }
        #expect(severities(found("Model", model(network))) == [.error])
        #expect(severities(RequestCase.findings(Piece.request("{}", ", " + network))) == [.warning])
    }

    /// Groups and subnets of the same template are told by their types, whatever their ids will be.
    @Test func idsOfResources() {
        let rules = { (group: String, subnet: String) in
            let network = "'VpcConfig': {'SecurityGroupIds': [\(group)], 'Subnets': [\(subnet)]}"
            let resources =
                "'G': {'Type': 'AWS::EC2::SecurityGroup'}, 'S': {'Type': 'AWS::EC2::Subnet'}, 'V': {'Type': 'AWS::EC2::VPC'}"
            let text =
                "{'Resources': {\(resources), 'R': {'Type': 'AWS::SageMaker::Model', 'Properties': \(model(network))}}}"
            return RequestCase.findings(text).map(\.rule)
        }
        let (group, subnet) = ("{'Ref': 'G'}", "{'Ref': 'S'}")
        #expect(rules(group, subnet) == [])
        #expect(rules("{'Fn::GetAtt': ['G', 'GroupId']}", "{'Fn::GetAtt': 'S.SubnetId'}") == [])
        #expect(rules("{'Fn::GetAtt': ['V', 'DefaultSecurityGroup']}", "{'Ref': 'Parameter'}") == [])
        #expect(rules(subnet, group) == ["create-model-vpc-id-kind", "create-model-vpc-id-kind"])
        #expect(rules(group, "{'Ref': 'V'}") == ["create-model-vpc-id-kind"])
        #expect(rules(group, "{'Fn::Sub': '${G.GroupId}'}") == ["create-model-vpc-id-kind"])
    }

    /// The ARN of a repository is no address of an image.
    @Test func arnsOfRepositories() {
        let text =
            "{'Resources': {'I': {'Type': 'AWS::ECR::Repository'}, 'R': {'Type': 'AWS::SageMaker::Model', 'Properties': {'PrimaryContainer': {'Image': {'Fn::GetAtt': ['I', 'Arn']}}, \(Piece.role)}}}}"
        #expect(RequestCase.findings(text).map(\.rule) == ["create-model-image-form"])
    }

    /// Two containers that parameters make different are not the same, even where both are called alike.
    @Test func equalContainersOfPackages() {
        let rules = { (first: String, second: String) in
            RequestCase.findings(Piece.packageResource("\(first), \(second)")).map(\.rule)
        }
        let known = Piece.container
        #expect(rules(known, known) == ["request-duplicate-element"])
        let (a, b) = ("{'Image': {'Ref': 'A'}}", "{'Image': {'Ref': 'B'}}")
        #expect(rules(a, b) == [] && rules("{'Ref': 'A'}", "{'Ref': 'B'}") == [])
        let macro = "{\(Piece.image), 'Fn::Transform': {'Name': 'Own'}}"
        #expect(rules(macro, macro) == [])
    }

    /// A name is said to be none of the resource, in its words, and where it comes from.
    @Test func namesOfNoMember() {
        let unknown = { (properties: String) in
            found("Model", properties).filter { $0.rule == "request-unknown-member" }.first
        }
        let resource = unknown(model("'Colour': 'x'"))
        #expect(resource?.message == "'Colour' is no member of AWS::SageMaker::Model")
        #expect(resource?.help.hasPrefix("leave it out; the members here are") ?? false)
        #expect(
            unknown(model("'CreationTime': 1"))?.help.hasPrefix("it is part of the answer") ?? false)
        let container = unknown("{'PrimaryContainer': {\(Piece.image), 'Colour': 'x'}, \(Piece.role)}")
        #expect(container?.message == "'Colour' is no member of ContainerDefinition")
    }

    /// What is no object has no members that are missing.
    @Test(arguments: ["Model", "ModelPackage", "InferenceComponent"])
    func propertiesThatAreAText(
        _ type: String
    ) {
        #expect(found(type, "'x'").map(\.rule) == ["request-wrong-type"], "\(type)")
    }

    /// What stands alone is called by its name.
    @Test func namesOfParts() {
        let message = { (text: String) in
            RequestCase.findings(text).first { $0.rule == "request-unknown-member" }?.message ?? ""
        }
        let place = Piece.place("s3://mybucket/m/")
        #expect(message("{'S3DataSource': \(place), 'Colour': 'x'}") == "'Colour' is no member of a ModelDataSource")
        let channel = message("{'ChannelName': 'a', 'S3DataSource': \(place), 'Colour': 'x'}")
        #expect(channel.hasSuffix(" AdditionalModelDataSource"))
        #expect(message(place.dropLast() + ", 'Colour': 'x'}").hasSuffix(" S3DataSource"))
    }

    /// An empty image is not of a strange form, but none.
    @Test func emptyTexts() {
        let found = RequestCase.findings(Piece.request("{'Image': ''}")).first { $0.rule == "request-pattern-mismatch" }
        #expect(found?.message == "an empty string is not allowed here")
        #expect(found?.help.hasPrefix("fill it in, or leave the member out; allowed") ?? false)
    }

    /// A prefix is one slash too long where a name stands before both; what a parameter ends with is not known.
    @Test(arguments: [
        ("s3://mybucket/m//", true), ("s3://mybucket/${V}/n//", true), ("${Uri}m//", true), ("${Uri}/", false),
        ("${Uri}//", false), ("s3://mybucket/m//${V}", false),
    ])
    func slashesInTemplates(_ uri: String, _ isDouble: Bool) {
        let source = "{'S3Uri': {'Fn::Sub': '\(uri)'}, 'S3DataType': 'S3Prefix', 'CompressionType': 'None'}"
        let container = "{\(Piece.image), 'ModelDataSource': {'S3DataSource': \(source)}}"
        let rules = found("Model", "{'PrimaryContainer': \(container), \(Piece.role)}").map(\.rule)
        #expect(rules.contains("create-model-double-slash") == isDouble, "\(rules)")
    }

    /// What the plain form of an address would be is not known where its bucket is not.
    @Test func addressesInTemplates() {
        let source = Piece.place("https://${B}.s3.us-east-1.amazonaws.com/m/").replacing(
            "'https", with: "{'Fn::Sub': 'https"
        )
        .replacing("/m/'", with: "/m/'}")
        let model =
            "{'PrimaryContainer': {\(Piece.image), 'ModelDataSource': {'S3DataSource': \(source)}}, \(Piece.role)}"
        let finding = found("Model", model).first { $0.rule == "https-uri" }
        #expect(finding?.help == "write it as s3://BUCKET/KEY")
    }

    /// The CDK names model data by an address of S3, which works.
    @Test func addressesOfTheCDK() {
        let said = { (start: String) in
            let url =
                "{'Fn::Join': ['', ['\(start)', {'Ref': 'AWS::Region'}, '.', {'Ref': 'AWS::URLSuffix'}, '/', {'Ref': 'B'}, '/a.tar.gz']]}"
            let model = "{'PrimaryContainer': {\(Piece.image), 'ModelDataUrl': \(url)}, \(Piece.role)}"
            return found("Model", model).map(\.rule)
        }
        #expect(said("https://s3.") == [] && said("https://s3-") == [])
        #expect(said("https://b.s3.") == ["https-uri"])
        let source = { (start: String, end: String, type: String) in
            let uri =
                "{'Fn::Join': ['', ['\(start)', {'Ref': 'AWS::Region'}, '.', {'Ref': 'AWS::URLSuffix'}, '/b/\(end)']]}"
            let place = "{'S3Uri': \(uri), 'S3DataType': '\(type)', 'CompressionType': 'None'}"
            let container = "{\(Piece.image), 'ModelDataSource': {'S3DataSource': \(place)}}"
            return found("Model", "{'PrimaryContainer': \(container), \(Piece.role)}").map(\.rule)
        }
        #expect(source("https://s3.", "m/", "S3Prefix") == [] && source("https://s3.", "m/w", "S3Object") == [])
        #expect(source("https://s3.", "m", "S3Prefix") == ["prefix-without-slash"])
        #expect(source("https://b.s3.", "m/", "S3Prefix") == ["https-uri"])
    }

    /// Of addresses nobody says which are understood; those of S3 are, and others name nothing in it.
    @Test(
        arguments: [
            ("https://mybucket.s3.us-east-1.amazonaws.com/m.tar.gz", .note),
            ("https://mybucket.s3-us-west-2.amazonaws.com/m.tar.gz", .note),
            ("https://mybucket.s3.amazonaws.com/m.tar.gz?X-Amz-Expires=1", .warning),
            ("https://mybucket.s3.amazonaws.com/a%20b.tar.gz", .warning),
            ("https://mybucket.s3-website-us-west-2.amazonaws.com/m.tar.gz", .warning),
            ("https://models.example.com/m.tar.gz", .warning),
            ("https://s3.example.com/mybucket/m.tar.gz", .warning), ("https://s3.amazonaws.com/mybucket/m.tar.gz", nil),
            ("https://s3.cn-north-1.amazonaws.com.cn/mybucket/m.tar.gz", nil),
        ] as [(String, Severity?)]) func addressesInRequests(_ address: String, _ severity: Severity?)
    {
        let container = "{\(Piece.image), 'ModelDataUrl': '\(address)'}"
        let found = RequestCase.findings(container).filter { $0.rule == "https-uri" }
        #expect(found.map(\.severity) == [severity].compactMap(\.self))
    }

    /// One archive under a prefix is what samples of AWS deploy, though no page says what it means.
    @Test func archivesAsPrefixes() {
        let severities = { (uri: String) in
            RequestCase.findings(Piece.place(uri, "S3Prefix", "Gzip")).filter { $0.rule == "unsupported-combination" }
                .map(\.severity)
        }
        #expect(severities("s3://mybucket/m.tar.gz") == [.warning] && severities("s3://mybucket/m.tgz") == [.warning])
        #expect(severities("s3://mybucket/m/") == [.error] && severities("s3://mybucket/m.zip") == [.error])
    }

    /// A macro may set the variable that is missing.
    @Test func environmentsWithMacros() {
        let container = { (environment: String) in
            "{'PrimaryContainer': {\(RequestCase.tgi), \(RequestCase.data), 'Environment': {\(environment)}}, \(Piece.role)}"
        }
        #expect(found("Model", container("'SM_NUM_GPUS': '1'")).map(\.rule) == ["artifact-not-used"])
        #expect(found("Model", container("'SM_NUM_GPUS': '1', 'Fn::Transform': {'Name': 'Own'}")).isEmpty)
    }
}
