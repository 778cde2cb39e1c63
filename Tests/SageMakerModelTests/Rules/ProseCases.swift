@testable import SageMakerModel

extension RequestCase {
    /// What the prose of the API page, and of the pages that it leads to, says beyond the service model.
    static let prose: [RequestCase] = secrets + images + networks + references + others

    private static func secret(_ entry: String, _ good: String, _ words: String) -> RequestCase {
        let name = entry.split(separator: "'")[0]
        return RequestCase(
            "create-model-secret-in-environment", bad: "{'Environment': {\(entry)}}",
            good: "{'Environment': {\(good)}}",
            at: "Environment.\(name)", words)
    }

    private static let secrets: [RequestCase] = [
        secret(
            "'DB_PASSWORD': 'x9'", "'DB_PASSWORD_ARN': 'arn:aws:secretsmanager:us-east-1:1:secret:x'", "such a name"),
        secret("'HF_TOKEN': 'x'", "'MAX_TOTAL_TOKENS': '4096', 'PAD_TOKEN': '<pad>', 'TOKENIZER': 'x'", "such a name"),
        secret("'TOKEN': 'x'", "'HF_TOKEN': '', 'USE_AUTH_TOKEN': 'true', 'TOKEN_FILE': '/opt/x'", "such a name"),
        secret("'openaiApiKey': 'x'", "'API_KEY_NAME': 'x', 'KEY': 'x', 'SORT_KEY': 'x'", "such a name"),
        secret("'AWS_SECRET_ACCESS_KEY': 'x'", "'SECRET_NAME': 'x', 'SECRETARY': 'x'", "such a name"),
        secret("'AWS_ACCESS_KEY_ID': 'x'", "'AWS_DEFAULT_REGION': 'us-east-1'", "such a name"),
        secret("'CLIENT_SECRET': '1234'", "'CLIENT_SECRET': '123'", "such a name"),
        secret(
            "'A': 'AKIAIOSFODNN7EXAMPLE'", "'A': 'AKIAIOSFODNN7EXAMPL', 'B': 'AKIAIOSFODNN7EXAMPLe'", "AWS access key"),
        secret("'A': 'hf_\(letters(34))'", "'A': 'hf_\(letters(12))', 'B': 'xhf_\(letters(34))'", "Hugging Face"),
        secret("'A': 'ghp_\(letters(36))'", "'A': 'ghp_\(letters(35))'", "GitHub"),
        secret(
            "'A': '-----BEGIN EC PRIVATE KEY-----\\nx'", "'A': '-----BEGIN CERTIFICATE-----\\nx'", "private key"),
    ]

    private static func letters(_ count: Int) -> String { String(repeating: "x", count: count) }

    private static func image(_ bad: String, _ good: String, _ words: String..., rule: String = "form") -> RequestCase {
        var item = RequestCase(
            "create-model-image-" + rule, bad: "{'Image': '\(bad)'}", good: "{'Image': '\(good)'}", at: "Image")
        item.words = words
        return item
    }

