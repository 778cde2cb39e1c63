import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Containers beside those that a rule is about, and how grave it is where an image only bears the name of one of AWS.
@Suite struct ContainerNeighbourTests {
    private func findings(_ text: String, _ deployment: Deployment? = nil) -> [Finding] {
        RequestCase.findings(text, deployment: deployment)
    }

    private func rules(_ text: String, _ deployment: Deployment? = nil) -> [String] {
        findings(text, deployment).map(\.rule)
    }

    private func template(_ container: String) -> String {
        "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': \(container)}}}}"
    }

    private static let account = "683313688378"
    private static let registry = account + ".dkr.ecr.us-east-1.amazonaws.com"
    private static let xgboost = "'Image': '\(registry)/sagemaker-xgboost:1.7-1'"
    private static let sklearn = "'Image': '\(registry)/sagemaker-scikit-learn:1.2-1-cpu-py3'"

    /// Whoever copies an image of AWS may have changed it.
    @Test func gravityOfImages() {
        let severity = { (image: String) in
            findings("{'Image': '\(image)', \(RequestCase.data)}").map(\.severity)
        }
        let training = "/pytorch-training:2.2.0-cpu-py310"
        #expect(severity("763104351884.dkr.ecr.us-east-1.amazonaws.com" + training) == [.error])
        #expect(severity(Piece.registry + training) == [.warning])
        // Of an account in several regions, AWS may have added one.
        #expect(
            severity("\(Self.account).dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.7-1") == [
                .error
            ])
        #expect(
            severity("763104351884.dkr.ecr.ap-east-1.amazonaws.com/pytorch-inference:2.2.0-cpu-py310")
                == [.warning])
    }

    /// vLLM serves something of its own choice, the others stop.
    @Test func gravityOfNothingToServe() {
        let severity = { (image: String) in findings(Piece.request("{\(image)}")).map(\.severity) }
        #expect(severity(RequestCase.tgi) == [.error] && severity(RequestCase.vllm) == [.warning])
        #expect(severity(RequestCase.sglang) == [.error] && severity(Self.xgboost) == [.error])
        let help = { (image: String) in findings(Piece.request("{\(image)}")).first?.help ?? "" }
        #expect(help(RequestCase.sglang).contains("SM_SGLANG_MODEL_PATH"))
        #expect(!help(RequestCase.vllm).contains("SM_SGLANG_MODEL_PATH"))
        // An image of somebody else may read a variable of its own, and have a model or a place for models of its own.
        let own = { (name: String, variables: String) in
            rules(Piece.request("{'Image': '\(Piece.registry)/\(name):1', \(RequestCase.environment(variables))}"))
        }
        #expect(own("sglang", "'OPTION_MODEL': 'acme/tiny'") == [])
        #expect(own("sglang", "'HF_MODEL_ID': 'acme/tiny'") == [] && own("vllm", "'SM_SGLANG_MODEL_PATH': 'a/b'") == [])
        for variables in ["", "'OPTION_MODEL': ''", "'OPTION_CONTEXT_LENGTH': '1'"] {
            #expect(own("sglang", variables) == ["create-model-nothing-to-serve"], "\(variables)")
        }
        #expect(
            rules(Piece.request("{\(RequestCase.sglang), \(RequestCase.environment("'OPTION_MODEL': 'a/b'"))}")).count
                == 1)
        #expect(own("sagemaker-tritonserver", "") == [] && own("tensorflow-inference", "") == [])
        // The Hub is asked for it, which another rule says.
        let local = RequestCase.environment("'HF_MODEL_ID': '/opt/ml/model'")
        let found = rules(Piece.request("{\(RequestCase.huggingFace), \(local)}"))
        #expect(!found.isEmpty && !found.contains("create-model-nothing-to-serve"))
        // What is null is not given.
        let null = rules(Piece.request("{\(RequestCase.tgi), 'ModelDataUrl': null}"))
        #expect(null.contains("create-model-nothing-to-serve") && !null.contains("artifact-not-used"))
    }

    @Test(arguments: [
        "blazingtext", "factorization-machines", "forecasting-deepar", "image-classification",
        "ipinsights", "kmeans",
        "knn", "lda", "linear-learner", "ntm", "object-detection", "object2vec", "pca",
        "randomcutforest",
        "semantic-segmentation", "seq2seq", "xgboost",
    ])
    func algorithms(_ name: String) {
        let request = { (registry: String) in Piece.request("{'Image': '\(registry)/\(name):1'}") }
        #expect(
            rules(request("382416733822.dkr.ecr.us-east-1.amazonaws.com")) == [
                "create-model-nothing-to-serve"
            ])
        #expect(rules(request(Piece.registry)) == [])
    }

    /// Where a template tells no more than that there are variables, a script may be among them.
    @Test func algorithmsOfTemplates() {
        #expect(rules(template("{\(Self.xgboost)}")) == ["create-model-nothing-to-serve"])
        for environment in ["{'Fn::GetAtt': ['A', 'B']}", "{'SAGEMAKER_PROGRAM': {'Ref': 'P'}}"] {
            #expect(
                rules(template("{\(Self.xgboost), 'Environment': \(environment)}")) == [], "\(environment)")
        }
    }

    /// What lies in the container, in the cache of the image, or is not asked for, needs no network.
    @Test func isolatedContainers() {
        let found = { (image: String, variables: String) in
            findings(
                Piece.request(
                    "{\(image), \(RequestCase.data), \(RequestCase.environment(variables))}",
                    ", 'EnableNetworkIsolation': true")
            ).filter { $0.rule == "create-model-isolated-download" }.map {
                $0.location.jsonPath?.split(separator: ".").last
            }
        }
        let (program, code) = (
            "'SAGEMAKER_PROGRAM': 'a.py'", "'SAGEMAKER_SUBMIT_DIRECTORY': 's3://mybucket/a.tar.gz'"
        )
        #expect(found(Self.xgboost, "\(program), \(code)") == ["SAGEMAKER_SUBMIT_DIRECTORY"])
        #expect(
            found(Self.xgboost, code) == [] && found(Self.sklearn, code) == ["SAGEMAKER_SUBMIT_DIRECTORY"]
        )
        #expect(found(Self.sklearn, program) == [])
        #expect(found(RequestCase.vllm, "'SM_VLLM_MODEL': 'acme/tiny'") == ["SM_VLLM_MODEL"])
        let id = "'HF_MODEL_ID': 'acme/tiny'"
        #expect(found(RequestCase.tgi, id) == ["HF_MODEL_ID"])
        for variables in [
            "'HF_MODEL_ID': './model'", "'HF_MODEL_ID': '/models/a'", "\(id), 'HF_HUB_OFFLINE': '1'",
            "\(id), 'TRANSFORMERS_OFFLINE': '1'",
        ] {
            #expect(found(RequestCase.tgi, variables) == [], "\(variables)")
        }
    }

    @Test func serverlessEndpoints() {
        let found = { (text: String) in rules(text, .serverless) }
        let rule = "create-model-serverless-exclusion"
        #expect(
            found(Piece.request("{\(RequestCase.data)}", ", 'VpcConfig': 'x'")) == ["request-wrong-type"])
        let access = { (mode: String) in
            Piece.request(
                "{'Image': 'registry.example.com/team/image:1', 'ImageConfig': {'RepositoryAccessMode': '\(mode)'}, \(RequestCase.data)}"
            )
        }
        #expect(found(access("Vpc")).contains(rule) && !found(access("Platform")).contains(rule))
        let lmi = { (tag: String) in
            found(
                "{'Image': '763104351884.dkr.ecr.us-east-1.amazonaws.com/djl-inference:\(tag)', \(RequestCase.data)}"
            )
        }
        #expect(
            lmi("0.32.0-lmi14.0.0-cu126") == [rule] && lmi("0.32.0-cpu-full") == []
                && lmi("0.32.0-cube") == [])
    }

    @Test(arguments: [1024, 2048, 3072, 4096, 5120, 6144]) func memoryOfServerlessEndpoints(_ size: Int) {
        let found = { (size: Int) in
            let variant =
                "{'VariantName': 'v', 'ServerlessConfig': {'MaxConcurrency': 5, 'MemorySizeInMB': \(size)}}"
            let endpoint =
                "{'Type': 'AWS::SageMaker::EndpointConfig', 'Properties': {'ProductionVariants': [\(variant)]}}"
            let model = "{'PrimaryContainer': {\(Piece.image), \(RequestCase.data)}, \(Piece.role)}"
            return rules(
                "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': \(model)}, 'E': \(endpoint)}}")
        }
        let next = size == 6144 ? "request-number-out-of-range" : "request-serverless-memory"
        #expect(found(size) == [] && found(size + 1) == [next])
    }
}
