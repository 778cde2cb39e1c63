@testable import SageMakerModel

/// What the containers of AWS and the kinds of endpoints say of a request, without a look into its model.
extension RequestCase {
    static let ofContainers: [RequestCase] =
        nothing + serverless + isolated + registries + archives + slashes + keys + packed + unversioned + packages
        + volumes + labels

    private static let registry = "763104351884.dkr.ecr.us-east-1.amazonaws.com"
    static let tgi =
        "'Image': '\(registry)/huggingface-pytorch-tgi-inference:2.4.0-tgi2.3.1-gpu-py311-cu124-ubuntu22.04'"
    static let tei = "'Image': '\(registry)/tei:2.0.1-tei1.4.0-gpu-py310-cu122-ubuntu22.04'"
    static let huggingFace = "'Image': '\(registry)/huggingface-pytorch-inference:2.1.0-transformers4.37.0-cpu-py310'"
    static let vllm = "'Image': '\(registry)/vllm:0.20.0-gpu-py312'"
    static let sglang = "'Image': '\(registry)/sglang:0.5.5-gpu-py312'"
    static let lmi = "'Image': '\(registry)/djl-inference:0.30.0-lmi12.0.0-cu124'"
    private static let tensorFlow = "'Image': '\(registry)/tensorflow-inference:2.14.1-cpu'"
    private static let triton =
        "'Image': '785573368785.dkr.ecr.us-east-1.amazonaws.com/sagemaker-tritonserver:24.05-py3'"
    private static let linear = "'Image': '382416733822.dkr.ecr.us-east-1.amazonaws.com/linear-learner:1'"
    private static let xgboost = "'Image': '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1'"
    private static let sklearn =
        "'Image': '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-scikit-learn:1.2-1-cpu-py3'"
    static let data = "'ModelDataUrl': 's3://mybucket/model.tar.gz'"

    /// The environment of a container.
    static func environment(_ variables: String) -> String { "'Environment': {\(variables)}" }

    private static func nothing(
        _ image: String, _ bad: String = "", good: String, _ words: String...
    ) -> RequestCase {
        var item = RequestCase(
            "create-model-nothing-to-serve", bad: Piece.request("{\(image), \(environment(bad))}"),
            good: Piece.request("{\(image), \(good)}"), at: "PrimaryContainer.Image")
        item.words = words
        return item
    }

    private static let hub = environment("'HF_MODEL_ID': 'acme/tiny'")

    private static let nothing: [RequestCase] = [
        nothing(tgi, "'SM_NUM_GPUS': '1'", good: hub, "HF_MODEL_ID must be set"),
        nothing(tei, "'HF_MODEL_ID': ''", good: hub, "HF_MODEL_ID must be set"),
        nothing(
            tgi, "'HF_MODEL_ID': '/opt/ml/model'", good: "\(data), " + environment("'HF_MODEL_ID': '/opt/ml/model'")),
        nothing(huggingFace, "'HF_TASK': 'fill-mask'", good: hub, "no config.json"),
        nothing(huggingFace, good: data, "no config.json"),
        nothing(huggingFace, good: "'ModelDataSource': \(Piece.source)"),
        nothing(vllm, good: hub, "No model specified"),
        nothing(vllm, good: environment("'SM_VLLM_MODEL': 'acme/tiny'")),
        nothing(sglang, good: environment("'SM_SGLANG_MODEL_PATH': 'acme/tiny'")),
        nothing(
            sglang, "'HF_MODEL_ID': 'acme/tiny'", good: environment("'SM_SGLANG_MODEL_PATH': 'acme/tiny'"),
            "does not read HF_MODEL_ID", "SM_SGLANG_MODEL_PATH"),
        nothing(vllm, "'SM_SGLANG_MODEL_PATH': 'acme/tiny'", good: hub, "does not read SM_SGLANG_MODEL_PATH"),
        nothing(tei, "'SM_VLLM_MODEL': 'acme/tiny'", good: hub, "does not read SM_VLLM_MODEL"),
        nothing(
            huggingFace, "'SM_VLLM_MODEL': 'acme/tiny'", good: hub, "does not read SM_VLLM_MODEL", "no config.json"),
        nothing(tensorFlow, good: data, "no SavedModel bundles found!"),
        nothing(triton, "'SAGEMAKER_TRITON_DEFAULT_MODEL_NAME': 'a'", good: data, "finds no directory of a model"),
        nothing(triton, good: environment("'SAGEMAKER_MULTI_MODEL': 'true'")),
        nothing(linear, good: data, "built-in algorithm"),
        nothing(xgboost, good: data, "built-in algorithm"),
        nothing(
            xgboost,
            good: environment("'SAGEMAKER_PROGRAM': 'a.py', 'SAGEMAKER_SUBMIT_DIRECTORY': 's3://mybucket/a.tar.gz'")),
        RequestCase(
            "create-model-nothing-to-serve",
            bad: Piece.component("'Specification': {'Container': {\(tgi)}}, 'VariantName': 'v'"),
            good: Piece.component("'Specification': {'Container': {\(tgi), \(hub)}}, 'VariantName': 'v'"),
            at: "Specification.Container.Image"),
    ]