    private static let images: [RequestCase] = [
        image("image:1", Piece.registry + "/image", "no registry"),
        image("team/image:1", Piece.registry + "/team/image:1", "no registry"),
        image("https://\(Piece.registry)/image:1", Piece.registry + "/image:1.0-py3_x", "no scheme"),
        image(Piece.registry + "/Image:1", Piece.registry + "/a.b_c-d:1", "'Image' cannot be a repository"),
        image(Piece.registry + "/:1", Piece.registry + "/0/a:1", "cannot be a repository"),
        image(Piece.registry + "/a//b:1", Piece.registry + "/a/b:1", "cannot be a repository"),
        image(Piece.registry + "/a-:1", Piece.registry + "/a-b:1", "cannot be a repository"),
        image(Piece.registry + "/a:", Piece.registry + "/a:_", "cannot be a tag"),
        image(Piece.registry + "/a:.1", Piece.registry + "/a:1.", "cannot be a tag"),
        image(
            Piece.registry + "/a:" + letters(129), Piece.registry + "/a:" + letters(128), "cannot be a tag"),
        image(
            Piece.registry + "/a@sha256:" + String(repeating: "0", count: 63),
            Piece.registry + "/a@sha256:" + String(repeating: "0f", count: 32), "cannot be a digest", "64"),
        image(
            Piece.registry + "/a@md5:" + String(repeating: "0", count: 64),
            Piece.registry + "/a:1@sha256:" + String(repeating: "0", count: 64), "cannot be a digest"),
        image(
            Piece.registry + "/a@sha256:" + String(repeating: "G", count: 64), Piece.registry + "/a",
            "cannot be a digest"),
        image(
            "public.ecr.aws/x/image:1", "123456789012.dkr-ecr.us-east-1.on.aws/x:1", "'public.ecr.aws'",
            rule: "not-in-ecr"),
        image(
            "docker.io/library/nginx", "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/x:1", "docker.io",
            rule: "not-in-ecr"),
        image(
            "localhost:5000/image", "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/x", "localhost:5000",
            rule: "not-in-ecr"),
        image(
            "12345678901.dkr.ecr.us-east-1.amazonaws.com/x", "123456789012.dkr-ecr-fips.us-east-1.on.aws/x",
            "12345678901"),
        image(
            "123456789012.dkr.eks.us-east-1.amazonaws.com/x", Piece.registry + "/x", "dkr.eks", rule: "not-in-ecr"),
        RequestCase(
            "create-model-image-not-in-ecr", bad: "{'Image': 'my.registry/x', \(mode("Platform"))}",
            good: "{'Image': 'my.registry/x', \(mode("Vpc"))}", at: "Image", "my.registry"),
        data("jumpstart-cache-prod-us-west-2", "jumpstart-cache-prod-us-east-1", "is in us-west-2"),
        data("sagemaker-us-west-2-123456789012", "sagemaker-us-east-1-123456789012", "is probably in us-west-2"),
        data("sagemaker-eu-west-1-210987654321", "sagemaker-us-west-2-12345678901", "is probably in eu-west-1"),
        data("jumpstart-cache-prod-ap-southeast-2", "jumpstart-cache-prod-nowhere", "the image is in us-east-1"),
    ]

    private static func mode(_ mode: String) -> String { "'ImageConfig': {'RepositoryAccessMode': '\(mode)'}" }

    private static func data(_ bad: String, _ good: String, _ words: String) -> RequestCase {
        RequestCase(
            "create-model-image-in-other-region",
            bad: "{\(Piece.image), 'ModelDataUrl': 's3://\(bad)/m.tar.gz'}",
            good: "{\(Piece.image), 'ModelDataUrl': 's3://\(good)/m.tar.gz'}", at: "ModelDataUrl", words)
    }

    private static func network(_ groups: String, _ subnets: String) -> String {
        Piece.request("{}", ", 'VpcConfig': {'SecurityGroupIds': ['\(groups)'], 'Subnets': ['\(subnets)']}")
    }

    private static func arn(_ credentials: String) -> String {
        let provider = "{'RepositoryCredentialsProviderArn': '\(credentials)'}"
        return "{'ImageConfig': {'RepositoryAccessMode': 'Vpc', 'RepositoryAuthConfig': \(provider)}}"
    }

    private static func hub(_ arn: String) -> String {
        Piece.place("s3://mybucket/m/", "S3Prefix", "None", ", 'HubAccessConfig': {'HubContentArn': '\(arn)'}")
    }

