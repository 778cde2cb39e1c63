import ModelArtifacts
import Testing

@testable import SageMakerModel

/// Requests whose containers cannot be judged by what is known, or are only probably wrong.
@Suite struct EnvironmentNeighbourTests {
    private func findings(_ text: String) -> [Finding] { RequestCase.findings(text) }

    /// Who else may set the variable.
    @Test func missingVariablesThatMayBeSetElsewhere() {
        let mirrored = RequestCase.tgi.replacing("763104351884", with: "123456789012")
        let request = Piece.request("{\(mirrored), \(RequestCase.data)}")
        #expect(findings(request).map(\.severity) == [.warning])
        #expect(findings(Piece.request("{\(RequestCase.tgi), \(RequestCase.data)}")).map(\.severity) == [.error])
        #expect(findings(Piece.request("{\(mirrored)}")).map(\.severity) == [.warning])
        // A part of a request, and a package, get more.
        #expect(findings("{\(RequestCase.tgi), \(RequestCase.data)}").isEmpty)
        #expect(findings("{\(RequestCase.tgi)}").isEmpty)
        let package = Piece.specification("{\(RequestCase.tgi), \(RequestCase.data)}")
        #expect(findings("{'ModelPackageGroupName': 'g', \(package)}").isEmpty)
        #expect(findings("{'ModelPackageGroupName': 'g', \(Piece.specification("{\(RequestCase.tgi)}"))}").isEmpty)
        // What is set is set.
        let task = RequestCase.environment("'HF_TASK': 'embed'")
        let named = Piece.specification("{\(RequestCase.huggingFace), \(RequestCase.data), \(task)}")
        #expect(findings("{'ModelPackageGroupName': 'g', \(named)}").map(\.rule) == ["unknown-task"])
    }

    /// A script in the model may do without the task; of a model of the Hub it is the task.
    @Test func gravityOfTasks() {
        let task = "'HF_TASK': 'embed'"
        let given = "{\(RequestCase.huggingFace), \(RequestCase.data), \(RequestCase.environment(task))}"
        #expect(findings(Piece.request(given)).map(\.severity) == [.warning])
        let hub = RequestCase.environment("\(task), 'HF_MODEL_ID': 'acme/tiny'")
        #expect(findings(Piece.request("{\(RequestCase.huggingFace), \(hub)}")).map(\.severity) == [.error])
        let trusting = RequestCase.environment("\(task), 'HF_MODEL_ID': 'acme/tiny', 'HF_TRUST_REMOTE_CODE': 'true'")
        #expect(findings(Piece.request("{\(RequestCase.huggingFace), \(trusting)}")).map(\.severity) == [.warning])
    }

    @Test func dataThatAreElsewhereOrUnknown() {
        for container in [
            // A package has a model, and so may a channel.
            "{'ModelPackageName': 'p', \(RequestCase.environment(""))}",
            "{\(RequestCase.huggingFace), " + Piece.channels("a").dropFirst(),
            "{\(RequestCase.huggingFace), 'Mode': 'MultiModel', 'ModelDataUrl': 's3://mybucket/m/'}",
            // Nobody knows what these serve.
            "{\(Piece.image)}", "{\(RequestCase.lmi)}",
            "{'Image': 'pytorch-inference'}".replacing("pytorch", with: Piece.registry + "/pytorch"),
        ] {
            #expect(findings(Piece.request(container)).isEmpty, "\(container)")
        }
    }

    /// What a template will put there.
    @Test func environmentsOfTemplates() {
        func template(_ properties: String) -> String {
            "{'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'PrimaryContainer': {\(properties)}}}}}"
        }
        let tgi = RequestCase.tgi
        #expect(findings(template(tgi)).map(\.rule) == ["create-model-nothing-to-serve"])
        for properties in [
            "\(tgi), 'Environment': {'HF_MODEL_ID': {'Ref': 'Name'}}", "\(tgi), 'Environment': {'Ref': 'Environment'}",
            "\(tgi), 'ModelDataUrl': {'Ref': 'Data'}, 'Environment': {'HF_MODEL_ID': '/opt/ml/model'}",
            "'Image': {'Ref': 'Image'}",
        ] {
            #expect(findings(template(properties)).isEmpty, "\(properties)")
        }
        let data = "'ModelDataUrl': {'Ref': 'Data'}"
        #expect(findings(template("\(tgi), \(data)")).map(\.rule) == ["artifact-not-used"])
    }

    /// The endpoint beside the model is serverless.
    @Test func serverlessEndpointsInTemplates() {
        func template(_ configuration: String) -> String {
            """
            {'Resources': {'M': {'Type': 'AWS::SageMaker::Model', 'Properties': {\(Piece.role), 'EnableNetworkIsolation': true, \
            'PrimaryContainer': {\(Piece.image), \(RequestCase.data)}}}, 'C': {'Type': 'AWS::SageMaker::EndpointConfig', \
            'Properties': {'ProductionVariants': [{'VariantName': 'v', 'ModelName': {'Fn::GetAtt': ['M', 'ModelName']}, \
            \(configuration)}]}}}}
            """
        }
        let serverless = template("'ServerlessConfig': {'MaxConcurrency': 5, 'MemorySizeInMB': 2048}")
        #expect(findings(serverless).map(\.rule) == ["create-model-serverless-exclusion"])
        #expect(findings(template("'InstanceType': 'ml.m5.large', 'InitialInstanceCount': 1")).isEmpty)
    }

    /// The remedy for an archive that a prefix names is in the words of the request.
    @Test func remediesNameMembers() {
        let found = findings(Piece.place("s3://mybucket/model.tar.gz"))
        #expect(found.map(\.rule) == ["prefix-without-slash"])
        #expect(found.allSatisfy { $0.help.contains("set S3DataType to S3Object") && !$0.help.contains("--") })
    }
}