    private static let vpc = ", 'VpcConfig': {'SecurityGroupIds': ['sg-0b2c3d4e'], 'Subnets': ['subnet-0a1b2c3d']}"

    private static func serverless(_ bad: String, good: String, at path: String, _ words: String...) -> RequestCase {
        var item = RequestCase(
            "create-model-serverless-exclusion", bad: bad, good: good, at: path, deployment: .serverless)
        item.words = words
        return item
    }

    private static let serverless: [RequestCase] = [
        serverless(
            Piece.request("{\(data)}", vpc), good: Piece.request("{\(data)}"), at: "VpcConfig", "in no VPC"),
        serverless(
            Piece.request("{\(data)}", ", 'EnableNetworkIsolation': true"),
            good: Piece.request("{\(data)}", ", 'EnableNetworkIsolation': false"), at: "EnableNetworkIsolation",
            "isolated"),
        serverless(
            Piece.request("{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/m/'}"),
            good: Piece.request("{'Mode': 'SingleModel', \(data)}"), at: "PrimaryContainer.Mode", "many models"),
        serverless(
            Piece.request(["{\(data)}", "{}"]), good: Piece.request(["{\(data)}"]), at: "Containers[1]", "has 2"),
        serverless(
            "{\(huggingFace.replacing("-cpu-", with: "-gpu-")), \(data)}", good: "{\(huggingFace), \(data)}",
            at: "Image",
            "is for GPUs", "cpu"),
    ]

    private static func manyModels(_ image: String) -> String {
        Piece.request("{\(image), 'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/models/'}")
    }

    private static let labels: [RequestCase] =
        [vllm, sglang, tgi, tei].map {
            RequestCase(
                "create-model-image-without-label", bad: manyModels($0), good: manyModels(lmi),
                at: "PrimaryContainer.Image", "many models")
        }
        + [vllm, sglang].map {
            RequestCase(
                "create-model-image-without-label", bad: Piece.request(["{\($0), \(data)}", "{\(data)}"]),
                good: Piece.request(["{\($0), \(data)}"]), at: "Containers[0].Image", "another port")
        }
        + [
            ("tensorflow-inference:2.7.0-gpu", "tensorflow-inference:2.7.0-cpu"),
            ("tensorflow-inference:2.7.0-gpu-py38-cu112-ubuntu20.04-sagemaker", "tensorflow-inference:2.8.0-gpu"),
            (
                "pytorch-inference:1.12.0-gpu-py38-cu113-ubuntu20.04",
                "pytorch-inference:1.12.1-gpu-py38-cu116-ubuntu20.04"
            ),
            (
                "huggingface-pytorch-inference:1.10.2-transformers4.17.0-gpu-py38-cu113-ubuntu20.04",
                "huggingface-pytorch-inference:1.13.1-transformers4.26.0-gpu-py39-cu117-ubuntu20.04"
            ),
        ].map { bad, good in
            RequestCase(
                "create-model-image-without-label", bad: manyModels("'Image': '\(registry)/\(bad)'"),
                good: manyModels("'Image': '\(registry)/\(good)'"), at: "PrimaryContainer.Image", "cpu")
        }