    private static let networks: [RequestCase] = [
        RequestCase(
            "create-model-vpc-id-kind", bad: network("subnet-0a1b2c3d", "subnet-0a1b2c3d"),
            good: network("sg-0b2c3d4e", "subnet-0a1b2c3d"),
            at: "VpcConfig.SecurityGroupIds[0]", "'subnet-0a1b2c3d'", "begins with 'sg-'"),
        RequestCase(
            "create-model-vpc-id-kind", bad: network("sg-0b2c3d4e", "sg-0b2c3d4e"),
            good: network("sg-0b2c3d4e", "subnet-0a1b2c3d4e5f6a7b8"),
            at: "VpcConfig.Subnets[0]", "begins with 'subnet-'"),
        RequestCase(
            "create-model-vpc-id-kind", bad: network("default", "subnet-0a1b2c3d"),
            good: network("sg-0b2c3d4e5f6a7b8c9", "subnet-0a1b2c3d"),
            at: "VpcConfig.SecurityGroupIds[0]", "'default'"),
        RequestCase(
            "create-model-vpc-id-form", bad: network("sg-xyz", "subnet-0a1b2c3d"),
            good: network("sg-0B2c3d4e", "subnet-0a1b2c3d"), at: "VpcConfig.SecurityGroupIds[0]", "'sg-xyz'",
            "8 or 17 hexadecimal digits follow 'sg-'"),
        RequestCase(
            "create-model-vpc-id-form", bad: network("sg-0b2c3d4e", "subnet-0a1b2c3d4e5f6a7b"),
            good: network("sg-0b2c3d4e", "subnet-0a1b2c3d4e5f6a7b8"), at: "VpcConfig.Subnets[0]",
            "8 or 17 hexadecimal digits follow 'subnet-', not 16"),
        RequestCase(
            "create-model-private-registry-without-vpc", bad: Piece.request("{\(mode("Vpc"))}"),
            good: Piece.request(
                "{\(mode("Vpc"))}",
                ", 'VpcConfig': {'SecurityGroupIds': ['sg-0b2c3d4e'], 'Subnets': ['subnet-0a1b2c3d']}"),
            at: "PrimaryContainer.ImageConfig.RepositoryAccessMode", "names none"),
        RequestCase(
            "create-model-foreign-arn", bad: arn("arn:aws:iam::123456789012:role/r"),
            good: arn("arn:aws-cn:lambda:cn-north-1:123456789012:function:f:1"),
            at: "ImageConfig.RepositoryAuthConfig.RepositoryCredentialsProviderArn", "Lambda", "arn:aws:lambda:"),
        RequestCase(
            "create-model-foreign-arn", bad: arn("arn:aws:lambda:us-east-1:123456789012:layer:l"),
            good: arn("arn:aws:lambda:us-east-1:123456789012:function:f"),
            at: "ImageConfig.RepositoryAuthConfig.RepositoryCredentialsProviderArn", "layer"),
        RequestCase(
            "create-model-foreign-arn", bad: hub("arn:aws:sagemaker:us-east-1:123456789012:hub/h"),
            good: hub("arn:aws:sagemaker:us-east-1:aws:hub-content/SageMakerPublicHub/Model/m"),
            at: "HubAccessConfig.HubContentArn", "the content of a hub"),
        RequestCase(
            "create-model-foreign-arn", bad: hub("my-hub"),
            good: hub("arn:aws:sagemaker:us-east-1:123456789012:hub-content/h/Model/m/1.0.0"),
            at: "HubAccessConfig.HubContentArn", "'my-hub'"),
        RequestCase(
            "create-model-foreign-arn", bad: package("arn:aws:sagemaker:us-east-1:123456789012:model-package-group/g"),
            good: package("arn:aws:sagemaker:us-east-1:123456789012:model-package/g/1"),
            at: "PrimaryContainer.ModelPackageName", "the ARN of a model package", "model-package/"),
        RequestCase(
            "create-model-foreign-arn", bad: package("arn:aws:sagemaker:us-east-1:123456789012:model/m"),
            good: package("my-package"), at: "PrimaryContainer.ModelPackageName", "model/m"),
        RequestCase(
            "create-model-mixed-partitions", bad: inChina("arn:aws"), good: inChina("arn:aws-cn"),
            at: "PrimaryContainer.Image", "the image is in the partition aws-cn, and the role is in aws"),
        RequestCase(
            "create-model-image-form",
            bad: inChina("arn:aws-cn").replacing(".com.cn", with: ".com"), good: inChina("arn:aws-cn"),
            at: "PrimaryContainer.Image", "ACCOUNT.dkr.ecr.cn-north-1.amazonaws.com.cn"),
        RequestCase(
            "create-model-image-form", bad: image("12345678901.dkr.ecr.us-east-1.amazonaws.com"),
            good: image("012345678901.dkr.ecr.us-east-1.amazonaws.com"), at: "PrimaryContainer.Image",
            "'12345678901' is no account", "12 digits"),
        RequestCase(
            "create-model-image-form", bad: image("ACCOUNT_ID.dkr-ecr.us-east-1.on.aws"),
            good: image("012345678901.dkr-ecr.us-east-1.on.aws"), at: "PrimaryContainer.Image", "'ACCOUNT_ID'"),
        RequestCase(
            "create-model-package-and-image", bad: package("p", ", \(Piece.image)"), good: package("p"),
            at: "PrimaryContainer.Image", "Image does not go with it"),
        RequestCase(
            "create-model-package-and-image", bad: package(version, ", \(Piece.image)"), good: package(version),
            at: "PrimaryContainer.Image", "restricted"),
        RequestCase(
            "create-model-package-and-image", bad: package("p", ", 'ModelDataSource': \(Piece.source)"),
            good: package("p"), at: "PrimaryContainer.ModelDataSource", "not documented"),
        RequestCase(
            "create-model-package-and-image", bad: package("p", ", 'ModelDataUrl': 's3://mybucket/m.tar.gz'"),
            good: Piece.request("{'ModelDataUrl': 's3://mybucket/m.tar.gz'}"), at: "PrimaryContainer.ModelDataUrl"),
        RequestCase(
            "create-model-several-multi-model", bad: modes("MultiModel", "MultiModel"),
            good: modes("MultiModel", "SingleModel"), at: "Containers[1].Mode"),
        RequestCase(
            "create-model-image-in-other-region", bad: images("us-east-1", "us-west-2"),
            good: images("us-west-2", "us-west-2"), at: "Containers[1].Image", "is in us-west-2", "in us-east-1"),
    ]