    private static func isolated(_ image: String, _ bad: String, good: String, at variable: String) -> RequestCase {
        RequestCase(
            "create-model-isolated-download",
            bad: Piece.request("{\(image), \(environment(bad))}", ", 'EnableNetworkIsolation': true"),
            good: Piece.request("{\(image), \(data), \(environment(good))}", ", 'EnableNetworkIsolation': true"),
            at: "PrimaryContainer.Environment.\(variable)", variable, "no network")
    }

    private static let isolated: [RequestCase] = [
        isolated(tgi, "'HF_MODEL_ID': 'acme/tiny'", good: "'HF_MODEL_ID': '/opt/ml/model'", at: "HF_MODEL_ID"),
        isolated(huggingFace, "'HF_MODEL_ID': 'acme/tiny'", good: "'HF_TASK': 'fill-mask'", at: "HF_MODEL_ID"),
        isolated(lmi, "'HF_MODEL_ID': 's3://mybucket/m/'", good: "'HF_MODEL_ID': '/opt/ml/model'", at: "HF_MODEL_ID"),
        isolated(lmi, "'OPTION_MODEL_ID': 'acme/tiny'", good: "", at: "OPTION_MODEL_ID"),
        isolated(vllm, "'HF_MODEL_ID': 'acme/tiny'", good: "'HF_MODEL_ID': 'acme/tiny'", at: "HF_MODEL_ID"),
        isolated(
            sglang, "'SM_SGLANG_MODEL_PATH': 'acme/tiny'", good: "'SM_SGLANG_MODEL_PATH': '/opt/ml/model'",
            at: "SM_SGLANG_MODEL_PATH"),
        isolated(
            sklearn, "'SAGEMAKER_PROGRAM': 'a.py', 'SAGEMAKER_SUBMIT_DIRECTORY': 's3://mybucket/a.tar.gz'",
            good: "'SAGEMAKER_PROGRAM': 'a.py', 'SAGEMAKER_SUBMIT_DIRECTORY': '/opt/ml/model/code'",
            at: "SAGEMAKER_SUBMIT_DIRECTORY"),
        unsupported("520713654638.dkr.ecr.us-east-1.amazonaws.com/sagemaker-chainer:5.0.0-cpu-py3", good: "false"),
        unsupported(
            "462105765813.dkr.ecr.us-east-1.amazonaws.com/sagemaker-rl-ray-container:ray-1.6.0-tf-cpu-py37",
            good: "false"),
        // One's own image of that name may have been made to.
        unsupported(
            "520713654638.dkr.ecr.us-east-1.amazonaws.com/sagemaker-chainer:5.0.0-cpu-py3", good: "true",
            "123456789012.dkr.ecr.us-east-1.amazonaws.com/sagemaker-chainer:5.0.0-cpu-py3"),
    ]

    private static func unsupported(_ image: String, good isolation: String, _ other: String? = nil) -> RequestCase {
        let request = { (image: String, isolation: String) in
            Piece.request("{'Image': '\(image)', \(data)}", ", 'EnableNetworkIsolation': \(isolation)")
        }
        return RequestCase(
            "create-model-isolation-unsupported", bad: request(image, "true"), good: request(other ?? image, isolation),
            at: "PrimaryContainer.Image", "needs S3")
    }

    private static func image(_ rule: String, _ bad: String, good: String, _ words: String...) -> RequestCase {
        var item = RequestCase(
            "create-model-" + rule, bad: "{'Image': '\(bad)', \(data)}", good: "{'Image': '\(good)', \(data)}",
            at: "Image")
        item.words = words
        return item
    }

    private static let registries: [RequestCase] = [
        image(
            "registry-of-other-region", "683313688378.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1",
            good: "246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1", "in us-east-1",
            "is in us-west-2"),
        image(
            "registry-of-other-region",
            "763104351884.dkr.ecr.ap-east-1.amazonaws.com/pytorch-inference:2.2.0-cpu-py310",
            good: "871362719292.dkr.ecr.ap-east-1.amazonaws.com/pytorch-inference:2.2.0-cpu-py310", "16 other regions"),
        image(
            "registry-of-other-region",
            "763104351884.dkr.ecr.cn-north-1.amazonaws.com.cn/pytorch-inference:2.2.0-cpu-py310",
            good: "727897471807.dkr.ecr.cn-north-1.amazonaws.com.cn/pytorch-inference:2.2.0-cpu-py310"),
        // A registry of one's own, and a region that is newer than the table.
        image(
            "registry-of-other-region", "683313688378.dkr.ecr.eu-west-1.amazonaws.com/a:1",
            good: "683313688378.dkr.ecr.xx-west-9.amazonaws.com/a:1"),
        image(
            "training-image", registry + "/pytorch-training:2.2.0-cpu-py310-ubuntu20.04-sagemaker",
            good: registry + "/pytorch-inference:2.2.0-cpu-py310-ubuntu20.04-sagemaker", "'pytorch-training'"),
        image(
            "training-image", Piece.registry + "/huggingface-pytorch-training:1",
            good: Piece.registry + "/my-training:1"),
    ]

    private static func archive(_ uri: String, good: String, _ more: String = "") -> RequestCase {
        let bad = Piece.place(uri, "S3Object")
        return RequestCase(
            "archive-not-extracted", bad: "{\(Piece.image), 'ModelDataSource': {'S3DataSource': \(bad)}}",
            good: good, at: "ModelDataSource.S3DataSource.S3Uri", "will not be unpacked", "S3Object with Gzip")
    }

    private static func source(_ image: String, _ place: String) -> String {
        "{\(image), 'ModelDataSource': {'S3DataSource': \(place)}}"
    }

    private static let archives: [RequestCase] = [
        archive(
            "s3://mybucket/m/model.tar.gz",
            good: source(Piece.image, Piece.place("s3://mybucket/m/model.tar.gz", "S3Object", "Gzip"))),
        // These containers unpack it themselves.
        archive(
            "s3://mybucket/m/model.tgz", good: source(lmi, Piece.place("s3://mybucket/m/model.tar.gz", "S3Object"))),
        archive(
            "s3://mybucket/m/model.tar.gz",
            good: source(Piece.image, Piece.place("s3://mybucket/m/model.safetensors", "S3Object"))),
    ]

    private static let slashes: [RequestCase] = [
        RequestCase(
            "create-model-double-slash", bad: Piece.place("s3://mybucket/m//"),
            good: Piece.place("s3://mybucket/m//n/"),
            at: "S3Uri", "two slashes"),
        RequestCase(
            "create-model-double-slash", bad: "{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/m//'}",
            good: "{'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/m/'}", at: "ModelDataUrl"),
    ]

    private static let keys: [RequestCase] = [
        RequestCase(
            "create-model-secret-in-environment", bad: "{'Environment': {'SAGEMAKER_SERVE_SECRET_KEY': '0f9b'}}",
            good: "{'Environment': {'SAGEMAKER_SERVE_SECRET_KEY': ''}}",
            at: "Environment.SAGEMAKER_SERVE_SECRET_KEY", "ModelBuilder", "leave it"),
        RequestCase(
            "create-model-secret-in-environment",
            bad: "{'Environment': {'HUGGING_FACE_HUB_TOKEN': 'hf_\(String(repeating: "x", count: 34))'}}",
            good: "{'Environment': {'HF_TOKEN_PATH': '/opt/ml/token'}}",
            at: "Environment.HUGGING_FACE_HUB_TOKEN", "token of Hugging Face", "this one model"),
    ]

    private static func package(_ members: String, _ container: String = data) -> String {
        "{\(members), \(Piece.specification("{\(Piece.image), \(container)}"))}"
    }

    private static func memory(_ size: Int, most: Int = 5, _ more: String = "") -> String {
        """
        {'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': \
        {\(Piece.image), \(data)}}}, 'C': {'Type': 'AWS::SageMaker::EndpointConfig', 'Properties': {'ProductionVariants': \
        [{'VariantName': 'v', 'ServerlessConfig': {'MaxConcurrency': \(most), 'MemorySizeInMB': \(size)\(more)}}]}}}}
        """
    }

    private static func volume(_ type: String, _ more: String = ", 'VolumeSizeInGB': 256") -> String {
        """
        {'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': \
        {\(Piece.image), \(data)}}}, 'C': {'Type': 'AWS::SageMaker::EndpointConfig', 'Properties': {'ProductionVariants': \
        [{'VariantName': 'v', 'InitialInstanceCount': 1, 'InstanceType': '\(type)'\(more)}]}}}}
        """
    }