    private static let version = "arn:aws:sagemaker:us-east-1:123456789012:model-package/g/1"

    private static func package(_ name: String, _ more: String = "") -> String {
        "{'ModelName': 'm', 'PrimaryContainer': {'ModelPackageName': '\(name)'\(more)}, \(Piece.role)}"
    }

    /// A request with an image of China, and a role of some partition.
    private static func inChina(_ partition: String) -> String {
        Piece.request(
            "{'Image': '123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/image:1'}",
            ", 'ExecutionRoleArn': '\(partition):iam::123456789012:role/role'")
    }

    private static func image(_ registry: String) -> String {
        Piece.request("{'Image': '\(registry)/image:1'}")
    }

    private static func modes(_ modes: String...) -> String {
        Piece.request(
            modes.map { mode in
                let data = mode == "MultiModel" ? "s3://mybucket/m/" : "s3://mybucket/m.tar.gz"
                return "{\(Piece.image), 'Mode': '\(mode)', 'ModelDataUrl': '\(data)'}"
            })
    }

    private static func images(_ regions: String...) -> String {
        Piece.request(regions.map { "{'Image': '123456789012.dkr.ecr.\($0).amazonaws.com/image:1'}" })
    }

    private static func place(_ more: String, _ type: String = "S3Object") -> String {
        Piece.place(type == "S3Object" ? "s3://mybucket/m" : "s3://mybucket/m/", type, "None", ", " + more)
    }

    private static func reference(_ member: String, _ bad: String, _ good: String, _ words: String) -> RequestCase {
        let template = { (value: String) in
            let role = member == "ExecutionRoleArn" ? "" : ", \(Piece.role)"
            let image = member == "PrimaryContainer.Image" ? "" : Piece.image
            let container = member.hasPrefix("Primary") ? "'\(member.split(separator: ".")[1])': \(value)" : ""
            let members = [image, container].filter { !$0.isEmpty }.joined(separator: ", ")
            let own = member.hasPrefix("Primary") ? "" : ", '\(member)': \(value)"
            return
                "{'Resources': {\(resources), 'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {'PrimaryContainer': {\(members)}\(role)\(own)}}}}"
        }
        return RequestCase(
            "create-model-name-of-resource", bad: template(bad), good: template(good),
            at: "Resources.M.Properties.\(member)", words)
    }

    private static let resources =
        "'R': {'Type': 'AWS::IAM::Role'}, 'B': {'Type': 'AWS::S3::Bucket'}, 'I': {'Type': 'AWS::ECR::Repository'}"

    private static let references: [RequestCase] = [
        reference("ExecutionRoleArn", "{'Ref': 'R'}", "{'Fn::GetAtt': ['R', 'Arn']}", "the ARN of a role"),
        reference("ExecutionRoleArn", "{'Fn::Sub': '${R}'}", "{'Fn::Sub': '${R.Arn}'}", "the name of a resource"),
        reference("ExecutionRoleArn", "{'Ref': 'R'}", "{'Ref': 'Parameter'}", "Fn::GetAtt"),
        reference(
            "ExecutionRoleArn", "{'Fn::GetAtt': ['R', 'RoleId']}", "{'Fn::GetAtt': 'R.Arn'}", "the ARN of a role"),
        reference("ExecutionRoleArn", "{'Fn::Sub': '${R.RoleId}'}", "{'Fn::Sub': '${Custom.RoleArn}'}", "Fn::GetAtt"),
        reference(
            "ExecutionRoleArn", "{'Fn::Join': ['', [{'Ref': 'R'}]]}",
            "{'Fn::Join': ['', ['arn:aws:iam::123456789012:role/', {'Ref': 'R'}]]}", "the name of a resource"),
        reference("PrimaryContainer.Image", "{'Ref': 'I'}", "{'Fn::GetAtt': 'I.RepositoryUri'}", "RepositoryUri"),
        reference(
            "PrimaryContainer.Image", "{'Fn::Sub': '${I}:1'}",
            "{'Fn::Sub': ['${I}:1', {'I': {'Fn::GetAtt': ['I', 'RepositoryUri']}}]}", "not with a registry"),
        reference(
            "PrimaryContainer.ModelDataUrl", "{'Fn::Sub': '${B}/m.tar.gz'}", "{'Fn::Sub': 's3://${B}/m.tar.gz'}",
            "s3://"),
    ]