    private static let volumes: [RequestCase] =
        ["ml.g5.2xlarge", "ml.g4dn.xlarge", "ml.p5.48xlarge", "ml.m5d.large"].map {
            RequestCase(
                "request-instance-volume", bad: volume($0), good: volume("ml.m5.large"),
                at: "Resources.C.Properties.ProductionVariants[0].VolumeSizeInGB", "has a disk of its own")
        } + [
            RequestCase(
                "request-instance-volume", bad: volume("ml.trn1.2xlarge"),
                good: volume("ml.trn1.2xlarge", ", 'VolumeSizeInGB': {'Ref': 'Size'}"),
                at: "Resources.C.Properties.ProductionVariants[0].VolumeSizeInGB")
        ]

    private static func object(_ uri: String, _ compression: String = "Gzip") -> String {
        source(Piece.image, Piece.place(uri, "S3Object", compression))
    }

    private static let packed: [RequestCase] = [
        RequestCase(
            "create-model-source-not-tar-gz", bad: object("s3://mybucket/model.zip"),
            good: object("s3://mybucket/model.tgz"), at: "ModelDataSource.S3DataSource.S3Uri", "ends with .zip"),
        RequestCase(
            "create-model-source-not-tar-gz", bad: object("s3://mybucket/m/model.tar"),
            good: object("s3://mybucket/m/model.bin", "None"), at: "ModelDataSource.S3DataSource.S3Uri", ".tar"),
        // What the CDK calls an asset, and names that say nothing.
        RequestCase(
            "create-model-source-not-tar-gz", bad: object("s3://mybucket/model.pkl"),
            good: object("s3://mybucket/0f9b1c.gz"), at: "ModelDataSource.S3DataSource.S3Uri"),
        RequestCase(
            "create-model-source-not-tar-gz", bad: object("s3://mybucket/v1.2/model.h5"),
            good: object("s3://mybucket/model-v1.2"), at: "ModelDataSource.S3DataSource.S3Uri"),
    ]

    private static func lone(_ container: String, types: String = both) -> String {
        let specification = Piece.specification("{\(Piece.image), \(container)}")
        return "{'ModelPackageName': 'p', " + specification.dropLast() + types + "}}"
    }
    private static let both =
        ", 'SupportedTransformInstanceTypes': ['ml.m5.large'], 'SupportedRealtimeInferenceInstanceTypes': ['ml.m5.large']"

    private static let unversioned: [RequestCase] = [
        RequestCase(
            "create-model-unversioned-package", bad: lone("\(data), 'Environment': {'A': '1'}"),
            good: lone("\(data), 'Environment': {}"), at: "InferenceSpecification.Containers[0].Environment",
            "has no Environment"),
        RequestCase(
            "create-model-unversioned-package", bad: lone("'ModelDataSource': \(Piece.source)"), good: lone(data),
            at: "InferenceSpecification.Containers[0].ModelDataSource", "ModelDataUrl"),
        RequestCase(
            "create-model-unversioned-package",
            bad: lone(data, types: ", 'SupportedTransformInstanceTypes': ['ml.m5.large']"),
            good: package("'ModelPackageGroupName': 'g'"),
            at: "InferenceSpecification.SupportedRealtimeInferenceInstanceTypes", "instance types"),
        RequestCase(
            "create-model-unversioned-package", bad: "{'ModelApprovalStatus': 'Approved', " + lone(data).dropFirst(),
            good: package("'ModelPackageGroupName': 'g', 'ModelApprovalStatus': 'Approved'"),
            at: "ModelApprovalStatus", "does not apply"),
    ]

    private static func product(_ account: String, _ more: String = "") -> String {
        let name = "arn:aws:sagemaker:us-east-1:\(account):model-package/product-1"
        return Piece.request("{'ModelPackageName': '\(name)'\(more)}")
    }