    private static let others: [RequestCase] = [
        RequestCase(
            "create-model-manifest-etag-alone", bad: place("'ManifestEtag': 'x'"),
            good: place("'ManifestEtag': 'x', 'ManifestS3Uri': 's3://mybucket/m.csv'"), at: "ManifestEtag"),
        RequestCase(
            "create-model-etag-form", bad: place("'ETag': '\\u0022x\\u0022'"), good: place("'ETag': 'x'"), at: "ETag",
            "in quotes"),
        RequestCase(
            "create-model-etag-form", bad: place("'ETag': 'x\\u0022'"), good: place("'ETag': 'x-2'"), at: "ETag",
            "quotes"),
        RequestCase(
            "create-model-etag-form",
            bad: place("'ManifestEtag': 'W/x', 'ManifestS3Uri': 's3://mybucket/m.csv'"),
            good: place("'ManifestEtag': 'w/x', 'ManifestS3Uri': 's3://mybucket/m.csv'"), at: "ManifestEtag", "weak"),
        RequestCase(
            "create-model-etag-of-prefix", bad: place("'ETag': 'x'", "S3Prefix"), good: place("'ETag': 'x'"), at: "ETag"
        ),
        RequestCase(
            "create-model-hostname-ignored", bad: Piece.request("{'ContainerHostname': 'a'}"),
            good: Piece.request(["{'ContainerHostname': 'a'}"]), at: "PrimaryContainer.ContainerHostname"),
        RequestCase(
            "create-model-cache-without-multi-model", bad: "{'MultiModelConfig': {'ModelCacheSetting': 'Disabled'}}",
            good: "{'MultiModelConfig': {'ModelCacheSetting': 'Disabled'}, 'Mode': 'MultiModel'}",
            at: "MultiModelConfig"),
        RequestCase(
            "create-model-cache-without-multi-model",
            bad: "{'MultiModelConfig': {'ModelCacheSetting': 'Enabled'}, 'Mode': 'SingleModel'}",
            good: "{'MultiModelConfig': {}, 'Mode': 'SingleModel'}", at: "MultiModelConfig"),
        RequestCase(
            "create-model-specification-without-package",
            bad: "{\(Piece.image), 'InferenceSpecificationName': 's'}",
            good: "{'InferenceSpecificationName': 's', 'ModelPackageName': 'p'}", at: "InferenceSpecificationName"),
        RequestCase(
            "create-model-no-role", bad: "{'ModelName': 'm', 'PrimaryContainer': \(Piece.container)}",
            good: Piece.request("{}"), at: "ExecutionRoleArn"),
        RequestCase(
            "create-model-no-image", bad: "{'ModelName': 'm', 'PrimaryContainer': {}, \(Piece.role)}",
            good: Piece.request("{'ModelPackageName': 'p'}"), at: "PrimaryContainer.Image"),
        RequestCase(
            "create-model-reserved-tag", bad: Piece.request("{}", ", 'Tags': [{'Key': 'AWS:x', 'Value': 'y'}]"),
            good: Piece.request("{}", ", 'Tags': [{'Key': 'my:aws:x', 'Value': 'aws:'}]"), at: "Tags[0].Key"),
        RequestCase(
            "create-model-source-without-place", bad: "{'ModelDataSource': {}}",
            good: "{'ModelDataSource': \(Piece.source)}", at: "ModelDataSource"),
        RequestCase(
            "create-model-dot-channel",
            bad: "{'ChannelName': '..', 'S3DataSource': \(Piece.place("s3://mybucket/m/"))}",
            good: "{'ChannelName': '...', 'S3DataSource': \(Piece.place("s3://mybucket/m/"))}", at: "ChannelName",
            "'..'"),
    ]
}