    private static let packages: [RequestCase] = [
        RequestCase(
            "create-model-marketplace-environment", bad: product("865070037744", ", \(environment("'A': 'b'"))"),
            good: product("865070037744"), at: "PrimaryContainer.Environment", "single products"),
        RequestCase(
            "create-model-marketplace-environment", bad: product("594846645681", ", \(environment("'A': 'b'"))"),
            good: product("123456789012", ", \(environment("'A': 'b'"))"), at: "PrimaryContainer.Environment"),
        RequestCase(
            "create-model-data-url-not-tar-gz",
            bad: package("'ModelPackageGroupName': 'g', 'SamplePayloadUrl': 's3://mybucket/payload.json'"),
            good: package("'ModelPackageGroupName': 'g', 'SamplePayloadUrl': 's3://mybucket/payload.tar.gz'"),
            at: "SamplePayloadUrl", "pack the payload"),
        RequestCase(
            "create-model-package-both-names", bad: package("'ModelPackageGroupName': 'g', 'ModelPackageName': 'p'"),
            good: package("'ModelPackageGroupName': 'g'"), at: "ModelPackageName", "do not go together"),
        RequestCase(
            "create-model-package-tags",
            bad: package("'ModelPackageGroupName': 'g', 'Tags': [{'Key': 'team', 'Value': 'ml'}]"),
            good: "{'Tags': [{'Key': 'team', 'Value': 'ml'}], " + lone(data).dropFirst(), at: "Tags",
            "of the group"),
        RequestCase(
            "create-model-package-tags",
            bad: package("'ModelPackageGroupName': 'g', 'Tags': [{'Key': 'a', 'Value': ''}]"),
            good: package("'ModelPackageGroupName': 'g', 'Tags': []"), at: "Tags"),
        RequestCase(
            "create-model-package-source-uri",
            bad: package("'ModelPackageGroupName': 'g', 'SourceUri': 's3://mybucket/m/'"),
            good: package("'ModelPackageGroupName': 'g'"), at: "SourceUri", "do not go together"),
        RequestCase(
            "create-model-package-source-uri", bad: "{'ModelPackageName': 'p', 'SourceUri': 's3://mybucket/m/'}",
            good: "{'ModelPackageGroupName': 'g', 'SourceUri': 's3://mybucket/m/'}", at: "SourceUri", "in no group"),
        RequestCase(
            "create-model-package-additional-source",
            bad: package(
                "'ModelPackageGroupName': 'g'",
                "'AdditionalS3DataSource': {'S3Uri': 's3://mybucket/a', 'S3DataType': 'S3Object'}"),
            good: package("'ModelPackageGroupName': 'g'"),
            at: "InferenceSpecification.Containers[0].AdditionalS3DataSource"),
        RequestCase(
            "create-model-package-certified",
            bad: package("'ModelPackageGroupName': 'g', 'CertifyForMarketplace': true"),
            good: package("'ModelPackageGroupName': 'g', 'CertifyForMarketplace': false"),
            at: "CertifyForMarketplace", "does not apply"),
        RequestCase(
            "create-model-package-certified",
            bad: package("'ModelPackageGroupName': 'g', 'CertifyForMarketplace': true"),
            good: "{'CertifyForMarketplace': true, " + lone(data).dropFirst(), at: "CertifyForMarketplace"),
        RequestCase(
            "request-serverless-concurrency", bad: memory(6144, ", 'ProvisionedConcurrency': 6"),
            good: memory(6144, ", 'ProvisionedConcurrency': 5"),
            at: "Resources.C.Properties.ProductionVariants[0].ServerlessConfig.ProvisionedConcurrency",
            "more than MaxConcurrency"),
        RequestCase(
            "request-serverless-memory", bad: memory(2000), good: memory(2048),
            at: "Resources.C.Properties.ProductionVariants[0].ServerlessConfig.MemorySizeInMB", "2000"),
        RequestCase(
            "request-number-out-of-range", bad: memory(8192), good: memory(6144),
            at: "Resources.C.Properties.ProductionVariants[0].ServerlessConfig.MemorySizeInMB", "1024 to 6144"),
        RequestCase(
            "request-number-out-of-range", bad: memory(6144, most: 201), good: memory(6144, most: 200),
            at: "Resources.C.Properties.ProductionVariants[0].ServerlessConfig.MaxConcurrency", "1 to 200"),
        RequestCase(
            "request-number-out-of-range", bad: memory(6144, ", 'ProvisionedConcurrency': 0"),
            good: memory(6144, ", 'ProvisionedConcurrency': 5"),
            at: "Resources.C.Properties.ProductionVariants[0].ServerlessConfig.ProvisionedConcurrency", "1 to 200"),
    ]
}
